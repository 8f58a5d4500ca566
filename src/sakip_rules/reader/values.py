"""The inputs of one record, from data as they are written: literals, datums, rows of collections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.literals import LiteralError, read_absent, read_literal
from sakip_rules.models import DATUM_KEYS
from sakip_rules.plans import InputPlan, RecordPlan
from sakip_rules.values import DATA_WORDS, MISSING, Absent, Row, Rows, Value

Path = tuple[str | int, ...]
Report = Callable[..., None]
"""Told of every mistake: the key of its text, the path of the datum, and the words of the text."""


class InputReader:
    """Reads the inputs of records, and tells of every mistake with the path of the datum."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def record(self, written: Mapping[str, Any], plan: RecordPlan, path: Path) -> dict[str, Value]:
        """Gives the values of a map from input names; a name that is no input is a mistake."""
        found: dict[str, Value] = {}
        for name, datum in written.items():
            declared = plan.inputs.get(name)
            if declared is None:
                near = did_you_mean(name, plan.inputs)
                self.report("unknown-name.input", (*path, name), name=quoted(name), near=near)
                continue
            value = self.input(datum, declared, (*path, name))
            if value is not None:
                found[name] = value
        return found

    def input(self, datum: Any, declared: InputPlan, path: Path) -> Value | None:
        """Gives the value of one input; `None` where nothing is given, or the datum is wrong."""
        if declared.each is not None:
            return self.rows(datum, declared.each, path)
        literal, at = self.literal(datum, path)
        if literal is None or (isinstance(literal, str) and not literal.strip(" ")):
            return None
        try:
            return read_literal(literal, declared)
        except LiteralError as error:
            self.report(error.key, (*at, *error.path), **error.texts)
            return None

    def literal(self, datum: Any, path: Path) -> tuple[Any, Path]:
        """Gives the literal of `{value: …, document: …}`, and its path; any other datum is the literal."""
        if not isinstance(datum, Mapping) or "value" not in datum:
            return datum, path
        for key in datum:
            if key not in DATUM_KEYS:
                self.report("unknown-key", (*path, key), name=quoted(key), hint=did_you_mean(key, DATUM_KEYS))
        return datum["value"], (*path, "value")

    def rows(self, written: Any, each: RecordPlan, path: Path) -> Value | None:
        """Gives the rows of a collection: a list of maps, a map of maps, or one absent value."""
        if isinstance(written, str) and written.strip(" ") in DATA_WORDS:
            return Absent(written.strip(" "))  # type: ignore[arg-type]  # DATA_WORDS are words
        if isinstance(written, Mapping) and "status" in written:
            return self.absent(written, path)
        if isinstance(written, Mapping):
            named = [(str(row_id), row, (*path, row_id)) for row_id, row in written.items()]
        elif isinstance(written, list | tuple):
            named = [(None, row, (*path, index)) for index, row in enumerate(written)]
        elif written is None or (isinstance(written, str) and not written.strip(" ")):
            return MISSING
        else:
            self.report("bad-value.rows", path)
            return None
        return Rows(tuple(self.row(row_id, row, each, at) for row_id, row, at in named))

    def row(self, row_id: str | None, written: Any, each: RecordPlan, path: Path) -> Row:
        if isinstance(written, Mapping) and "status" in written and "status" not in each.inputs:
            absent = self.absent(written, path)
            return Row(row_id, AbsentRow(absent) if isinstance(absent, Absent) else {})
        if isinstance(written, Mapping):
            return Row(row_id, self.record(written, each, path))
        if isinstance(written, str) and written.strip(" ") in DATA_WORDS:
            absent = Absent(written.strip(" "))  # type: ignore[arg-type]  # DATA_WORDS are words
            return Row(row_id, AbsentRow(absent))
        if written is None:
            return Row(row_id, {})
        self.report("bad-value.row", path)
        return Row(row_id, {})

    def absent(self, written: Mapping[str, Any], path: Path) -> Value | None:
        try:
            return read_absent(written)
        except LiteralError as error:
            self.report(error.key, (*path, *error.path), **error.texts)
            return None
