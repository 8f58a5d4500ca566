"""Checks of a framework: its tree of levels, and the record of every level."""

from __future__ import annotations

from typing import Final

from sakip_rules.catalogue import rule_of
from sakip_rules.checker.constants import check_weights, constants_of, decide_checks
from sakip_rules.checker.order import CircleError, in_order
from sakip_rules.checker.polarity import accepts, polarity_input
from sakip_rules.checker.records import RecordCheck, RuleContext
from sakip_rules.checker.references import FORMULA_KINDS, Path
from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.expression import UNKNOWN, Entry, Scope
from sakip_rules.models import (
    HEADER_KEYS,
    RECORD_KEYS,
    FormulaRule,
    FrameworkRule,
    Level,
    Step,
)

KEYS_OF_RECORDS: Final = frozenset({*HEADER_KEYS, *RECORD_KEYS})
HEADLINE: Final = "capaian"


def below(rule: FrameworkRule) -> dict[str, tuple[str, ...]]:
    """Gives for every level those that stand directly under it, in the order of the file."""
    found: dict[str, list[str]] = {name: [] for name in rule.levels}
    for name, level in rule.levels.items():
        for above in level.under:
            if above in found:
                found[above].append(name)
    return {name: tuple(names) for name, names in found.items()}


def root_of(rule: FrameworkRule) -> str:
    """Gives the one level that stands under no other."""
    return next(name for name, level in rule.levels.items() if not level.under)


def levels_from_below(rule: FrameworkRule) -> list[str]:
    """Gives every level after those under it; raises `CircleError`."""
    tree = below(rule)
    return in_order(rule.levels, lambda name: tree[name])


def headline(level: Level) -> str | None:
    """Gives the name of a level's headline value."""
    if level.result is not None:
        return level.result
    return HEADLINE if HEADLINE in {*level.inputs, *level.steps} else None


def check_framework(rule: FrameworkRule, context: RuleContext) -> None:
    """Checks the tree of levels, and then the record of every level from below."""
    if not _check_tree(rule, context):
        return
    tree = below(rule)
    scopes: dict[str, Scope] = {}
    for name in levels_from_below(rule):
        scopes[name] = _check_level(name, rule, {child: scopes[child] for child in tree[name]}, context)


def _check_tree(rule: FrameworkRule, context: RuleContext) -> bool:
    """Says whether the levels are a tree: one root, no circle, no unknown level."""
    findings = context.findings
    fine = True
    for name, level in rule.levels.items():
        for above in level.under:
            if above not in rule.levels:
                near = did_you_mean(above, rule.levels)
                findings.add("unknown-name.level", ("levels", name, "under"), name=quoted(above), near=near)
                fine = False
    roots = [name for name, level in rule.levels.items() if not level.under]
    if len(roots) > 1:
        findings.at_key("level-tree.roots", ("levels", roots[1]), names=", ".join(map(quoted, roots)))
    try:
        levels_from_below(rule)
    except CircleError as circle:
        texts = {"path": quoted(" → ".join(circle.path))}
        findings.at_key("level-tree.circle", ("levels", circle.path[0]), **texts)
        return False
    return fine and len(roots) == 1


def _check_level(name: str, rule: FrameworkRule, children: dict[str, Scope], context: RuleContext) -> Scope:
    level, path = rule.levels[name], ("levels", name)
    _check_names(name, level, children, context)
    record = RecordCheck(level, path, context)
    record.collections.update(children)
    for step_name, step in level.steps.items():
        if step.rows is None:
            record.names[step_name] = Entry(UNKNOWN)
    scope = record.run()
    record.run_checks()
    _check_headline(name, level, path, context)
    _check_polarities(level, path, context)
    known = constants_of(level, context.codes)
    decide_checks(level.checks, path, known, context.codes, context.findings)
    fields = [
        ((*path, "steps", step_name, "formula"), step.formula)
        for step_name, step in level.steps.items()
        if step.formula is not None
    ]
    check_weights(fields, level, context.findings)
    return scope


def _check_names(name: str, level: Level, children: dict[str, Scope], context: RuleContext) -> None:
    """Names of a level and keys of a record must not be taken for each other."""
    findings = context.findings
    if name in KEYS_OF_RECORDS:
        findings.at_key("name-clash.key", ("levels", name), name=quoted(name))
    from_rule = [entry for entry, declared in level.inputs.items() if declared.from_ is not None]
    for extra in from_rule[1:]:
        findings.at_key("bad-value.from-twice", ("levels", name, "inputs", extra), name=quoted(extra))
    for entry in level.inputs:
        if entry in KEYS_OF_RECORDS:
            path = ("levels", name, "inputs", entry)
            findings.at_key("name-clash.key", path, name=quoted(entry))
    for child in children:
        for group in ("inputs", "steps"):
            if child in getattr(level, group):
                path = ("levels", name, group, child)
                findings.at_key("name-clash", path, name=quoted(child))


def _check_headline(name: str, level: Level, path: Path, context: RuleContext) -> None:
    found = headline(level)
    if found is None:
        context.findings.at_key("result-missing", path, name=quoted(name))
        return
    values = {entry for entry, declared in level.inputs.items() if declared.each is None}
    values |= {entry for entry, step in level.steps.items() if step.rows is None}
    if found not in values:
        near = did_you_mean(found, values)
        context.findings.add("unknown-name", (*path, "result"), name=quoted(found), near=near)


def _check_polarities(level: Level, path: Path, context: RuleContext) -> None:
    """A default, or a CODE in `with`, must be a polarity that the called rule can treat."""
    for name, step in level.steps.items():
        item = context.links.get(step.rule, FORMULA_KINDS)
        called = rule_of(item) if item else None
        wanted = polarity_input(called) if isinstance(called, FormulaRule) else None
        if wanted is None or not isinstance(called, FormulaRule):
            continue
        found = _stated_polarity(level, step, wanted, (*path, "steps", name), path)
        if found is not None and not accepts(called, wanted, found[0]):
            texts = {"polarity": quoted(found[0]), "rule": quoted(called.reference)}
            context.findings.add("polarity-not-supported", found[1], **texts)


def _stated_polarity(
    level: Level, step: Step, wanted: str, step_path: Path, level_path: Path
) -> tuple[str, Path] | None:
    """Gives the polarity that is fixed without data, and where it is written."""
    bound = step.with_.get(wanted, wanted)
    if not isinstance(bound, str):
        return None
    source = bound.strip()
    declared = level.inputs.get(source)
    if declared is None:
        stated = source.endswith("_is_better")
        return (source, (*step_path, "with", wanted)) if stated else None
    if declared.type != "polarity" or not isinstance(declared.default, str):
        return None
    return declared.default, (*level_path, "inputs", source, "default")
