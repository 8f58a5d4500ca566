"""Values that need no data, and the checks they decide: that is how weights are held to 100."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sakip_rules.checker.formulas import FormulaCheck
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.expression import (
    BudgetSpentError,
    Context,
    ExactEvaluator,
    Formula,
    Meter,
    Read,
    Scope,
    compared,
    parse,
)
from sakip_rules.expression.evaluate import AliasCall
from sakip_rules.languages import Pair
from sakip_rules.links.bodies import formula_texts
from sakip_rules.models import AbsentValue, CaseCall, Check, FixedRow, FormulaField
from sakip_rules.values import Row, Rows, Value, not_computable
from sakip_rules.wording.values import sides_words


class Constants:
    """The names of one record whose values need no data.

    Only sound formulas may be asked about. `meter` counts for the whole rule: a rule can hold more
    constants than anyone has time for, and those beyond its units are left to the data.
    """

    def __init__(self, codes: frozenset[str], calls: Mapping[str, AliasCall], meter: Meter) -> None:
        self.codes = codes
        self.calls = calls
        self.meter = meter
        self.known: dict[str, Value] = {}

    def value(self, field: FormulaField) -> Value | None:
        """Gives the value of a formula or of cases all of whose names are constant; `None` if data decide."""
        if _calls(field) or not all(self._is_known(parse(text)) for text in formula_texts(field)):
            return None
        try:
            return self._computed(field)
        except BudgetSpentError:
            return None

    def rows(self, rows: tuple[FixedRow, ...], unsound: set[tuple[int, str]]) -> Rows:
        """Gives fixed rows with those columns only whose cells are all constant.

        `unsound` are the cells with something wrong in them, by row and column.
        """
        columns: dict[str, list[Value]] = {}
        for name in rows[0][1]:
            found = [
                None if (place, name) in unsound else self.value(cells[name])
                for place, (_, cells) in enumerate(rows)
            ]
            known = [value for value in found if value is not None]
            if len(known) == len(rows):
                columns[name] = known
        return Rows(
            tuple(
                Row(row_id, {name: column[place] for name, column in columns.items()})
                for place, (row_id, _) in enumerate(rows)
            )
        )

    def _is_known(self, tree: Formula) -> bool:
        return self.calls.keys() >= set(tree.reads.aliases) and all(map(self._is_there, tree.reads.names))

    def _is_there(self, read: Read) -> bool:
        """Says whether a name is known, or a column of fixed rows; all rows have the same ones."""
        if len(read.path) == 1:
            return read.field in self.known or read.field in self.codes
        rows = self.known.get(read.path[0])
        return isinstance(rows, Rows) and all(read.field in row.values for row in rows.rows[:1])

    def _computed(self, field: FormulaField) -> Value:
        if isinstance(field, str):
            return self._evaluated(field)
        for case in field:
            condition = True if case.when is None else self._evaluated(case.when)
            if condition is False:
                continue
            if condition is not True:
                return condition
            outcome = case.outcome
            return outcome.value() if isinstance(outcome, AbsentValue) else self._evaluated(str(outcome))
        return not_computable("no-case")

    def _evaluated(self, text: str) -> Value:
        return ExactEvaluator(Context(self.known, self.calls, self.meter)).value(parse(text))


def _calls(field: FormulaField) -> bool:
    """What a rule of a case gives is left to the data, as that of any step."""
    return isinstance(field, tuple) and any(isinstance(case.outcome, CaseCall) for case in field)


def check_conditions(
    checks: Iterable[Check], path: Path, scope: Scope, formulas: FormulaCheck, constants: Constants
) -> list[Formula]:
    """Checks the conditions of a record, and gives those that can be read.

    One that is false without data is an error, whatever its severity.
    """
    read: list[Formula] = []
    for index, check in enumerate(checks):
        at = (*path, "checks", index, "expect")
        is_sound = formulas.truth(check.expect, at, scope)
        if at in formulas.read:
            read.append(formulas.read[at])
        if is_sound and constants.value(check.expect) is False:
            texts: dict[str, Pair] = {
                "message": check.message.pair,
                "values": _values(check.expect, constants),
            }
            formulas.findings.add("check-failed.constant", at, expect=quoted(check.expect), **texts)
    return read


def _values(expect: str, constants: Constants) -> Pair:
    """Gives what the sides of a comparison come to."""
    sides = [(side, constants.value(side)) for side in compared(parse(expect))]
    known = [(side, value) for side, value in sides if value is not None]
    indonesian, english = sides_words(known)
    return (f"; {indonesian}", f"; {english}") if known else ("", "")


__all__ = ["Constants", "check_conditions"]
