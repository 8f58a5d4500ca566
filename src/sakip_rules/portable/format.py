"""The format `sakip-plan/1`: the plans of `sakip_rules.plans`, key by key, as JSON.

A formula stands as its author wrote it, with the nodes of its tree beside it, a scale with its cuts: what a
program needs that has no parser and no proofs. A rule that another refers to is a reference. Numbers are
exact texts, `29.42` or `1/3`. What is keyed by CODEs or row ids is a list of pairs, for JavaScript puts keys
such as `10` into another order. Keys that are left out have their defaults.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import (
    BeforeValidator,
    Field,
    StrictBool,
    StrictInt,
    WithJsonSchema,
)

from sakip_rules.expression import Formula
from sakip_rules.expression.scope import Kind
from sakip_rules.models import LegalBasis
from sakip_rules.models.schema import DIALECT, StatedJsonSchema
from sakip_rules.models.words import ID_PATTERN, VERSION_PATTERN
from sakip_rules.portable.cuts import cuts_of
from sakip_rules.portable.nodes import NODE_SCHEMA, nodes_of
from sakip_rules.portable.values import (
    AbsentData,
    Both,
    Codes,
    Data,
    Day,
    Default,
    Exact,
    Name,
    Pairs,
    Places,
    Ref,
    Sorted,
)
from sakip_rules.scales import Scale
from sakip_rules.vocabulary import (
    Carry,
    FormulaKind,
    Gaps,
    InputType,
    Mode,
    Outside,
    Polarity,
    Severity,
    Word,
)

FORMAT: Final = "sakip-plan/1"


class SourceData(Data):
    """Which file a plan came from, what that file rests on, and the days on which it holds, inclusive.

    Where it holds, it takes the place of the version that it supersedes.
    """

    id: Annotated[str, Field(pattern=f"^{ID_PATTERN}$")]
    version: Annotated[str, Field(pattern=f"^{VERSION_PATTERN}$")]
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    title: Both
    basis: tuple[LegalBasis, ...]
    valid_from: Day
    valid_to: Day | None = None
    supersedes: Annotated[str, Field(pattern=f"^{VERSION_PATTERN}$")] | None = None


def _formula(value: object) -> object:
    return {"text": value.text, "nodes": nodes_of(value)} if isinstance(value, Formula) else value


class FormulaData(Data):
    """A formula as it is written, and its tree: each node after its operands, the last is the formula."""

    text: str
    nodes: list[Annotated[Any, WithJsonSchema(NODE_SCHEMA)]]


Formulae = Annotated[FormulaData, BeforeValidator(_formula)]


class CaseData(Data):
    """One case; without `when` it is the last. In a step, another rule may give what it gives."""

    when: Formulae | None = None
    then: Formulae | AbsentData | CallData
    note: Both | None = None


Computed = Formulae | tuple[CaseData, ...]
"""One formula, or cases of which the first that applies is computed."""


class CallData(Data):
    """Another rule, and what its inputs are bound to: a computation, or a name passed whole."""

    rule: Ref
    bindings: tuple[tuple[Name, Computed | str], ...]


class TypeData(Data):
    """What kind of value a step gives, and of a choice or category the CODEs that it may have.

    `lacking` are categories without a code.
    """

    kind: Kind = "number"
    codes: Annotated[tuple[str, ...], Sorted] = ()
    literal: StrictBool = False
    lacking: tuple[str, ...] = ()
    is_category: StrictBool = False


class EntryData(Data):
    """A type, and a unit if it is known."""

    type: TypeData = TypeData()
    unit: str | None = None


class RowsData(Data):
    """Fixed rows: what each column holds; the id of each row, if it has one, and its cells."""

    columns: dict[Name, EntryData]
    rows: tuple[tuple[str | None, tuple[tuple[Name, Computed], ...]], ...]


class RoundingData(Data):
    """A rounding, and what later steps see."""

    places: Places
    mode: Mode = "half_up"
    carry: Carry = "exact"


class StepData(Data):
    """A named value, how it is computed, and what is done to it."""

    name: Name
    title: Both
    type: TypeData = TypeData()
    unit: str | None = None
    how: Computed | CallData | RowsData
    rounding: RoundingData | None = None
    scale: Ref | None = None


class InputData(Data):
    """A value, or with `each` a collection, that the data gives."""

    name: Name
    title: Both
    type: InputType | Literal["rows"]
    unit: str | None = None
    choices: tuple[str, ...] = ()
    codes: Codes | None = None
    default: Default | None = None
    each: BodyData | None = None
    from_rule: StrictBool = False


class CheckData(Data):
    """A condition on values, with a message."""

    expect: Formulae
    message: Both
    severity: Severity


class BodyData(Data):
    """What a record is given and computes; a step stands after those that it uses."""

    inputs: dict[Name, InputData] = Field(default_factory=dict)
    steps: tuple[StepData, ...] = ()
    checks: tuple[CheckData, ...] = ()
    aliases: dict[Name, Ref] = Field(default_factory=dict)


class RuleData(Data):
    """A formula rule."""

    kind: FormulaKind
    source: SourceData
    record: BodyData
    result: StepData
    polarity: Polarity | None = None
    codes: Codes | None = None
    refused: dict[Name, Annotated[tuple[Polarity, ...], Sorted]] = Field(default_factory=dict)


class SpanData(Data):
    """The numbers from `low` to `high`; a closed end is one of them, and no end is no limit."""

    low: Exact | None = None
    low_closed: StrictBool = False
    high: Exact | None = None
    high_closed: StrictBool = False


class BandData(Data):
    """One category of a scale: of the numbers of a span, or of the absent values of a status or a reason."""

    category: str
    code: str | None = None
    span: SpanData | None = None
    status: Word | None = None
    reason: str | None = None
    words: str | None = None
    color: str | None = None


class IntervalsData(Data):
    """The bands of a scale, and the cuts where its answers change, from below.

    A cut is `[number or null, whether the number itself is still below, place of the band or reason]`.
    """

    bands: tuple[BandData, ...]
    domain: SpanData = SpanData()
    places: Places | None = None
    mode: Mode = "half_up"
    gaps: Gaps | None = None
    cuts: tuple[tuple[Exact | None, StrictBool, StrictInt | str], ...]


def _intervals(value: object) -> object:
    if not isinstance(value, Scale):
        return value
    stated = {key: getattr(value, key) for key in ("bands", "domain", "places", "mode", "gaps")}
    return {**stated, "cuts": cuts_of(value)}


class ScaleData(Data):
    """A scale."""

    kind: Literal["scale"]
    source: SourceData
    unit: str
    scale: Annotated[IntervalsData, BeforeValidator(_intervals)]


class CellsData(Data):
    """A number, or none, for each combination of codes."""

    keys: tuple[Name, ...]
    cells: Annotated[tuple[tuple[tuple[str, ...], Exact | None], ...], Pairs]


class CurveData(Data):
    """Points on straight lines, and what is beyond their ends."""

    points: tuple[tuple[Exact, Exact], ...]
    outside: Outside


class TableData(Data):
    """A table of codes, or a curve."""

    kind: Literal["table"]
    source: SourceData
    unit: str
    table: CellsData | CurveData


class LevelData(Data):
    """The records of one level of a framework."""

    name: Name
    title: Both
    record: BodyData
    result: Name | None = None
    below: tuple[Name, ...] = ()


class FrameworkData(Data):
    """A framework, linked for a day; a level stands after those below it."""

    kind: Literal["framework"]
    source: SourceData
    day: Day
    rounding: RoundingData | None = None
    levels: dict[Name, LevelData]
    root: Name


AnyData = Annotated[RuleData | ScaleData | TableData | FrameworkData, Field(discriminator="kind")]


class PlansData(Data):
    """The plans of some rules, the roots, and of all that they refer to; each stands after those it needs."""

    format: Literal["sakip-plan/1"]
    roots: tuple[Ref, ...]
    rules: tuple[AnyData, ...]


InputData.model_rebuild()


def plan_schema() -> dict[str, Any]:
    """Gives the JSON Schema of the format."""
    schema = PlansData.model_json_schema(schema_generator=StatedJsonSchema)
    return {"$schema": DIALECT, **schema, "title": FORMAT}
