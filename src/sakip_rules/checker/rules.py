"""The checks of one rule, on every day that makes a difference to it."""

from __future__ import annotations

import datetime

from sakip_rules.catalogue import RuleCatalogue, rule_of
from sakip_rules.checker import shapes
from sakip_rules.checker.codes import bodies_of, names_of, visible_codes
from sakip_rules.checker.constants import check_weights, constants_of, decide_checks
from sakip_rules.checker.findings import Findings
from sakip_rules.checker.frameworks import check_framework
from sakip_rules.checker.records import RecordCheck, RuleContext
from sakip_rules.checker.references import CALLED, Links, Path, check_references, uses_of
from sakip_rules.checker.scales import check_scale
from sakip_rules.checker.tables import check_table
from sakip_rules.diagnostics import Diagnostic, quoted
from sakip_rules.expression import units
from sakip_rules.loader import LoadedRule
from sakip_rules.models import (
    Body,
    FormulaRule,
    FrameworkRule,
    ScaleRule,
    TableRule,
)
from sakip_rules.models import Formula as FormulaField


def check_rule(item: LoadedRule, catalogue: RuleCatalogue, unusable: set[str]) -> list[Diagnostic]:
    """Gives all that is wrong with a rule that could be read.

    `unusable` are the files that have errors: a reference to one of them is an error too.
    """
    rule = rule_of(item)
    findings = Findings(item)
    findings.extend(check_references(item, catalogue, unusable))
    if isinstance(rule, ScaleRule):
        check_scale(rule, findings)
    elif isinstance(rule, TableRule):
        check_table(rule, findings)
    else:
        _check_clashes(rule, findings)
        references = [use.reference for use in uses_of(rule)]
        unread: list[set[Path]] = []
        for day in catalogue.days_that_differ(rule, references):
            unread.append(_check_on(day, rule, catalogue, unusable, findings))
        if isinstance(rule, FormulaRule) and unread:
            _warn_unused(rule, set.union(*unread), findings)
    return findings.diagnostics


def _check_on(
    day: datetime.date,
    rule: FormulaRule | FrameworkRule,
    catalogue: RuleCatalogue,
    unusable: set[str],
    findings: Findings,
) -> set[Path]:
    """Checks a rule with what its references mean on one day; gives what it uses."""
    links = Links(catalogue, day, unusable)
    found = {alias: links.get(reference, CALLED) for alias, reference in rule.uses.items()}
    aliases = {alias: shapes.alias_of(other) for alias, other in found.items()}
    context = RuleContext(links, findings, aliases, visible_codes(rule, links))
    _check_code_names(rule, context)
    if isinstance(rule, FrameworkRule):
        check_framework(rule, context)
    else:
        _check_formula_rule(rule, context)
    return context.used


def _check_formula_rule(rule: FormulaRule, context: RuleContext) -> None:
    record = RecordCheck(rule, (), context)
    record.run()
    result = record.computed(rule.formula, ("formula",), rule.unit)
    if result.type.kind not in ("number", "unknown"):
        context.findings.add("type-mismatch.result", ("formula",))
    record.scale_unit(rule.scale, rule.unit, ("scale",))
    record.run_checks(type(result)(result.type, units.declared_or(result.unit, rule.unit)))
    known = constants_of(rule, context.codes)
    decide_checks(rule.checks, (), known, context.codes, context.findings)
    fields: list[tuple[Path, FormulaField]] = [
        (("steps", name, "formula"), step.formula)
        for name, step in rule.steps.items()
        if step.formula is not None
    ]
    check_weights([*fields, (("formula",), rule.formula)], rule, context.findings)


def _check_clashes(rule: FormulaRule | FrameworkRule, findings: Findings) -> None:
    """All names of one record, and the aliases of its rule, differ."""
    for body, path in bodies_of(rule):
        for name in body.steps:
            if name in body.inputs:
                findings.at_key("name-clash", (*path, "steps", name), name=quoted(name))
        for name in (*body.inputs, *body.steps):
            if name in rule.uses:
                group = "inputs" if name in body.inputs else "steps"
                findings.at_key("name-clash", (*path, group, name), name=quoted(name))


def _check_code_names(rule: FormulaRule | FrameworkRule, context: RuleContext) -> None:
    for name, path in names_of(rule):
        if name in context.codes:
            context.findings.at_key("name-clash.code", path, name=quoted(name))


def _warn_unused(rule: FormulaRule, used: set[Path], findings: Findings) -> None:
    """Warns of an input, alias or column of fixed rows that nothing reads."""
    for alias in rule.uses:
        if ("uses", alias) not in used:
            findings.warn("unused-name.alias", ("uses", alias), name=quoted(alias))
    _warn_body(rule, (), (), used, findings)


def _warn_body(body: Body, path: Path, prefix: Path, used: set[Path], findings: Findings) -> None:
    """Rows that are passed whole count as read, every column of them."""
    if (*prefix, "*") in used:
        return
    for name, declared in body.inputs.items():
        at = (*path, "inputs", name)
        if (*prefix, name) not in used:
            findings.warn("unused-name", at, name=quoted(name))
        elif declared.each is not None:
            _warn_body(declared.each, (*at, "each"), (*prefix, name), used, findings)
    for name, step in body.steps.items():
        row_id, cells = step.rows[0] if step.rows else (None, {})
        for column in cells:
            if not {(*prefix, name, column), (*prefix, name, "*")} & used:
                at = (*path, "steps", name, "rows", 0 if row_id is None else row_id, column)
                findings.warn("unused-name.column", at, name=quoted(f"{name}.{column}"))
