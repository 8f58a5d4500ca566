"""A YAML parser's complaint in words that say what to mend; the same words for both parsers."""

from __future__ import annotations

import re
from typing import Final

import yaml

from sakip_rules.diagnostics import Diagnostic, Place, diagnose, quoted
from sakip_rules.loader.gate import NESTING
from sakip_rules.loader.stumbles import Stop, stumble

# Searched in "context; problem"; the first that is found decides.
_COMPLAINTS: Final = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        ("mapping values are not allowed", "yaml-syntax.colon"),
        ("plain scalar.*found unexpected ':'", "yaml-syntax.colon-bracket"),
        ("quoted scalar.*(end of stream|document)", "yaml-syntax.quote"),
        ("(escape|hexdecimal|Unicode character)", "yaml-syntax.escape"),
        ("flow (mapping|sequence|node)", "yaml-syntax.bracket"),
        ("cannot start any token", "yaml-syntax.first-character"),
        ("(expected ':'|simple key|block (mapping|collection|sequence))", "yaml-syntax.indent"),
        ("block scalar", "yaml-syntax.block"),
    )
)

_OPENED: Final = re.compile("quoted scalar.*(end of stream|document)|flow (mapping|sequence|node)")

_REFUSED: Final = re.compile(r"\b(tag|anchor|alias|directive)\b|incompatible YAML document")
"""What is not allowed, written so that a parser does not even read it."""


def syntax_error(error: yaml.MarkedYAMLError, name: str, lines: list[str]) -> Diagnostic:
    """Gives the diagnostic for text that a YAML parser cannot read."""
    place = _place(error, name, lines)
    words = f"{error.context or ''}; {error.problem or ''}"
    if "nesting depth" in words:  # the C parser counts brackets before it gives them
        return diagnose("file-too-large.nesting", place, limit=str(NESTING))
    refused = _REFUSED.search(words)
    if refused is not None:  # the other parser may read it, and then it is not allowed
        return _not_allowed(refused[1] or "directive", error, name, lines)
    known = stumble(words, _spot(error.problem_mark, lines), _spot(error.context_mark, lines))
    if known is not None:
        at = Place(name, known.at.line + 1, known.at.column + 1, known.width, known.at.source)
        return diagnose(known.key, at, **dict(known.texts))
    key = next((key for pattern, key in _COMPLAINTS if pattern.search(words)), "yaml-syntax")
    if key == "yaml-syntax.first-character" and place.source.startswith("%", place.column - 1):
        key = "yaml-syntax.percent"  # in quotes it would be refused as a unit
    return diagnose(key, place)


def _spot(mark: yaml.Mark | None, lines: list[str]) -> Stop | None:
    return Stop(mark.line, mark.column, lines[mark.line]) if mark and mark.line < len(lines) else None


def _not_allowed(what: str, error: yaml.MarkedYAMLError, name: str, lines: list[str]) -> Diagnostic:
    place = _place(error, name, lines)
    mark = error.context_mark or error.problem_mark
    if what == "directive" or mark is None or place.source.startswith("%"):
        return diagnose("yaml-not-allowed.directive", place)
    words = place.source[mark.column :].split() if mark.line + 1 == place.line else []
    return diagnose(f"yaml-not-allowed.{what}", place, name=quoted(words[0] if words else what))


def _place(error: yaml.MarkedYAMLError, name: str, lines: list[str]) -> Place:
    """The end of a file may lie behind its last line."""
    mark, opening = error.problem_mark or error.context_mark, error.context_mark
    if mark is not None and opening is not None and _OPENED.search(f"{error.context}; {error.problem}"):
        # What is not closed is found too late, often at the end of the file: shown is where it opens.
        mark = opening if opening.line < mark.line else mark
    if mark is None:
        return Place(name)
    line = min(mark.line + 1, len(lines))
    source = lines[line - 1]
    column = min(mark.column + 1, len(source) + 1) if line == mark.line + 1 else len(source) + 1
    return Place(name, line, column, source=source)
