"""Typed values, as the reader of a report and records below give them, taken into a generated function."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from fractions import Fraction

from sakip_rules.compiled.code import Part
from sakip_rules.compiled.known import DOOR_BITS, Ends, Held, Known, Listed, Names
from sakip_rules.compiled.records import RecordWriter
from sakip_rules.compiled.running import DECLINE, HELPERS, is_broken
from sakip_rules.dataclass import replace
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.plans import InputPlan, RecordPlan
from sakip_rules.values import MISSING, Absent, Range, Rows, Value

Pair = tuple[int, int, Absent | None]


class TypedWriter(RecordWriter):
    """Writes how the inputs of a record are taken from typed values."""

    def inputs(self, record: RecordPlan, given: str) -> Names:
        """Gives the inputs of a record, from the map in the variable `given`."""
        return {(name,): self.input(declared, given) for name, declared in record.inputs.items()}

    def input(self, declared: InputPlan, given: str) -> Known:
        """Gives one input, or its default."""
        if declared.each is not None:
            return self._collection(declared, declared.each, given)
        default = MISSING if declared.default is None else declared.default
        return self.value(declared.type, given, declared.name, default)

    def value(self, kind: str, given: str, name: str, default: Value, bits: int = DOOR_BITS) -> Known:
        """Gives what a map holds under a name, of a kind; a number of at most so many bits."""
        parts: dict[str, Part] = {
            "given": given,
            "name": ast.Constant(name),
            "default": self.constant(default),
        }
        x = self.fresh()
        if kind == "range":
            low = Held("number", self.fresh(), self.fresh(), x, bits, bits)
            high = replace(low, n=self.fresh(), d=self.fresh())
            ends = {"a": low.n, "b": low.d, "c": high.n, "e": high.d}
            self.put(f"a, b, c, e, x = ends_of(given.get(name), default, {bits})", x=x, **ends, **parts)
            return Ends(low, high)
        n = self.fresh()
        if kind in ("number", "count"):
            d = self.fresh()
            self.put(f"n, d, x = pair_of(given.get(name), default, {bits})", n=n, d=d, x=x, **parts)
            return Held("number", n, d, x, bits, bits)
        self.put("n, x = word_of(given.get(name), default)", n=n, x=x, **parts)
        return Held("truth" if kind == "truth" else "code", n, 1, x)

    def _collection(self, declared: InputPlan, each: RecordPlan, given: str) -> Listed:
        parts: dict[str, Part] = {"given": given, "name": ast.Constant(declared.name)}
        return self.rows(each, str(self.let("rows_of(given.get(name))", **parts)))


def pair_of(value: Value | None, default: Value, bits: int) -> Pair:
    """Gives a number as a fraction, or an absent value."""
    value = default if value is None else value
    if type(value) is Absent:
        return 0, 1, value
    if type(value) is not Fraction:
        raise DECLINE
    n, d = value.as_integer_ratio()
    if n.bit_length() > bits or d.bit_length() > bits:
        raise DECLINE
    return n, d, None


def ends_of(value: Value | None, default: Value, bits: int) -> tuple[int, int, int, int, Absent | None]:
    """Gives the ends of a range, or an absent value."""
    value = default if value is None else value
    if type(value) is Absent:
        return 0, 1, 0, 1, value
    if type(value) is not Range:
        raise DECLINE
    return (*pair_of(value.low, MISSING, bits)[:2], *pair_of(value.high, MISSING, bits))


def word_of(value: Value | None, default: Value) -> tuple[object, Absent | None]:
    """Gives a truth or a CODE, or an absent value."""
    value = default if value is None else value
    if type(value) is Absent:
        return 0, value
    if not isinstance(value, bool | str):
        raise DECLINE
    return value, None


def rows_of(value: Value | None) -> list[Mapping[str, Value] | Absent]:
    """Gives the rows of a collection; an absent one is one row. What data say is broken may be to tell."""
    if type(value) is Absent:
        rows: list[Mapping[str, Value] | Absent] = [value]
    else:
        given = value.rows if type(value) is Rows else ()
        rows = [row.values.absent if isinstance(row.values, AbsentRow) else row.values for row in given]
    if any(type(row) is Absent and is_broken(row) for row in rows):
        raise DECLINE
    return rows


TypedWriter.helpers = HELPERS | {helper.__name__: helper for helper in (ends_of, pair_of, rows_of, word_of)}
