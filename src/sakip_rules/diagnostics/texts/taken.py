"""Texts of the group "tables of other programs": what a table is taken to mean when it becomes a report."""

from typing import Final

from sakip_rules.diagnostics.texts.tables import COLUMNS
from sakip_rules.languages import Pair

_LOOK: Final[Pair] = (
    "Periksa; ubah di berkas laporannya bila lain maksudnya.",
    "Look at it; change the report if something else is meant.",
)

TAKEN: Final[dict[str, tuple[Pair, Pair]]] = {
    "taken-as.column": (
        ("Kolom {heading} dibaca sebagai {figure}.", "The column {heading} is read as {figure}."),
        COLUMNS,
    ),
    "taken-as.columns": (
        ("Kolom {headings} dibaca sebagai {figure}.", "The columns {headings} are read as {figure}."),
        COLUMNS,
    ),
    "taken-as.year": (
        ("Tahun kinerja {year} diambil dari judul ini.", "The year {year} is taken from this title."),
        ("Bila lain: `--on TAHUN`.", "If it is another: `--on YEAR`."),
    ),
    "taken-as.year-name": (
        (
            "Tabel ini tidak menyebut tahunnya; {year} diambil dari nama {name}.",
            "The table does not say its year; {year} is taken from the name {name}.",
        ),
        ("Bila lain: `--on TAHUN`.", "If it is another: `--on YEAR`."),
    ),
    "taken-as.period": (
        (
            "Dari beberapa periode diambil {period}, menurut {name}.",
            "Of several periods {period} is taken, as {name} says.",
        ),
        ('Bila lain: `--period "Triwulan III"`.', 'If it is another: `--period "Triwulan III"`.'),
    ),
    "taken-as.sheet": (
        (
            "Dari beberapa lembar diambil {name}: hanya di situ ada tabel yang dikenal.",
            "Of several sheets {name} is taken: no other one has a table that is known.",
        ),
        ("Bila lain, sebut lembarnya: `--sheet NAMA`.", "If it is another, name the sheet: `--sheet NAME`."),
    ),
    "taken-as.parent": (
        (
            "{title} tidak berisi angka; dibaca sebagai judul baris-baris di bawahnya ({count}).",
            "{title} holds no figure; it is read as the heading of the rows below ({count}).",
        ),
        (
            "Baris-baris itulah indikatornya. Bila ia indikator sendiri, isi angkanya, lalu impor lagi.",
            "Those are the indicators. If it is one of its own, fill in its figures, and import again.",
        ),
    ),
    "taken-as.continued": (
        (
            "Baris ini dibaca sebagai sambungan nama {title}.",
            "This line is read as the rest of the name {title}.",
        ),
        _LOOK,
    ),
    "taken-as.units": (
        (
            "Satuan {count} rekaman diambil dari namanya, misalnya {unit} dari {title}.",
            "Units are taken from the names of records ({count}), such as {unit} from {title}.",
        ),
        (
            "Bila lain, tambah kolom Satuan, atau ubah `unit` di berkas laporannya.",
            "If it is another, add a column Satuan, or change `unit` in the report.",
        ),
    ),
    "taken-as.money": (
        (
            "{headings} tertulis dalam {word} rupiah, dan dibaca dalam rupiah.",
            "{headings}: written in {word} rupiah, and read in rupiah.",
        ),
        _LOOK,
    ),
    "taken-as.total": (
        (
            "{title} dibaca sebagai indikator, sebab angkanya bukan jumlah indikator di atasnya.",
            "{title} is read as an indicator, for its figures are not the sum of the indicators above.",
        ),
        (
            "Bila sebuah jumlah, hapus dari berkas laporannya; bila indikator, beri nama yang lengkap.",
            "If it is a total, take it out of the report; if it is an indicator, give it its full name.",
        ),
    ),
    "taken-as.group": (
        (
            "Baris ini dibaca sebagai sasaran {title} dari baris-baris di bawahnya.",
            "This line is read as the objective {title} of the rows below.",
        ),
        _LOOK,
    ),
    "taken-as.owner": (
        (
            "Instansi atau tahun baris ini kosong; dibaca sebagai {name}, seperti baris di atasnya.",
            "The agency or year of the row is blank; it is read as {name}, like the row above.",
        ),
        ("Isi kolom itu di setiap baris.", "Fill in that column in every row."),
    ),
    "taken-as.mark": (
        ("{text} dibaca {number}.", "{text} is read as {number}."),
        _LOOK,
    ),
    "taken-as.other-unit": (
        (
            "{text} dibaca {number}, padahal satuannya {unit}.",
            "{text} is read as {number}, but its unit is {unit}.",
        ),
        _LOOK,
    ),
    "taken-as.decimal": (
        (
            "{text} di kolom {name} dibaca {number}, juga yang sejenis, sebab datanya memuat {seen}.",
            "{text} in the column {name} is read as {number}, so are its like, for the data have {seen}.",
        ),
        (
            "Bila lain: `--decimal ,` atau `--decimal .`.",
            "If it is otherwise: `--decimal ,` or `--decimal .`.",
        ),
    ),
    "taken-as.most": (
        (
            "{text} dibaca {number}, dan makin rendah makin baik.",
            "{text} is read as {number}, and lower as better.",
        ),
        _LOOK,
    ),
    "taken-as.least": (
        (
            "{text} dibaca {number}, dan makin tinggi makin baik.",
            "{text} is read as {number}, and higher as better.",
        ),
        _LOOK,
    ),
    "taken-as.polarity": (
        (
            (
                "Tabel ini tidak menyebut arah; {count} rekaman ditulis `higher_is_better` (makin tinggi "
                "makin baik)."
            ),
            "The table says no polarity; {count} records are written `higher_is_better`.",
        ),
        (
            "Tambah kolom Arah, atau ubah `polarity` menjadi `lower_is_better` bila makin rendah makin baik.",
            "Add a column Arah, or change `polarity` to `lower_is_better` where lower is better.",
        ),
    ),
    "taken-as.falling": (
        (
            "{title} ditulis `higher_is_better`, padahal namanya biasanya makin rendah makin baik.",
            "{title} is written `higher_is_better`, though lower is usually better for such a name.",
        ),
        (
            "Ubah `polarity` menjadi `lower_is_better` bila demikian.",
            "Change `polarity` to `lower_is_better` if it is so.",
        ),
    ),
}
