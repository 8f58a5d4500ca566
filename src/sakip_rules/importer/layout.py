"""Where the table stands in its sheet: its headings, over one, two or three rows, and the rows below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sakip_rules.importer.headings import NAMES, YEAR, Heading, read_heading
from sakip_rules.importer.markdown import is_rule
from sakip_rules.sheets import Sheet, SheetRow

SEARCHED: Final = 60
"""Rows among which the headings are looked for."""

LEAST_HEADS: Final = 3
"""A row below a table that names so many different things begins another one."""

LONGEST_HEAD: Final = 40
_NUMBERING: Final = re.compile(r"\(?\s*(\d{1,2})[a-z]?\s*(?:=.*|\)(?:\s*=.*)?)?", re.DOTALL)
_ONE_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PART: Final = re.compile(
    r"(?:(?:tahun|thn|ta)?\s*(?:19|20)\d\d|%|[trck]|rp\.?|target|realisasi|capaian|tw.*|triwulan.*|semester.*|pagu"
    r"|anggaran|keuangan|keu\.?|kinerja|fisik|persentase|prosentase|i{1,3}|iv)(?:\s*\((?:rp\.?|rupiah|%|persen)\))?"
    r"|\((?:rp\.?|rupiah|%|persen)\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The columns of a table by their place, the rows above it, and those below its headings."""

    columns: Mapping[int, Heading]
    above: tuple[SheetRow, ...]
    heads: tuple[SheetRow, ...]
    numbering: tuple[SheetRow, ...]
    body: tuple[SheetRow, ...]
    other: tuple[SheetRow, ...] = ()
    """Where another table begins below: its headings, and the rest of the sheet."""


def find_layout(sheet: Sheet, figures: Mapping[str, str]) -> TableLayout | None:
    """Gives the layout of the table in a sheet; `None` where no row reads as headings."""
    rows = sheet.rows
    best = next((at for at, row in enumerate(rows[:SEARCHED]) if _known(row, figures) >= 2), None)  # noqa: PLR2004 - one word may be a title
    if best is None:
        return None
    first = best
    while first > 0 and _is_group(rows[first - 1], rows[best]):
        first -= 1
    last = best
    while last + 1 < len(rows) and last - first < 2 and _is_second(rows[last + 1], rows[best], figures):  # noqa: PLR2004 - three rows of headings
        last += 1
    heads = rows[first : last + 1]
    after = last + 1
    while after < len(rows) and (_is_numbering(rows[after]) or is_rule(rows[after])):
        after += 1
    columns = {at: read_heading(text, figures) for at, text in _joined(heads).items()}
    body = tuple(row for row in rows[after:] if not is_rule(row))
    end = next((at for at, row in enumerate(body) if _is_other(row, heads, figures)), len(body))
    numbering = tuple(row for row in rows[last + 1 : after] if not is_rule(row))
    return TableLayout(columns, rows[:first], heads, numbering, body[:end], body[end:])


def _known(row: SheetRow, figures: Mapping[str, str]) -> int:
    """How many different things the cells of a row name; a long text is a title, and a number no heading."""
    texts = [row.text(at) for at in row.cells]
    names = {read_heading(text, figures).what for text in texts if len(text) < 100 and not _is_number(text)}  # noqa: PLR2004 - longer than any heading
    return len(names - {""})


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d.,%\s-]+", text))


def _is_group(row: SheetRow, head: SheetRow) -> bool:
    """Whether a row above names groups of columns: it stands over columns that have headings of their own."""
    if len(row.cells) == 1 and min(row.cells) <= min(head.cells):
        return False  # a title above the table
    return bool(row.cells) and all(_PART.fullmatch(row.text(at)) for at in row.cells)


def _is_second(row: SheetRow, head: SheetRow, figures: Mapping[str, str]) -> bool:
    """Whether a row still belongs to the headings: it parts columns, and names no record."""
    if (
        _is_numbering(row)
        or not row.cells
        or any(_names_below(head.text(at), row.text(at), figures) for at in row.cells)
    ):
        return False
    parts = [row.text(at) for at in row.cells]
    if all(_PART.fullmatch(part) or _is_heading(part, figures) for part in parts):
        return True
    is_below_group = any(not head.text(at) for at in row.cells)
    return is_below_group and all(len(part) < LONGEST_HEAD and not _is_number(part) for part in parts)


def _names_below(head: str, text: str, figures: Mapping[str, str]) -> bool:
    """Whether a text below a heading is a name or the like; a year below `Tahun` parts it."""
    what = read_heading(head, figures).what
    return what in NAMES and not (what == YEAR and _ONE_YEAR.fullmatch(text))


def _is_heading(text: str, figures: Mapping[str, str]) -> bool:
    """Whether a text can only be a heading: short, of known words, and no number."""
    return len(text) < LONGEST_HEAD and not _is_number(text) and bool(read_heading(text, figures).what)


def _is_other(row: SheetRow, heads: tuple[SheetRow, ...], figures: Mapping[str, str]) -> bool:
    """Whether another table begins with a row: all of it reads as headings, and other ones than above."""
    texts = [row.text(at) for at in sorted(row.cells)]
    if any(texts == [head.text(at) for at in sorted(head.cells)] for head in heads):
        return False
    whats = [read_heading(text, figures).what for text in texts if len(text) < LONGEST_HEAD]
    return len(whats) == len(texts) and all(whats) and len(set(whats)) >= LEAST_HEADS


def _is_numbering(row: SheetRow) -> bool:
    """Whether a row counts the columns: `1 2 3`, `(1) (2) (5=4/3)`."""
    matches = [_NUMBERING.fullmatch(row.text(at)) for at in sorted(row.cells)]
    numbers = [int(match[1]) for match in matches if match is not None]
    return len(numbers) == len(matches) and numbers[:2] == [1, 2] and numbers == sorted(set(numbers))


def _joined(heads: tuple[SheetRow, ...]) -> dict[int, str]:
    """The headings of columns, those of a group before those below it."""
    columns = sorted({at for row in heads for at in row.cells})
    texts: dict[int, list[str]] = {at: [] for at in columns}
    for depth, row in enumerate(heads):
        group = ""
        below = heads[depth + 1 :]
        for at in columns:
            own = row.text(at)
            if own:
                group = own
            elif not any(under.text(at) for under in below):
                group = ""  # a column of its own: nothing stands below it that a group could be over
            if group and (own or any(under.text(at) for under in below)):
                texts[at].append(group)
    return {at: " ".join(parts) for at, parts in texts.items() if parts}
