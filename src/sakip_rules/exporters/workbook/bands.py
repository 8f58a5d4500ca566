"""Scales and tables in a cell: nested conditions with the printed ends, and points on a line."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.workbook.absence import Absence, Leaf, any_of, literal
from sakip_rules.exporters.workbook.refusals import NotAFormulaError
from sakip_rules.exporters.workbook.rounding import rounded
from sakip_rules.numbers import ends, shortest_text
from sakip_rules.plans import ScalePlan
from sakip_rules.portable.cuts import cuts_of
from sakip_rules.scales import Band
from sakip_rules.tables import Curve, Table
from sakip_rules.vocabulary import WORDS

if TYPE_CHECKING:
    from sakip_rules.numbers import Number
    from sakip_rules.vocabulary import Word

MOST_DIGITS: Final = 15
"""So many digits a cell keeps."""
NEAR: Final = Fraction(1, 10**9)
"""Numbers that are compared must be equal, or farther apart: a cell is rounded to ten places before."""
COMPARED: Final = 10

Naming = Callable[[Band], str]
"""What a band is called: by its words, or as a value, by its code."""


def label_of(band: Band) -> str:
    """Gives the words of a band."""
    return band.category


def value_of(band: Band) -> str:
    """Gives what stands for a category as a value: its code, else its words."""
    return band.code if band.code is not None else band.category


def number_text(x: Fraction) -> str:
    """Gives a number that stands in a formula; raises `NotAFormulaError` if fifteen digits do not hold it."""
    text = shortest_text(x)
    if text is None or len(text.lstrip("-").replace(".", "").lstrip("0")) > MOST_DIGITS:
        raise NotAFormulaError("number")
    return text


def comparable(leaf: Leaf, exact: Number | None, other: Fraction | None) -> str:
    """Gives a number as it is compared with another: freed of binary dust.

    Only a decimal beside a whole number stands as it is: not every program takes 0.7072 in a cell and 0.7072
    in a formula for the same number. `exact` is the number now: a large one has no room for many places.
    """
    if leaf.clean and other is not None and other.denominator == 1:
        return leaf.text
    whole = 1 if exact is None else max(len(str(abs(int(end)))) for end in ends(exact))
    return f"ROUND({leaf.text},{max(0, min(COMPARED, MOST_DIGITS - whole))})"


def must_be_apart(one: Number | None, other: Number | None) -> None:
    """Raises `NotAFormulaError` for two numbers that a cell cannot tell apart."""
    if not isinstance(one, Fraction) or not isinstance(other, Fraction):
        return
    if one != other and abs(one - other) < NEAR * max(Fraction(1), abs(one) / 1000):
        raise NotAFormulaError("near-equal")


def category_formula(
    plan: ScalePlan, leaf: Leaf, exact: Number | None, absence: Absence, naming: Naming, *, silent: bool
) -> str:
    """Gives the category of the number in a cell.

    `exact` is the number now. A `silent` formula gives nothing where there is no category, another the absent
    value.
    """
    if any(reason is not None and word != "not_computable" for word, reason in plan.of_absent):
        raise NotAFormulaError("band-by-reason")
    nothing = '""' if silent else absence.quoted("not_computable")
    bands = _nested(plan, leaf, exact, naming, nothing)
    absent = _absent(plan, leaf, absence, naming, '""' if silent else absence.itself(leaf))
    return f"IF(ISNUMBER({leaf.text}),{bands},{absent})"


def _nested(plan: ScalePlan, leaf: Leaf, exact: Number | None, naming: Naming, nothing: str) -> str:
    """The bands from below: each holds up to where the next begins."""
    scale, cuts = plan.scale, cuts_of(plan.scale)
    once = None if scale.places is None else rounded(leaf.text, scale.places, scale.mode, exact)
    answers = [_answer(plan, cut.answer, naming, nothing) for cut in cuts]
    text = answers[-1]
    for place in range(len(cuts) - 1, 0, -1):
        low = cuts[place].low or Fraction(0)
        if once is None:
            must_be_apart(exact, low)
        sign = "<=" if cuts[place].is_open else "<"
        number = once or comparable(leaf, exact, low)
        text = f"IF({number}{sign}{number_text(low)},{answers[place - 1]},{text})"
    return text


def _answer(plan: ScalePlan, answer: int | str, naming: Naming, nothing: str) -> str:
    if isinstance(answer, int):
        return literal(naming(plan.scale.bands[answer]))
    band = plan.of_absent.get(("not_computable", answer))
    return nothing if band is None else literal(naming(band))


def _absent(plan: ScalePlan, leaf: Leaf, absence: Absence, naming: Naming, nothing: str) -> str:
    """What absent values get; of those that are not computable the reason is not known in a cell."""
    bands = {word: plan.of_absent[word, None] for word in WORDS if (word, None) in plan.of_absent}
    text = nothing
    for word, band in bands.items():
        text = f"IF({_is_word(leaf, word, absence)},{literal(naming(band))},{text})"
    return text


def _is_word(leaf: Leaf, word: Word, absence: Absence) -> str:
    tests = [f"{leaf.text}={absence.quoted(word)}"]
    if word == "missing" and leaf.blank:
        tests.append(f'{leaf.text}=""')
    return any_of(tests)


def table_formula(table: Table, leaves: tuple[Leaf, ...], absence: Absence) -> str:
    """Gives the number of a table for the codes in cells; what it does not have is not computable."""
    text = absence.quoted("not_computable")
    for codes, number in reversed(table.cells.items()):
        if number is not None:
            # `=` takes "a" for "A"; a table does not.
            tests = [f"EXACT({leaf.text},{literal(code)})" for leaf, code in zip(leaves, codes, strict=True)]
            found = tests[0] if len(tests) == 1 else f"AND({','.join(tests)})"
            text = f"IF({found},{number_text(number)},{text})"
    return f"IF({absence.present(leaves)},{text},{absence.worst(leaves)})"


def curve_formula(curve: Curve, leaf: Leaf, absence: Absence, exact: Number | None) -> str:
    """Gives the height of lines through points at the number in a cell."""
    points = curve.points
    for low, _ in points:
        must_be_apart(exact, low)
    segments = [_line(leaf.text, one, other) for one, other in pairwise(points)]
    text = segments[-1]
    for place in range(len(segments) - 1, 0, -1):
        knot = points[place][0]
        text = f"IF({comparable(leaf, exact, knot)}<{number_text(knot)},{segments[place - 1]},{text})"
    if curve.outside != "extend":
        (first, low), (last, high) = points[0], points[-1]
        hold = curve.outside == "hold"
        below = number_text(low) if hold else absence.quoted("not_computable")
        above = number_text(high) if hold else absence.quoted("not_computable")
        beyond = f"IF({comparable(leaf, exact, last)}>{number_text(last)},{above},{text})"
        text = f"IF({comparable(leaf, exact, first)}<{number_text(first)},{below},{beyond})"
    return f"IF(ISNUMBER({leaf.text}),{text},{absence.worst((leaf,))})"


def _line(x: str, one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction]) -> str:
    (x0, y0), (x1, y1) = one, other
    parts = [number_text(part) for part in (y0, x0, y1 - y0, x1 - x0)]
    return f"{parts[0]}+({x}-{_signed(parts[1])})*{_signed(parts[2])}/{parts[3]}"


def _signed(text: str) -> str:
    return f"({text})" if text.startswith("-") else text
