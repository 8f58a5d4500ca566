"""What a file of a table is, by its first bytes and not by its name; and how much of it is read."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Literal

from sakip_rules.diagnostics import DataError, Diagnostic, Place, diagnose, quoted, warn
from sakip_rules.diagnostics.places import whole
from sakip_rules.loader.absent import no_file
from sakip_rules.numbers import grouped

TableKind = Literal["text", "xlsx", "ods", "parquet", "arrow"]


@dataclass(frozen=True, slots=True)
class SheetLimits:
    """How much of a file is read: bytes of the file, bytes of all its packed parts together, and cells."""

    size: int
    unpacked: int
    cells: int


MEBIBYTE: Final = 1024 * 1024
REPORT_TABLES: Final = SheetLimits(size=8 * MEBIBYTE, unpacked=64 * MEBIBYTE, cells=500_000)
"""A table that a person wrote, which is held in memory as a whole."""

BATCH_LIMITS: Final = SheetLimits(size=4096 * MEBIBYTE, unpacked=16384 * MEBIBYTE, cells=1_000_000_000)
"""Rows of a program, which are read one after the other and not kept."""

BEGINNING: Final = 4096
_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_MAGIC: Final[tuple[tuple[bytes, TableKind], ...]] = ((b"PAR1", "parquet"), (b"ARROW1", "arrow"))
_OTHERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)
_MARKUP: Final = ("<html", "<!doctype", "<table", "<?xml", "<meta", "<head", "<body", "<div", "<style")
ENDINGS: Final[dict[str, tuple[TableKind, ...]]] = {
    ".csv": ("text",),
    ".tsv": ("text",),
    ".tab": ("text",),
    ".txt": ("text",),
    ".xlsx": ("xlsx",),
    ".xlsm": ("xlsx",),
    ".xltx": ("xlsx",),
    ".xls": (),
    ".ods": ("ods",),
    ".ots": ("ods",),
    ".parquet": ("parquet",),
    ".arrow": ("arrow",),
    ".feather": ("arrow",),
}
"""What the ending of a name promises; an `.xls` of today holds anything but what it says."""


def table_kind(path: str, name: str) -> tuple[TableKind, list[Diagnostic]]:
    """Gives what kind of table a file is, and a warning where its name says something else.

    Raises `DataError` for what is no table, for an encrypted one, and for what cannot be opened.
    """
    beginning = first_bytes(path, name)
    place = whole(name)
    kind = _kind_of(beginning, path, place)
    promised = ENDINGS.get(PurePath(name).suffix.lower())
    if promised is None or kind in promised:
        return kind, []
    return kind, [warn("odd-cell.ending", place, ending=quoted(PurePath(name).suffix), kind=_words(kind))]


def _words(kind: TableKind) -> tuple[str, str]:
    known = {"xlsx": "Excel (.xlsx)", "ods": "OpenDocument (.ods)", "parquet": "Parquet", "arrow": "Arrow"}
    return (known[kind], known[kind]) if kind in known else ("teks (CSV)", "text (CSV)")


def first_bytes(path: str, name: str) -> bytes:
    """Gives how a regular file begins; raises `DataError` for anything else."""
    place = whole(name)
    try:
        # A pipe would wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise DataError([no_file(path, name)]) from None
    except (OSError, ValueError):
        raise DataError([diagnose("unreadable", place)]) from None
    try:
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise DataError([diagnose("no-file.other", place)])
            return file.read(BEGINNING)
    except OSError:
        raise DataError([diagnose("no-file.other", place)]) from None


def _kind_of(beginning: bytes, path: str, place: Place) -> TableKind:
    if beginning.startswith(_ZIP):
        return _packed_kind(path, place)
    if beginning.startswith(_OLE):
        raise DataError([diagnose(f"sheet-syntax.{_of_ole(path)}", place)])
    if beginning.startswith(_EMPTY_ZIP):
        raise DataError([diagnose("sheet-syntax.other-kind", place, kind="ZIP")])
    for magic, kind in _MAGIC:
        if beginning.startswith(magic):
            return kind
    other = next((kind for magic, kind in _OTHERS if beginning.startswith(magic)), None)
    text = beginning.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if other is None and text.startswith(tuple(word.encode() for word in _MARKUP)):
        other = "HTML"
    if other is not None:
        raise DataError([diagnose("sheet-syntax.other-kind", place, kind=other)])
    return "text"


def _of_ole(path: str) -> str:
    """What the container of old Office files holds: a book of Excel 97, or an encrypted one of today."""
    with open(path, "rb") as file:  # noqa: PTH123 - a path as the caller gave it
        return "encrypted" if _ENCRYPTED in file.read(MEBIBYTE) else "old-excel"


def _packed_kind(path: str, place: Place) -> TableKind:
    from sakip_rules.sheets.packed import Package  # noqa: PLC0415 - it asks this module for its limits

    with Package(path, place.file, REPORT_TABLES) as package:
        names = package.names
        if any(name.endswith("workbook.bin") for name in names):
            raise DataError([diagnose("sheet-syntax.binary", place)])
        if any(name.startswith("word/") for name in names):
            raise DataError([diagnose("sheet-syntax.other-kind", place, kind="Word")])
        if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
            return "xlsx"
        if "content.xml" in names:
            return _open_document(package, place)
    raise DataError([diagnose("sheet-syntax.other-kind", place, kind="ZIP")])


def _open_document(package: object, place: Place) -> TableKind:
    from sakip_rules.sheets.packed import Package  # noqa: PLC0415 - as above

    assert isinstance(package, Package)  # noqa: S101 - its only caller gives one
    manifest = package.small("META-INF/manifest.xml")
    if b"encryption-data" in manifest:
        raise DataError([diagnose("sheet-syntax.encrypted", place)])
    if b"opendocument.spreadsheet" not in package.small("mimetype") + manifest:
        raise DataError([diagnose("sheet-syntax.other-kind", place, kind="OpenDocument")])
    return "ods"


def too_large(name: str, size: int, limits: SheetLimits) -> None:
    """Raises `DataError` for a file with too many bytes."""
    if size > limits.size:
        raise DataError([diagnose("file-too-large.size", whole(name), limit=grouped(limits.size))])
