"""Checks of a framework: its tree of levels, and the record of every level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from sakip_rules.checker.checked import CheckedFramework
from sakip_rules.checker.context import RuleContext
from sakip_rules.checker.findings import Findings
from sakip_rules.checker.records import RecordCheck
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.expression import Scope
from sakip_rules.links.bodies import StepCall, bare_name, calls_of
from sakip_rules.links.inputs import inputs_of
from sakip_rules.links.levels import below, headline, levels_from_below
from sakip_rules.links.order import circle_through, components
from sakip_rules.links.polarity import Trial, accepts, conditions_of, polarity_inputs
from sakip_rules.models import HEADER_KEYS, RECORD_KEYS, FormulaRule, FrameworkRule, Level, Step
from sakip_rules.vocabulary import POLARITIES

KEYS_OF_RECORDS: Final = frozenset({*HEADER_KEYS, *RECORD_KEYS})


def check_framework(rule: FrameworkRule, context: RuleContext) -> CheckedFramework | None:
    """Checks the tree of levels, and then the record of every level from below; nothing if it is no tree."""
    if not _check_tree(rule, context.findings):
        return None
    tree = below(rule)
    records: dict[str, RecordCheck] = {}
    for name in levels_from_below(rule):
        children = {child: records[child].outward for child in tree[name]}
        records[name] = _check_level(name, rule, children, context)
    return CheckedFramework(rule, {name: record.checked for name, record in records.items()})


def _check_tree(rule: FrameworkRule, findings: Findings) -> bool:
    """Says whether the levels are a tree: one root, no circle, no unknown level."""
    is_tree = True
    for name, level in rule.levels.items():
        for index, above in enumerate(level.under):
            if above not in rule.levels:
                near = did_you_mean(above, rule.levels)
                findings.add(
                    "unknown-name.level", ("levels", name, "under", index), name=quoted(above), near=near
                )
                is_tree = False
    roots = [name for name, level in rule.levels.items() if not level.under]
    if len(roots) > 1:
        findings.at_key("level-tree.roots", ("levels", roots[1]), names=", ".join(map(quoted, roots)))
        is_tree = False
    tree = below(rule)
    for names, is_circle in components(rule.levels, tree.__getitem__):
        if is_circle:
            path = " → ".join(circle_through(names[0], set(names), tree.__getitem__))
            findings.at_key("level-tree.circle", ("levels", names[0]), path=quoted(path))
            is_tree = False
    return is_tree


def _check_level(
    name: str, rule: FrameworkRule, children: dict[str, Scope], context: RuleContext
) -> RecordCheck:
    level, path = rule.levels[name], ("levels", name)
    _check_names(name, rule, children, context.findings)
    record = RecordCheck(level, inputs_of(level, context.links), path, context)
    record.collections.update(children)
    record.run()
    record.run_checks()
    _check_headline(name, level, context.findings)
    _check_polarities(level, path, context)
    return record


def _check_names(name: str, rule: FrameworkRule, children: dict[str, Scope], findings: Findings) -> None:
    """Names of a level, keys of a record and aliases must not be taken for each other."""
    level, path = rule.levels[name], ("levels", name)
    if name in KEYS_OF_RECORDS:
        findings.at_key("name-clash.key", path, name=quoted(name))
    if level.under and name in rule.uses:
        findings.at_key("name-clash", path, name=quoted(name))
    for entry in level.inputs.keys() & KEYS_OF_RECORDS:
        findings.at_key("name-clash.key", (*path, "inputs", entry), name=quoted(entry))
    for group, names in (("inputs", level.inputs.keys()), ("steps", level.steps.keys())):
        for child in names & children.keys():
            findings.at_key("name-clash", (*path, group, child), name=quoted(child))
    _check_from_rule(level, path, findings)


def _check_from_rule(level: Level, path: Path, findings: Findings) -> None:
    """One input of a level may be given by the record's rule, which gives a number."""
    from_rule = [name for name, declared in level.inputs.items() if declared.from_ is not None]
    for extra in from_rule[1:]:
        findings.at_key("bad-value.from-twice", (*path, "inputs", extra), name=quoted(extra))
    for name in from_rule:
        if level.inputs[name].type in ("truth", "choice", "polarity"):
            findings.add("type-mismatch.bound", (*path, "inputs", name, "type"), name=quoted(name))


def _check_headline(name: str, level: Level, findings: Findings) -> None:
    """The headline is one value of the level."""
    shown = headline(level)
    if shown is None and not level.inputs and not level.steps:
        return
    if shown is None:
        findings.at_key("result-missing", ("levels", name), name=quoted(name))
        return
    values = {entry for entry, declared in level.inputs.items() if declared.each is None}
    values |= {entry for entry, step in level.steps.items() if step.rows is None}
    if shown not in values:
        near = did_you_mean(shown, values)
        findings.add("unknown-name", ("levels", name, "result"), name=quoted(shown), near=near)


def _check_polarities(level: Level, path: Path, context: RuleContext) -> None:
    """A default, or a CODE in `with`, must be a polarity that the called rule can treat."""
    for name, step in level.steps.items():
        for call in calls_of(step):
            called = context.links.formula(call.rule)
            if called is not None:
                for fixed in _refused(called, call, name, level, context):
                    texts = {"polarity": quoted(fixed.polarity), "rule": quoted(called.reference)}
                    context.findings.add("polarity-not-supported", (*path, *fixed.at), **texts)


class _Fixed(NamedTuple):
    """A polarity that is fixed without data: where in the level, and the input whose default it is."""

    polarity: str
    at: Path
    entry: str | None


def _refused(
    called: FormulaRule, call: StepCall, step: str, level: Level, context: RuleContext
) -> Iterator[_Fixed]:
    """Gives the fixed polarities of a call that the called rule cannot treat."""
    for wanted in polarity_inputs(called):
        fixed = _fixed_polarity(level, call, step, wanted)
        if fixed is None or accepts(called, wanted, fixed.polarity):
            continue
        if _surely_applies(level, level.steps[step], call, fixed, context):
            yield fixed


def _fixed_polarity(level: Level, call: StepCall, step: str, wanted: str) -> _Fixed | None:
    """Gives the polarity that an input of a called rule has whatever the data are, if there is one."""
    name = bare_name(call.with_.get(wanted, wanted))
    declared = None if name is None else level.inputs.get(name)
    if declared is not None:
        fixed = _Fixed(str(declared.default), ("inputs", str(name), "default"), name)
    else:
        fixed = _Fixed(str(name), ("steps", step, *call.path, "with", wanted), None)
    return fixed if fixed.polarity in POLARITIES else None


def _surely_applies(level: Level, step: Step, call: StepCall, fixed: _Fixed, context: RuleContext) -> bool:
    """Says whether a fixed polarity reaches a call: a default reaches that of a case it surely leads to."""
    if fixed.entry is None or not isinstance(step.formula, tuple):
        return True
    trial = Trial([*level.inputs, *level.steps], context.aliases, {fixed.entry: fixed.polarity})
    return trial.applies(conditions_of(step.formula), int(call.path[1]))
