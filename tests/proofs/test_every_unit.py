"""No ratio passes as a percentage: every small formula, against what a change of the measure does to it.

A unit is a measure. Count people in pairs, and all that is in people is half as large; write percentages per
thousand, and all that is a percentage is ten times as large, with the 100 that makes one of a ratio. So a
formula that is said to be in a unit must change as that unit does, whatever its values. That is computed
here by plain fractions, for every formula of at most two operators over the names and literals below.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest

from sakip_rules.expression import NUMBER, Entry, Scope, analyse, parse, units
from sakip_rules.expression.units import LITERAL, PERCENT, POINTS, RATIO

VALUES = {"a": Fraction(7), "b": Fraction(11), "p": Fraction(13), "s": Fraction(17), "q": Fraction(3, 19)}
"""People twice, percentages twice, a ratio: different primes, so nothing cancels by chance."""
UNITS = {"a": "orang", "b": "orang", "p": PERCENT, "s": PERCENT, "q": RATIO}
LITERALS = {"100": Fraction(100), "2": Fraction(2)}
MEASURES = {"orang": Fraction(23), PERCENT: Fraction(29), POINTS: Fraction(29)}
"""How many times as large a value in a unit becomes; a ratio has no measure."""
SCOPE = Scope({name: Entry(NUMBER, unit) for name, unit in UNITS.items()})
OPERATORS = "+-*/"


def formulas() -> Iterator[str]:
    """Every formula of one operator, and of two in both orders; a part of literals alone is but a literal."""
    leaves = [*VALUES, *LITERALS]
    for left, op, right in product(leaves, OPERATORS, leaves):
        yield f"{left} {op} {right}"
    for x, op, y, then, z in product(leaves, OPERATORS, leaves, OPERATORS, leaves):
        if {x, y} & VALUES.keys():
            yield f"( {x} {op} {y} ) {then} {z}"
        if {y, z} & VALUES.keys():
            yield f"{x} {op} ( {y} {then} {z} )"


def places(words: list[str]) -> list[int]:
    """Where literals stand that may be in a measure: what is added to a value, and the 100 that turns it."""
    beside = [{*words[max(at - 1, 0) : at + 2]} for at in range(len(words))]
    return [
        at for at, word in enumerate(words) if word in LITERALS and (word == "100" or beside[at] & {"+", "-"})
    ]


def value(words: list[str], measure: str | None, taking: tuple[int, ...] = ()) -> Fraction | None:
    """What a formula gives when one measure has changed, and the literals at some places with it."""
    by = Fraction(1) if measure is None else MEASURES[measure]
    numbers = {
        f"n{at}": (LITERALS | VALUES)[word]
        * (by if at in taking or MEASURES.get(UNITS.get(word, "")) == by else 1)
        for at, word in enumerate(words)
        if word in LITERALS | VALUES
    }
    text = " ".join(f"n{at}" if f"n{at}" in numbers else word for at, word in enumerate(words))
    try:
        return Fraction(eval(text, {"__builtins__": {}}, numbers))  # noqa: S307 - one of the formulas above
    except ZeroDivisionError:
        return None


def can_be_in(text: str, unit: str) -> bool:
    """Whether the formula changes as the unit does, with some of its literals or with none."""
    words = text.split()
    before = value(words, None)
    if before is None:
        return True

    def changes(measure: str) -> bool:
        wanted = before * (MEASURES[measure] if MEASURES.get(unit) == MEASURES[measure] else 1)
        choices = product(*((None, at) for at in places(words)))
        return any(
            value(words, measure, tuple(at for at in chosen if at is not None)) == wanted
            for chosen in choices
        )

    return changes("orang") and changes(PERCENT)


def wrongly_said() -> list[tuple[str, str]]:
    """The formulas with a unit, without a fault, that do not change as that unit does."""
    wrong, seen = [], 0
    for text in formulas():
        found = analyse(parse(text), SCOPE)
        if found.unit not in (None, LITERAL) and not found.faults:
            seen += 1
            wrong += [] if can_be_in(text, str(found.unit)) else [(text, str(found.unit))]
    assert seen > 1_000
    return wrong


@pytest.mark.slow
def test_a_formula_changes_as_the_unit_it_is_said_to_be_in() -> None:
    """Of more than a thousand formulas with an inferred unit, none."""
    assert wrongly_said() == []


@pytest.mark.broad
@pytest.mark.parametrize(("name", "planted"), [("HUNDRED", Fraction(2)), ("RATIO", "orang")])
def test_a_wrong_inference_is_noticed(monkeypatch: pytest.MonkeyPatch, name: str, planted: object) -> None:
    """Twice a ratio called a percentage, people over people called people."""
    monkeypatch.setattr(units, name, planted)
    assert wrongly_said() != []


def test_without_the_hundred_no_ratio_is_a_percentage() -> None:
    """Of formulas without a percentage only those are one that hold a 100."""
    without = [text for text in formulas() if not {"p", "s"} & set(text)]
    said = {text: analyse(parse(text), SCOPE).unit for text in without}
    percentages = [text for text, unit in said.items() if unit in (PERCENT, POINTS)]
    assert percentages
    assert [text for text in percentages if "100" not in text] == []


@pytest.mark.parametrize("text", ["min(a / b, q)", "max(q, a / b, 2)", "clamp(a / b, 0, 1)", "-(a / b)"])
def test_functions_that_need_one_unit_keep_it(text: str) -> None:
    """The least, the greatest, the bounded of ratios is a ratio; what other functions give is not known."""
    assert analyse(parse(text), SCOPE).unit == RATIO
