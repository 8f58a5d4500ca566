"""What only follows from another mistake on the same line: one mistake is one message."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sakip_rules.dataclass import replace
from sakip_rules.diagnostics.core import Diagnostic, quoted

CUT_BY_COMMENT: Final = "bad-value.cut"
FROM_A_SHEET: Final = "formula-not-allowed.sheet"
EMPTY_IN_BRACES: Final = "formula-cut.empty"
_CUTTING: Final = frozenset({"yaml-not-allowed", "formula-cut"})
_LEFT_OVER: Final = frozenset({"bad-value", "bad-date", "missing-key", "id-path"})
"""What is said of the value that is left where one was refused or cut."""


def without_consequences(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Gives the diagnostics of one file but those that will be gone when others are mended.

    A value cut by ` #` is an error where what is left of it is one.
    """
    by_line: dict[int, list[Diagnostic]] = {}
    for diagnostic in found:
        by_line.setdefault(diagnostic.line, []).append(diagnostic)
    told = [diagnostic for line in by_line.values() for diagnostic in _of_line(line)]
    # What seems unused may stand in what a comment cuts off, or be meant by the cells of a sheet.
    is_cut = any(diagnostic.key in (CUT_BY_COMMENT, FROM_A_SHEET) for diagnostic in told)
    lost = {dict(diagnostic.texts)["name"] for diagnostic in told if diagnostic.key == EMPTY_IN_BRACES}
    return [
        diagnostic
        for diagnostic in told
        if not (is_cut and diagnostic.code == "unused-name")
        and not (diagnostic.key == "unknown-name" and _last_part(diagnostic) in lost)
    ]


def _last_part(diagnostic: Diagnostic) -> str:
    """The field of an unknown dotted name, or the name itself, in backticks."""
    name = str(dict(diagnostic.texts)["name"]).strip("`")
    return quoted(name.rpartition(".")[2])


def _of_line(line: list[Diagnostic]) -> list[Diagnostic]:
    cut = next((diagnostic for diagnostic in line if diagnostic.key == CUT_BY_COMMENT), None)
    if line[0].place is None:
        return line
    if cut is not None and len(line) > 1:
        return [replace(cut, severity=max(line, key=_weight).severity)]
    if any(diagnostic.code in _CUTTING for diagnostic in line):
        return [diagnostic for diagnostic in line if diagnostic.code not in _LEFT_OVER]
    return line


def _weight(diagnostic: Diagnostic) -> int:
    return int(diagnostic.severity == "error")
