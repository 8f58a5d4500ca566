"""Questions about numbers alone: arithmetic, sums, roots, logarithms, roundings and texts, at their edges."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any, Final

from tests.runtimes.questions import Json, Questions

from sakip_rules import numbers
from sakip_rules.expression.operators import guarded
from sakip_rules.numbers import Interval, Number, fraction_text
from sakip_rules.values import Absent
from sakip_rules.vocabulary import MODES

FUNCTIONS: Final[Mapping[str, Callable[..., Any]]] = {
    "add": numbers.add,
    "subtract": numbers.subtract,
    "multiply": numbers.multiply,
    "divide": numbers.divide,
    "absolute": numbers.absolute,
    "power": numbers.power,
    "minimum": numbers.minimum,
    "maximum": numbers.maximum,
    "total": numbers.total,
    "product": numbers.product,
    "geometricMean": numbers.geometric_mean,
    "root": numbers.root,
    "ln": numbers.ln,
    "roundNumber": numbers.round_number,
    "decimalText": numbers.decimal_text,
    "shortestText": numbers.shortest_text,
    "displayText": numbers.display_text,
    "checkSize": numbers.check_size,
}
"""The functions of the runtimes, and those of this package that they are held to."""

LISTS: Final = ("minimum", "maximum", "total", "product", "geometricMean")
EXACT: Final = ("decimalText", "shortestText")
UNARY: Final = ("absolute", "ln", "checkSize", "shortestText")
INTEGERS: Final = {"root": (2, 2, 3, 5, 10, 100), "power": range(-10, 11), "displayText": (None, 0, 2, 12)}
LONG: Final = (3, 40, 300, 2_000, 13_000)
LONGEST: Final = (60_000, 499_999)
"""Bits of numbers."""


def of_numbers(count: int, seed: int) -> Questions:
    """Gives so many questions; the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - chosen at random, and no secret
    questions = Questions()
    names = list(FUNCTIONS)
    for place in range(count):
        name = names[place % len(names)]
        told = f"{name}, question {place} of seed {seed}"
        of_call(questions, told, name, arguments(name, chance))
    return questions


def of_call(questions: Questions, told: str, name: str, operands: tuple[Any, ...]) -> None:
    """Adds the question what a function gives."""
    found = guarded(partial(FUNCTIONS[name], *operands), ())
    questions.note(told, {"ask": "number", "rule": name}, operands, written(found))


def written(found: Any) -> Json:
    """Gives a result as the runners write it."""
    if isinstance(found, Absent):
        return {"errors": [found.reason]}
    if isinstance(found, Interval):
        return [fraction_text(found.low), fraction_text(found.high)]
    return fraction_text(found) if isinstance(found, Fraction) else found


def arguments(name: str, chance: random.Random) -> tuple[Any, ...]:
    """Gives arguments of a function."""
    if name in LISTS:
        return ([number(chance, name) for _ in range(chance.choice((1, 2, 3, 7)))],)
    first = exact(chance) if name in EXACT else number(chance, name)
    if name in ("roundNumber", "decimalText"):
        places = chance.randint(-9, 12)
        return (first, places, chance.choice(MODES)) if name == "roundNumber" else (first, places)
    if name in INTEGERS:
        return first, chance.choice(INTEGERS[name])
    return (first,) if name in UNARY else (first, number(chance, name))


def number(chance: random.Random, name: str) -> Number:
    """Gives a number; where a root or logarithm is taken, seldom one below zero."""
    found = exact(chance)
    if name in ("root", "ln", "geometricMean") and chance.random() < 0.9:
        found = abs(found)
    if chance.random() < 0.8:
        return found
    width = Fraction(1, 10 ** chance.randint(0, 60))
    return Interval(found - width * chance.choice((0, 1)), found + width)


def exact(chance: random.Random) -> Fraction:
    """Gives a number of a kind that something may be wrong with."""
    bits = chance.choice(LONG) if chance.random() < 0.99 else chance.choice(LONGEST)
    return chance.choice(KINDS)(chance, bits)


def plain(chance: random.Random, _bits: int) -> Fraction:
    """Gives a number that is often special."""
    return Fraction(chance.choice((0, 1, -1, 2, 10, 100)))


def ratio(chance: random.Random, bits: int) -> Fraction:
    """Gives any number."""
    return Fraction(whole(chance, bits), chance.getrandbits(bits) + 1)


def decimal(chance: random.Random, bits: int) -> Fraction:
    """Gives a number with some decimals."""
    return Fraction(whole(chance, bits), 10 ** chance.randint(0, 40))


def tie(chance: random.Random, _bits: int) -> Fraction:
    """Gives a number halfway between two of some decimals, or just beside it."""
    halfway = Fraction(2 * whole(chance, 30) + 1, 2 * 10 ** chance.randint(0, 12))
    return halfway + chance.choice((0, 1, -1)) * Fraction(1, 10**30)


def perfect_power(chance: random.Random, bits: int) -> Fraction:
    """Gives a number that has an exact root."""
    base = Fraction(chance.getrandbits(bits // 10 + 1), chance.randint(1, 99))
    return base ** chance.choice((2, 3, 5, 10))


def beside_a_power_of_ten(chance: random.Random, _bits: int) -> Fraction:
    """Gives a number where decimals of 50 digits lie wider on one side."""
    return Fraction(10) ** chance.randint(-60, 60) + chance.choice((1, -1)) * Fraction(1, 10**70)


def terminating(chance: random.Random, bits: int) -> Fraction:
    """Gives a number with halves and fifths: it ends, after many decimals."""
    return Fraction(whole(chance, bits), 2 ** chance.randint(0, 200) * 5 ** chance.randint(0, 200))


def whole(chance: random.Random, bits: int) -> int:
    """Gives an integer on either side of zero."""
    return chance.getrandbits(bits) - chance.getrandbits(bits)


KINDS: Final = (plain, ratio, decimal, tie, perfect_power, beside_a_power_of_ten, terminating)
