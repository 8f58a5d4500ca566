"""A YAML parser's complaint in words that say what to mend; the same words for both parsers."""

from __future__ import annotations

import re
from typing import Final

import yaml

from sakip_rules.diagnostics import Diagnostic, Place, diagnose
from sakip_rules.loader.gate import NESTING

# Searched in "context; problem"; the first that is found decides.
_COMPLAINTS: Final = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        ("mapping values are not allowed", "yaml-syntax.colon"),
        ("plain scalar.*found unexpected ':'", "yaml-syntax.colon-bracket"),
        ("quoted scalar.*(end of stream|document separator)", "yaml-syntax.quote"),
        ("(escape|hexdecimal|Unicode character)", "yaml-syntax.escape"),
        ("flow (mapping|sequence|node)", "yaml-syntax.bracket"),
        ("cannot start any token", "yaml-syntax.first-character"),
        ("(expected ':'|simple key|block (mapping|collection|sequence))", "yaml-syntax.indent"),
        ("block scalar", "yaml-syntax.block"),
    )
)


def syntax_error(error: yaml.MarkedYAMLError, name: str, lines: list[str]) -> Diagnostic:
    """Gives the diagnostic for text that a YAML parser cannot read."""
    place = _place(error, name, lines)
    words = f"{error.context or ''}; {error.problem or ''}"
    if "nesting depth" in words:  # the C parser counts brackets before it gives them
        return diagnose("file-too-large.nesting", place, limit=str(NESTING))
    return diagnose(
        next((key for pattern, key in _COMPLAINTS if pattern.search(words)), "yaml-syntax"), place
    )


def _place(error: yaml.MarkedYAMLError, name: str, lines: list[str]) -> Place:
    """The end of a file may lie behind its last line."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Place(name)
    line = min(mark.line + 1, len(lines))
    source = lines[line - 1]
    column = min(mark.column + 1, len(source) + 1) if line == mark.line + 1 else len(source) + 1
    return Place(name, line, column, source=source)
