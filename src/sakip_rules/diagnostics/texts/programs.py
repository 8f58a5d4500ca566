"""Texts of what programs give: JSON text, and data as objects."""

from typing import Final

from sakip_rules.languages import Pair

PROGRAMS: Final[dict[str, tuple[Pair, Pair]]] = {
    "json-syntax": (
        (
            "Di sini diperlukan sebuah nilai JSON, bukan {found}.",
            "A value of JSON is needed here, not {found}.",
        ),
        (
            'Nilai JSON adalah `"teks"`, angka, `true`, `false`, `null`, `{{…}}` atau `[…]`.',
            'A value of JSON is `"text"`, a number, `true`, `false`, `null`, `{{…}}` or `[…]`.',
        ),
    ),
    "json-syntax.key": (
        ("Di sini diperlukan sebuah kunci, bukan {found}.", "A key is needed here, not {found}."),
        (
            "Kunci JSON ditulis di antara tanda kutip ganda; di belakang yang terakhir tidak ada koma.",
            "A key of JSON stands in double quotes; behind the last entry stands no comma.",
        ),
    ),
    "json-syntax.mark": (
        ("Di sini diperlukan {mark}, bukan {found}.", "A {mark} is needed here, not {found}."),
        ("Periksa koma, titik dua dan kurung.", "Look at commas, colons and brackets."),
    ),
    "json-syntax.end": (
        ("Teks JSON ini berakhir sebelum lengkap.", "This JSON text ends before it is complete."),
        ("Tutup setiap kurung; mungkin teksnya terpotong.", "Close every bracket; the text may be cut off."),
    ),
    "json-syntax.after": (
        ("Sesudah akhir JSON masih ada yang lain.", "Something stands behind the end of the JSON."),
        ("Satu berkas memuat satu objek JSON.", "One file holds one object of JSON."),
    ),
    "json-syntax.quote": (
        ("Sebuah teks JSON tidak ditutup.", "A text of JSON is not closed."),
        (
            'Tutup teks dengan `"`; pergantian baris di dalamnya ditulis `\\n`.',
            'Close the text by `"`; write a line end inside it as `\\n`.',
        ),
    ),
    "json-syntax.escape": (
        ("Tanda `\\` dalam teks JSON ini tidak dikenal.", "This `\\` in a text of JSON is unknown."),
        ("Tulis `\\\\` untuk satu garis miring terbalik.", "Write `\\\\` for one backslash."),
    ),
    "json-syntax.surrogate": (
        (
            "{character} hanya setengah karakter: pasangannya tidak ada.",
            "{character} is half a character: its other half is not there.",
        ),
        (
            "Tulis karakternya sendiri, atau kedua `\\u…` pasangannya.",
            "Write the character itself, or both `\\u…` of the pair.",
        ),
    ),
    "json-syntax.exponent": (
        ("{text} memakai eksponen.", "{text} has an exponent."),
        ("Tulis semua angkanya, misalnya `1500000`.", "Write all digits, for example `1500000`."),
    ),
    "json-syntax.constant": (
        ("{text} bukan angka JSON.", "{text} is no number of JSON."),
        (
            "Nilai yang tidak ada ditulis `null`, atau dengan `status`.",
            "Write a value that is not there as `null`, or by its `status`.",
        ),
    ),
    "bad-value.report": (
        ("{type} bukan laporan.", "{type} is no kind of report."),
        (
            "Beri path sebuah berkas, sebuah dict, atau berkas teks yang terbuka.",
            "Give the path of a file, a dict, or an open text file.",
        ),
    ),
    "bad-value.on-error": (
        ("{text} bukan nilai untuk `on_error`.", "{text} is no value of `on_error`."),
        ("Pakai `'raise'` atau `'collect'`.", "Use `'raise'` or `'collect'`."),
    ),
    "bad-value.text-path": (
        ("{name} bukan nama sebuah aturan.", "{name} is no name of a rule."),
        (
            "Sebut `pemilik/nama@1.0.0`, atau `pemilik/nama/1.0.0.yaml`.",
            "Call it `owner/name@1.0.0`, or `owner/name/1.0.0.yaml`.",
        ),
    ),
    "bad-value.key-no-text": (
        ("Sebuah kunci bertipe {type}, bukan teks.", "A key is a {type}, not text."),
        ("Kunci data adalah teks, atau tahun sebagai int.", "Keys of data are text, or a year as int."),
    ),
    "bad-value.cycle": (
        ("Data ini memuat dirinya sendiri.", "These data hold themselves."),
        ("Beri salinan tanpa lingkaran.", "Give a copy without a circle."),
    ),
    "bad-value.unreadable": (
        ("Isi data ini tidak dapat dibaca.", "What these data hold cannot be read."),
        (
            "Objek itu gagal ketika isinya diminta; beri dict atau list biasa.",
            "The object failed when it was asked for its items; give a plain dict or list.",
        ),
    ),
    "duplicate-key.data": (
        (
            "Kunci {name} ada dua kali, sebagai teks dan sebagai angka.",
            "The key {name} is there twice, as text and as a number.",
        ),
        ("Hapus salah satunya.", "Take one of them out."),
    ),
    "duplicate-id.data": (
        (
            "Id {id} sudah dipakai di {first}, oleh rekaman lain di bawah rekaman yang sama.",
            "The id {id} is used at {first}, by another record below the same one.",
        ),
        ("Beri setiap rekaman id sendiri.", "Give every record an id of its own."),
    ),
    "bad-value.call": (
        (
            "{rule} berjenis `{kind}`; {call} bukan untuk jenis itu.",
            "{rule} is of the kind `{kind}`; {call} is not for that kind.",
        ),
        (
            "Untuk jenis itu: {fits}.",
            "For that kind: {fits}.",
        ),
    ),
    "bad-value.keys": (
        (
            "{rule} memerlukan {wanted} kode, diberi {found}.",
            "{rule} needs {wanted} codes and was given {found}.",
        ),
        ("Beri satu kode untuk tiap kunci: {keys}.", "Give one code for each key: {keys}."),
    ),
    "unknown-name.record": (
        ("Laporan ini tidak memuat {name}.", "This report does not hold {name}."),
        ("{near}", "{near}"),
    ),
    "missing-key.on": (
        ("Tahun atau hari untuk {name} belum disebut.", "No year or day is given for {name}."),
        (
            (
                'Tambahkan `--on 2020` pada perintahnya, `"on": "2020"` di JSON, `rule(…, on=2020)` di '
                "Python; atau pakai versi tetap `…@1.0.0`."
            ),
            (
                'Add `--on 2020` to the command, `"on": "2020"` in JSON, `rule(…, on=2020)` in Python; '
                "or use a pinned version `…@1.0.0`."
            ),
        ),
    ),
}
