"""Texts of the group: names."""

from __future__ import annotations

from sakip_rules.languages import Pair

NAMES: dict[str, tuple[Pair, Pair]] = {
    "unknown-name": (
        ("Nama {name} tidak dikenal di sini.", "The name {name} is not known here."),
        ("{near}", "{near}"),
    ),
    "unknown-name.call": (
        ("Tidak ada fungsi atau alias bernama {name}.", "There is no function or alias called {name}."),
        (
            "{near} Skala dan tabel dipanggil dengan alias yang ditulis di `uses`.",
            "{near} Scales and tables are called by an alias that is written in `uses`.",
        ),
    ),
    "unknown-name.form": (
        ("Tidak ada fungsi {name}.", "There is no function {name}."),
        ("Tulis {form}.", "Write {form}."),
    ),
    "unknown-name.swapped": (
        (
            "`with` ditulis terbalik: {name} adalah nama di sini, bukan masukan dari {rule}.",
            "`with` is the wrong way round: {name} is a name of this record, no input of {rule}.",
        ),
        (
            "Masukan aturan itu di kiri, rumus di sini di kanan: {mend}.",
            "The input of that rule stands left, the formula here right: {mend}.",
        ),
    ),
    "unknown-name.rounding": (
        (
            "Tidak ada fungsi {name}: pembulatan tidak ditulis di dalam rumus.",
            "There is no function {name}: rounding is not written into formulas.",
        ),
        (
            "Tulis `rounding: {{places: 2}}` pada langkah atau aturan yang hasilnya dibulatkan.",
            "Write `rounding: {{places: 2}}` on the step or rule whose result is rounded.",
        ),
    ),
    "unknown-name.function": (
        (
            "{name} adalah nama fungsi, skala, atau tabel; sendirian ia bukan sebuah nilai.",
            "{name} is the name of a function, scale or table; alone it is no value.",
        ),
        ("Beri isinya di dalam tanda kurung: `nama(…)`.", "Give its arguments in brackets: `name(…)`."),
    ),
    "unknown-name.field": (
        ("{owner} tidak mempunyai bagian {name}.", "{owner} has no part {name}."),
        (
            "Hanya masukan `type: range` mempunyai `.min` dan `.max`, dan hanya kumpulan mempunyai kolom.",
            "Only inputs of `type: range` have `.min` and `.max`, and only collections have columns.",
        ),
    ),
    "unknown-name.level": (
        ("Jenjang {name} tidak ada.", "There is no level {name}."),
        ("{near}", "{near}"),
    ),
    "name-clash": (
        ("Nama {name} dipakai untuk dua hal.", "The name {name} stands for two things."),
        (
            "Ganti salah satunya: masukan, langkah, jenjang di bawahnya, dan alias harus berbeda namanya.",
            "Rename one of them: inputs, steps, levels below and aliases have different names.",
        ),
    ),
    "name-clash.code": (
        (
            (
                "{name} adalah nama di aturan ini dan juga kode sebuah pilihan, skala, atau tabel yang "
                "dipakainya."
            ),
            "{name} is a name of this rule, and also a code of a choice, scale or table that it uses.",
        ),
        ("Ganti nama itu; kode tetap seperti di sumbernya.", "Rename it; the code stays as in its source."),
    ),
    "name-clash.key": (
        (
            "{name} adalah kunci dari berkas laporan, sehingga tidak dapat menjadi nama di sini.",
            "{name} is a key of report files, so it cannot be a name here.",
        ),
        ("Pilih nama lain.", "Choose another name."),
    ),
    "unknown-rule": (
        ("Tidak ada aturan {name}.", "There is no rule {name}."),
        ("{near}", "{near}"),
    ),
    "unknown-rule.folder": (
        (
            "Aturan {name} ada di folder {folder}, tetapi folder itu tidak disebut.",
            "The rule {name} is in the folder {folder}, but that folder is not named.",
        ),
        ("Tambahkan {option} pada perintahnya.", "Add {option} to the command."),
    ),
    "unknown-rule.kind": (
        (
            "{name} berjenis `{kind}`; di sini diperlukan `{wanted}`.",
            "{name} is of the kind `{kind}`; here `{wanted}` is needed.",
        ),
        ("Rujuk aturan yang jenisnya sesuai.", "Refer to a rule of the right kind."),
    ),
    "unknown-rule.errors": (
        (
            "Aturan {name} tidak dapat dipakai: berkas {file} mengandung galat.",
            "The rule {name} cannot be used: the file {file} has errors.",
        ),
        (
            "Perbaiki dahulu berkas itu.{said}",
            "Mend that file first.{said}",
        ),
    ),
    "rule-has-errors": (
        (
            "Aturan {name} ada, tetapi tidak dapat dipakai: berkas {file} mengandung galat.",
            "There is a rule {name}, but it cannot be used: the file {file} has errors.",
        ),
        (
            "Perbaiki dahulu berkas itu.{said}",
            "Mend that file first.{said}",
        ),
    ),
    "rule-changed": (
        (
            "Sejak hasil ini dihitung, aturan yang dipakainya berubah: {name}.",
            "Since this was computed, the rules that it used have changed: {name}.",
        ),
        (
            "Hitung lagi dengan aturan yang sekarang, atau pasang kembali berkas yang lama.",
            "Compute it again by the rules of now, or put the old files back.",
        ),
    ),
    "unknown-rule.one-key": (
        ("{name} bukan tabel dengan satu kunci berupa kode.", "{name} is not a table with one key of codes."),
        (
            "Rujuk tabel yang mempunyai satu `keys` dan tanpa `interpolate`.",
            "Refer to a table with one of `keys` and without `interpolate`.",
        ),
    ),
    "unknown-code": (
        ("Kode {code} tidak ada di daftar ini.", "The code {code} is not in this list."),
        ("{near}", "{near}"),
    ),
    "code-missing": (
        (
            "Kategori {category} dipakai untuk mencari di tabel, tetapi tidak mempunyai `code`.",
            "The category {category} is looked up in a table, but it has no `code`.",
        ),
        (
            (
                "Tambahkan `code` pada rentang itu di skalanya; versi skala yang sudah terbit tidak "
                "diubah, buat versi baru."
            ),
            "Give that band a `code` in its scale; a released version is not edited, so make a new one.",
        ),
    ),
    "reference-cycle": (
        ("Perhitungan berputar: {path}.", "The computation goes in a circle: {path}."),
        (
            (
                "Tidak ada nilai yang dapat membutuhkan dirinya sendiri; putuskan lingkaran di salah satu"
                " tempat."
            ),
            "No value can need itself; break the circle at one place.",
        ),
    ),
    "unbound-input": (
        ("Masukan {name} dari {rule} tidak mendapat nilai.", "The input {name} of {rule} gets no value."),
        (
            "Beri nilainya lewat `with`, atau buat masukan atau langkah dengan nama itu. {near}",
            "Give it a value through `with`, or make an input or step of that name. {near}",
        ),
    ),
    "unused-name": (
        ("Masukan {name} tidak dipakai.", "Nothing uses the input {name}."),
        ("Pakai di rumus, atau hapus.", "Use it in a formula, or remove it."),
    ),
    "unused-name.alias": (
        ("Alias {name} tidak dipakai.", "Nothing uses the alias {name}."),
        (
            "Panggil di rumus, `alias(…)`, atau hapus dari `uses`.",
            "Call it in a formula, `alias(…)`, or remove it from `uses`.",
        ),
    ),
    "unused-name.column": (
        ("Kolom {name} tidak dipakai.", "Nothing uses the column {name}."),
        ("Pakai di rumus, atau hapus kolom itu.", "Use it in a formula, or remove the column."),
    ),
}
