"""Text with separators (CSV): as Excel in Indonesia writes it (`;`), plain (`,`), with tabs or `|`.

Rows are read one after the other; of a record that goes over several lines, the first line is its place.
"""

from __future__ import annotations

import codecs
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sakip_rules.diagnostics import DataError, Diagnostic, Place, diagnose, warn
from sakip_rules.diagnostics.places import whole
from sakip_rules.loader.gate import BOM, FORBIDDEN, character_key
from sakip_rules.numbers import grouped
from sakip_rules.sheets.cells import OpenSheet, SheetCell, SheetRow, clean_text
from sakip_rules.sheets.gate import MEBIBYTE, SheetLimits, too_large

SEPARATORS: Final = ("\t", ";", "|", ",")
"""Of separators that fit equally well, the first: a comma also stands inside numbers and sentences."""

SAMPLE: Final = 100
RECORD: Final = MEBIBYTE
"""Characters of a record; a cell of Excel holds 32,767."""

_NAMED: Final = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_ENCODINGS: Final[dict[bytes, str]] = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
WINDOWS: Final = "cp1252"
_ESCAPED: Final = r"\|"
"""A bar that parts no cells, as Markdown writes it."""

_OTHERS: Final = {
    separator: r"(?:\\\||[^|])*" if separator == "|" else rf"[^{re.escape(separator)}]*"
    for separator in SEPARATORS
}
"""What a cell holds that does not stand between quotes."""

_PATTERNS: Final = {
    separator: re.compile(rf'[ ]*"((?:[^"]|"")*)"([^{re.escape(separator)}]*)|({others})')
    for separator, others in _OTHERS.items()
}


@dataclass(frozen=True, slots=True)
class _Record:
    """The text of a record, and the number of its first line."""

    text: str
    line: int


class SeparatedText:
    """A text file with one table."""

    def __init__(self, path: str, file: str, limits: SheetLimits) -> None:
        self.file = file
        self.path = path
        self.limits = limits
        self.notes: list[Diagnostic] = []
        try:
            too_large(file, Path(path).stat().st_size, limits)
            self._encoding = self._encoding_of()
        except OSError:
            raise DataError([diagnose("unreadable", whole(file))]) from None

    def close(self) -> None:
        """Nothing stays open."""

    def sheets(self) -> Iterator[OpenSheet]:
        """Gives the table of the file."""
        named, separator = self._separator()
        rows = self._rows(separator, 1 if named else 0)
        yield OpenSheet(self.file, "", rows)

    def _encoding_of(self) -> str:
        """UTF-8, or UTF-16 where its mark stands first, else Windows-1252, which is said."""
        with Path(self.path).open("rb") as stream:
            mark = stream.read(2)
        if mark in _ENCODINGS:
            return _ENCODINGS[mark]
        if self._decodes("utf-8"):
            return "utf-8"
        if not self._decodes(WINDOWS):
            raise DataError([diagnose("sheet-syntax.encoding", whole(self.file))])
        self.notes.append(warn("odd-cell.windows-1252", whole(self.file)))
        return WINDOWS

    def _decodes(self, encoding: str) -> bool:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            with Path(self.path).open("rb") as stream:
                while piece := stream.read(MEBIBYTE):
                    decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
        return True

    def _lines(self) -> Iterator[str]:
        """The lines of the file with their ends; a longer one than any table has is refused."""
        try:
            with Path(self.path).open(encoding=self._encoding, newline="") as stream:
                first = True
                while line := stream.readline(RECORD + 1):
                    yield line.removeprefix(BOM) if first else line
                    first = False
        except UnicodeDecodeError:
            raise DataError([diagnose("sheet-syntax.encoding", whole(self.file))]) from None

    def _records(self, skipped: int = 0) -> Iterator[_Record]:
        """The records of the file: a line, or several where a line end stands between quotes."""
        begun, size, start = list[str](), 0, 0
        for number, line in enumerate(self._lines(), start=1):
            if number <= skipped:
                continue
            start = start if begun else number
            stays_open = _stays_open(line, within=bool(begun))
            begun.append(line)
            size += len(line)
            if size > RECORD:
                raise DataError(
                    [diagnose("file-too-large.record", Place(self.file, start), limit=grouped(RECORD))]
                )
            if not stays_open:
                yield _Record("".join(begun).rstrip("\r\n"), start)
                begun, size = [], 0
        if begun:
            line = begun[0].rstrip("\r\n")
            raise DataError(
                [diagnose("sheet-syntax.quote", Place(self.file, start, line.rfind('"') + 1, 1, line))]
            )

    def _separator(self) -> tuple[bool, str]:
        """Whether the first line names the separator (`sep=;`), and which it is."""
        first = next(self._lines(), "")
        named = _NAMED.fullmatch(first)
        if named is not None and named[1] in SEPARATORS:
            return True, named[1]
        sample = self._sample()
        return False, max(SEPARATORS, key=lambda separator: _fit(sample, separator))

    def _sample(self) -> list[str]:
        """The first records that hold something; of very long ones fewer."""
        sample, left = list[str](), RECORD
        for record in itertools.islice(self._records(), SAMPLE):
            sample += [record.text] if record.text.strip() else []
            left -= len(record.text)
            if left < 0:
                break
        return sample

    def _rows(self, separator: str, skipped: int) -> Iterator[SheetRow]:
        left = self.limits.cells
        for record in self._records(skipped):
            cells = _cells(record.text, separator)
            left -= len(cells)
            if left < 0:
                limit = grouped(self.limits.cells)
                raise DataError([diagnose("file-too-large.sheet", whole(self.file), limit=limit)])
            if cells:
                row = SheetRow(record.line, cells, source=record.text.partition("\n")[0].rstrip("\r"))
                self._must_be_harmless(record.text, row)
                yield row

    def _must_be_harmless(self, text: str, row: SheetRow) -> None:
        if text.isprintable():
            return
        for match in FORBIDDEN.finditer(text):
            character = match.group()
            if character in "\t\r\ufeff\x85\u2028\u2029":
                continue
            start = match.start() - text.rfind("\n", 0, match.start())
            line = row.line + text.count("\n", 0, match.start())
            place = Place(self.file, line, start, source=text.splitlines()[0])
            shown = f"U+{ord(character):04X}"
            raise DataError([diagnose(character_key(character), place, character=shown)])


