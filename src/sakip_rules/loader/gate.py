"""Strangers' bytes -> text that is safe to parse, or what is wrong with it.

Everything here is decided before a YAML parser sees the text: kind of file, size, encoding, characters.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from typing import Final

from sakip_rules.dataclass import dataclass
from sakip_rules.diagnostics import Diagnostic, Place, diagnose
from sakip_rules.diagnostics.places import whole
from sakip_rules.diagnostics.rendering import SHOWN_A_FILE
from sakip_rules.numbers import grouped

NESTING: Final = 32
LINE_CHARACTERS: Final = 4096
BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"

FORBIDDEN: Final = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]"  # control characters, NEL among them
    "|\r(?!\n)"  # a line end only together with the line feed
    "|[\u2028\u2029]"  # line ends for some programs, not for others
    "|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # reorder what is shown
    "|[\ufeff\ufff0-\ufff8\ufffe\uffff\ud800-\udfff]"  # invisible, or no characters at all
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be (language reference, section 11)."""

    size: int
    lines: int
    nodes: int


RULE_LIMITS: Final = Limits(size=1024 * 1024, lines=20_000, nodes=50_000)
REPORT_LIMITS: Final = Limits(size=8 * 1024 * 1024, lines=200_000, nodes=500_000)


class FileError(Exception):
    """Ends the reading of a file; carries what is wrong with it."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = list(diagnostics)
        super().__init__(self.diagnostics)


def read_bytes(path: str | os.PathLike[str], name: str, limits: Limits) -> bytes:
    """Gives the bytes of a regular file; raises `FileError` for anything else, and for a file too large."""
    place = whole(name)
    try:
        # A pipe would wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        from sakip_rules.loader.absent import no_file  # noqa: PLC0415 - only a name that leads nowhere is looked for

        raise FileError(no_file(path, name)) from None
    except (OSError, ValueError):
        key = "no-file.is-folder" if _is_directory(path) else "unreadable"
        raise FileError(diagnose(key, place)) from None
    try:
        return _read(handle, place, limits)
    except OSError:
        raise FileError(diagnose("no-file.other", place)) from None
    finally:
        os.close(handle)


def _is_directory(path: str | os.PathLike[str]) -> bool:
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116 - the path may be no path at all
    except (OSError, ValueError):
        return False


def _read(handle: int, place: Place, limits: Limits) -> bytes:
    state = os.fstat(handle)
    if not stat.S_ISREG(state.st_mode):
        raise FileError(
            diagnose("no-file.is-folder" if stat.S_ISDIR(state.st_mode) else "no-file.other", place)
        )
    at_once = min(state.st_size, limits.size) + 1
    data = b""
    while len(data) <= limits.size and (more := os.read(handle, at_once)):
        data += more
    if len(data) > limits.size:
        raise FileError(too_large(place, limits))
    return data


def too_large(place: Place, limits: Limits) -> Diagnostic:
    """Says that a file has too many bytes."""
    return diagnose("file-too-large.size", place, limit=grouped(limits.size))


_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
"""How files begin that PowerShell's `>` writes, or Notepad as "Unicode"."""

_PROGRAMS: Final = {
    b"PK\x03\x04": "Word/Excel",
    b"\xd0\xcf\x11\xe0": "Word/Excel 97",
    b"{\\rtf": "RTF",
    b"%PDF-": "PDF",
}
"""How files begin that other programs keep, whatever their names end in."""


def decode(data: bytes, name: str) -> str:
    """Gives UTF-8 bytes as text; raises `FileError` with the place of the first byte that is none."""
    kind = next((kind for begin, kind in _PROGRAMS.items() if data.startswith(begin)), None)
    if kind is not None:
        raise FileError(diagnose("yaml-syntax.program", whole(name), kind=kind))
    if data.startswith(_UTF_16):
        raise FileError(diagnose("yaml-syntax.utf-16", whole(name)))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        place = Place(name, line, column, source=before[before.rfind("\n") + 1 :])
        raise FileError(diagnose("yaml-syntax.not-utf-8", place, byte=f"0x{data[error.start]:02X}")) from None


def checked_lines(text: str, name: str, limits: Limits) -> list[str]:
    """Gives the lines of a text without their ends; raises `FileError` for size and characters."""
    lines = lines_of(text)
    if len(lines) - (not lines[-1]) > limits.lines:
        place = Place(name, limits.lines + 1)
        raise FileError(diagnose("file-too-large.lines", place, limit=grouped(limits.lines)))
    if len(max(lines, key=len)) > LINE_CHARACTERS:
        number = next(place for place, line in enumerate(lines, start=1) if len(line) > LINE_CHARACTERS)
        place = Place(name, number, LINE_CHARACTERS + 1)
        raise FileError(diagnose("file-too-large.line", place, limit=grouped(LINE_CHARACTERS)))
    wrong = list(_characters(text, lines, name))
    if wrong:
        raise FileError(*wrong)
    return lines


def lines_of(text: str) -> list[str]:
    """Gives the lines of a text without their ends; an end of its last line begins one more."""
    lines = text.split("\n")
    return [line.removesuffix("\r") for line in lines] if "\r" in text else lines


def _characters(text: str, lines: list[str], name: str) -> Iterator[Diagnostic]:
    """Gives a diagnostic for each forbidden character, as many as are shown of a file."""
    line, start = 1, 0
    told = (match for match in FORBIDDEN.finditer(text) if not _is_tab_after_tab(text, match.start()))
    for count, match in enumerate(told):
        if count == SHOWN_A_FILE:
            return
        line += text.count("\n", start, match.start())
        start = match.start()
        column = start - text.rfind("\n", 0, start)
        place = Place(name, line, column, source=lines[line - 1])
        yield diagnose(character_key(match.group()), place, character=f"U+{ord(match.group()):04X}")


def _is_tab_after_tab(text: str, position: int) -> bool:
    """Says whether a tab follows another: an indent of several is one mistake."""
    return text[max(0, position - 1) : position + 1] == "\t\t"


def character_key(character: str) -> str:
    """Gives the key of the diagnostic for a forbidden character."""
    return "control-character.tab" if character == "\t" else "control-character"
