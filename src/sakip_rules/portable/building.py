"""Data of the format -> plans: formulas are parsed, scales proved, references are plans that stand before."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Final, TypeVar

from sakip_rules.diagnostics import quoted
from sakip_rules.expression import Entry, Formula, FormulaFaultError, Type, parse
from sakip_rules.models import Rounding
from sakip_rules.plans import (
    AnyPlan,
    CallPlan,
    CasePlan,
    CheckPlan,
    Computation,
    FrameworkPlan,
    InputPlan,
    LevelPlan,
    RecordPlan,
    RowsPlan,
    RulePlan,
    ScalePlan,
    Source,
    StepPlan,
    TablePlan,
)
from sakip_rules.portable.checking import PlanFaultError, check_plan, of_fault
from sakip_rules.portable.format import (
    AnyData,
    BodyData,
    CallData,
    CaseData,
    CellsData,
    Computed,
    CurveData,
    FormulaData,
    FrameworkData,
    InputData,
    LevelData,
    RoundingData,
    RowsData,
    RuleData,
    ScaleData,
    SpanData,
    StepData,
    TableData,
    TypeData,
)
from sakip_rules.portable.values import AbsentData, Codes, Default, NumberData, RangeData
from sakip_rules.scales import Band, Scale, Span, prove
from sakip_rules.tables import Curve, Table
from sakip_rules.values import Absent, Range, Value

P = TypeVar("P", RulePlan, ScalePlan)
LEAST_POINTS: Final = 2


class PlanBuilder:
    """Builds plans one after another; one may refer to those before it."""

    def __init__(self) -> None:
        self.plans: dict[str, AnyPlan] = {}

    def build(self, data: AnyData) -> None:
        """Adds the plan of a rule; raises `PlanFaultError`."""
        stated = data.source
        source = Source(
            id=stated.id,
            version=stated.version,
            sha256=stated.sha256,
            title=stated.title,
            basis=stated.basis,
            valid_from=stated.valid_from,
            valid_to=stated.valid_to,
            supersedes=stated.supersedes,
        )
        plan: AnyPlan
        match data:
            case RuleData():
                plan = self._rule(data, source)
            case ScaleData():
                plan = _scale(data, source)
            case TableData():
                plan = TablePlan(source, data.unit, _table(data.table))
            case FrameworkData():
                plan = self._framework(data, source)
        check_plan(plan)
        self.plans[source.reference] = plan

    def _find(self, reference: str, kind: type[P]) -> P:
        plan = self.plans.get(reference)
        if not isinstance(plan, kind):
            raise _no_rule(reference)
        return plan

    def _rule(self, data: RuleData, source: Source) -> RulePlan:
        return RulePlan(
            source=source,
            kind=data.kind,
            record=self._record(data.record),
            result=self._step(data.result),
            polarity=data.polarity,
            codes=_codes(data.codes),
            refused={name: frozenset(words) for name, words in data.refused.items()},
        )

    def _framework(self, data: FrameworkData, source: Source) -> FrameworkPlan:
        levels = {name: self._level(level) for name, level in data.levels.items()}
        return FrameworkPlan(source, data.day, _rounding(data.rounding), levels, data.root)

    def _level(self, data: LevelData) -> LevelPlan:
        return LevelPlan(data.name, data.title, self._record(data.record), data.result, data.below)

    def _record(self, data: BodyData) -> RecordPlan:
        return RecordPlan(
            inputs={name: self._input(declared) for name, declared in data.inputs.items()},
            steps=tuple(map(self._step, data.steps)),
            checks=tuple(CheckPlan(_formula(c.expect), c.message, c.severity) for c in data.checks),
            aliases={alias: self._alias(reference) for alias, reference in data.aliases.items()},
        )

    def _alias(self, reference: str) -> ScalePlan | TablePlan:
        plan = self.plans.get(reference)
        if not isinstance(plan, ScalePlan | TablePlan):
            raise _no_rule(reference)
        return plan

    def _input(self, data: InputData) -> InputPlan:
        return InputPlan(
            name=data.name,
            title=data.title,
            type=data.type,
            unit=data.unit,
            choices=data.choices,
            codes=_codes(data.codes),
            default=_default(data.default),
            each=None if data.each is None else self._record(data.each),
            from_rule=data.from_rule,
        )

    def _step(self, data: StepData) -> StepPlan:
        how = data.how
        made: Computation | CallPlan | RowsPlan
        match how:
            case CallData():
                made = self._call(how)
            case RowsData():
                made = self._rows(how)
            case _:
                made = self._computed(how)
        scale = None if data.scale is None else self._find(data.scale, ScalePlan)
        return StepPlan(
            name=data.name,
            title=data.title,
            type=_type(data.type),
            unit=data.unit,
            how=made,
            rounding=_rounding(data.rounding),
            scale=scale,
        )

    def _rows(self, data: RowsData) -> RowsPlan:
        columns = {name: Entry(_type(entry.type), entry.unit) for name, entry in data.columns.items()}
        rows = [
            (row_id, tuple((name, self._computed(cell)) for name, cell in cells))
            for row_id, cells in data.rows
        ]
        return RowsPlan(columns, tuple(rows))

    def _call(self, data: CallData) -> CallPlan:
        return CallPlan(self._find(data.rule, RulePlan), tuple(map(self._binding, data.bindings)))

    def _binding(self, pair: tuple[str, Computed | str]) -> tuple[str, Computation | str]:
        name, bound = pair
        return name, bound if isinstance(bound, str) else self._computed(bound)

    def _computed(self, data: Computed) -> Computation:
        return _formula(data) if isinstance(data, FormulaData) else tuple(map(self._case, data))

    def _case(self, data: CaseData) -> CasePlan:
        when = None if data.when is None else _formula(data.when)
        then: Formula | Absent | CallPlan
        match data.then:
            case AbsentData():
                then = _absent(data.then)
            case CallData():
                then = self._call(data.then)
            case FormulaData():
                then = _formula(data.then)
        return CasePlan(when, then, data.note)


def _no_rule(reference: str) -> PlanFaultError:
    name = quoted(reference)
    return PlanFaultError((f"{name} tidak ada di depannya.", f"{name} does not stand before it."))


def _formula(data: FormulaData) -> Formula:
    try:
        return parse(data.text)
    except FormulaFaultError as error:
        raise of_fault(error.fault) from None


def _absent(data: AbsentData) -> Absent:
    return Absent(data.word, data.reason, data.note)


def _default(data: Default | None) -> Value | None:
    match data:
        case NumberData():
            return data.number
        case RangeData():
            return Range(data.low, data.high)
        case AbsentData():
            return _absent(data)
    return data


def _type(data: TypeData) -> Type:
    return Type(data.kind, frozenset(data.codes), data.literal, data.lacking, data.is_category)


def _codes(codes: Codes | None) -> Mapping[str, Fraction] | None:
    return None if codes is None else dict(codes)


def _rounding(data: RoundingData | None) -> Rounding | None:
    return None if data is None else Rounding(places=data.places, mode=data.mode, carry=data.carry)


def _scale(data: ScaleData, source: Source) -> ScalePlan:
    stated = data.scale
    bands = tuple(
        Band(
            category=band.category,
            code=band.code,
            span=_span(band.span),
            status=band.status,
            words=band.words,
            color=band.color,
            reason=band.reason,
        )
        for band in stated.bands
    )
    scale = Scale(bands, _span(stated.domain) or Span(), stated.places, stated.mode, stated.gaps)
    if prove(scale):
        raise PlanFaultError(
            ("Tidak setiap bilangan mendapat tepat satu rentang.", "Not every number has exactly one band.")
        )
    of_absent = {(band.status, band.reason): band for band in bands if band.status is not None}
    return ScalePlan(source, data.unit, scale, of_absent)


def _span(data: SpanData | None) -> Span | None:
    return None if data is None else Span(data.low, data.low_closed, data.high, data.high_closed)


def _table(data: CellsData | CurveData) -> Table | Curve:
    if isinstance(data, CellsData):
        if {len(codes) for codes, _ in data.cells} != {len(data.keys)}:
            raise _no_table()
        return Table(data.keys, dict(data.cells))
    if len(data.points) < LEAST_POINTS or any(one[0] >= other[0] for one, other in pairwise(data.points)):
        raise _no_table()
    return Curve(data.points, data.outside)


def _no_table() -> PlanFaultError:
    return PlanFaultError(
        (
            "Sel atau titik tabel ini tidak sesuai dengan kuncinya, atau tidak menaik.",
            "The cells or points of this table do not match its keys, or do not ascend.",
        )
    )
