"""Keyword arguments of a program, and words of a command line -> typed inputs of a rule."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from sakip_rules.diagnostics import DataError, Diagnostic, diagnose, quoted
from sakip_rules.numbers import read_plain
from sakip_rules.plans import InputPlan, RecordPlan, RulePlan
from sakip_rules.reader.values import InputReader, Path
from sakip_rules.values import MISSING, Value

Floats = Literal["shortest"] | None
MAX_EXPONENT = 400


def read_arguments(plan: RulePlan, given: Mapping[str, Any], floats: Floats = None) -> dict[str, Value]:
    """Gives the typed inputs of a rule.

    Numbers come as int, Decimal, Fraction or text; a float is refused unless `floats` is
    "shortest", which reads it as its shortest decimal text. Collections are lists of dicts or a
    dict from row id to dict, `None` is missing, ranges and absent values are dicts.
    Raises `DataError` with every mistake.
    """
    return _read(given, plan.record, floats)


def _read(given: Mapping[str, Any], plan: RecordPlan, floats: Floats) -> dict[str, Value]:
    found: list[Diagnostic] = []

    def report(key: str, at: Path, /, **texts: str | tuple[str, str]) -> None:
        texts.setdefault("name", quoted(".".join(str(part) for part in at)))
        found.append(diagnose(key, None, **texts))

    written = {name: _written(value, (name,), report, floats) for name, value in given.items()}
    values = InputReader(report).record(written, plan, ())
    if found:
        raise DataError(found)
    return values


def read_value(value: Any, declared: InputPlan, floats: Floats = None) -> Value:
    """Gives one typed value that a program gives; raises `DataError`."""
    record = RecordPlan({declared.name: declared}, (), ())
    return _read({declared.name: value}, record, floats).get(declared.name, MISSING)


def _written(value: Any, path: Path, report: Any, floats: Floats) -> Any:
    """Gives a program's value in the form in which data are written."""
    if value is None or isinstance(value, str | bool | Fraction):
        return value
    if isinstance(value, int):
        return Fraction(value)
    if isinstance(value, Decimal):
        return _decimal(value, path, report)
    if isinstance(value, float):
        return _float(value, path, report, floats)
    if isinstance(value, Mapping):
        return {str(key): _written(one, (*path, str(key)), report, floats) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_written(one, (*path, index), report, floats) for index, one in enumerate(value)]
    report("bad-value.python", path, type=quoted(type(value).__name__))
    return None


def _decimal(value: Decimal, path: Path, report: Any) -> Fraction | None:
    if not value.is_finite():
        report("bad-value.number-data", path, text=quoted(str(value)))
        return None
    if abs(value.adjusted()) > MAX_EXPONENT or len(value.as_tuple().digits) > MAX_EXPONENT:
        report("bad-value.digits", path, text="…")
        return None
    return Fraction(value)


def _float(value: float, path: Path, report: Any, floats: Floats) -> Fraction | None:
    """A binary float is not the number that was written; its shortest text is, if so agreed."""
    if floats != "shortest":
        report("float-given", path, text=quoted(repr(value)))
        return None
    if not math.isfinite(value):
        report("bad-value.number-data", path, text=quoted(repr(value)))
        return None
    return read_plain(format(Decimal(repr(value)), "f"))
