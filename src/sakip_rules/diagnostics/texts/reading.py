"""Texts of the group: files, codes of what keeps a file from being read as YAML."""

from __future__ import annotations

from sakip_rules.languages import Pair

READING: dict[str, tuple[Pair, Pair]] = {
    "yaml-syntax": (
        ("Berkas ini bukan YAML yang dapat dibaca.", "This file is no YAML that can be read."),
        (
            "Periksa indentasi, titik dua, tanda kutip dan kurung di sekitar tempat ini.",
            "Look at indentation, colons, quotes and brackets around this place.",
        ),
    ),
    "no-file": (
        ("Berkas ini tidak ada.", "There is no such file."),
        ("{near}", "{near}"),
    ),
    "no-file.link": (
        ("Tautan ini menuju berkas yang tidak ada.", "This link leads to a file that is not there."),
        ("Perbaiki tautannya, atau letakkan berkasnya di sini.", "Mend the link, or put the file here."),
    ),
    "no-file.folder": (
        ("Folder ini tidak ada.", "There is no such folder."),
        ("{near}", "{near}"),
    ),
    "unreadable.folder": (
        ("Folder tidak dapat dibaca.", "The folder cannot be read."),
        (
            "Periksa namanya, dan izin untuk membaca dan memasukinya.",
            "Check its name, and the permission to read and to enter it.",
        ),
    ),
    "no-file.is-folder": (
        ("Ini sebuah folder, bukan berkas.", "This is a folder, not a file."),
        ("Tulis nama satu berkas di dalamnya.", "Write the name of one file in it."),
    ),
    "no-file.other": (
        ("Ini bukan berkas biasa.", "This is not a regular file."),
        (
            "Berikan nama satu berkas, bukan saluran atau perangkat.",
            "Give the name of one file, not of a pipe or a device.",
        ),
    ),
    "no-report.rules-folder": (
        ("Ini sebuah folder aturan, bukan laporan.", "This is a folder of rules, not a report."),
        ("Aturan diperiksa dengan: {command}", "Rules are checked by: {command}"),
    ),
    "no-report.rule-file": (
        ("Ini sebuah berkas aturan, bukan laporan.", "This is a rule file, not a report."),
        ("Aturan dijelaskan dengan: {command}", "A rule is explained by: {command}"),
    ),
    "no-report.table": (
        ("Ini berkas {kind}, bukan laporan.", "This is a file of {kind}, not a report."),
        ("Tabel dijadikan laporan dengan: {command}", "A table becomes a report by: {command}"),
    ),
    "no-report": (
        ("Ini berkas {kind}, bukan laporan.", "This is a file of {kind}, not a report."),
        (
            "`sakip evaluate` membaca laporan YAML (`.yaml`); bentuknya dicetak oleh `sakip schema report`.",
            "`sakip evaluate` reads a report in YAML (`.yaml`); `sakip schema report` prints its shape.",
        ),
    ),
    "unreadable": (
        ("Berkas ini tidak dapat dibuka.", "The file cannot be opened."),
        (
            "Periksa nama dan izin bacanya; bila sedang terbuka di Excel, tutup dahulu.",
            "Check its name and the permission to read it; if Excel has it open, close it there first.",
        ),
    ),
    "yaml-syntax.not-utf-8": (
        (
            "Berkas bukan teks UTF-8: byte {byte} tidak dapat dibaca.",
            "The file is not UTF-8 text: byte {byte} cannot be read.",
        ),
        ("Simpan ulang dengan pengodean UTF-8.", "Save it again in the encoding UTF-8."),
    ),
    "yaml-syntax.utf-16": (
        (
            "Berkas ini tersimpan sebagai UTF-16 (di Notepad: Unicode), bukan UTF-8.",
            "This file is saved as UTF-16 (in Notepad: Unicode), not as UTF-8.",
        ),
        (
            "Simpan ulang sebagai UTF-8; di PowerShell tulis keluaran dengan `-o BERKAS`, bukan `>`.",
            "Save it again in the encoding UTF-8; in PowerShell write output by `-o FILE`, not by `>`.",
        ),
    ),
    "yaml-syntax.program": (
        ("Ini berkas {kind}, bukan teks biasa.", "This is a file of {kind}, not a plain text."),
        (
            "Tulis isinya dengan penyunting teks (misalnya Notepad), dan simpan sebagai UTF-8.",
            "Write what it holds with an editor of texts (such as Notepad), and save it as UTF-8.",
        ),
    ),
    "yaml-syntax.empty": (
        ("Berkas ini kosong.", "This file is empty."),
        ("Isi berkas ini, atau hapus.", "Write something into the file, or delete it."),
    ),
    "yaml-syntax.colon": (
        ("Ada titik dua di tempat yang tidak semestinya.", "There is a colon where none may stand."),
        (
            "Teks yang memuat `: ` ditulis di antara tanda kutip; periksa juga indentasi baris ini.",
            "Put a text that holds `: ` in quotes; look at the indentation of this line, too.",
        ),
    ),
    "yaml-syntax.space": (
        ("Sesudah titik dua belum ada spasi.", "There is no space behind the colon."),
        ("Tulis spasi sesudah titik dua: {mend}.", "Write a space behind the colon: {mend}."),
    ),
    "yaml-syntax.no-colon": (
        (
            "Di baris ini tidak ada kunci yang diikuti `: `.",
            "On this line there is no key with `: ` behind it.",
        ),
        (
            "Tulis {mend}; bila barisnya lanjutan teks di atasnya, mulai lebih ke kanan daripada kuncinya.",
            "Write {mend}; if the line goes on with the text above it, begin it further right than its key.",
        ),
    ),
    "yaml-syntax.greater": (
        (
            "Nilai yang dimulai dengan `>` dibaca YAML sebagai teks berbaris banyak.",
            "A value that begins with `>` is the sign of a text of many lines to YAML.",
        ),
        (
            "Teks ditulis di antara tanda kutip: {mend}; sebuah angka tanpa tanda `>`.",
            "Put a text in quotes: {mend}; write a number without the `>`.",
        ),
    ),
    "yaml-syntax.quote-inside": (
        (
            "Tanda kutip {quote} di dalam teks berkutip mengakhiri teks itu.",
            "A quote {quote} inside a text in quotes ends that text.",
        ),
        (
            "Pakai {other} di luar, atau tanda kutip lain di dalamnya.",
            "Use {other} outside, or other quotes inside.",
        ),
    ),
    "yaml-syntax.colon-value": (
        (
            "Di dalam kurung, `: ` sekali lagi: nilainya sendiri memuat titik dua.",
            "Inside brackets a second `: `: the value itself holds a colon.",
        ),
        ("Tulis nilai itu di antara tanda kutip.", "Put that value in quotes."),
    ),
    "yaml-syntax.semicolon": (
        (
            "Di dalam kurung, `;` tidak memisahkan dua kunci.",
            "Inside brackets `;` does not part two keys.",
        ),
        (
            (
                "Tulis `,` di antaranya: `{{a: 1, b: 2}}`; nilai yang memuat `;` dan `: ` ditulis di antara "
                "tanda kutip."
            ),
            "Write `,` between them: `{{a: 1, b: 2}}`; a value that holds `;` and `: ` is put in quotes.",
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
    "yaml-syntax.percent": (
        ("Nilai tidak boleh dimulai dengan tanda `%`.", "A value may not begin with the sign `%`."),
        (
            "Satuan persen ditulis `persen`; teks lain ditulis di antara tanda kutip.",
            "The unit is written `persen`; put any other text in quotes.",
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
        (
            "Kurangi tingkat indentasi dan kurung di tempat ini.",
            "Use fewer levels of indentation and brackets here.",
        ),
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
        (
            "Gabungkan rentang, atau bagi menjadi beberapa skala.",
            "Join bands, or divide the scale into several.",
        ),
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
