"""Where in the file each character of a scalar's text stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sakip_rules.loader.nodes import Scalar

_ESCAPE: Final = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")

LineColumn = tuple[int, int]


def spot(node: Scalar, offset: int, lines: Sequence[str]) -> LineColumn:
    """Gives line and column of the character at `offset` of a scalar's text.

    An offset behind the end is the place behind the last character. A folded block (`>`) has one place: its
    sign.
    """
    offset = max(0, min(offset, len(node.text)))
    if node.style == ">":
        return node.line, node.column
    if node.style == "|":
        return _in_block(node, offset, lines)
    if node.line == node.end_line and not node.style:
        return node.line, node.column + offset
    return _in_flow(node, offset, lines)


def _in_block(node: Scalar, offset: int, lines: Sequence[str]) -> LineColumn:
    """Each line of the text is the end of one line of the file."""
    before = node.text[:offset]
    number = before.count("\n")
    column = offset - (before.rfind("\n") + 1)
    line = min(node.line + 1 + number, len(lines))
    indent = len(lines[line - 1]) - len(node.text.split("\n")[number])
    return line, max(0, indent) + column + 1


def _in_flow(node: Scalar, offset: int, lines: Sequence[str]) -> LineColumn:
    """Walks text and file side by side: escapes are one character, folded line ends a space."""
    line, column = node.line, node.column - 1 + bool(node.style)
    for character in node.text[:offset]:
        line, column = _past_continuation(node, line, column, lines)
        source = lines[line - 1]
        if character in " \n" and not source[column:].strip() and line < node.end_line:
            line, column = _fold(character, line, lines)
        else:
            column += _width(node.style, source, column)
    line, column = _past_continuation(node, line, column, lines)
    return line, column + 1


def _past_continuation(node: Scalar, line: int, column: int, lines: Sequence[str]) -> LineColumn:
    """In double quotes a backslash at the end of a line joins it with the next."""
    while node.style == '"' and lines[line - 1][column:] == "\\" and line < node.end_line:
        line += 1
        column = len(lines[line - 1]) - len(lines[line - 1].lstrip(" "))
    return line, column


def _fold(character: str, line: int, lines: Sequence[str]) -> LineColumn:
    """Passes a line end: a space in the text is one, a line feed an empty line and the next one."""
    line += 1
    if character == "\n" and line < len(lines) and lines[line].strip():
        line += 1
    source = lines[line - 1]
    return line, len(source) - len(source.lstrip(" "))


def _width(style: str, source: str, column: int) -> int:
    if style == "'" and source.startswith("''", column):
        return 2
    if style == '"':
        match = _ESCAPE.match(source, column)
        return len(match.group()) if match else 1
    return 1
