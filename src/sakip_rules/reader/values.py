"""The inputs of one record, from data as they are written: literals, datums, rows of collections."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, Protocol

from sakip_rules.diagnostics import Path, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.languages import Pair
from sakip_rules.literals import LiteralError, is_blank, read_absent, read_literal, read_word
from sakip_rules.models import DATUM_KEYS, Numeral
from sakip_rules.numbers.printing import integer_text
from sakip_rules.plans import InputPlan, RecordPlan
from sakip_rules.values import MISSING, Absent, Row, Rows, Value

_YEAR: Final = re.compile("[0-9]{4}")
LITERALS: Final = frozenset({str, int, Fraction, Numeral})
"""Types that are no map, as nearly all data are; to ask whether something is a `Mapping` takes long."""


class Reporter(Protocol):
    """Told of every mistake: the key of its text, the path of the datum, and the words of the text."""

    def __call__(self, key: str, at: Path, /, **texts: str | Pair) -> None:
        """Notes one mistake."""


def as_written(datum: object) -> object:
    """Gives data of files as they are."""
    return datum


class InputReader:
    """Reads the inputs of records, and tells of every mistake with the path of the datum.

    `convert` gives a literal in the form in which data are written, or raises `LiteralError`.
    """

    def __init__(self, report: Reporter, convert: Callable[[object], object] = as_written) -> None:
        self.report = report
        self.convert = convert

    def record(self, written: Mapping[str, object], plan: RecordPlan, path: Path) -> dict[str, Value]:
        """Gives the values of a map from input names; a name that is no input is a mistake."""
        values: dict[str, Value] = {}
        for key, datum in written.items():
            name = name_of(key)
            declared = plan.inputs.get(name)
            if declared is None:
                near = did_you_mean(name, plan.inputs)
                self.report("unknown-name.input", (*path, name), name=quoted(name), near=near)
                continue
            value = self.input(datum, declared, (*path, name))
            if value is not None:
                values[name] = value
        return values

    def input(self, datum: object, declared: InputPlan, path: Path) -> Value | None:
        """Gives the value of one input; `None` where nothing is given, or the datum is wrong."""
        if declared.each is not None:
            return self.rows(datum, declared.each, path)
        if type(datum) not in LITERALS:
            datum, path = self.literal(datum, path)
        if is_blank(datum):
            return None
        try:
            return read_literal(self.convert(datum), declared)
        except LiteralError as error:
            self.report(error.key, (*path, *error.path), **error.texts)
            return None

    def literal(self, datum: object, path: Path) -> tuple[object, Path]:
        """Gives the literal of `{value: …, document: …}`, and its path; any other datum is the literal."""
        if not isinstance(datum, Mapping) or "value" not in datum:
            return datum, path
        for key in datum:
            if key not in DATUM_KEYS:
                name = name_of(key)
                hint = did_you_mean(name, DATUM_KEYS)
                self.report("unknown-key", (*path, name), name=quoted(name), hint=hint)
        self._where_it_stands(datum, path)
        return datum["value"], (*path, "value")

    def _where_it_stands(self, datum: Mapping[object, object], path: Path) -> None:
        """Holds what is said of a datum to its form: what is left out of the output is a mistake."""
        for key in ("document", "note"):
            said = datum.get(key)
            if not (said is None or isinstance(said, str) or (key == "note" and isinstance(said, Mapping))):
                self.report("bad-value.text", (*path, key))
        year = datum.get("year")
        if year is not None and not _YEAR.fullmatch(str(year)):
            self.report("bad-date.year", (*path, "year"), written=quoted(str(year)))

    # collections

    def rows(self, written: object, each: RecordPlan, path: Path) -> Value | None:
        """Gives the rows of a collection: a list of maps, a map of maps, or one absent value."""
        absent = self.absent(written, path)
        if absent is not None:
            return absent
        named: list[tuple[str | None, object, Path]]
        if isinstance(written, Mapping):
            named = [(name_of(row_id), row, (*path, name_of(row_id))) for row_id, row in written.items()]
        elif isinstance(written, list | tuple):
            named = [(None, row, (*path, index)) for index, row in enumerate(written)]
        else:
            self.report("bad-value.rows", path, name=quoted(str(path[-1])))
            return None
        return Rows(tuple(self.row(row_id, row, each, at) for row_id, row, at in named))

    def row(self, row_id: str | None, written: object, each: RecordPlan, path: Path) -> Row:
        """Gives one row; an absent value in its place makes all of its fields so absent."""
        # Where rows have an input called `status`, a map that holds one is a row.
        absent = self.absent(written, path) if "status" not in each.inputs else None
        if absent is not None:
            return Row(row_id, AbsentRow(absent))
        if isinstance(written, Mapping):
            return Row(row_id, self.record(written, each, path))
        self.report("bad-value.row", path, name=quoted(str(path[-2])))
        return Row(row_id, {})

    def absent(self, written: object, path: Path) -> Absent | None:
        """Gives the absent value that stands in place of rows, if one does; nothing there is `missing`."""
        if is_blank(written):
            return MISSING
        if isinstance(written, str):
            return read_word(written)
        if not isinstance(written, Mapping) or "status" not in written:
            return None
        try:
            converted = self.convert(written)
            assert isinstance(converted, Mapping)  # noqa: S101 - a map is converted to a map
            return read_absent(converted)
        except LiteralError as error:
            self.report(error.key, (*path, *error.path), **error.texts)
            return MISSING


def name_of(key: object) -> str:
    """Gives a key of a program's map as text; one that is neither text nor integer is shown by its type."""
    if isinstance(key, str):
        return str.__str__(key)
    return integer_text(key) if isinstance(key, int) else f"<{type(key).__name__}>"
