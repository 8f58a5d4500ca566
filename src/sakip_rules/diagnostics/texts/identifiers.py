"""Texts of the group: files, code `bad-value`: a name, an id, a version or a reference is written wrongly."""

from __future__ import annotations

from sakip_rules.languages import Pair

IDENTIFIERS: dict[str, tuple[Pair, Pair]] = {
    "bad-value.name-function": (
        ("{name} tidak dapat menjadi nama: itu nama fungsi.", "{name} cannot be a name: it is a function."),
        (
            "Pakai nama lain, misalnya dengan satu kata tambahan.",
            "Use another name, for example with one more word.",
        ),
    ),
    "bad-value.name-reserved": (
        (
            "{name} tidak dapat menjadi nama: kata itu mempunyai arti sendiri dalam rumus.",
            "{name} cannot be a name: it has a meaning of its own in formulas.",
        ),
        (
            "Pakai nama lain, misalnya dengan satu kata tambahan.",
            "Use another name, for example with one more word.",
        ),
    ),
    "bad-value.name-keyword": (
        (
            "{name} tidak dapat menjadi nama: itu kata kunci bahasa rumus.",
            "{name} cannot be a name: it is a keyword of formulas.",
        ),
        (
            "Pakai nama lain, misalnya dengan satu kata tambahan.",
            "Use another name, for example with one more word.",
        ),
    ),
    "bad-value.name-capital": (
        ("Nama {name} memuat huruf besar.", "The name {name} has capital letters."),
        ("Tulis nama dengan huruf kecil saja.", "Write names in small letters only."),
    ),
    "bad-value.name-result": (
        (
            "{name} tidak dapat menjadi nama: kata itu berarti hasil aturannya.",
            "{name} cannot be a name: it means what the rule results in.",
        ),
        (
            "Pakai nama lain; hasil sebuah contoh ditulis sejajar dengan `given`, bukan di dalamnya.",
            "Use another name; what an example results in stands beside `given`, not inside it.",
        ),
    ),
    "bad-value.name-near": (
        ("{name} bukan nama yang dapat dipakai dalam rumus.", "{name} is no name that formulas can use."),
        (
            "Tulis {mend}; kata-kata untuk pembaca ditulis di `title`.",
            "Write {mend}; words for readers go into `title`.",
        ),
    ),
    "bad-value.name-form": (
        ("{name} bukan nama yang dapat dipakai dalam rumus.", "{name} is no name that formulas can use."),
        (
            "Nama dimulai dengan huruf kecil a–z, lalu huruf kecil, angka atau `_`.",
            "A name begins with a small letter a–z; small letters, digits and `_` follow.",
        ),
    ),
    "bad-value.name-value": (
        ("Kunci tabel tidak boleh bernama `value`.", "A key of a table cannot be called `value`."),
        ("Nama itu milik isi selnya.", "That name belongs to its cells."),
    ),
    "bad-value.code-word": (
        (
            "{name} tidak dapat menjadi kode: kata itu berarti nilai tidak ada.",
            "{name} cannot be a code: the word means an absent value.",
        ),
        ("Pakai kode lain.", "Use another code."),
    ),
    "bad-value.code-space": (
        ("Kode {name} kosong atau memuat spasi.", "The code {name} is empty or has spaces."),
        ("Ganti spasi dengan `_` atau `-`.", "Put `_` or `-` in place of spaces."),
    ),
    "bad-value.row-id": (
        ("Baris tidak boleh bernama `status`.", "A row cannot be called `status`."),
        ("Kata itu menandai nilai yang tidak ada.", "The word marks an absent value."),
    ),
    "bad-value.id": (
        ("{written} bukan id aturan.", "{written} is no id of a rule."),
        (
            "Id berbentuk `pemilik/nama`: huruf kecil, angka, dan `-` di antaranya.",
            "An id is `owner/name`: small letters, digits, and `-` between them.",
        ),
    ),
    "bad-value.version": (
        ("{written} bukan versi.", "{written} is no version."),
        ("Versi berbentuk `x.y.z`, misalnya `1.0.0`.", "A version is `x.y.z`, for example `1.0.0`."),
    ),
    "bad-value.reference": (
        ("{written} bukan rujukan ke aturan.", "{written} is no reference to a rule."),
        ("Tulis `pemilik/nama` atau `pemilik/nama@x.y.z`.", "Write `owner/name` or `owner/name@x.y.z`."),
    ),
    "bad-value.reference-unpinned": (
        ("Rujukan {written} harus menyebut versinya.", "The reference {written} must name its version."),
        ("Tulis `pemilik/nama@x.y.z`.", "Write `owner/name@x.y.z`."),
    ),
    "bad-value.supersedes-other": (
        (
            "`supersedes` harus menunjuk aturan yang sama: {id}.",
            "`supersedes` must mean the same rule: {id}.",
        ),
        ("Tulis versi lain dari id yang sama.", "Write another version of the same id."),
    ),
}
