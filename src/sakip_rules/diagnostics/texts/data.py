"""Texts of the group "reports and inputs": data that are not what their rule asks for."""

from typing import Final

from sakip_rules.diagnostics.texts.frames import FRAMES
from sakip_rules.diagnostics.texts.numerals import NUMERALS
from sakip_rules.languages import Pair

DATA: Final[dict[str, tuple[Pair, Pair]]] = {
    **NUMERALS,
    **FRAMES,
    "bad-value.truth": (
        ("{text} untuk {name} bukan ya atau tidak.", "{text} for {name} is neither yes nor no."),
        ("Tulis `ya` atau `tidak`.", "Write `yes` or `no`."),
    ),
    "bad-value.choice": (
        ("{text} bukan pilihan untuk {name}.", "{text} is no choice for {name}."),
        ("{near}", "{near}"),
    ),
    "bad-value.code": (
        (
            "{text} untuk {name} bukan angka dan bukan kode di tabelnya.",
            "{text} for {name} is neither a number nor a code of its table.",
        ),
        ("{near}", "{near}"),
    ),
    "bad-value.not-a-number": (
        ("{name} bertipe `{type}`, bukan angka.", "{name} is of type `{type}`, not a number."),
        ("Beri nilai sesuai tipenya, sebagai teks.", "Give a value of its type, as text."),
    ),
    "bad-value.list": (
        ("{name} adalah satu nilai, bukan daftar.", "{name} is one value, not a list."),
        (
            "Tulis satu nilai, atau `{{value: …, document: …}}`.",
            "Write one value, or `{{value: …, document: …}}`.",
        ),
    ),
    "bad-value.map": (
        (
            "{name} adalah satu nilai; kunci di dalamnya tidak dikenal.",
            "{name} is one value; the keys in it are not known.",
        ),
        (
            (
                "Tulis satu nilai, `{{value: …, document: …, year: …, note: …}}` atau `{{status: …, "
                "reason: …, note: …}}`."
            ),
            (
                "Write one value, `{{value: …, document: …, year: …, note: …}}` or `{{status: …, reason: "
                "…, note: …}}`."
            ),
        ),
    ),
    "bad-value.range-keys": (
        ("Rentang tidak mengenal {key}.", "A range has no {key}."),
        ("Rentang ditulis `{{min: 40, max: 50}}`.", "A range is written `{{min: 40, max: 50}}`."),
    ),
    "bad-value.range-ends": (
        (
            "Rentang {name} memerlukan `min` dan `max` berupa angka.",
            "The range {name} needs `min` and `max` as numbers.",
        ),
        ("Tulis `{{min: 40, max: 50}}`.", "Write `{{min: 40, max: 50}}`."),
    ),
    "bad-value.range-order": (
        ("`min` dari {name} lebih besar daripada `max`.", "`min` of {name} is larger than `max`."),
        ("Tukar kedua angkanya.", "Swap the two numbers."),
    ),
    "bad-value.absent-keys": (
        ("Nilai yang tidak ada tidak mengenal {key}.", "An absent value has no {key}."),
        (
            "Tulis `{{status: missing, reason: …, note: …}}`.",
            "Write `{{status: missing, reason: …, note: …}}`.",
        ),
    ),
    "bad-value.absent-word": (
        ("{text} bukan status nilai yang tidak ada.", "{text} is no status of an absent value."),
        ("{near}", "{near}"),
    ),
    "bad-value.note": (
        ("`note` bukan teks.", "`note` is no text."),
        ("Tulis satu teks, atau `{{id: …, en: …}}`.", "Write one text, or `{{id: …, en: …}}`."),
    ),
    "bad-value.rows": (
        (
            "{name} adalah kumpulan baris, bukan satu nilai.",
            "{name} is a collection of rows, not one value.",
        ),
        (
            "Tulis satu butir untuk tiap baris, dan di dalamnya nama dan nilai.",
            "Write one item for each row, with names and values in it.",
        ),
    ),
    "bad-value.row": (
        (
            "Sebuah baris dari {name} tidak memuat nama dan nilai.",
            "A row of {name} does not hold names and values.",
        ),
        (
            "Tulis `nama: nilai` untuk tiap masukan baris itu.",
            "Write `name: value` for each input of the row.",
        ),
    ),
    "bad-value.python": (
        (
            "{name} diberi {type}, yang tidak dikenal sebagai data.",
            "{name} was given a {type}, which is no kind of data.",
        ),
        (
            "Beri int, Decimal, Fraction, teks, bool, None, list atau dict.",
            "Give int, Decimal, Fraction, text, bool, None, list or dict.",
        ),
    ),
    "bad-value.floats": (
        ("{text} bukan nilai untuk `floats`.", "{text} is no value of `floats`."),
        ("Pakai `floats='shortest'`, atau jangan diisi.", "Use `floats='shortest'`, or leave it out."),
    ),
    "bad-value.language": (
        ("{text} bukan bahasa pustaka ini.", "{text} is no language of this library."),
        ("Pakai `id` atau `en`.", "Use `id` or `en`."),
    ),
    "bad-value.record": (
        ("Rekaman ini tidak memuat kunci dan nilai.", "This record does not hold keys and values."),
        (
            "Mulai dengan `- id: …`, lalu masukan-masukannya di bawahnya.",
            "Begin with `- id: …`, and write its inputs below.",
        ),
    ),
    "bad-value.records": (
        ("{name} harus berupa daftar rekaman.", "{name} must be a list of records."),
        ("Mulai tiap rekaman dengan `- id: …`.", "Begin every record with `- id: …`."),
    ),
    "bad-value.record-id": (
        ("Id rekaman {written} tidak sah.", "The record id {written} is not valid."),
        (
            "Pakai huruf, angka, titik, garis bawah atau tanda hubung, dan awali dengan huruf atau angka.",
            "Use letters, digits, points, underscores or hyphens, and begin with a letter or digit.",
        ),
    ),
    "bad-value.text": (
        ("Di sini diperlukan satu teks.", "One text is needed here."),
        (
            "Tulis satu teks; yang memuat koma atau titik dua di antara tanda kutip.",
            "Write one text; put one that holds commas or colons in quotes.",
        ),
    ),
    "bad-value.data": (
        (
            "`data` harus memuat masukan-masukan aturan dengan nilainya.",
            "`data` must hold the inputs of the rule with their values.",
        ),
        (
            "Tulis `nama_masukan: nilai`, satu untuk tiap masukan.",
            "Write `name_of_input: value`, one for each input.",
        ),
    ),
    "bad-value.history": (
        (
            "`history` harus memuat tahun-tahun dengan nilainya.",
            "`history` must hold years with their values.",
        ),
        ("Misalnya `2019: {{target: 26.75}}`.", "For example `2019: {{target: 26.75}}`."),
    ),
    "bad-value.printed": (
        ("`printed` harus berupa daftar angka cetak.", "`printed` must be a list of printed figures."),
        ("Tulis `- {{figure: …, value: …, where: …}}`.", "Write `- {{figure: …, value: …, where: …}}`."),
    ),
    "bad-date.history": (
        (
            "Tahun {written} di `history` tidak lebih awal daripada tahun laporan, {year}.",
            "Year {written} of `history` is not earlier than the report's year, {year}.",
        ),
        (
            "`history` memuat tahun-tahun sebelum tahun laporan saja.",
            "`history` holds years before the report's only.",
        ),
    ),
    "stated-differs": (
        (
            "{name} dinyatakan {stated}, tetapi data tahun itu memberi {computed}.",
            "{name} is stated as {stated}, but the data of that year give {computed}.",
        ),
        (
            "Periksa keduanya; yang dinyatakan yang dipakai tahun-tahun sesudahnya. Hapus yang salah.",
            "Look at both; the stated one is what later years use. Take out the wrong one.",
        ),
    ),
    "not-multiplied": (
        (
            "{name} adalah {value} persen, sedangkan targetnya {target}.",
            "{name} is {value} per cent, but its target {target}.",
        ),
        (
            "Bila data belum dikalikan 100, tulis {mend}; bila memang sekecil itu, biarkan.",
            "If the data are not multiplied by 100, write {mend}; if it is so small, leave it.",
        ),
    ),
    "not-multiplied.target": (
        (
            "Targetnya {target} persen, sedangkan {name} {value}.",
            "The target is {target} per cent, but {name} is {value}.",
        ),
        (
            "Bila target belum dikalikan 100, tulis {mend}; bila memang sekecil itu, biarkan.",
            "If the target is not multiplied by 100, write {mend}; if it is so small, leave it.",
        ),
    ),
    "duplicate-id": (
        (
            "Id {id} sudah dipakai di baris {line}, oleh rekaman lain di bawah rekaman yang sama.",
            "The id {id} is used on line {line}, by another record below the same one.",
        ),
        ("Beri setiap rekaman id sendiri.", "Give every record an id of its own."),
    ),
    "given-twice": (
        (
            "{name} diberikan dua kali: sebagai nilai dan melalui `data`.",
            "{name} is given twice: as a value and by `data`.",
        ),
        ("Hapus salah satunya.", "Take one of them out."),
    ),
    "rule-not-expected": (
        ("Jenjang {level} tidak menerima `rule` atau `data`.", "Level {level} takes no `rule` or `data`."),
        (
            "Hanya jenjang dengan masukan `from: rule` menerimanya.",
            "Only a level with an input `from: rule` takes them.",
        ),
    ),
    "polarity-not-supported": (
        ("{rule} tidak mengenal arah {polarity}.", "{rule} does not treat the polarity {polarity}."),
        (
            "Pakai arah lain, atau aturan capaian yang memuat kasus untuk arah itu.",
            "Use another polarity, or an achievement rule with a case for it.",
        ),
    ),
    "missing-key.record-rule": (
        ("`data` diberikan tanpa `rule`.", "`data` is given without `rule`."),
        (
            "Sebutkan aturan indikatornya, misalnya `rule: lumajang/penanganan-pmks`.",
            "Name the indicator rule, such as `rule: lumajang/penanganan-pmks`.",
        ),
    ),
    "file-too-large.years": (
        (
            "Laporan memuat {found} tahun; batasnya {limit}.",
            "The report holds {found} years; the limit is {limit}.",
        ),
        ("Bagi menjadi beberapa laporan.", "Split it into several reports."),
    ),
    "file-too-large.record-years": (
        (
            "Laporan memuat {records} rekaman dalam {years} tahun; batas rekaman × tahun {limit}.",
            "The report holds {records} records in {years} years; the limit of records × years is {limit}.",
        ),
        (
            "Bagi menjadi beberapa laporan, atau kurangi tahun dalam `history`.",
            "Split it into several reports, or leave years out of `history`.",
        ),
    ),
    "file-too-large.units": (
        (
            "Menghitung laporan ini memerlukan lebih dari {limit} satuan, dalam semua rekaman dan tahunnya.",
            "Computing this report takes more than {limit} units, in all its records and years.",
        ),
        (
            "Bagi menjadi beberapa laporan, atau sederhanakan rumus yang paling banyak menghitung baris.",
            "Split it into several reports, or simplify the formulas that go through the most rows.",
        ),
    ),
    "file-too-large.figures": (
        (
            "Hasilnya lebih dari {limit} angka: terlalu banyak baris, rekaman, atau tahun sekaligus.",
            "The results are more than {limit} figures: too many rows, records or years at once.",
        ),
        ("Bagi menjadi beberapa bagian.", "Split it into several parts."),
    ),
    "file-too-large.workbook": (
        (
            "Lembar kerja dengan rumus akan memuat lebih dari {limit} baris.",
            "A workbook with formulas would have more than {limit} lines.",
        ),
        (
            "Bagi laporannya, atau tulis tanpa `--live`: tabelnya saja.",
            "Split the report, or leave `--live` out: its tables alone.",
        ),
    ),
    "unknown-name.input": (
        ("{name} bukan masukan di sini.", "{name} is no input here."),
        ("{near}", "{near}"),
    ),
    "unknown-name.key": (
        ("{name} tidak dikenal di jenjang {level}.", "{name} is not known on level {level}."),
        ("{near}", "{near}"),
    ),
    "unknown-name.computed": (
        (
            "{name} dihitung oleh jenjang {level}, tidak diberikan.",
            "{name} is computed by level {level}, not given.",
        ),
        (
            "Hapus nilainya; angka yang tercetak ditulis di `printed`.",
            "Take the value out; a printed figure is written under `printed`.",
        ),
    ),
    "unknown-name.figure": (
        ("{name} bukan masukan atau langkah rekaman ini.", "{name} is no input or step of this record."),
        ("{near}", "{near}"),
    ),
    "unknown-column": (
        (
            "Kolom {name} tidak dimiliki masukan mana pun; isinya ikut ke hasil apa adanya.",
            "Column {name} belongs to no input; it goes into the results as it is.",
        ),
        ("{near}", "{near}"),
    ),
    "unknown-column.no-heading": (
        (
            "Sel ini tidak berada di bawah judul kolom mana pun.",
            "This cell stands under no heading of a column.",
        ),
        (
            'Beri kolomnya judul, atau beri tanda kutip pada sel yang memuat tanda pemisah: `"1,5"`.',
            'Give the column a heading, or put a cell that holds the separator in quotes: `"1,5"`.',
        ),
    ),
    "missing-column": (
        (
            "Masukan {name} tidak mempunyai kolom dan tidak mempunyai nilai bawaan.",
            "Input {name} has no column and no default.",
        ),
        ("Tambahkan kolomnya.", "Add the column."),
    ),
}
