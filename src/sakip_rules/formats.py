"""Which formats there are of what commands print, and how the names of their files end.

The exporter of a format is `export` in the module of its name: `exporters/<subject>/<format>.py`. This table
imports none of them: commands are declared from it.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

FORMATS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "report": {
        "table": (".txt",),
        "json": (".json",),
        "csv": (".csv",),
        "tidy": (".tidy.csv",),
        "markdown": (".md",),
        "html": (".html", ".htm"),
        "docx": (".docx",),
        "xlsx": (".xlsx",),
    },
    "live": {
        "xlsx": (".xlsx",),
    },
    "reports": {
        "table": (".txt",),
        "json": (".json", ".jsonl"),
        "tidy": (".tidy.csv",),
        "markdown": (".md",),
    },
    "answers": {
        "table": (".txt",),
        "json": (".json", ".jsonl"),
    },
    "filled": {
        "docx": (".docx",),
    },
    "audit": {
        "table": (".txt",),
        "json": (".json",),
        "markdown": (".md",),
        "html": (".html", ".htm"),
        "docx": (".docx",),
    },
    "checks": {
        "text": (".txt",),
        "json": (".json",),
        "github": (),
        "sarif": (".sarif", ".sarif.json"),
    },
    "examples": {
        "text": (".txt",),
        "json": (".json",),
    },
    "mutants": {
        "text": (".txt",),
        "json": (".json",),
    },
    "rules": {
        "table": (".txt",),
        "json": (".json",),
    },
    "explanation": {
        "text": (".txt",),
        "json": (".json",),
        "markdown": (".md",),
    },
    "schema": {
        "json": (".json",),
    },
    "plan": {
        "plan": (".json",),
    },
}
"""The endings of each format of a subject; the first format is the usual one."""

ROWS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "batch": {
        "csv": (".csv",),
        "jsonl": (".jsonl", ".ndjson"),
        "xlsx": (".xlsx",),
        "parquet": (".parquet",),
    },
}
"""The same of what is written row by row into a stream, because it may not fit into memory."""

FOR_PEOPLE: Final = ("table", "text")
"""The formats that a person reads on a console; all others are data: UTF-8, wherever they go."""

OUTPUTS: Final = (
    *("evaluate", "explain", "audit", "check", "test", "rules"),
    *("result", "classified", "looked-up", "errors", "plan"),
)
"""The JSON outputs that have a schema: of commands, of what one rule gives by its kind, of errors."""


def formats_of(subject: str) -> dict[str, tuple[str, ...]]:
    """Gives the formats of a subject, each with its endings."""
    return ROWS[subject] if subject in ROWS else FORMATS[subject]


def usual_format(subject: str) -> str:
    """Gives the format in which a subject is shown where none is named."""
    return next(iter(formats_of(subject)))


def format_of_file(subject: str, name: str) -> str | None:
    """Gives the format that the name of a file asks for, of several endings the longest.

    A name without an ending asks for none, and gets the usual one; `None` is for an ending that none has.
    """
    matches = [
        (len(ending), form)
        for form, endings in formats_of(subject).items()
        for ending in endings
        if name.lower().endswith(ending)
    ]
    if matches:
        return max(matches)[1]
    return None if PurePath(name).suffix else usual_format(subject)


def known_endings(subject: str) -> list[str]:
    """Gives the endings of file names that a subject has a format for."""
    return [ending for endings in formats_of(subject).values() for ending in endings]
