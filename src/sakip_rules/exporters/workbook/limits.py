"""What a cell can hold: so long a formula, so deep, so many digits."""

from __future__ import annotations

from typing import Final

from sakip_rules.exporters.workbook.refusals import NotAFormulaError
from sakip_rules.numbers import ends
from sakip_rules.values import Value, is_number

MOST_CHARACTERS: Final = 8_000
"""A little less than what a cell takes."""
DEEPEST: Final = 60
"""So deep brackets may stand within one another; a cell takes 64 calls."""
LARGEST: Final = 10**15
"""A larger number has more digits than a cell keeps."""


def checked(formula: str, value: Value | str) -> str:
    """Gives a formula that a cell can take, with a value that it can hold; raises `NotAFormulaError`."""
    if len(formula) > MOST_CHARACTERS or _depth(formula) > DEEPEST:
        raise NotAFormulaError("long")
    if is_number(value) and any(abs(end) >= LARGEST for end in ends(value)):
        raise NotAFormulaError("number")
    return formula


def _depth(formula: str) -> int:
    """How deep brackets stand within one another, if they may be too deep; those in texts are none."""
    if formula.count("(") <= DEEPEST:
        return 0
    depth = deepest = 0
    for part in formula.split('"')[::2]:
        for character in part:
            depth += (character == "(") - (character == ")")
            deepest = max(deepest, depth)
    return deepest
