"""What a program gives as a report: recognised, and read within limits."""

from __future__ import annotations

import os
from collections.abc import Mapping

from sakip_rules.api.boundary import path_of
from sakip_rules.api.folders import is_workbook, must_be_report
from sakip_rules.diagnostics import Diagnostic, UsageError, diagnose, quoted
from sakip_rules.loader import Document, load_data, load_open, load_report
from sakip_rules.loader.reports import Readable
from sakip_rules.loader.scalars import Floats


def document_of(given: object, floats: Floats) -> tuple[Document | None, list[Diagnostic]]:
    """Gives a report's document, or nothing and what is wrong with it; raises `UsageError` for no report."""
    if isinstance(given, str | os.PathLike):
        path = path_of(given)
        if is_workbook(path):
            from sakip_rules.forms import load_form  # noqa: PLC0415 - only a workbook waits for its reader

            return load_form(path)
        must_be_report(path)
        return load_report(path)
    if isinstance(given, Mapping):
        return load_data(given, floats)
    if isinstance(given, Readable):
        return load_open(given)
    raise UsageError([diagnose("bad-value.report", None, type=quoted(type(given).__name__))])


def is_form(document: Document) -> bool:
    """Says whether a report was read from a workbook that was filled in."""
    from sakip_rules.forms import FormDocument  # noqa: PLC0415 - asked only where something is wrong

    return isinstance(document, FormDocument)
