"""The checks of one rule, on every day that makes a difference to it."""

from __future__ import annotations

import datetime
from contextlib import suppress
from typing import Final, assert_never

from sakip_rules.checker.checked import Checked, CheckedFormula, CheckedRule
from sakip_rules.checker.context import RuleContext, context_of
from sakip_rules.checker.expected import check_expected
from sakip_rules.checker.findings import EnoughError, Findings
from sakip_rules.checker.frameworks import check_framework
from sakip_rules.checker.records import RecordCheck
from sakip_rules.checker.references import check_references
from sakip_rules.checker.scales import check_scale
from sakip_rules.checker.tables import check_table
from sakip_rules.checker.unused import warn_unused
from sakip_rules.diagnostics import Diagnostic, Path, RuleError, quoted
from sakip_rules.expression import Entry, units
from sakip_rules.links.bodies import bodies_of, names_of
from sakip_rules.links.inputs import inputs_of
from sakip_rules.links.references import Links, choices_of_called, uses_of
from sakip_rules.loader import LoadedRule
from sakip_rules.models import AnyRule, FormulaRule, FrameworkRule, RecordRule, ScaleRule, TableRule

TOO_LARGE: Final = "file-too-large"
RESULT: Final = "result"
"""What the result of a formula rule is called in its own checks."""


def check_rule(loaded: LoadedRule, checked: Checked) -> list[Diagnostic]:
    """Gives all that is wrong with a rule that could be read; of one that is too large, nothing more.

    `checked` knows the rules that it refers to, and keeps what is found of it.
    """
    findings = Findings(loaded.document)
    with suppress(EnoughError):
        if not any(diagnostic.code == TOO_LARGE for diagnostic in loaded.diagnostics):
            _check(loaded, checked, findings)
    return findings.diagnostics


def _check(loaded: LoadedRule, checked: Checked, findings: Findings) -> None:
    findings.extend(check_references(loaded, checked))
    _warn_of_missing_quotes(loaded.rule, findings)
    match loaded.rule:
        case ScaleRule() as rule:
            check_scale(rule, findings)
        case TableRule() as rule:
            check_table(rule, findings)
            check_expected(rule, findings)
        case FormulaRule() as rule:
            warn_unused(rule, _check_on_days(loaded, rule, checked, findings), findings)
            check_expected(rule, findings)
        case FrameworkRule() as rule:
            _check_on_days(loaded, rule, checked, findings)
        case _:
            assert_never(loaded.rule)


def _warn_of_missing_quotes(rule: AnyRule, findings: Findings) -> None:
    """Who says that the words were read shows them: only then can a reader compare."""
    for place, basis in enumerate(rule.legal_basis):
        if basis.confidence == "quoted" and basis.quote is None:
            findings.warn("quote-missing", ("legal_basis", place, "confidence"), name=quoted(basis.document))


def _check_on_days(loaded: LoadedRule, rule: RecordRule, checked: Checked, findings: Findings) -> set[Path]:
    """Checks a rule once for everything that its references mean on some day; gives what it uses."""
    _check_clashes(rule, findings)
    used: set[Path] = set()
    for day in _days(rule, checked):
        links = Links(checked, day)
        key = loaded.file, links.meaning(rule)
        if key not in checked.rules:
            context = context_of(rule, checked, links, findings)
            found = _check_on_day(rule, context)
            used |= context.used
            if found is not None:
                checked.rules[key] = found
    return used


def checked_on(loaded: LoadedRule, rule: RecordRule, links: Links, checked: Checked) -> CheckedRule:
    """Gives what was found of a rule on a day, or checks it now: a pinned version may be out of force.

    Raises `RuleError` with what is wrong with it on that day.
    """
    key = loaded.file, links.meaning(rule)
    known = checked.rules.get(key)
    if known is not None:
        return known
    findings = Findings(loaded.document)
    checked_rule = None
    with suppress(EnoughError):
        checked_rule = _check_on_day(rule, context_of(rule, checked, links, findings))
    errors = [diagnostic for diagnostic in findings.diagnostics if diagnostic.severity == "error"]
    if checked_rule is None or errors:
        raise RuleError(errors or findings.diagnostics)
    return checked.rules.setdefault(key, checked_rule)


def _days(rule: RecordRule, checked: Checked) -> list[datetime.date]:
    """The days on which references of a rule, or choices of the rules it calls, may mean something else."""
    references = {use.reference for use in uses_of(rule)}
    for day in checked.catalogue.days_that_differ(rule, references):
        for reference in list(references):
            references.update(choices_of_called(checked.find(reference, day)))
    return checked.catalogue.days_that_differ(rule, references)


def _check_on_day(rule: RecordRule, context: RuleContext) -> CheckedRule | None:
    for name, path in names_of(rule):
        if name in context.codes:
            context.findings.at_key("name-clash.code", path, name=quoted(name))
    match rule:
        case FormulaRule():
            return _check_formula_rule(rule, context)
        case FrameworkRule():
            return check_framework(rule, context)
        case _:
            assert_never(rule)


def _check_formula_rule(rule: FormulaRule, context: RuleContext) -> CheckedFormula:
    record = RecordCheck(rule, inputs_of(rule, context.links), (), context)
    record.run()
    result = record.computed(rule.formula, ("formula",), rule.unit).entry
    if result.type.kind not in ("number", "unknown"):
        context.findings.add("type-mismatch.result", ("formula",))
    record.scale_unit(rule.scale, rule.unit, ("scale",))
    record.run_checks({RESULT: Entry(result.type, units.declared_or(result.unit, rule.unit))})
    return CheckedFormula(rule, record.checked)


def _check_clashes(rule: RecordRule, findings: Findings) -> None:
    """All names of one record, and the aliases of its rule, differ."""
    for body, path in bodies_of(rule):
        for name in body.steps.keys() & (body.inputs.keys() | rule.uses.keys()):
            findings.at_key("name-clash", (*path, "steps", name), name=quoted(name))
        for name in body.inputs.keys() & rule.uses.keys():
            findings.at_key("name-clash", (*path, "inputs", name), name=quoted(name))


__all__ = ["check_rule", "checked_on"]
