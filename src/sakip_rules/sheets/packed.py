"""The parts of a packed file (zip), read in pieces and counted: what it says of its sizes is not believed."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from types import TracebackType
from typing import IO, Final, Self

from sakip_rules.diagnostics import DataError, diagnose, quoted
from sakip_rules.diagnostics.places import whole
from sakip_rules.numbers import grouped
from sakip_rules.sheets.gate import MEBIBYTE, SheetLimits, too_large

PIECE: Final = 64 * 1024
PARTS: Final = 2_000
"""So many parts may a packed file have: a workbook has some ten, and three for each sheet."""

SMALL: Final = MEBIBYTE
"""Bytes of a part that is read as a whole."""

_END: Final = b"PK\x05\x06"
_END_64: Final = b"PK\x06\x07"
_END_SIZE: Final = 22
_END_64_SIZE: Final = 20
_COMMENT: Final = 65_535
_ENTRY: Final = 46
"""Bytes that an entry of the directory has at least."""

_LONGEST_ENTRY: Final = 1024
_ENCRYPTED: Final = 0x1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, RuntimeError,
    OSError, ValueError, IndexError, OverflowError,
)  # fmt: skip
"""What `zipfile` raises for files that are none; all of it is one thing to the reader."""


class Package:
    """A packed file, open for reading; a context manager."""

    def __init__(self, path: str, file: str, limits: SheetLimits) -> None:
        self.file = file
        self.limits = limits
        self.left = limits.unpacked
        self._stream = open(path, "rb")  # noqa: SIM115, PTH123 - closed by __exit__; the path is as the caller gave it
        try:
            self._zip = self._opened(self._stream)
            self.names = frozenset(self._zip.namelist())
            self.entries = len(self._zip.infolist())
        except BaseException:
            self._stream.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._zip.close()
        self._stream.close()

    def broken(self, part: str = "") -> DataError:
        """Gives the error for a part, or a file, that is not what it should be."""
        shown = quoted(part or self.file)
        return DataError([diagnose("sheet-syntax.broken", whole(self.file), part=shown)])

    def pieces(self, part: str) -> Iterator[bytes]:
        """Gives the bytes of a part, piece by piece; raises `DataError` for more than all parts may hold."""
        try:
            with self._open(part) as stream:
                while piece := stream.read(PIECE):
                    self._count(len(piece))
                    yield piece
        except _BROKEN:
            raise self.broken(part) from None

    def small(self, part: str) -> bytes:
        """Gives the beginning of a part, a mebibyte at most; nothing where there is no such part."""
        if part not in self.names:
            return b""
        read = b""
        for piece in self.pieces(part):
            read += piece
            if len(read) >= SMALL:
                break
        return read[:SMALL]

    def _count(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            limit = grouped(self.limits.unpacked)
            raise DataError([diagnose("file-too-large.unpacked", whole(self.file), limit=limit)])

    def _open(self, part: str) -> IO[bytes]:
        if part not in self.names:
            raise zipfile.BadZipFile
        entry = self._zip.getinfo(part)
        if entry.flag_bits & _ENCRYPTED:
            raise DataError([diagnose("sheet-syntax.encrypted", whole(self.file))])
        if entry.compress_type not in _METHODS:
            raise zipfile.BadZipFile
        return self._zip.open(entry)

    def _opened(self, stream: IO[bytes]) -> zipfile.ZipFile:
        try:
            size = os.fstat(stream.fileno()).st_size
            too_large(self.file, size, self.limits)
            if _directory_size(stream, size) > PARTS * _LONGEST_ENTRY:
                raise zipfile.BadZipFile
            packed = zipfile.ZipFile(stream)
        except _BROKEN:
            raise self.broken() from None
        if len(packed.infolist()) > PARTS:
            limit = grouped(PARTS)
            raise DataError([diagnose("file-too-large.parts", whole(self.file), limit=limit)])
        return packed


def _directory_size(stream: IO[bytes], size: int) -> int:
    """Gives the bytes of the list of parts; of a file with the long form of it, too many.

    `zipfile` reads that list whole before anybody can ask how long it is.
    """
    tail = min(size, _COMMENT + _END_SIZE + _END_64_SIZE)
    stream.seek(size - tail)
    end = stream.read(tail)
    at = end.rfind(_END)
    if at < 0 or len(end) - at < _END_SIZE:
        raise zipfile.BadZipFile
    if end[max(0, at - _END_64_SIZE) : at].startswith(_END_64):
        return PARTS * _LONGEST_ENTRY + 1
    length: int = struct.unpack("<I", end[at + 12 : at + 16])[0]
    return length
