"""Results out: a package for each subject, with a module for each format that gives text or bytes."""

from __future__ import annotations

import importlib
from typing import Any

from sakip_rules.exporters.look import Look


def export(subject: str, form: str, what: Any, look: Look) -> str | bytes:  # noqa: ANN401 - as the subject is
    """Gives what a command made in one of the formats that `FORMATS` has for its subject."""
    exporter = importlib.import_module(f"{__name__}.{subject}.{form}")
    made: str | bytes = exporter.export(what, look)
    return made


__all__ = ["Look", "export"]