def _stays_open(line: str, *, within: bool) -> bool:
    """Whether a record goes on behind a line that begins `within` quotes or not.

    Each line is looked at once: a quote that is never closed costs as much as one that is.
    """
    ends_even = line.count('"') % 2 == within  # what goes on has an odd number of quotes so far
    return not ends_even and _is_open(line, within=within)


def _is_open(text: str, *, within: bool) -> bool:
    """Whether a quote that begins a cell is not closed: one inside a cell, as in 5" pipes, is a letter."""
    at_start = True
    position = 0
    while position < len(text):
        character = text[position]
        if within and character == '"':
            if text[position + 1 : position + 2] == '"':
                position += 1
            else:
                within = False
        elif not within and character == '"' and at_start:
            within = True
        at_start = not within and (character in SEPARATORS or (at_start and character == " "))
        position += 1
    return within


def _fit(sample: list[str], separator: str) -> int:
    """How well a separator fits: how many records it cuts into one same number of cells."""
    counts = Counter(len(list(_pieces(text, separator))) for text in sample)
    counts.pop(1, None)
    return max(counts.values(), default=0)


def _pieces(text: str, separator: str) -> Iterator[tuple[int, str, str]]:
    """Each cell of a record: the character with which it begins, its text, and how it is written."""
    position, pattern = 0, _PATTERNS[separator]
    while True:
        match = pattern.match(text, position)
        assert match is not None  # noqa: S101 - the pattern fits nothing, too
        quoted_text, rest, plain = match.groups()
        if quoted_text is not None:
            value = quoted_text.replace('""', '"') + rest.rstrip()
        else:
            value = plain.replace(_ESCAPED, "|") if separator == "|" else plain
        yield position + 1, value, match.group()
        position = match.end()
        if position >= len(text):
            return
        position += 1
        if position == len(text):
            yield position + 1, "", ""
            return


def _cells(text: str, separator: str) -> dict[int, SheetCell]:
    cells: dict[int, SheetCell] = {}
    for column, (start, value, _) in enumerate(_pieces(text, separator), start=1):
        cleaned = clean_text(value)
        if cleaned.strip():
            cells[column] = SheetCell(cleaned, "text", column, start=start)
    return cells
