"""A plan: a rule linked for one day, ready to run.

Plain data. Formulas are parsed and checked, references are the plans of the rules they mean, steps
stand in the order in which they are computed. Nothing in a plan is parsed, looked up by path, or
tied to the catalogue.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache, partial
from typing import ClassVar, Literal, TypeAlias, assert_never

from sakip_rules.dataclass import dataclass, field
from sakip_rules.expression import AliasCall, Entry, Formula, Type
from sakip_rules.expression.operators import code_of
from sakip_rules.languages import Pair
from sakip_rules.models import LegalBasis, Rounding
from sakip_rules.numbers import Refusal
from sakip_rules.scales import Band, Scale
from sakip_rules.tables import Curve, Table
from sakip_rules.values import Absent, Category, Value, not_computable, worst
from sakip_rules.vocabulary import FormulaKind, InputType, Polarity, Severity, Word


@dataclass(frozen=True, slots=True)
class Source:
    """Which file a plan came from, what that file rests on, and when it holds."""

    id: str
    version: str
    sha256: str
    title: Pair
    basis: tuple[LegalBasis, ...]
    valid_from: datetime.date
    valid_to: datetime.date | None = None
    supersedes: str | None = None
    """The version that it takes the place of, wherever both are in force."""

    @property
    def reference(self) -> str:
        """`owner/name@x.y.z`."""
        return f"{self.id}@{self.version}"


@dataclass(frozen=True, slots=True, eq=False)
class CasePlan:
    """One case; without a condition it is the `otherwise`."""

    when: Formula | None
    then: Formula | Absent | CallPlan
    """In a step, perhaps what another rule gives."""

    note: Pair | None


Computation = Formula | tuple[CasePlan, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ScalePlan:
    """A scale, and the bands that absent values get."""

    kind: ClassVar[str] = "scale"
    source: Source
    unit: str
    scale: Scale
    of_absent: Mapping[tuple[Word, str | None], Band]
    """The bands of absent values by word and reason; without a reason, for those that have none of theirs."""

    answers: tuple[Category | Absent, ...] = field(init=False)
    """What a number gets, by its place in the scale."""

    def __post_init__(self) -> None:
        answers = tuple(_banded(self, answer) for answer in self.scale.answers)
        object.__setattr__(self, "answers", answers)  # a frozen dataclass can be completed only this way


@dataclass(frozen=True, slots=True, eq=False)
class TablePlan:
    """A table of codes, or a curve through points."""

    kind: ClassVar[str] = "table"
    source: Source
    unit: str
    table: Table | Curve


@dataclass(frozen=True, slots=True, eq=False)
class InputPlan:
    """A value, or with `each` the rows of a collection, that the data gives."""

    name: str
    title: Pair
    type: InputType | Literal["rows"]
    unit: str | None = None
    choices: tuple[str, ...] = ()
    codes: Mapping[str, Fraction] | None = None
    default: Value | None = None
    each: RecordPlan | None = None
    from_rule: bool = False


def number_input(name: str, unit: str | None) -> InputPlan:
    """Gives the input as which a number is read that no record declares: in a unit, under its bare name."""
    return InputPlan(name, (name, name), "number", unit)


@dataclass(frozen=True, slots=True, eq=False)
class CallPlan:
    """Another rule, and what its inputs are bound to: a computation, or a name passed whole."""

    rule: RulePlan
    bindings: tuple[tuple[str, Computation | str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class RowsPlan:
    """Fixed rows: what each column holds; the id of each row, if it has one, and its cells."""

    columns: Mapping[str, Entry]
    rows: tuple[tuple[str | None, tuple[tuple[str, Computation], ...]], ...]


@dataclass(frozen=True, slots=True, eq=False)
class StepPlan:
    """A named value, how it is computed, and what is done to it: rounding, scale."""

    name: str
    title: Pair
    type: Type
    unit: str | None
    """As declared, else inferred where that is certain."""

    how: Computation | CallPlan | RowsPlan
    rounding: Rounding | None = None
    scale: ScalePlan | None = None

    @property
    def calls(self) -> tuple[CallPlan, ...]:
        """The rules that the step may call: that which computes it, or those of its cases."""
        if isinstance(self.how, CallPlan):
            return (self.how,)
        cases = self.how if isinstance(self.how, tuple) else ()
        return tuple(case.then for case in cases if isinstance(case.then, CallPlan))

    @property
    def formulas(self) -> Iterator[Formula]:
        """Every formula of the step: its own, those of its cases, those bound to a called rule."""
        if not isinstance(self.how, RowsPlan):
            yield from _formulas_of(self.how)
            return
        for _, cells in self.how.rows:
            for _, cell in cells:
                yield from _formulas_of(cell)

    @property
    def as_given(self) -> InputPlan:
        """The input as which data gives its value: a category by its code, one without by its words."""
        if self.type.kind == "truth":
            return InputPlan(self.name, self.title, "truth")
        if self.type.kind == "choice":
            choices = (*sorted(self.type.codes), *self.type.lacking)
            return InputPlan(self.name, self.title, "choice", choices=choices)
        return number_input(self.name, self.unit)


def _formulas_of(how: Computation | CallPlan) -> Iterator[Formula]:
    if isinstance(how, Formula):
        yield how
    elif isinstance(how, CallPlan):
        for _, bound in how.bindings:
            yield from () if isinstance(bound, str) else _formulas_of(bound)
    else:
        for part in (part for case in how for part in (case.when, case.then)):
            yield from _formulas_of(part) if isinstance(part, Formula | CallPlan) else ()


@dataclass(frozen=True, slots=True, eq=False)
class CheckPlan:
    """A condition on values, with a message."""

    expect: Formula
    message: Pair
    severity: Severity


@dataclass(frozen=True, slots=True, eq=False)
class RecordPlan:
    """What a record is given and computes; steps in the order in which they are computed."""

    inputs: Mapping[str, InputPlan]
    steps: tuple[StepPlan, ...]
    checks: tuple[CheckPlan, ...]
    aliases: Mapping[str, AliasPlan] = field(default_factory=dict)

    @property
    def figures(self) -> int:
        """How many figures the record has, those of its rows and of called rules not counted."""
        return len(self.inputs) + len(self.steps)


@dataclass(frozen=True, slots=True, eq=False)
class RulePlan:
    """A formula rule: a record and its result."""

    source: Source
    kind: FormulaKind
    record: RecordPlan
    result: StepPlan
    polarity: Polarity | None = None
    codes: Mapping[str, Fraction] | None = None
    refused: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each input of type polarity, the polarities that no case of the rule can treat."""


