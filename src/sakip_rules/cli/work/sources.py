"""Data that a command names: a file, or `-` for standard input."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, NamedTuple, TextIO

from sakip_rules.cli.work.opening import STANDARD_INPUT
from sakip_rules.dataclass import replace
from sakip_rules.diagnostics import DataError, diagnose
from sakip_rules.diagnostics.places import whole
from sakip_rules.loader.gate import REPORT_LIMITS, FileError, decode, read_bytes, too_large
from sakip_rules.service.reading import read_object

if TYPE_CHECKING:
    from sakip_rules.diagnostics import Diagnostic

STREAM_NAME = "<stdin>"
LINES = (".jsonl", ".ndjson")
"""How files end that hold one JSON value a line, however many they are."""


class Datum(NamedTuple):
    """One JSON text: where it stands, and what is written there."""

    file: str
    line: int
    text: str

    @property
    def place(self) -> str:
        """Its file and line."""
        return f"{self.file}:{self.line}"

    def read(self) -> dict[str, object]:
        """Gives the object that is written there; raises `DataError`."""
        try:
            return read_object(self.text, self.file)
        except DataError as error:
            raise DataError(map(self._moved, error.diagnostics)) from None

    def _moved(self, diagnostic: Diagnostic) -> Diagnostic:
        """A diagnostic of the text alone, at its place in the file."""
        if diagnostic.place is None or not diagnostic.place.line:
            return diagnostic
        place = replace(diagnostic.place, line=diagnostic.place.line + self.line - 1)
        return replace(diagnostic, place=place)


def read_data(name: str) -> list[Datum]:
    """Gives the one JSON value of a file, or those of its lines; raises `DataError` for what cannot be read.

    A text that is several lines, of which the first is a whole value, has one value a line.
    """
    text = read_text(name)
    shown = shown_name(name)
    lines = [Datum(shown, number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if name.lower().endswith(LINES) or (len(lines) > 1 and _is_whole(lines[0])):
        return lines
    return [Datum(shown, 1, text)]


def _is_whole(line: Datum) -> bool:
    try:
        line.read()
    except DataError:
        return False
    return True


def shown_name(name: str) -> str:
    """Gives what diagnostics call a source."""
    return STREAM_NAME if name == STANDARD_INPUT else name


def read_text(name: str) -> str:
    """Gives the text of a file or of standard input, within the limits of reports; raises `DataError`."""
    try:
        if name != STANDARD_INPUT:
            return decode(read_bytes(name, name, REPORT_LIMITS), name)
        return decode(_standard_input(), STREAM_NAME)
    except FileError as error:
        raise DataError(error.diagnostics) from None


def _standard_input() -> bytes:
    try:
        data = sys.stdin.buffer.read(REPORT_LIMITS.size + 1) if sys.stdin is not None else b""
    except OSError:
        raise FileError(diagnose("unreadable", whole(STREAM_NAME))) from None
    if len(data) > REPORT_LIMITS.size:
        raise FileError(too_large(whole(STREAM_NAME), REPORT_LIMITS))
    return data


def report_source(name: str) -> str | TextIO:
    """Gives a report as the catalogue takes it: its path, or standard input as text; raises `DataError`."""
    if name != STANDARD_INPUT:
        return name
    text = io.StringIO(read_text(name))
    text.name = STREAM_NAME  # what diagnostics call it
    return text
