"""A report as it is given: a path, an open text, a mapping -> a document, read as YAML, JSON or data."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final, Protocol, TypeAlias, runtime_checkable

from sakip_rules.diagnostics import Diagnostic, diagnose
from sakip_rules.diagnostics.places import whole
from sakip_rules.loader.document import Document, parse_document
from sakip_rules.loader.gate import REPORT_LIMITS, FileError, decode, read_bytes, too_large
from sakip_rules.loader.objects import document_of
from sakip_rules.loader.scalars import Floats

DATA: Final = "<data>"
"""What diagnostics call data that are no file."""

TEXT: Final = "<text>"
"""What diagnostics call an open text without a name."""


@runtime_checkable
class Readable(Protocol):
    """An open file, of text or of bytes."""

    def read(self, size: int = ..., /) -> Any:  # noqa: ANN401 - a text or bytes
        """Gives at most so much of what is left."""


ReportSource: TypeAlias = str | os.PathLike[str] | Mapping[str, object] | Readable
"""A path, data as objects, or an open file."""

Loaded: TypeAlias = tuple[Document | None, list[Diagnostic]]


def load_report(path: str | os.PathLike[str]) -> Loaded:
    """Reads the file of a report: JSON by its name, or by how it begins where the name says nothing."""
    name = os.fspath(path)
    try:
        data = read_bytes(path, name, REPORT_LIMITS)
        text = decode(data, name)
    except FileError as error:
        return None, error.diagnostics
    return read_text(text, name, hashlib.sha256(data).hexdigest())


def load_open(file: Readable) -> Loaded:
    """Reads an open file from where it stands to its end."""
    named = getattr(file, "name", None)
    name = named if isinstance(named, str) else TEXT
    try:
        return read_text(_text_of(file, name), name)
    except FileError as error:
        return None, error.diagnostics


def _text_of(file: Readable, name: str) -> str:
    try:
        given = file.read(REPORT_LIMITS.size + 1)
    except UnicodeDecodeError as error:
        byte = f"0x{error.object[error.start]:02X}"
        raise FileError(diagnose("yaml-syntax.not-utf-8", whole(name), byte=byte)) from None
    except (OSError, ValueError):
        raise FileError(diagnose("unreadable", whole(name))) from None
    if len(given) > REPORT_LIMITS.size:
        raise FileError(too_large(whole(name), REPORT_LIMITS))
    return decode(given, name) if isinstance(given, bytes) else str(given)


def read_text(text: str, name: str, sha256: str = "") -> Loaded:
    """Reads the text of a report."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in (".yaml", ".yml"):
        from sakip_rules.loader.json import looks_like_json, parse_json  # noqa: PLC0415 - most reports are YAML

        if suffix == ".json" or looks_like_json(text):
            return parse_json(text, name, REPORT_LIMITS, sha256=sha256)
    return parse_document(text, name, REPORT_LIMITS, sha256=sha256)


def load_data(data: Mapping[str, object], floats: Floats = None) -> Loaded:
    """Reads a report that is a mapping of a program."""
    return document_of(data, DATA, floats, REPORT_LIMITS)
