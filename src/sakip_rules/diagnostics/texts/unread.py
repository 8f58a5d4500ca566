"""Texts of the group "tables of other programs": cells of a table that do not become a datum or a figure."""

from typing import Final

from sakip_rules.diagnostics.texts.tables import MEND
from sakip_rules.languages import Pair

UNREAD: Final[dict[str, tuple[Pair, Pair]]] = {
    "not-imported.value": (
        (
            "{text} tidak terbaca sebagai nilai; tidak diimpor.",
            "{text} does not read as a value; not imported.",
        ),
        (
            "Tulis bilangannya utuh tanpa spasi, misalnya `12345` atau, untuk Rp1,5 miliar, `1500000000`.",
            "Write the number out without blanks, such as `12345` or, for Rp1.5 billion, `1500000000`.",
        ),
    ),
    "not-imported.word": (
        (
            "{text} adalah kata, bukan bilangan; ditulis belum ada, dengan kata itu sebagai catatan.",
            "{text} is a word and no number; it is written as missing, with the word as its note.",
        ),
        (
            "Bila predikatnya mempunyai nilai, tulis nilainya.",
            "If the grade stands for points, write the points.",
        ),
    ),
    "not-imported.range": (
        (
            "{text} adalah rentang, sedangkan {figure} di kerangka ini satu bilangan; ditulis belum ada.",
            "{text} is a range, and {figure} is one number in the framework; it is written as missing.",
        ),
        (
            "Tulis batas yang harus dicapai, misalnya {end}; untuk rentang ada `nasional/capaian-rentang`.",
            "Write the end that must be reached, such as {end}; `nasional/capaian-rentang` takes the range.",
        ),
    ),
    "not-imported.bound": (
        (
            "{text} adalah batas, bukan satu bilangan, di tempat {figure}; ditulis belum ada.",
            "{text} is a bound and not one number, in the place of {figure}; it is written as missing.",
        ),
        (
            "Tulis angka yang dicapai, lalu impor lagi.",
            "Write the figure that was reached, and import again.",
        ),
    ),
    "not-imported.brackets": (
        (
            "{text} dapat berarti bilangan negatif atau nomor catatan; ditulis belum ada.",
            "{text} may be a negative number or the number of a note; it is written as missing.",
        ),
        (
            "Tulis `-{number}` bila negatif, `{number}` bila tidak, lalu impor lagi.",
            "Write `-{number}` if it is negative, `{number}` if not, and import again.",
        ),
    ),
    "not-imported.polarity": (
        ("{text} tidak menyebut arah; tidak diimpor.", "{text} says no polarity; not imported."),
        (
            "Tulis `makin tinggi`, `makin rendah`, atau `mendekati target`, lalu impor lagi.",
            "Write `higher`, `lower` or `closer to the target`, and import again.",
        ),
    ),
    "not-imported.word-printed": (
        (
            "{text} tercetak di tempat {figure}, tanpa bilangan; tidak diimpor.",
            "{text} is printed for {figure}, without a number; not imported.",
        ),
        MEND,
    ),
    "not-imported.dash": (
        (
            "{text} tercetak di tempat sebuah angka; tidak ada yang diimpor.",
            "{text} is printed for a figure; nothing is imported.",
        ),
        MEND,
    ),
    "not-imported.cell": (
        (
            "Sel ini berisi {text}, bukan angka tercetak; tidak diimpor.",
            "The cell holds {text} and no printed figure; not imported.",
        ),
        MEND,
    ),
}
