"""Texts of the group: files. Those of `bad-value` fill a module of their own."""

from sakip_rules.diagnostics.texts.values import VALUES

FILES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    **VALUES,
    "yaml-syntax": (
        ("Berkas ini bukan YAML yang dapat dibaca.", "This file is no YAML that can be read."),
        (
            "Periksa indentasi, titik dua, tanda kutip dan kurung di sekitar tempat ini.",
            "Look at indentation, colons, quotes and brackets around this place.",
        ),
    ),
    "yaml-syntax.no-file": (
        ("Berkas tidak ditemukan.", "No such file."),
        ("Periksa nama dan foldernya.", "Check its name and folder."),
    ),
    "yaml-syntax.no-folder": (
        ("Folder tidak ditemukan.", "No such folder."),
        ("Periksa nama folder aturan.", "Check the name of the folder of rules."),
    ),
    "yaml-syntax.not-a-file": (
        ("Ini bukan berkas biasa.", "This is not a regular file."),
        (
            "Berikan nama satu berkas, bukan folder atau saluran.",
            "Give the name of one file, not of a folder or a pipe.",
        ),
    ),
    "yaml-syntax.unreadable": (
        ("Berkas tidak dapat dibuka.", "The file cannot be opened."),
        ("Periksa nama berkas dan izin bacanya.", "Check its name and the permission to read it."),
    ),
    "yaml-syntax.not-utf-8": (
        (
            "Berkas bukan teks UTF-8: byte {byte} tidak dapat dibaca.",
            "The file is not UTF-8 text: byte {byte} cannot be read.",
        ),
        ("Simpan ulang dengan pengodean UTF-8.", "Save it again in the encoding UTF-8."),
    ),
    "yaml-syntax.empty": (
        ("Berkas ini kosong.", "This file is empty."),
        ("", ""),
    ),
    "yaml-syntax.colon": (
        ("Ada titik dua di tempat yang tidak semestinya.", "There is a colon where none may stand."),
        (
            "Teks yang memuat `: ` ditulis di antara tanda kutip; periksa juga indentasi baris ini.",
            "Put a text that holds `: ` in quotes; look at the indentation of this line, too.",
        ),
    ),
    "yaml-syntax.quote": (
        ("Tanda kutip tidak ditutup.", "A quote is not closed."),
        (
            "Tutup teks dengan tanda kutip yang sama seperti pembukanya.",
            "Close the text with the same quote that opens it.",
        ),
    ),
    "yaml-syntax.escape": (
        (
            "Tanda `\\` dalam teks berkutip ganda ini tidak dikenal.",
            "This `\\` in a text in double quotes is unknown.",
        ),
        (
            "Pakai tanda kutip tunggal, atau tulis `\\\\` untuk satu garis miring terbalik.",
            "Use single quotes, or write `\\\\` for one backslash.",
        ),
    ),
    "yaml-syntax.bracket": (
        (
            "Kurung `{{ … }}` atau `[ … ]` tidak lengkap, atau isinya tidak dipisah koma.",
            "Brackets `{{ … }}` or `[ … ]` are not complete, or a comma is missing between what they hold.",
        ),
        (
            "Tutup setiap kurung; nilai yang memuat kurung atau koma ditulis di antara tanda kutip.",
            "Close every bracket; put a value that holds brackets or commas in quotes.",
        ),
    ),
    "yaml-syntax.colon-bracket": (
        ("Titik dua dan tanda sesudahnya tidak terpisah.", "A colon and what follows it are not separated."),
        (
            "Di dalam kurung, tulis spasi sesudah titik dua: `kunci: [a, b]`.",
            "Inside brackets, write a space behind the colon: `key: [a, b]`.",
        ),
    ),
    "yaml-syntax.first-character": (
        ("Nilai tidak boleh dimulai dengan tanda ini.", "A value may not begin with this character."),
        ("Tulis nilai ini di antara tanda kutip.", "Put the value in quotes."),
    ),
    "yaml-syntax.indent": (
        (
            "Susunan baris di sini tidak terbaca: indentasi atau titik duanya keliru.",
            "The lines here cannot be read: indentation or a colon is wrong.",
        ),
        (
            "Kunci yang setingkat mulai pada kolom yang sama, dan setiap kunci diikuti `: `.",
            "Keys of one map begin in the same column, and every key is followed by `: `.",
        ),
    ),
    "yaml-syntax.block": (
        (
            "Tanda blok `|` atau `>` diikuti sesuatu yang tidak dikenal.",
            "The block sign `|` or `>` is followed by something unknown.",
        ),
        (
            "Akhiri baris sesudah tanda `|`, dan tulis isinya menjorok di bawahnya.",
            "End the line after `|`, and indent the text below it.",
        ),
    ),
    "yaml-syntax.question-mark": (
        (
            "Di dalam `{{ … }}` atau `[ … ]`, teks dengan tanda tanya memerlukan tanda kutip.",
            "Inside `{{ … }}` or `[ … ]` a text with a question mark needs quotes.",
        ),
        ("Tulis teks ini di antara tanda kutip.", "Put the text in quotes."),
    ),
    "unknown-key": (
        ("Kunci {name} tidak dikenal di sini.", "The key {name} is unknown here."),
        ("{hint}", "{hint}"),
    ),
    "unknown-key.indicator-only": (
        ("Kunci {name} hanya untuk `kind: indicator`.", "The key {name} is for `kind: indicator` only."),
        ("Hapus kunci ini, atau ubah `kind`.", "Take the key out, or change `kind`."),
    ),
    "duplicate-key": (
        ("Kunci {name} sudah ada di baris {line}.", "The key {name} already stands on line {line}."),
        ("Hapus salah satu, atau beri nama lain.", "Take one out, or give it another name."),
    ),
    "missing-key": (
        ("Kunci {name} belum ada.", "The key {name} is missing."),
        ("Tambahkan {name}.", "Add {name}."),
    ),
    "missing-key.reason": (
        ("`status: not_computable` memerlukan `reason`.", "`status: not_computable` needs a `reason`."),
        ("Misalnya `reason: division-by-zero`.", "For example `reason: division-by-zero`."),
    ),
    "missing-key.status": (
        ("`reason` memerlukan `status`.", "A `reason` needs a `status`."),
        ("Misalnya `status: not_computable`.", "For example `status: not_computable`."),
    ),
    "missing-key.when": (
        ("Kasus ini belum mempunyai `when`.", "This case has no `when`."),
        ("Tulis `when` dan `then`, atau `otherwise` saja.", "Write `when` and `then`, or `otherwise` alone."),
    ),
    "missing-key.then": (
        ("Kasus ini belum mempunyai `then`.", "This case has no `then`."),
        ("Tulis `when` dan `then`, atau `otherwise` saja.", "Write `when` and `then`, or `otherwise` alone."),
    ),
    "missing-key.choices": (
        ("`type: choice` memerlukan `choices`.", "`type: choice` needs `choices`."),
        (
            "Tulis daftar kodenya, atau id skala atau tabel.",
            "Write the list of its codes, or the id of a scale or table.",
        ),
    ),
    "missing-key.step": (
        (
            "Langkah ini belum mempunyai `formula`, `rule` atau `rows`.",
            "This step has no `formula`, `rule` or `rows`.",
        ),
        ("Tulis tepat satu di antaranya.", "Write exactly one of them."),
    ),
    "missing-key.achievement-input": (
        (
            "Rumus capaian (`kind: achievement`) harus mempunyai masukan {name}.",
            "An achievement (`kind: achievement`) must have an input {name}.",
        ),
        ("Tambahkan {name} di bawah `inputs`.", "Add {name} under `inputs`."),
    ),
    "missing-key.interval": (
        (
            "Batas `above`, `from`, `up_to` atau `below` belum ada.",
            "There is no end `above`, `from`, `up_to` or `below`.",
        ),
        ("Tulis paling sedikit satu batas.", "Write at least one end."),
    ),
    "missing-key.band": (
        ("Rentang ini belum mempunyai batas.", "This band has no ends."),
        (
            "Tulis `above` atau `from`, `up_to` atau `below`; atau `exactly`; atau `status`.",
            "Write `above` or `from`, `up_to` or `below`; or `exactly`; or `status`.",
        ),
    ),
    "missing-key.example-result": (
        (
            "Contoh ini tidak menyatakan hasil yang diharapkan.",
            "This example does not say what must come out.",
        ),
        (
            "Tambahkan `result`, `steps`, `category` atau `status`.",
            "Add `result`, `steps`, `category` or `status`.",
        ),
    ),
    "missing-key.example-category": (
        (
            "Contoh skala menyatakan `category`, atau `status` dengan `reason`: tepat satu.",
            "An example of a scale says `category`, or `status` with `reason`: exactly one.",
        ),
        ("", ""),
    ),
    "missing-key.example-number": (
        (
            "Contoh tabel menyatakan `result`, atau `status` dengan `reason`: tepat satu.",
            "An example of a table says `result`, or `status` with `reason`: exactly one.",
        ),
        ("", ""),
    ),
    "missing-key.printed": (
        (
            "Angka cetak memerlukan `value`, `category`, atau keduanya.",
            "A printed figure needs `value`, `category` or both.",
        ),
        ("", ""),
    ),
    "yaml-not-allowed.anchor": (
        ("Jangkar {name} (`&`) tidak diperbolehkan.", "The anchor {name} (`&`) is not allowed."),
        (
            "Hapus jangkar itu, atau tulis teks di antara tanda kutip.",
            "Take the anchor out, or put the text in quotes.",
        ),
    ),
    "yaml-not-allowed.alias": (
        ("Alias {name} (`*`) tidak diperbolehkan.", "The alias {name} (`*`) is not allowed."),
        (
            "Tulis nilainya lagi, atau tulis teks di antara tanda kutip.",
            "Write the value again, or put the text in quotes.",
        ),
    ),
    "yaml-not-allowed.tag": (
        ("Tag {name} (`!`) tidak diperbolehkan.", "The tag {name} (`!`) is not allowed."),
        (
            "Hapus tag itu, atau tulis teks di antara tanda kutip.",
            "Take the tag out, or put the text in quotes.",
        ),
    ),
    "yaml-not-allowed.merge-key": (
        ("Kunci gabung `<<` tidak diperbolehkan.", "The merge key `<<` is not allowed."),
        ("Tulis kunci-kuncinya satu per satu.", "Write the keys one by one."),
    ),
    "yaml-not-allowed.complex-key": (
        ("Kunci harus berupa satu teks.", "A key must be one text."),
        (
            "Teks yang dimulai dengan kurung ditulis di antara tanda kutip.",
            "Put a text that begins with a bracket in quotes.",
        ),
    ),
    "yaml-not-allowed.documents": (
        ("Satu berkas memuat satu dokumen saja.", "A file holds one document only."),
        (
            "Hapus `---`, atau pindahkan sisanya ke berkas lain.",
            "Take `---` out, or move the rest to another file.",
        ),
    ),
    "yaml-not-allowed.directive": (
        (
            "Baris `%` di awal berkas tidak diperbolehkan.",
            "A line `%` at the start of a file is not allowed.",
        ),
        ("Hapus baris itu.", "Take the line out."),
    ),
    "yaml-not-allowed.folded": (
        ("Rumus tidak boleh ditulis dalam blok `>`.", "A formula cannot be written in a block `>`."),
        ("Pakai `|`; akhir baris di dalamnya menjadi spasi.", "Use `|`; its line ends become spaces."),
    ),
    "id-path": (
        (
            "Berkas aturan harus terletak di `pemilik/nama/x.y.z.yaml`.",
            "A rule file must lie at `owner/name/x.y.z.yaml`.",
        ),
        ("Pindahkan berkas ini, atau beri nama lain.", "Move the file, or give it another name."),
    ),
    "id-path.extension": (
        ("Berkas aturan berakhiran `.yaml`, bukan `.yml`.", "A rule file ends in `.yaml`, not in `.yml`."),
        ("Ganti akhiran nama berkas ini.", "Change the end of the name of this file."),
    ),
    "id-path.id": (
        (
            "Id {written} tidak sama dengan letak berkasnya, {expected}.",
            "The id {written} is not the path of its file, {expected}.",
        ),
        ("Samakan id dan folder.", "Make id and folder the same."),
    ),
    "id-path.version": (
        (
            "Versi {written} tidak sama dengan nama berkasnya, {expected}.",
            "The version {written} is not the name of its file, {expected}.",
        ),
        ("Samakan versi dan nama berkas.", "Make version and file name the same."),
    ),
    "bad-date.form": (
        ("{written} bukan tahun atau tanggal.", "{written} is no year and no date."),
        ("Tulis `2020` atau `2020-12-31`.", "Write `2020` or `2020-12-31`."),
    ),
    "bad-date.no-such-day": (
        ("Tanggal {written} tidak ada.", "There is no day {written}."),
        (
            "Tanggal ditulis tahun-bulan-hari, misalnya `2020-12-31`.",
            "A date is year-month-day, for example `2020-12-31`.",
        ),
    ),
    "bad-date.year": (
        ("{written} bukan tahun.", "{written} is no year."),
        ("Tahun ditulis dengan empat angka, misalnya `2020`.", "A year has four digits, for example `2020`."),
    ),
    "bad-date.order": (
        ("`valid_to` lebih awal daripada `valid_from`.", "`valid_to` is before `valid_from`."),
        ("", ""),
    ),
    "translation-missing": (
        ("Teks ini belum ada bahasa Inggrisnya.", "This text has no English."),
        ("Aturan `nasional` ditulis `{{id: …, en: …}}`.", "Rules of `nasional` write `{{id: …, en: …}}`."),
    ),
    "formula-cut": (
        (
            "Koma memotong nilai {name}: yang tersisa {value}, sedangkan {rest} menjadi kunci tanpa nilai.",
            "A comma has cut the value of {name}: {value} is left, and {rest} is a key without a value.",
        ),
        (
            "Di dalam `{{ … }}`, tulis nilai berkoma di antara tanda kutip; desimal memakai titik.",
            "Inside `{{ … }}`, put a value with a comma in quotes; decimals take a point.",
        ),
    ),
    "formula-cut.empty": (
        (
            "Kunci {name} tidak mempunyai nilai di dalam `{{ … }}`.",
            "The key {name} has no value inside `{{ … }}`.",
        ),
        (
            "Tulis nilainya, atau `null`; nilai yang memuat koma ditulis di antara tanda kutip.",
            "Write the value, or `null`; put a value that holds a comma in quotes.",
        ),
    ),
    "file-too-large.size": (
        ("Berkas lebih besar dari {limit} byte.", "The file is larger than {limit} bytes."),
        ("Bagi menjadi beberapa berkas.", "Divide it into several files."),
    ),
    "file-too-large.lines": (
        ("Berkas lebih panjang dari {limit} baris.", "The file is longer than {limit} lines."),
        ("Bagi menjadi beberapa berkas.", "Divide it into several files."),
    ),
    "file-too-large.line": (
        ("Baris ini lebih panjang dari {limit} karakter.", "This line is longer than {limit} characters."),
        ("Bagi menjadi beberapa baris.", "Divide it into several lines."),
    ),
    "file-too-large.nesting": (
        (
            "Susunan di sini lebih dalam dari {limit} tingkat.",
            "The nesting here is deeper than {limit} levels.",
        ),
        ("", ""),
    ),
    "file-too-large.nodes": (
        (
            "Berkas memuat lebih dari {limit} nilai, kunci dan daftar.",
            "The file holds more than {limit} values, keys and lists.",
        ),
        ("Bagi menjadi beberapa berkas.", "Divide it into several files."),
    ),
    "file-too-large.bands": (
        ("Skala memuat lebih dari {limit} rentang.", "The scale has more than {limit} bands."),
        ("", ""),
    ),
    "file-too-large.steps": (
        ("Aturan memuat lebih dari {limit} langkah.", "The rule has more than {limit} steps."),
        ("Bagi menjadi beberapa aturan.", "Divide it into several rules."),
    ),
    "file-too-large.cells": (
        ("Aturan memuat lebih dari {limit} sel.", "The rule has more than {limit} cells."),
        ("Bagi menjadi beberapa aturan.", "Divide it into several rules."),
    ),
    "control-character": (
        (
            "Karakter {character} tidak terlihat atau mengubah urutan teks, dan tidak diperbolehkan.",
            "The character {character} is invisible or reorders the text, and is not allowed.",
        ),
        (
            "Hapus karakter itu; biasanya terbawa dari dokumen lain.",
            "Take it out; it usually comes along from another document.",
        ),
    ),
    "control-character.tab": (
        ("Karakter tab ({character}) tidak diperbolehkan.", "A tab ({character}) is not allowed."),
        ("Ganti dengan spasi.", "Put spaces in its place."),
    ),
}
