"""Values that need no data, and the checks they decide: that is how weights are held to 100."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sakip_rules.checker.formulas import FormulaCheck
from sakip_rules.checker.order import formula_texts
from sakip_rules.checker.references import Path
from sakip_rules.diagnostics import quoted
from sakip_rules.expression import (
    FUNCTION_NAMES,
    BudgetSpentError,
    Context,
    ExactEvaluator,
    Formula,
    Meter,
    Scope,
    parse,
)
from sakip_rules.expression.evaluate import AliasCall
from sakip_rules.expression.tree import Call, Dotted, Name
from sakip_rules.models import Check, FixedRow
from sakip_rules.models import Formula as FormulaField
from sakip_rules.values import Row, Rows, Value, not_computable


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
        if not all(self._is_known(parse(text)) for text in formula_texts(field)):
            return None
        try:
            return self._computed(field)
        except BudgetSpentError:
            return None

    def rows(self, rows: tuple[FixedRow, ...], unsound: set[tuple[int, str]]) -> Rows:
        """Gives fixed rows with those columns only whose cells are all constant.

        `unsound` are the cells with something wrong in them, by row and column.
        """
        names = [
            name for name in rows[0][1] if not any((place, name) in unsound for place in range(len(rows)))
        ]
        columns = {name: [self.value(cells[name]) for _, cells in rows] for name in names}
        found: list[Row] = []
        for place, (row_id, _) in enumerate(rows):
            values = {name: column[place] for name, column in columns.items() if None not in column}
            found.append(Row(row_id, {name: value for name, value in values.items() if value is not None}))
        return Rows(tuple(found))

    def _is_known(self, tree: Formula) -> bool:
        for node in tree.nodes:
            if isinstance(node, Name) and node.name not in self.known and node.name not in self.codes:
                return False
            if isinstance(node, Dotted) and not self._has_column(node.path):
                return False
            if isinstance(node, Call) and node.function not in {*FUNCTION_NAMES, *self.calls}:
                return False
        return True

    def _has_column(self, path: tuple[str, ...]) -> bool:
        rows = self.known.get(path[0])
        return isinstance(rows, Rows) and all(path[1] in row.values for row in rows.rows)

    def _computed(self, field: FormulaField) -> Value:
        if isinstance(field, str):
            return self._evaluated(field)
        for case in field:
            condition = True if case.when is None else self._evaluated(case.when)
            if condition is False:
                continue
            if condition is not True:
                return condition
            outcome = case.then if case.when is not None else case.otherwise
            if outcome is not None:
                return self._evaluated(outcome) if isinstance(outcome, str) else outcome.value()
        return not_computable("no-case")

    def _evaluated(self, text: str) -> Value:
        return ExactEvaluator(Context(self.known, self.calls, self.meter)).value(parse(text))


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
            message, expect = check.message.pair, quoted(check.expect)
            formulas.findings.add("check-failed.constant", at, message=message, expect=expect)
    return read


__all__ = ["Constants", "check_conditions"]
