"""What a Python program gives, and words of a command line -> typed inputs of a rule.

Only the shapes that a rule declares are looked into: data that nest deeper, or hold themselves, are
refused where a literal should stand.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from functools import partial
from typing import Final

from sakip_rules.dataclass import replace
from sakip_rules.diagnostics import DataError, Diagnostic, Path, diagnose, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.expression.cost import is_light
from sakip_rules.languages import Pair
from sakip_rules.literals import LiteralError, read_banded, read_code
from sakip_rules.loader.scalars import Floats, exact_number, plain_scalar
from sakip_rules.plans import RulePlan, number_input
from sakip_rules.reader.values import InputReader, Reporter, name_of
from sakip_rules.values import Value

MAX_DEPTH: Final = 2
"""Maps in a literal: an absent value, its note."""


def read_arguments(plan: RulePlan, given: Mapping[str, object], floats: Floats = None) -> dict[str, Value]:
    """Gives the typed inputs of a rule.

    Numbers come as int, Decimal, Fraction or text; a float is refused unless `floats` is
    "shortest", which reads it as its shortest decimal text. Collections are lists of dicts or a
    dict from row id to dict, `None` is missing, ranges and absent values are dicts.
    Raises `DataError` with every mistake.
    """
    mistakes: list[Diagnostic] = []
    values = arguments_reader(mistakes, floats).record(given, plan.record, ())
    if mistakes:
        raise DataError(mistakes)
    return values


def read_value(value: object, unit: str | None, floats: Floats = None) -> Value:
    """Gives what a scale or an interpolation is asked about: a number or an absent value.

    Raises `DataError`.
    """
    if type(value) is Fraction and is_light(value):  # as another rule gave it: there is nothing to read
        return value
    return _read_one(value, partial(read_banded, declared=number_input("value", unit)), floats)


def read_key(value: object, floats: Floats = None) -> Value:
    """Gives what a table is asked about: a CODE or an absent value. Raises `DataError`."""
    return _read_one(value, read_code, floats)


def _read_one(value: object, read: Callable[[object], Value], floats: Floats) -> Value:
    try:
        return read(_written(value, floats))
    except LiteralError as error:
        raise DataError([_mistake(error.key, ("value", *error.path), error.texts)]) from None


def arguments_reader(mistakes: list[Diagnostic], floats: Floats) -> InputReader:
    """Gives a reader of what a program gives; it adds every mistake to a list."""

    def report(key: str, at: Path, /, **texts: str | Pair) -> None:
        mistakes.append(_mistake(key, at, texts))

    return input_reader(report, floats)


def input_reader(report: Reporter, floats: Floats = None) -> InputReader:
    """Gives a reader of what a Python program gives, which tells a reporter of every mistake."""
    return InputReader(report, partial(_written, floats=floats))


def unknown_input(name: str, names: Collection[str]) -> Diagnostic:
    """Says that a name is no input."""
    return _mistake("unknown-name.input", (name,), {"name": quoted(name), "near": did_you_mean(name, names)})


def _mistake(key: str, at: Path, texts: dict[str, str | Pair]) -> Diagnostic:
    """A mistake in what has no place in a file: its message names the datum."""
    mistake = diagnose(key, None, **{"name": quoted(".".join(str(part) for part in at)), **texts})
    return replace(mistake, argument=at)


_AS_DATA: Final = frozenset({str, Fraction, bool, type(None), list, tuple})
_LISTS: Final = (list, tuple)


def _written(value: object, floats: Floats, depth: int = 0) -> object:
    """Gives a program's value in the form in which data are written; raises `LiteralError`."""
    if type(value) in _AS_DATA or isinstance(value, _LISTS):
        return value
    if type(value) is int:
        return Fraction(value)
    if isinstance(value, Mapping) and depth < MAX_DEPTH:
        return {name_of(key): _written(item, floats, depth + 1) for key, item in value.items()}
    plain = plain_scalar(value, floats)
    return plain if plain is None or isinstance(plain, str | bool) else exact_number(plain)
