"""The checks of one rule, on every day that makes a difference to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from sakip_rules.catalogue import NotFound
from sakip_rules.checker.context import RuleContext, context_of
from sakip_rules.checker.findings import EnoughError, Findings
from sakip_rules.checker.frameworks import check_framework
from sakip_rules.checker.records import RecordCheck
from sakip_rules.checker.references import check_references
from sakip_rules.checker.scales import check_scale
from sakip_rules.checker.tables import check_table
from sakip_rules.checker.unused import warn_unused
from sakip_rules.diagnostics import Diagnostic, Path, quoted
from sakip_rules.expression import Entry, units
from sakip_rules.links.bodies import bodies_of, names_of
from sakip_rules.links.references import Links, uses_of
from sakip_rules.links.verdict import Verdict
from sakip_rules.loader import LoadedRule
from sakip_rules.models import FormulaRule, FrameworkRule, Reference, ScaleRule, TableRule

TOO_LARGE: Final = "file-too-large"


def check_rule(item: LoadedRule, verdict: Verdict) -> list[Diagnostic]:
    """Gives all that is wrong with a rule that could be read; of one that is too large, nothing more.

    `verdict` knows what is wrong with the rules that it refers to.
    """
    findings = Findings(item.document)
    try:
        if not any(diagnostic.code == TOO_LARGE for diagnostic in item.diagnostics):
            _check(item, verdict, findings)
    except EnoughError:
        pass
    return findings.diagnostics


def _check(item: LoadedRule, verdict: Verdict, findings: Findings) -> None:
    rule = item.rule
    findings.extend(check_references(item, verdict))
    if isinstance(rule, ScaleRule):
        check_scale(rule, findings)
    elif isinstance(rule, TableRule):
        check_table(rule, findings)
    else:
        _check_clashes(rule, findings)
        used: set[Path] = set()
        for day in _days(rule, verdict):
            context = context_of(rule, Links(verdict, day), findings)
            _check_on_day(rule, context)
            used |= context.used
        if isinstance(rule, FormulaRule):
            warn_unused(rule, used, findings)


def _days(rule: FormulaRule | FrameworkRule, verdict: Verdict) -> list[datetime.date]:
    """The days on which references of a rule, or choices of the rules it calls, mean something else."""
    references = {use.reference for use in uses_of(rule)}
    for day in verdict.catalogue.days_that_differ(rule, references):
        for reference in list(references):
            references.update(_choices_of(verdict.find(reference, day)))
    days: dict[tuple[str, ...], datetime.date] = {}
    ordered = sorted(references, key=str)
    for day in verdict.catalogue.days_that_differ(rule, references):
        found = (verdict.find(reference, day) for reference in ordered)
        days.setdefault(tuple("" if isinstance(one, NotFound) else one.file for one in found), day)
    return list(days.values())


def _choices_of(found: LoadedRule | NotFound) -> Iterator[Reference]:
    """The references that a called rule's inputs take their choices from."""
    rule = None if isinstance(found, NotFound) else found.rule
    for use in uses_of(rule) if isinstance(rule, FormulaRule) else ():
        if use.path[-1] == "choices":
            yield use.reference


def _check_on_day(rule: FormulaRule | FrameworkRule, context: RuleContext) -> None:
    for name, path in names_of(rule):
        if name in context.codes:
            context.findings.at_key("name-clash.code", path, name=quoted(name))
    if isinstance(rule, FrameworkRule):
        check_framework(rule, context)
    else:
        _check_formula_rule(rule, context)


def _check_formula_rule(rule: FormulaRule, context: RuleContext) -> None:
    record = RecordCheck(rule, (), context)
    record.run()
    result = record.computed(rule.formula, ("formula",), rule.unit).entry
    if result.type.kind not in ("number", "unknown"):
        context.findings.add("type-mismatch.result", ("formula",))
    record.scale_unit(rule.scale, rule.unit, ("scale",))
    record.run_checks(Entry(result.type, units.declared_or(result.unit, rule.unit)))


def _check_clashes(rule: FormulaRule | FrameworkRule, findings: Findings) -> None:
    """All names of one record, and the aliases of its rule, differ."""
    for body, path in bodies_of(rule):
        for name in body.steps.keys() & (body.inputs.keys() | rule.uses.keys()):
            findings.at_key("name-clash", (*path, "steps", name), name=quoted(name))
        for name in body.inputs.keys() & rule.uses.keys():
            findings.at_key("name-clash", (*path, "inputs", name), name=quoted(name))


__all__ = ["check_rule"]
