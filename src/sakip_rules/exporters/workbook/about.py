"""The first sheet: what the workbook is, what colours mean, its sheets, the words of absent values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sakip_rules.exporters.workbook.styles import Style, Styles, height, page
from sakip_rules.exporters.workbook.values import plain
from sakip_rules.languages import Language, Pair, say
from sakip_rules.vocabulary import WORDS
from sakip_rules.wording.terms import ABSENT_WORDS

if TYPE_CHECKING:
    from sakip_rules.exporters.report.chapter.model import Chapter

NAME: Final[Pair] = ("Keterangan", "About")
FIRST_WORD: Final = 5
"""The row of the first word of absent values; the others stand below it."""
LAST_WORD: Final = FIRST_WORD + len(WORDS) - 1

_ABOUT_WIDTH: Final = 96

_ABSENT: Final[Pair] = (
    "Kata dalam sel yang tidak mempunyai angka (rumus mengenalnya; jangan diubah):",
    "Words in cells that have no number (formulas know them; leave them as they are):",
)
_MEANINGS: Final[dict[str, Pair]] = {
    "missing": ("data belum diisi", "the data is not there yet"),
    "not_applicable": (
        "tidak berlaku untuk baris ini, dan tidak ikut dihitung",
        "does not apply here, and does not count",
    ),
    "not_due": (
        "belum waktunya diukur, dan tidak ikut dihitung",
        "not due for measuring, and does not count",
    ),
    "not_computable": (
        "rumusnya tidak mempunyai hasil, misalnya dibagi nol",
        "the formula has no result, such as a division by zero",
    ),
}
_COLOURS: Final[tuple[tuple[Style, Pair], ...]] = (
    (
        "given",
        (
            "masukan: boleh diubah; semua angka lain ikut berubah",
            "input: may be changed; all other figures follow",
        ),
    ),
    ("computed", ("dihitung oleh rumus", "computed by a formula")),
    (
        "value",
        (
            "nilai tetap: tidak dapat ditulis sebagai rumus; catatan selnya menyebut mengapa",
            "a value: no formula can say it; the note of the cell says why",
        ),
    ),
    ("helper", ("bagian rumus (kolom terlipat di kanan)", "parts of formulas (folded columns on the right)")),
)
_COLOUR_HEAD: Final[Pair] = ("Warna sel:", "Colours of cells:")
_SHEETS: Final[Pair] = ("Lembar:", "Sheets:")
_CHECK: Final[Pair] = (
    "Lembar Kendali membandingkan angka yang tercatat ketika berkas ini dibuat dengan hasil rumus sekarang.",
    "The sheet Kendali compares the figures recorded when this file was made with what formulas give now.",
)
_NAMED: Final[Pair] = (
    "Masukan dan hasil tahun laporan mempunyai nama, misalnya {name}: pilih di kotak nama.",
    "Inputs and results of the report's year have names, such as {name}: choose it in the name box.",
)


class ListedSheet(NamedTuple):
    """A sheet in the list of sheets."""

    name: str
    about: str


def write(
    sheet: Any,  # noqa: ANN401 - XlsxWriter is no package of the core
    styles: Styles,
    chapter: Chapter,
    listed: Sequence[ListedSheet],
    lang: Language,
    *,
    named: str | None = None,
) -> None:
    """Writes the sheet; of a workbook without formulas it has neither colours nor words.

    `named` is the name of one of the cells of a live workbook.
    """
    sheet.set_column(0, 0, 4)
    sheet.set_column(1, 1, 30)
    sheet.set_column(2, 2, _ABOUT_WIDTH)
    sheet.write_string(0, 0, plain(chapter.title), styles.get("title"))
    sheet.write_string(1, 0, plain(chapter.organization))
    sheet.write_string(2, 0, plain(" · ".join(chapter.facts)))
    row = FIRST_WORD - 1
    if named is not None:
        row = _live(sheet, styles, named, lang)
    sheet.write_string(row, 0, say(_SHEETS, lang), styles.get("caption"))
    for place, entry in enumerate(listed, row + 1):
        sheet.write_url(place, 1, f"internal:'{entry.name}'!A1", styles.get("link"), entry.name)
        sheet.write_string(place, 2, plain(entry.about), styles.get("text"))
        sheet.set_row(place, height([(entry.about, _ABOUT_WIDTH)]))
    page(sheet)
    sheet.fit_to_pages(1, 1)


def _live(sheet: Any, styles: Styles, named: str, lang: Language) -> int:  # noqa: ANN401 - as above
    sheet.write_string(FIRST_WORD - 1, 0, say(_ABSENT, lang), styles.get("caption"))
    for place, word in enumerate(WORDS, FIRST_WORD):
        sheet.write_string(place, 1, say(ABSENT_WORDS[word], lang), styles.get("cell"))
        sheet.write_string(place, 2, say(_MEANINGS[word], lang), styles.get("text"))
    row = LAST_WORD + 2
    sheet.write_string(row, 0, say(_COLOUR_HEAD, lang), styles.get("caption"))
    for style, meaning in _COLOURS:
        row += 1
        sheet.write_string(row, 1, "123,45", styles.get(style))
        sheet.write_string(row, 2, say(meaning, lang), styles.get("text"))
    row += 2
    sheet.write_string(row, 0, say(_CHECK, lang))
    if named:
        row += 1
        sheet.write_string(row, 0, say(_NAMED, lang).format(name=named))
    return row + 2


def words_range(lang: Language) -> str:
    """Gives the cells that hold the words of absent values, as formulas call them."""
    return f"'{say(NAME, lang)}'!$B${FIRST_WORD + 1}:$B${LAST_WORD + 1}"
