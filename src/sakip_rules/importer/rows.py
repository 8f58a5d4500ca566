"""What a row of a table is: a record and of which level, a group of records, a total, or no record at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from sakip_rules.importer.headings import TITLES, Heading
from sakip_rules.sheets import SheetRow

_TOTAL: Final = re.compile(
    r"(?:sub\s*|grand\s*)?(?:jumlah|total|rata[\s-]*rata|rerata|rata2)\b.*"
    r"|(?:nilai|capaian|persentase) rata[\s-]*rata.*",
    re.IGNORECASE,
)
_SUMMED: Final = frozenset(
    {
        *("jumlah", "total", "rata", "rerata", "sub", "grand", "keseluruhan", "seluruh", "semua", "umum"),
        *("nilai", "capaian", "persentase", "prosentase", "tingkat", "kinerja", "target", "realisasi"),
        *("anggaran", "belanja", "pagu", "serapan", "penyerapan", "keuangan", "dana", "biaya"),
        *("sasaran", "tujuan", "indikator", "program", "kegiatan", "subkegiatan", "strategis", "utama"),
        *("iku", "dan", "per", "tahun", "akhir", "i", "ii", "iii", "iv", "v", "vi"),
    }
)
"""Words of which the name of a row of totals is made; an indicator has others: `Jumlah wisatawan`."""

_WORDS: Final = re.compile(r"[^\W\d_]+")
_MEAN: Final = re.compile(r"rata|rerata", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"(?!\d{1,3}(?:\.\d{3})+\s|[A-Za-z](?:\.[A-Za-z])+\b)"
    r"(?:\d+(?:\.\d+)+\s+|\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Za-z])[.)]\s*(?=\S))"
)
"""The number before a name; `5.000 pohon` counts, and `I.P.M` is short for words."""

_MARK: Final = re.compile(
    r"(?<!\*)\*+\)?$|(?<![¹²³⁴⁵⁶⁷⁸⁹])(?<!\bm)(?<!\b[kcdh]m)[¹²³⁴⁵⁶⁷⁸⁹]+\)?$|(?<=\w)\s+\d\)$"
)
"""The sign of a footnote behind a name; the `²` of `km²` is none."""

_LEVEL: Final = re.compile(
    r"(?P<level>sasaran|tujuan|program|kegiatan|sub[\s-]*kegiatan)\b(?P<rest>(?:\s+(?:strategis|kinerja|daerah))?"
    r"(?:(?:\s+(?:\d+(?:\.\d+)*|[IVX]+\b))?\s*[:.–-](?!\d)|\s+\d{1,2}(?:\.\d{1,2})+(?=\s)))?",
    re.IGNORECASE,
)
_ROMAN: Final = re.compile(r"[IVXLC]+\.?")
_CAPITAL: Final = re.compile(r"[A-Z]\.?")
_CODE: Final = re.compile(r"\d+(?:\.[\dxX]+)+\.?")
_ARABIC: Final = re.compile(r"\d+[.)]?")
_SMALL: Final = re.compile(r"[a-z][.)]?|\d+\)|-|•|–")


class Named(NamedTuple):
    """A name in a row: its level, its column, and the name without its number."""

    level: str
    column: int
    title: str


def is_total(texts: Sequence[str], *, names_indicator: bool = False, has_unit: bool = False) -> bool:
    """Says whether the names of a row say that it adds up others.

    Indicators begin with the same words: `Jumlah wisatawan`, `Rata-rata lama sekolah`; so where a row stands
    among indicators, it is a total only if nothing else is named, and what it counts has no unit.
    """
    first = next((text for text in texts if text), "")
    if not _TOTAL.fullmatch(first):
        return False
    if not names_indicator:
        return True
    return _SUMMED.issuperset(_WORDS.findall(first.lower())) and (is_mean([first]) or not has_unit)


def is_mean(texts: Sequence[str]) -> bool:
    """Says whether a row of totals is a mean."""
    return any(_MEAN.search(text) for text in texts)


def clean_title(text: str) -> str:
    """Gives a name without its number and its level: of `Sasaran 1: Meningkatnya …` what comes behind."""
    title = _without_number(text)
    level = _LEVEL.match(title)
    if level is not None and level["rest"]:
        title = title[level.end() :].strip()
    return _MARK.sub("", title).strip(" ;*") or text.strip()


def _without_number(text: str) -> str:
    bare = text.strip().lstrip("-–•").lstrip()
    number = _NUMBER.match(bare)
    return bare[number.end() :].lstrip() if number is not None else bare


def stated_level(text: str) -> str | None:
    """Gives the level that a name says it is of: `Program Pelayanan …`."""
    match = _LEVEL.match(_without_number(text))
    if match is None:
        return None
    level = re.sub(r"[\s-]", "", match["level"].lower())
    return "sasaran" if level == "tujuan" else level


def depth_of(number: str) -> int | None:
    """Gives how deep a number says that its row stands: Roman or capital 0, plain 1, small letter 2."""
    text = number.strip()
    for depth, pattern in ((0, _ROMAN), (0, _CAPITAL), (1, _ARABIC), (2, _SMALL)):
        if pattern.fullmatch(text):
            return depth
    return None


def code_depths(rows: Sequence[SheetRow], column: int | None) -> dict[int, int]:
    """Gives the depths of codes such as `1.06.02` by their number of parts, the shortest first.

    A plain number is a code of one part where one of the codes begins with it: `1`, `1.1`.
    """
    if column is None:
        return {}
    texts = [row.text(column).rstrip(".") for row in rows]
    codes = [text for text in texts if _CODE.fullmatch(text)]
    first = {code.partition(".")[0] for code in codes}
    lengths = sorted({code.count(".") for code in codes} | {0 for text in texts if text in first})
    return {length: depth for depth, length in enumerate(lengths)} if len(lengths) > 1 else {}


def names_of(row: SheetRow, columns: Mapping[int, Heading], depths: Mapping[int, int]) -> list[Named]:
    """Gives the names in a row from the top level down; one without a known level has an empty one."""
    number = next((row.text(at) for at, heading in columns.items() if heading.what == "nomor"), "")
    named = []
    for at, heading in columns.items():
        text = row.text(at)
        if heading.what in TITLES and text:
            level = _level(text, number, heading, depths) if heading.levels else heading.what
            named.append(Named(level, at, clean_title(text)))
    return sorted(named, key=lambda name: TITLES.index(name.level) if name.level else len(TITLES))


def _level(text: str, number: str, heading: Heading, depths: Mapping[int, int]) -> str:
    """The level of a name in a column of several levels: by its own word, its code, or its number."""
    own = stated_level(text)
    if own in heading.levels:
        return own or ""
    code = number.rstrip(".")
    is_code = bool(depths) and (_CODE.fullmatch(code) is not None or (0 in depths and code.isdecimal()))
    depth = depths.get(code.count(".")) if is_code else depth_of(number)
    if depth is None or depth >= len(heading.levels):
        return ""
    return heading.levels[depth]
