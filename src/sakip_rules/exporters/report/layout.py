"""A chapter as it is laid out on paper: sections, with numbered tables and the pictures of each."""

from __future__ import annotations

from itertools import count, groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.exporters.report.drawn import pictures_of
from sakip_rules.languages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip_rules.exporters.report.chapter.model import Chapter, ChapterTable, TableKey
    from sakip_rules.exporters.report.drawn import Drawn
    from sakip_rules.languages import Language, Pair

HEADINGS: Final[dict[TableKey, Pair]] = {
    "indicators": ("Target, realisasi, dan capaian", "Targets, realised figures and achievements"),
    "years": ("Dari tahun ke tahun", "Year by year"),
    "end": ("Kemajuan menuju akhir rencana", "Progress to the end of the plan"),
    "budget": ("Anggaran", "Budget"),
    "efficiency": ("Capaian dan anggaran", "Achievement and budget"),
    "others": ("Nilai lain", "Other values"),
}
TABLE: Final[Pair] = ("Tabel", "Table")
PICTURE: Final[Pair] = ("Gambar", "Figure")


class Numbered(NamedTuple):
    """A table and its pictures, each with its number in the chapter."""

    number: int
    table: ChapterTable
    pictures: Sequence[tuple[int, Drawn]]


class ChapterSection(NamedTuple):
    """A section: its heading, what it is about, its tables."""

    key: TableKey
    heading: str
    tables: Sequence[Numbered]


def sections_of(chapter: Chapter, lang: Language) -> Iterator[ChapterSection]:
    """Gives the sections of a chapter in order; tables and pictures are numbered through."""
    tables, pictures = count(1), count(1)
    for key, of_key in groupby(chapter.tables, key=lambda table: table.key):
        numbered = []
        for table in of_key:
            number = next(tables)
            drawn = pictures_of(table, f"gambar-{number}", lang)
            numbered.append(Numbered(number, table, [(next(pictures), picture) for picture in drawn]))
        yield ChapterSection(key, say(HEADINGS[key], lang), numbered)