@dataclass(frozen=True, slots=True, eq=False)
class LevelPlan:
    """The records of one level, the levels directly below, and the headline value."""

    name: str
    title: Pair
    record: RecordPlan
    result: str | None
    """The headline value; a level that only holds others has none."""

    below: tuple[str, ...]

    @property
    def from_rule(self) -> InputPlan | None:
        """The input that the indicator rule of a record gives."""
        return next((entry for entry in self.record.inputs.values() if entry.from_rule), None)

    @property
    def polarity(self) -> InputPlan | None:
        """The input that says the record's polarity."""
        inputs = self.record.inputs.values()
        return next((entry for entry in inputs if entry.type == "polarity"), None)


@dataclass(frozen=True, slots=True, eq=False)
class FrameworkPlan:
    """The levels of a framework, from the root down."""

    kind: ClassVar[str] = "framework"
    source: Source
    day: datetime.date
    rounding: Rounding | None
    levels: Mapping[str, LevelPlan]
    root: str


AliasPlan: TypeAlias = ScalePlan | TablePlan
"""What formulas call by an alias."""

AnyPlan: TypeAlias = RulePlan | AliasPlan | FrameworkPlan


def call(plan: AliasPlan, operands: tuple[Value, ...]) -> Value:
    """Gives what an alias gives in a formula: a category, or the number of a table."""
    match plan:
        case ScalePlan():
            return band_of(plan, operands[0])
        case TablePlan():
            return _number_of(plan, operands)
        case _:
            assert_never(plan)


def calls_of(aliases: Mapping[str, AliasPlan]) -> dict[str, AliasCall]:
    """Gives what formulas call by each alias."""
    return {alias: partial(call, plan) for alias, plan in aliases.items()}


def _number_of(plan: TablePlan, operands: tuple[Value, ...]) -> Value:
    absents = [operand for operand in operands if isinstance(operand, Absent)]
    if absents:
        return worst(absents)
    if isinstance(plan.table, Table):
        found: object = plan.table.look_up(tuple(str(code_of(operand)) for operand in operands))
    else:
        found = plan.table.at(operands[0])  # type: ignore[arg-type]  # the checker wants a number
    return not_computable(found.reason) if isinstance(found, Refusal) else found  # type: ignore[return-value]  # a number


def band_of(plan: ScalePlan, value: Value) -> Category | Absent:
    """Gives the category of a number, or of an absent value if a band names its status.

    What the scale itself makes, `outside-domain` and `scale-gap`, has a band only by its reason.
    """
    if isinstance(value, Absent):
        band = plan.of_absent.get((value.word, _reason_of(value))) or plan.of_absent.get((value.word, None))
        return value if band is None else _category(band.category, band.code)
    if type(value) is Fraction:
        return band_at(plan, *value.as_integer_ratio())
    return _banded(plan, plan.scale.classify(value))  # type: ignore[arg-type]  # the checker wants a number


def band_at(plan: ScalePlan, above: int, below: int) -> Category | Absent:
    """As `band_of`, for an exact fraction that need not be in lowest terms."""
    return plan.answers[plan.scale.place(above, below)]


def _banded(plan: ScalePlan, answer: Band | Refusal) -> Category | Absent:
    if isinstance(answer, Refusal):
        refused = not_computable(answer.reason)
        band = plan.of_absent.get((refused.word, refused.reason))
        return refused if band is None else _category(band.category, band.code)
    return _category(answer.category, answer.code)


_category = lru_cache(maxsize=1024)(Category)
"""Few categories, and very many values in them: one is made once."""


def _reason_of(absent: Absent) -> str | None:
    """The reason that a band may name: what is not given has `not_given`."""
    return absent.json_reason if absent.reason is None and absent.word == "missing" else absent.reason
