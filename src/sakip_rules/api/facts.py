"""What a rule says of itself, for programs: titles, inputs, bands, sources, and a form for its data."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sakip_rules.diagnostics.core import known_language
from sakip_rules.languages import Language, Pair, say
from sakip_rules.loader import LoadedRule
from sakip_rules.models import LegalBasis, TableRule
from sakip_rules.numbers import fraction_text, shortest_text
from sakip_rules.plans import AnyPlan, InputPlan, RecordPlan, RulePlan, ScalePlan, TablePlan
from sakip_rules.scales import Band
from sakip_rules.tables import Table
from sakip_rules.values import Absent, Range, Value
from sakip_rules.vocabulary import POLARITIES, Confidence, InputType, Polarity, RuleKind
from sakip_rules.wording.terms import POLARITY_WORDS

if TYPE_CHECKING:
    from sakip_rules.api.receipts import Receipt

SCHEMA: Final = "https://json-schema.org/draft/2020-12/schema"
VALUE: Final = "value"
"""What a scale is asked about is called so."""


class Choice(NamedTuple):
    """One of the codes that an input takes."""

    code: str
    titles: Pair


class RuleInput(NamedTuple):
    """One input of a rule."""

    name: str
    titles: Pair
    type: InputType | str
    """`number`, `count`, `truth`, `choice`, `polarity`, `range`, or `rows` of a collection."""

    unit: str | None
    choices: tuple[Choice, ...]
    """Of a choice or polarity the codes that it takes."""

    default: str | bool | dict[str, str] | None
    """What counts where nothing is given, as JSON data would give it; `None` is missing."""

    rows: tuple[RuleInput, ...]
    """Of a collection the inputs of each row."""

    def title(self, lang: Language = "id") -> str:
        """The title in a language."""
        return say(self.titles, lang)


class RuleBand(NamedTuple):
    """One band of a scale, in the order of the file."""

    category: str
    code: str | None
    low: Fraction | None
    low_closed: bool
    """Whether the lower end is in it."""

    high: Fraction | None
    high_closed: bool
    status: str | None
    """The absent value that has this band, instead of numbers."""

    words: str | None
    """The words that the regulation prints for it."""

    color: str | None
    """Six hexadecimal digits, if the rule has a colour for it."""


class RuleFacts:
    """What a rule says of itself."""

    loaded: LoadedRule
    plan: AnyPlan
    """What is computed; linked when it is first asked for, where the rule comes from another process."""

    titles: Pair
    """The title in Indonesian and English."""

    receipt: Receipt
    """The files that it is computed with, itself and all that it refers to, and the day."""

    def title(self, lang: Language = "id") -> str:
        """The title in a language."""
        return say(self.titles, known_language(lang))

    def description(self, lang: Language = "id") -> str | None:
        """The description in a language, if it has one."""
        text = self.loaded.rule.description
        return None if text is None else text.of(known_language(lang))

    @property
    def kind(self) -> RuleKind:
        """`indicator`, `index`, `achievement`, `scale`, `table` or `framework`."""
        return self.loaded.rule.kind

    @property
    def unit(self) -> str | None:
        """The unit of its result, or of the numbers of a scale or table."""
        match self.plan:
            case RulePlan():
                return self.plan.result.unit
            case ScalePlan() | TablePlan():
                return self.plan.unit
        return None

    @property
    def polarity(self) -> Polarity | None:
        """Which direction is better, if the rule says so."""
        return self.plan.polarity if isinstance(self.plan, RulePlan) else None

    @property
    def legal_basis(self) -> tuple[LegalBasis, ...]:
        """The documents that it rests on, each with section and confidence."""
        return tuple(self.loaded.rule.legal_basis)

    @property
    def confidence(self) -> Confidence:
        """The surest confidence of its legal basis."""
        from sakip_rules.explainer.search import confidences  # noqa: PLC0415 - whoever computes does not wait

        return confidences(self.loaded.rule)[0]

    @property
    def inputs(self) -> tuple[RuleInput, ...]:
        """What it takes: of a scale `value`, of a table its keys. A framework takes reports instead."""
        match self.plan:
            case RulePlan():
                return _inputs(self.plan.record)
            case ScalePlan():
                return (_number(VALUE, self.plan.unit),)
            case TablePlan(table=Table() as table):
                return tuple(
                    _key(name, [cell[place] for cell in table.cells]) for place, name in enumerate(table.keys)
                )
            case TablePlan() if isinstance(self.loaded.rule, TableRule):  # an interpolation: of its one key
                return tuple(_number(name, self.plan.unit) for name in self.loaded.rule.keys)
        return ()

    @property
    def bands(self) -> tuple[RuleBand, ...]:
        """The bands of the scale that it is, or that its result is put in."""
        plan = self.plan.result.scale if isinstance(self.plan, RulePlan) else self.plan
        if not isinstance(plan, ScalePlan):
            return ()
        return tuple(map(_band, plan.scale.bands))

    @property
    def dependencies(self) -> tuple[str, ...]:
        """The references of the rules that it is computed with, directly or through others."""
        return tuple(
            used.reference for used in self.receipt.rules if used.reference != self.plan.source.reference
        )

    @property
    def source(self) -> str:
        """The text of its file."""
        return "\n".join(self.loaded.document.lines)

    def input_schema(self, lang: Language = "id") -> dict[str, Any]:
        """A JSON Schema (2020-12) of its data, with titles in a language: form libraries draw it.

        Nothing is required: what is left out is missing. `unit` stands beside a number that has one. A
        default with decimals is only in `inputs`, as text: as a number of JSON it would be a binary one.
        Raises `UsageError` for another language.
        """
        spoken = known_language(lang)
        return {"$schema": SCHEMA, "title": say(self.titles, spoken), **_object(self.inputs, spoken)}


def _inputs(record: RecordPlan) -> tuple[RuleInput, ...]:
    return tuple(map(_input, record.inputs.values()))


def _input(plan: InputPlan) -> RuleInput:
    codes = POLARITIES if plan.type == "polarity" else plan.choices
    rows = () if plan.each is None else _inputs(plan.each)
    return RuleInput(
        plan.name, plan.title, plan.type, plan.unit, _choices(codes), _default(plan.default), rows
    )


def _choices(codes: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(code, POLARITY_WORDS.get(code, (code, code))) for code in codes)


def _number(name: str, unit: str | None) -> RuleInput:
    return RuleInput(name, (name, name), "number", unit, (), None, ())


def _key(name: str, codes: list[str]) -> RuleInput:
    return RuleInput(name, (name, name), "choice", None, _choices(tuple(dict.fromkeys(codes))), None, ())


def _default(value: Value | None) -> str | bool | dict[str, str] | None:
    match value:
        case Absent():
            return {"status": value.word}
        case Range():
            return {"min": _text(value.low), "max": _text(value.high)}
        case Fraction():
            return _text(value)
        case str() | bool():
            return value
    return None


def _text(number: Fraction) -> str:
    return shortest_text(number) or fraction_text(number)


def _band(band: Band) -> RuleBand:
    span = band.span
    ends = (
        (None, False, None, False)
        if span is None
        else (span.low, span.low_closed, span.high, span.high_closed)
    )
    return RuleBand(band.category, band.code, *ends, band.status, band.words, band.color)


def _object(inputs: tuple[RuleInput, ...], lang: Language) -> dict[str, Any]:
    properties = {each.name: _property(each, lang) for each in inputs}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _property(each: RuleInput, lang: Language) -> dict[str, Any]:
    unit = {} if each.unit is None else {"unit": each.unit}
    return {"title": each.title(lang), **_TYPES.get(each.type, {}), **_details(each, lang), **unit}


_END: Final = {"type": "number"}
_TYPES: Final[dict[str, dict[str, Any]]] = {
    "number": {"type": "number"},
    "count": {"type": "integer", "minimum": 0},
    "truth": {"type": "boolean"},
    "choice": {"type": "string"},
    "polarity": {"type": "string"},
    "rows": {"type": "array"},
    "range": {
        "type": "object",
        "properties": {"min": _END, "max": _END},
        "required": ["min", "max"],
        "additionalProperties": False,
    },
}


def _details(each: RuleInput, lang: Language) -> dict[str, Any]:
    details: dict[str, Any] = {}
    if each.choices:
        details["oneOf"] = [
            {"const": choice.code, "title": say(choice.titles, lang)} for choice in each.choices
        ]
    if each.type == "rows":
        details["items"] = _object(each.rows, lang)
    if isinstance(each.default, bool) or (
        isinstance(each.default, str) and each.type in ("choice", "polarity")
    ):
        details["default"] = each.default
    elif isinstance(each.default, str) and each.default.lstrip("-").isdecimal():
        details["default"] = int(each.default)
    return details
