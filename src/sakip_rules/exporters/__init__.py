"""Results out: a package for each subject, with a module for each format that gives text or bytes."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

from sakip_rules.exporters.look import Look


def export(subject: str, form: str, what: Any, look: Look) -> str | bytes:  # noqa: ANN401 - as the subject is
    """Gives what a command made in one of the formats that `FORMATS` has for its subject."""
    made: str | bytes = _exporter(subject, form).export(what, look)
    return made


def pieces(subject: str, form: str, what: Any, look: Look) -> Iterator[str | bytes]:  # noqa: ANN401 - as above
    """Gives the same in pieces where a format can be written so: then it is never there as a whole."""
    exporter = _exporter(subject, form)
    if hasattr(exporter, "pieces"):
        yield from exporter.pieces(what, look)
    else:
        yield exporter.export(what, look)


def _exporter(subject: str, form: str) -> Any:  # noqa: ANN401 - a module with `export`, and perhaps `pieces`
    return importlib.import_module(f"{__name__}.{subject}.{form}")


__all__ = ["Look", "export", "pieces"]
