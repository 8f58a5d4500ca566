"""Texts of the group "tables of other programs": what a table says when it becomes a report."""

from typing import Final

from sakip_rules.languages import Pair

MEND: Final[Pair] = (
    "Tulis sendiri di berkas laporannya bila diperlukan.",
    "Write it into the report yourself where it is needed.",
)
COLUMNS: Final[Pair] = (
    'Sebut kolomnya: `--columns "realisasi=Judul kolom"`; atau `abaikan=Judul kolom`.',
    'Say what it is: `--columns "realisasi=Heading"`; or `abaikan=Heading` to leave it out.',
)

TABLES: Final[dict[str, tuple[Pair, Pair]]] = {
    "table-unclear.empty": (
        ("Tidak ada isi di lembar ini.", "Nothing stands in this sheet."),
        (
            "Periksa berkasnya, atau sebut lembar yang berisi tabelnya: `--sheet NAMA`.",
            "Look at the file, or name the sheet that holds the table: `--sheet NAME`.",
        ),
    ),
    "table-unclear.no-headings": (
        (
            "Tidak ada baris judul yang dikenal di lembar ini.",
            "No row of known headings is found in the sheet.",
        ),
        (
            (
                "Beri kolom-kolomnya judul seperti Indikator, Satuan, Target, Realisasi, Capaian. "
                "Kolom teks dipisahkan `;`, `,`, `|`, atau tab, bukan spasi."
            ),
            (
                "Give its columns headings such as Indikator, Satuan, Target, Realisasi, Capaian. "
                "Columns of text are parted by `;`, `,`, `|` or tabs, not by blanks."
            ),
        ),
    ),
    "table-unclear.no-column": (
        ("Tidak ada kolom berjudul {name}.", "There is no column with the heading {name}."),
        ("Judul yang ada: {known}.", "Its headings: {known}."),
    ),
    "table-unclear.names": (
        (
            "Tidak ada kolom yang dikenal berisi nama indikator, program, atau kegiatan.",
            "No column is known to name indicators, programmes or activities.",
        ),
        (
            'Sebut kolomnya, misalnya `--columns "{option}"`; judul yang ada: {known}.',
            'Say which one, such as `--columns "{option}"`; its headings: {known}.',
        ),
    ),
    "table-unclear.placeless": (
        (
            "Kerangkanya menaruh isi kolom {heading} di bawah {above}, yang tidak ada di tabel ini.",
            "The framework puts what {heading} names below a {above}, which the table does not have.",
        ),
        (
            'Tambah kolomnya, atau baca sebagai jenjang itu: `--columns "{option}"`.',
            'Add the column, or read it as that level: `--columns "{option}"`.',
        ),
    ),
    "table-unclear.open": (
        ("Tabel ini tidak menyebut {listed}.", "The table does not say {listed}."),
        ("Jawab sekaligus, misalnya {options}.", "Answer all at once, such as {options}."),
    ),
    "table-unclear.what": (
        ("{name} bukan nama kolom.", "{name} is no name of a column."),
        ("{near}", "{near}"),
    ),
    "table-unclear.year": (
        ("Tabel ini tidak menyebut tahunnya.", "The table does not say its year."),
        ("Sebut tahun kinerjanya: `--on 2024`.", "Say the year: `--on 2024`."),
    ),
    "table-unclear.years": (
        (
            "Tabel ini memuat target beberapa tahun: {known}.",
            "The table holds the targets of several years: {known}.",
        ),
        ("Sebut tahun laporannya: `--on 2024`.", "Say the year of the report: `--on 2024`."),
    ),
    "table-unclear.period": (
        ("Tabel ini memuat beberapa periode: {known}.", "The table holds several periods: {known}."),
        ('Sebut yang dilaporkan: `--period "Triwulan III"`.', 'Say which one: `--period "Triwulan III"`.'),
    ),
    "table-unclear.twice": (
        (
            "Kolom {first} dan {second} keduanya dibaca sebagai {figure}.",
            "The columns {first} and {second} both read as {figure}.",
        ),
        COLUMNS,
    ),
    "table-unclear.several": (
        (
            "Tabel ini memuat laporan beberapa instansi atau tahun: {known}.",
            "The table holds the reports of several agencies or years: {known}.",
        ),
        (
            "Hitung semuanya dengan `sakip batch KERANGKA TABEL`, atau simpan baris satu laporan saja.",
            "Compute them all by `sakip batch FRAMEWORK TABLE`, or keep the rows of one report.",
        ),
    ),
    "table-unclear.agency": (
        (
            "Tidak ada kolom yang menyebut instansi setiap baris.",
            "No column says of which agency each row is.",
        ),
        (
            'Sebut kolomnya: `--columns "instansi=Judul kolom"`.',
            'Say which one: `--columns "instansi=Heading"`.',
        ),
    ),
    "table-unclear.no-agency": (
        ("Baris ini tidak menyebut instansinya.", "The row does not say its agency."),
        ("Isi kolom instansinya.", "Fill in the column of the agency."),
    ),
    "table-unclear.two-years": (
        (
            "Kolom ini menyebut tahun setiap baris, dan `--on {year}` menyebut satu tahun untuk semuanya.",
            "This column says the year of each row, and `--on {year}` says one for all of them.",
        ),
        (
            "Hapus `--on`. Untuk satu versi kerangka: `pemilik/nama@1.0.0`.",
            "Leave `--on` out. For one version of the framework: `owner/name@1.0.0`.",
        ),
    ),
    "table-unclear.decimal": (
        (
            "{text} dapat berarti ribuan atau desimal, dan tabel ini tidak menunjukkan yang mana.",
            "{text} may have thousands or decimals, and nothing in the table tells which.",
        ),
        (
            "Sebut tanda desimal tabel ini: `--decimal ,` atau `--decimal .`.",
            "Say the decimal sign of the table: `--decimal ,` or `--decimal .`.",
        ),
    ),
    "table-unclear.dash": (
        (
            "{text} berdiri di tempat sebuah angka, tanpa keterangan sebabnya.",
            "{text} stands for a figure, and no remark says why.",
        ),
        (
            "Sebut artinya: `--dash missing` (belum diketahui), `not_due` atau `not_applicable`.",
            "Say what it means in the table: `--dash missing` (not known), `not_due` or `not_applicable`.",
        ),
    ),
    "given-twice.report": (
        (
            "Baris laporan {name} tidak berdiri bersama: yang pertama mulai di baris {line}.",
            "The rows of the report {name} do not stand together: the first ones begin on line {line}.",
        ),
        ("Urutkan datanya menurut instansi dan tahun.", "Sort the data by agency and year."),
    ),
    "not-imported.column": (
        ("Kolom {heading} tidak dikenal; tidak diimpor.", "The column {heading} is unknown; not imported."),
        COLUMNS,
    ),
    "not-imported.column-like": (
        ("Kolom {heading} tidak dikenal; tidak diimpor.", "The column {heading} is unknown; not imported."),
        (
            "Bila itu maksudnya: {option}, atau perbaiki judulnya di tabelnya.",
            "If that is meant: {option}, or mend the heading in the table.",
        ),
    ),
    "not-imported.nameless": (
        (
            "Kolom ini tidak berjudul; isinya, mulai {text}, tidak diimpor.",
            "This column has no heading; what it holds, from {text} on, is not imported.",
        ),
        (
            "Beri kolomnya judul di tabelnya, lalu impor lagi.",
            "Give the column a heading in the table, and import it again.",
        ),
    ),
    "not-imported.table": (
        (
            "Tabel lain mulai di baris {text}; tabel itu dan yang di bawahnya tidak diimpor.",
            "Another table begins at the row {text}; it and what is below are not imported.",
        ),
        (
            "Taruh tabel itu di lembar atau berkas sendiri, lalu impor juga.",
            "Put that table on a sheet or in a file of its own, and import it, too.",
        ),
    ),
    "not-imported.period": (
        (
            "Kolom {heading} dari periode lain; tidak diimpor.",
            "The column {heading} is of another period; not imported.",
        ),
        (
            'Untuk periode itu: `--period "Triwulan III"`.',
            'For that period: `--period "Triwulan III"`.',
        ),
    ),
    "not-imported.periods": (
        (
            "Kolom {headings} dari periode lain; tidak diimpor.",
            "The columns {headings} are of other periods; not imported.",
        ),
        (
            'Untuk salah satunya: `--period "Triwulan III"`.',
            'For one of those: `--period "Triwulan III"`.',
        ),
    ),
    "not-imported.computed": (
        (
            "Kolom {heading} dihitung kerangkanya; isinya tidak dibaca.",
            "The framework computes the column {heading}; what it holds is not read.",
        ),
        (
            "Untuk membandingkannya dengan hasil hitung: `sakip import`, lalu `sakip audit`.",
            "To compare it with what is computed: `sakip import`, then `sakip audit`.",
        ),
    ),
    "not-imported.later-year": (
        (
            "Kolom {heading} dari tahun sesudah {year}; tidak diimpor.",
            "The column {heading} is of a year after {year}; not imported.",
        ),
        ("Untuk tahun itu: `--on TAHUN`.", "For that year: `--on YEAR`."),
    ),
    "not-imported.later-years": (
        (
            "Kolom {headings} dari tahun sesudah {year}; tidak diimpor.",
            "The columns {headings} are of years after {year}; not imported.",
        ),
        ("Untuk salah satunya: `--on TAHUN`.", "For one of those: `--on YEAR`."),
    ),
    "not-imported.numbering": (
        (
            "Baris nomor kolom {text}; tidak diimpor.",
            "The row {text} numbers the columns; not imported.",
        ),
        MEND,
    ),
    "not-imported.heading": (
        ("Judul kolom yang berulang {text}; tidak diimpor.", "Repeated headings {text}; not imported."),
        MEND,
    ),
    "not-imported.line": (
        ("Baris {text} bukan rekaman; tidak diimpor.", "The line {text} is no record; not imported."),
        MEND,
    ),
    "not-imported.row": (
        (
            "Baris {text} tidak bernama; tidak diimpor.",
            "The row {text} has no name; not imported.",
        ),
        MEND,
    ),
    "not-imported.total": (
        (
            "Jumlah atau rata-rata {text}; tidak diimpor, sebab tabelnya tidak menyebut cara menghitungnya.",
            "A total or mean {text}; not imported, for the table does not say how it was made.",
        ),
        (
            "Bila kerangkanya menghitung angka itu, tulis di bawah `printed` laporannya.",
            "If the framework computes it, write it under `printed` of the report.",
        ),
    ),
    "not-imported.sum": (
        (
            "{title} adalah jumlah {count} indikator di atasnya; tidak diimpor sebagai indikator.",
            "{title} is the sum of the {count} indicators above it; not imported as an indicator.",
        ),
        MEND,
    ),
    "not-imported.sum-below": (
        (
            "{title} adalah jumlah {count} program di bawahnya; tidak diimpor sebagai program.",
            "{title} is the sum of the {count} programmes below it; not imported as a programme.",
        ),
        MEND,
    ),
    "not-imported.level": (
        (
            "{title}: jenjang {level} tidak jelas atau tidak ada dalam kerangkanya; tidak diimpor.",
            "{title}: the level {level} is not clear or not in the framework; not imported.",
        ),
        (
            "Beri nomor (I, 1, a) atau awali namanya dengan Program, Kegiatan, Subkegiatan.",
            "Number it (I, 1, a), or begin its name with Program, Kegiatan, Subkegiatan.",
        ),
    ),
    "not-imported.no-figure": (
        (
            "{text}: tidak ada {figure} pada jenjang baris ini; tidak diimpor.",
            "{text}: the level of the row has no {figure}; not imported.",
        ),
        MEND,
    ),
    "not-imported.no-figures": (
        (
            "Kolom {heading}: jenjang {level} tidak mempunyai {figure}; sel-selnya tidak diimpor.",
            "The column {heading}: the level {level} has no {figure}; its cells are not imported.",
        ),
        MEND,
    ),
    "not-imported.again": (
        (
            "{text}: {figure} rekaman ini sudah ada; tidak diimpor.",
            "{text}: the record has its {figure} already; not imported.",
        ),
        MEND,
    ),
}
