"""The General Decimal Arithmetic test cases that CPython ships, by Mike Cowlishaw, run against exact numbers.

A case states operands, a rounding and a result with so many digits: the exact result, rounded to the last
digit that is printed, must be that number. Cases about NaN, infinity, the limits of an exponent, or roundings
that the rule language does not have are left out.
"""

from __future__ import annotations

import importlib.util
import re
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from sakip_rules import numbers
from sakip_rules.numbers import Interval
from sakip_rules.vocabulary import MODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sakip_rules.numbers import Number

_NUMBER = re.compile(r"([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?")
_CASE = re.compile(r"(\w+)\s+(\w+)\s+(.*?)\s*->\s*(\S+)\s*(.*)")
_OUT_OF_SCOPE = {"overflow", "underflow", "subnormal", "clamped", "invalid_operation", "division_by_zero"}
_FARTHEST_EXPONENT = 2_000


def directory() -> Path | None:
    """Where this Python keeps the cases; many distributions leave them out."""
    spec = importlib.util.find_spec("test")
    places = list(spec.submodule_search_locations or []) if spec else []
    found = [Path(place, "decimaltestdata") for place in places]
    return next((path for path in found if path.is_dir()), None)


class Case(NamedTuple):
    """One line of a file."""

    name: str
    operation: str
    operands: list[str]
    result: str
    conditions: set[str]
    rounding: str


def cases(text: str) -> Iterator[Case]:
    """The cases of a file, with the rounding that holds where they stand."""
    rounding = "half_up"
    for line in text.splitlines():
        code = line.split("--")[0].strip()
        if code.lower().startswith("rounding:"):
            rounding = code.split(":")[1].strip().lower()
        elif match := _CASE.fullmatch(code):
            name, operation, operands, result, conditions = match.groups()
            plain = [operand.strip("'\"") for operand in operands.split()]
            yield Case(
                name,
                operation.lower(),
                plain,
                result.strip("'\""),
                set(conditions.lower().split()),
                rounding,
            )


def parse(text: str) -> tuple[Fraction, int] | None:
    """The number and its number of decimals (negative for a positive exponent); None if not in scope."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    sign, whole, decimals, exponent = match.groups(default="")
    places = len(decimals) - int(exponent or 0)
    if abs(places) > _FARTHEST_EXPONENT:
        return None
    value = int(whole + decimals) * Fraction(10) ** -places
    return (-value if sign == "-" else value), places


def as_fraction(value: int | None) -> Number:
    """A comparison's verdict as a number."""
    assert value is not None
    return Fraction(value)


OPERATIONS: dict[str, Callable[..., Number]] = {
    "abs": numbers.absolute,
    "add": numbers.add,
    "compare": lambda a, b: as_fraction(numbers.compare(a, b)),
    "divide": numbers.divide,
    "ln": numbers.ln,
    "max": lambda *operands: numbers.maximum(operands),
    "min": lambda *operands: numbers.minimum(operands),
    "minus": numbers.negate,
    "multiply": numbers.multiply,
    "plus": lambda a: a,
    "power": lambda a, b: numbers.power(a, int(b)),
    "quantize": lambda a, _b: a,
    "squareroot": lambda a: numbers.root(a, 2),
    "subtract": numbers.subtract,
    "tointegral": lambda a: a,
    "tointegralx": lambda a: a,
}


def in_scope(case: Case, operands: list[tuple[Fraction, int] | None]) -> bool:
    """Whether the case is about numbers and roundings that the language has."""
    if case.operation not in OPERATIONS or case.rounding not in MODES or None in operands:
        return False
    if case.operation == "power" and not is_small_integer(operands[1]):
        return False
    return not case.conditions & _OUT_OF_SCOPE and parse(case.result) is not None


def is_small_integer(operand: tuple[Fraction, int] | None) -> bool:
    """Whether it can be an exponent in a formula."""
    return operand is not None and operand[0].denominator == 1 and abs(operand[0]) <= 10


def passes(case: Case, operands: list[Fraction]) -> bool:
    """Whether the exact result, rounded to the digits of the stated one, is the stated one."""
    expected = parse(case.result)
    assert expected is not None
    value, places = expected
    exact = OPERATIONS[case.operation](*operands)
    rounded_away = case.conditions & {"rounded", "inexact"} or case.operation == "tointegral"
    if not isinstance(exact, Interval) and not rounded_away:
        return exact == value
    if isinstance(exact, Interval) and sum(map(str.isdigit, case.result)) >= 50:
        return exact.low <= value <= exact.high  # more digits are stated than an interval has
    # Square roots and logarithms are rounded half even, whatever the case says.
    stated = "half_even" if case.operation in {"squareroot", "ln"} else case.rounding
    (mode,) = (mode for mode in MODES if mode == stated)
    return numbers.round_number(exact, places, mode) == value


@pytest.mark.parametrize(
    ("file", "at_least"),
    [
        ("rounding", 650),
        ("quantize", 450),
        ("tointegral", 80),
        ("compare", 450),
        ("add", 700),
        ("subtract", 300),
        ("multiply", 220),
        ("divide", 380),
        ("abs", 40),
        ("minus", 40),
        ("plus", 40),
        ("max", 150),
        ("min", 150),
        ("power", 150),
        ("squareroot", 2_000),
        ("ln", 200),
    ],
)
def test_general_decimal_arithmetic(file: str, at_least: int) -> None:
    """Every case in scope comes out digit by digit, and enough of them are in scope."""
    place = directory()
    if place is None or not (place / f"{file}.decTest").is_file():
        pytest.skip("this Python comes without test.decimaltestdata")
    failed, ran = [], 0
    for case in cases((place / f"{file}.decTest").read_text(encoding="utf-8", errors="replace")):
        operands = [parse(operand) for operand in case.operands]
        if in_scope(case, operands):
            ran += 1
            if not passes(case, [operand[0] for operand in operands if operand is not None]):
                failed.append(case)
    assert failed == []
    assert ran >= at_least
