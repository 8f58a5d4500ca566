"""Checks of formula fields: one formula, or the cases that stand instead."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from sakip_rules.checker.findings import Findings
from sakip_rules.dataclass import dataclass
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.expression import (
    NUMBER,
    UNKNOWN,
    BudgetSpentError,
    Context,
    Entry,
    ExactEvaluator,
    Formula,
    FormulaFaultError,
    Scope,
    analyse,
    join_types,
    parse,
    units,
)
from sakip_rules.expression.analyse import expect_kind
from sakip_rules.expression.text import to_text
from sakip_rules.models import Case, CaseCall, FormulaField


@dataclass(frozen=True, slots=True)
class Judged:
    """What a formula field gives, and whether it is sound: with nothing wrong in it, it may be evaluated."""

    entry: Entry
    is_sound: bool


NO_CALLS: Final[Mapping[Path, Entry]] = MappingProxyType({})
_NOTHING = Judged(Entry(UNKNOWN), is_sound=False)


class FormulaCheck:
    """The checks of the formulas of one record; keeps those that it read, to count what they use."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.read: dict[Path, Formula] = {}
        self.unread: dict[Path, str] = {}
        """The texts that cannot be parsed: nobody knows what they use."""

    def formula(self, text: str, path: Path, scope: Scope, *, kind: str | None = None) -> Judged:
        """Gives type and unit of one formula, which may have to be of a kind; what is wrong is a finding."""
        try:
            formula = parse(text)
        except FormulaFaultError as error:
            self.findings.add_fault(path, error.fault)
            self.unread[path] = text
            return _NOTHING
        self.read[path] = formula
        analysis = analyse(formula, scope)
        faults = list(analysis.faults)
        wrong = expect_kind(analysis.type, kind, formula.root) if kind else None
        for fault in faults if wrong is None else [*faults, wrong]:
            self.findings.add_fault(path, fault)
        return Judged(Entry(analysis.type, analysis.unit), not faults and wrong is None)

    def truth(self, text: str, path: Path, scope: Scope) -> bool:
        """Says whether a condition is sound."""
        return self.formula(text, path, scope, kind="truth").is_sound

    def computation(
        self, field: FormulaField, path: Path, scope: Scope, called: Mapping[Path, Entry] = NO_CALLS
    ) -> Judged:
        """Gives type and unit of a formula or of its cases; `called` is what rules of cases give."""
        if isinstance(field, str):
            return self.formula(field, path, scope)
        is_sound = self._conditions(field, path, scope)
        outcomes: list[Judged] = []
        for index, case in enumerate(field):
            if isinstance(case.outcome, str):
                outcomes.append(self.formula(case.outcome, (*path, index, case.key), scope))
            elif isinstance(case.outcome, CaseCall):
                entry = called.get(("formula", index, case.key), Entry(NUMBER))
                outcomes.append(Judged(entry, is_sound=True))
        joined = self._joined([outcome.entry for outcome in outcomes], path)
        is_sound = is_sound and all(outcome.is_sound for outcome in outcomes)
        return Judged(joined or Entry(UNKNOWN), is_sound and joined is not None)

    def _joined(self, entries: list[Entry], path: Path) -> Entry | None:
        """All cases give one type, and known units that are equal; `None` where they do not.

        CODEs are joined last: they belong to the lists of the other cases, all of them.
        """
        entries = sorted(entries, key=lambda entry: entry.type.literal)
        joined = entries[0] if entries else Entry(UNKNOWN)
        for entry in entries:  # the first with itself: a range in a case is its number
            kind = join_types(joined.type, entry.type)
            if kind is None:
                self.findings.at_key("type-mismatch.cases", path)
                return None
            if units.differ(joined.unit, entry.unit):
                one, other = quoted(str(joined.unit)), quoted(str(entry.unit))
                self.findings.at_key("unit-mismatch", path, one=one, other=other)
                return Entry(kind)
            joined = Entry(kind, units.joined((joined.unit, entry.unit)))
        return joined

    def _conditions(self, cases: tuple[Case, ...], path: Path, scope: Scope) -> bool:
        """Says whether all conditions are sound. A case that nothing can reach is a mistake."""
        seen: set[str] = set()
        is_sound = True
        is_over = False
        for index, case in enumerate(cases):
            at = (*path, index, "otherwise" if case.when is None else "when")
            if is_over:
                self.findings.add("unreachable-case.constant-true", at)
            if case.when is None or not self.truth(case.when, at, scope):
                is_sound = is_sound and case.when is None
                continue
            formula = self.read[at]
            constant, same = _constant_truth(formula), to_text(formula)
            if constant is False and not is_over:
                self.findings.add("unreachable-case.constant-false", at)
            elif same in seen and not is_over:
                self.findings.add("unreachable-case.same", at)
            is_over = is_over or constant is True
            seen.add(same)
        return is_sound


def _constant_truth(condition: Formula) -> bool | None:
    """Gives the truth of a sound condition without names; `None` where data decide."""
    if not condition.is_constant:
        return None
    try:
        value = ExactEvaluator(Context({})).value(condition)
    except BudgetSpentError:
        return None
    return value if isinstance(value, bool) else None
