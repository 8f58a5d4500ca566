"""Checks of formula fields: one formula, or the cases that stand instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from sakip_rules.checker.findings import Findings
from sakip_rules.checker.references import Path
from sakip_rules.diagnostics import quoted
from sakip_rules.expression import (
    UNKNOWN,
    Analysis,
    Entry,
    Formula,
    FormulaFaultError,
    Scope,
    analyse,
    join_types,
    parse,
)
from sakip_rules.expression import units
from sakip_rules.expression.analyse import expect_kind
from sakip_rules.expression.evaluate import Context, ExactEvaluator
from sakip_rules.models import AbsentValue, Case
from sakip_rules.models import Formula as FormulaField

_WORDS: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")

Seen = Callable[[Analysis], None]
"""Told of every formula that was analysed, so that what is used can be counted."""


def parse_at(text: str, path: Path, findings: Findings) -> Formula | None:
    """Gives the tree of a formula; one that cannot be parsed is a finding."""
    try:
        return parse(text)
    except FormulaFaultError as error:
        findings.add_fault(path, error.fault)
        return None


def check_formula(text: str, path: Path, scope: Scope, findings: Findings, seen: Seen) -> Entry:
    """Gives type and unit of one formula; everything wrong in it is a finding."""
    formula = parse_at(text, path, findings)
    if formula is None:
        seen(mentioned(text))
        return Entry(UNKNOWN)
    analysis = analyse(formula, scope)
    for fault in analysis.faults:
        findings.add_fault(path, fault)
    seen(mentioned(text) if analysis.faults else analysis)
    return Entry(analysis.type, analysis.unit)


def mentioned(text: str) -> Analysis:
    """Counts every word of a formula that is wrong as used, and whole where it is a collection.

    What is wrong with it says enough; that something is therefore unused would only follow.
    """
    paths = {tuple(words.split(".")) for words in _WORDS.findall(text)}
    first = {path[0] for path in paths}
    return Analysis(names=first, paths=paths | {(name, "*") for name in first}, aliases=first)


def check_truth(text: str, path: Path, scope: Scope, findings: Findings, seen: Seen) -> None:
    """Checks a condition: a formula that gives a truth."""
    found = check_formula(text, path, scope, findings, seen)
    want_kind(found, "truth", text, path, findings)


def want_kind(found: Entry, kind: str, text: str, path: Path, findings: Findings) -> None:
    """Makes a finding of a formula whose value is not of the kind wanted."""
    formula = None
    try:
        formula = parse(text)
    except FormulaFaultError:
        return
    fault = expect_kind(found.type, kind, formula.root)
    if fault is not None:
        findings.add_fault(path, fault)


def check_computation(field: FormulaField, path: Path, scope: Scope, findings: Findings, seen: Seen) -> Entry:
    """Gives type and unit of a formula or of its cases."""
    if isinstance(field, str):
        return check_formula(field, path, scope, findings, seen)
    entries: list[Entry] = []
    for index, case in enumerate(field):
        if case.when is not None:
            check_truth(case.when, (*path, index, "when"), scope, findings, seen)
        key, outcome = ("then", case.then) if case.when is not None else ("otherwise", case.otherwise)
        if isinstance(outcome, str):
            entries.append(check_formula(outcome, (*path, index, key), scope, findings, seen))
    _check_reachable(field, path, scope, findings)
    return _joined(entries, path, findings)


def _joined(entries: list[Entry], path: Path, findings: Findings) -> Entry:
    """All cases give one type, and known units that are equal."""
    joined = entries[0] if entries else Entry(UNKNOWN)
    for entry in entries[1:]:
        kind = join_types(joined.type, entry.type)
        if kind is None:
            findings.at_key("type-mismatch.cases", path)
            return Entry(UNKNOWN)
        if units.differ(joined.unit, entry.unit):
            texts = {"one": quoted(str(joined.unit)), "other": quoted(str(entry.unit))}
            findings.at_key("unit-mismatch", path, **texts)
            return Entry(kind)
        joined = Entry(kind, units.joined((joined.unit, entry.unit)))
    return joined


def _check_reachable(cases: tuple[Case, ...], path: Path, scope: Scope, findings: Findings) -> None:
    """A case that nothing can reach is a mistake: of its condition, or of an earlier one."""
    seen: list[str] = []
    always: bool = False
    for index, case in enumerate(cases):
        at = (*path, index, "otherwise" if case.when is None else "when")
        if always:
            findings.add("unreachable-case.constant-true", at)
            continue
        if case.when is None:
            continue
        same = _canonical(case.when)
        constant = _constant_truth(case.when, scope)
        if constant is False:
            findings.add("unreachable-case.constant-false", at)
        elif same in seen:
            findings.add("unreachable-case.same", at)
        always = constant is True
        seen.append(same)


def _canonical(text: str) -> str:
    return "".join(text.split()) if " " not in text.strip() else " ".join(text.split())


def _constant_truth(text: str, scope: Scope) -> bool | None:
    """Gives the truth of a condition without names; `None` where data decide."""
    try:
        formula = parse(text)
    except FormulaFaultError:
        return None
    if not formula.is_constant or analyse(formula, scope).faults:
        return None
    value = ExactEvaluator(Context({})).value(formula)
    return value if isinstance(value, bool) else None


def outcomes(field: FormulaField) -> list[AbsentValue]:
    """Gives the absent values that cases state."""
    if isinstance(field, str):
        return []
    parts = [part for case in field for part in (case.then, case.otherwise)]
    return [part for part in parts if isinstance(part, AbsentValue)]
