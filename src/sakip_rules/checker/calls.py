"""Checks of steps that another rule computes: every input of that rule is bound to something that fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from sakip_rules.checker.context import RuleContext
from sakip_rules.dataclass import replace
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.expression import UNKNOWN, Entry, Scope, Type, units
from sakip_rules.languages import Pair
from sakip_rules.links.bodies import StepCall, bare_name, calls_of
from sakip_rules.links.inputs import Signature
from sakip_rules.models import FormulaField, Step

if TYPE_CHECKING:
    from sakip_rules.checker.records import RecordCheck


class Problem(NamedTuple):
    """Why a value or collection does not fit the input it is bound to."""

    key: str
    texts: dict[str, str | Pair]


class Calls:
    """The calls of one record.

    What its own names give to a rule is judged once, for all steps that call it.
    """

    def __init__(self, record: RecordCheck, context: RuleContext) -> None:
        self.record = record
        self.context = context
        self.findings = context.findings
        self.by_name: dict[str, dict[str, list[Problem]]] = {}
        """For each rule, what is wrong with the names of here that its inputs are bound to so."""

    def check(self, step: Step, path: Path) -> dict[Path, Entry]:
        """Gives what each called rule gives, by its place in the step; what does not fit is a finding."""
        calls = [(call, self.context.signature(call.rule)) for call in calls_of(step)]
        self._check_rounding(step, [found for _, found in calls if found is not None], path)
        return {call.path: self._called(call, found, step, path) for call, found in calls}

    def _check_rounding(self, step: Step, called: list[Signature], path: Path) -> None:
        """A step states no rounding where a rule that it calls does; told once, whatever its cases call."""
        twice = [signature.name for signature in called if signature.states_rounding]
        if step.rounding is not None and twice:
            self.findings.at_key("rounding-twice", (*path, "rounding"), rule=quoted(twice[0]))

    def _called(self, call: StepCall, signature: Signature | None, step: Step, path: Path) -> Entry:
        """What the step gets of one rule."""
        at = (*path, *call.path)
        if signature is None:
            self.context.used.add((*self.record.prefix, "*"))  # nobody knows what it would have read
            for name, formula in call.with_.items():
                self.record.formulas.computation(formula, (*at, "with", name), self.record.scope)
            return Entry(UNKNOWN)
        swapped = self._swapped(call, signature, (*at, "with"))
        for name, formula in call.with_.items():
            if name not in swapped:
                self._bind(name, formula, signature, (*at, "with", name))
        self._bind_by_name({*call.with_, *swapped.values()}, signature, (*at, "rule"))
        one, other = signature.result.unit, step.unit
        if units.differ(one, other):
            texts = {"one": quoted(str(one)), "other": quoted(str(other))}
            self.findings.at_key("unit-mismatch", (*path, "unit"), **texts)
        return signature.result

    # `with`

    def _swapped(self, call: StepCall, signature: Signature, at: Path) -> dict[str, str]:
        """Gives what `with` has the wrong way round, name here to input there; it is one mistake."""
        known = {*self.record.names, *self.record.collections}
        sources = {name: bare_name(formula) for name, formula in call.with_.items()}
        swapped = {
            name: source
            for name, source in sources.items()
            if source in signature.names
            and name in known
            and not (name in signature.names or source in known)
        }
        for name, source in list(swapped.items())[:1]:
            texts = {
                "name": quoted(name),
                "rule": quoted(signature.name),
                "mend": quoted(f"{source}: {name}"),
            }
            self.findings.at_key("unknown-name.swapped", (*at, name), **texts)
        self.context.used.update((*self.record.prefix, name) for name in swapped)
        return swapped

    def _bind(self, name: str, formula: FormulaField, signature: Signature, at: Path) -> None:
        if name in signature.collections:
            self._bind_collection(name, formula, signature, at)
        elif name in signature.inputs:
            wanted = signature.inputs[name]
            problem = _fits(self._bound(formula, wanted, at), wanted, name)
            if problem is not None:
                self.findings.add(problem.key, at, **problem.texts)
        else:
            near = did_you_mean(name, signature.names)
            self.findings.at_key("unknown-name", at, name=quoted(name), near=near)
            self.record.formulas.computation(formula, at, self.record.scope)

    def _bound(self, formula: FormulaField, wanted: Entry, at: Path) -> Entry:
        """A formula of `with`: it also sees the CODEs of the input it is for."""
        self._check_codes(wanted.type.codes)
        scope = replace(self.record.scope, codes=self.context.codes_with(wanted.type.codes))
        return self.record.formulas.computation(formula, at, scope).entry

    def _check_codes(self, codes: frozenset[str]) -> None:
        """A CODE that is visible in `with` is no NAME of this record either."""
        body, path = self.record.body, self.record.path
        for group, names in (("inputs", body.inputs.keys()), ("steps", body.steps.keys())):
            for name in codes & names:
                self.findings.at_key("name-clash.code", (*path, group, name), name=quoted(name))

    def _bind_collection(self, name: str, formula: FormulaField, signature: Signature, at: Path) -> None:
        """A collection is bound whole, by its bare name."""
        source = bare_name(formula)
        if source is None or source not in self.record.collections:
            near = did_you_mean(source or name, self.record.collections)
            texts = {"name": quoted(name), "rule": quoted(signature.name)}
            self.findings.add("type-mismatch.collection", at, near=near, **texts)
            return
        self._use_whole(source)
        for problem in _columns(self.record.collections[source], signature, name):
            self.findings.add(problem.key, at, **problem.texts)

    def _use_whole(self, source: str) -> None:
        prefix = self.record.prefix
        self.context.used.update([(*prefix, source), (*prefix, source, "*")])

    # by the same name

    def _bind_by_name(self, bound: set[str], signature: Signature, at: Path) -> None:
        """Inputs that are not bound have the value of the same name, else their default."""
        judged = self.by_name.setdefault(signature.name, {})
        for name in [name for name in signature.names if name not in bound]:
            if name not in judged:
                judged[name] = list(self._judge(name, signature))
            for problem in judged[name]:
                self.findings.add(problem.key, at, **problem.texts)

    def _judge(self, name: str, signature: Signature) -> Iterator[Problem]:
        record = self.record
        texts: dict[str, str | Pair] = {"name": quoted(name), "rule": quoted(signature.name)}
        wanted = signature.inputs.get(name)
        if name in record.collections:
            self._use_whole(name)
            if wanted is None:
                yield from _columns(record.collections[name], signature, name)
            else:
                yield Problem("type-mismatch.bound", {"name": quoted(name)})
        elif name in record.names:
            self.context.used.add((*record.prefix, name))
            if wanted is None:
                near = did_you_mean(name, record.collections)
                yield Problem("type-mismatch.collection", {**texts, "near": near})
            elif (problem := _fits(record.names[name], wanted, name)) is not None:
                yield problem
        elif (name,) not in signature.optional:
            near = did_you_mean(name, {*record.names, *record.collections})
            yield Problem("unbound-input", {**texts, "near": near})


def _columns(bound: Scope, signature: Signature, collection: str) -> list[Problem]:
    """Gives what is wrong with the columns of a bound collection, found by name, rows below included."""
    problems: list[Problem] = []
    todo: list[tuple[Scope, Scope, tuple[str, ...]]] = [
        (bound, signature.collections[collection], (collection,))
    ]
    while todo:
        have, want, path = todo.pop()
        for column, wanted in want.names.items():
            label = (*path, column)
            if column in have.names:
                problem = _fits(have.names[column], wanted, ".".join(label))
                problems += [problem] if problem else []
            elif label not in signature.optional:
                problems.append(_unbound(label, signature, have.names))
        for inner, wanted_rows in want.collections.items():
            label = (*path, inner)
            if inner in have.collections:
                todo.append((have.collections[inner], wanted_rows, label))
            else:
                problems.append(_unbound(label, signature, have.collections))
    return problems


def _unbound(label: tuple[str, ...], signature: Signature, known: Iterable[str]) -> Problem:
    near = did_you_mean(label[-1], known)
    return Problem(
        "unbound-input", {"name": quoted(".".join(label)), "rule": quoted(signature.name), "near": near}
    )


def _fits(bound: Entry, wanted: Entry, name: str) -> Problem | None:
    """Holds a bound value to the type and unit of its input."""
    if not _is_of_type(bound.type, wanted.type):
        return Problem("type-mismatch.bound", {"name": quoted(name)})
    if units.differ(bound.unit, wanted.unit):
        one, other = quoted(str(bound.unit)), quoted(str(wanted.unit))
        return Problem("unit-mismatch.bound", {"name": quoted(name), "one": one, "other": other})
    return None


def _is_of_type(bound: Type, wanted: Type) -> bool:
    if "unknown" in (bound.kind, wanted.kind):
        return True
    if wanted.kind == "range":
        return bound.kind in ("number", "range")
    fits_list = wanted.kind != "choice" or (bound.codes <= wanted.codes and not bound.lacking)
    return bound.kind == wanted.kind and fits_list


__all__ = ["Calls"]
