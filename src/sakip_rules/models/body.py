"""The record: inputs, steps and checks; the same for formula rules, rows and levels."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from sakip_rules.models.base import Maybe, Model, Raw, TranslatedText, refuse
from sakip_rules.models.formulas import FormulaField, FormulaText, StepFormula
from sakip_rules.models.marks import After, ByShape, ReadAs, Tag, after, before, keyed
from sakip_rules.models.numerals import Unit
from sakip_rules.models.words import (
    Name,
    NameList,
    Places,
    RuleReference,
    ScalarCode,
)
from sakip_rules.vocabulary import Carry, InputType, Mode, Severity


class ScaleRounding(Model):
    """How a value is rounded: to how many places, and where ties and rests go."""

    places: Places
    mode: Mode = "half_up"


class Rounding(ScaleRounding):
    """A rounding, and whether later steps see the rounded or the exact value."""

    carry: Carry = "exact"


class Check(Model):
    """A condition on values, with a message."""

    expect: FormulaText
    message: TranslatedText
    severity: Severity = "error"


# Tags stand between angle brackets: the loader takes them out of the paths of mistakes (`faults._TAGS`).
def _list_or_reference(value: object) -> str:
    return "<list>" if isinstance(value, (list, tuple)) else "<reference>"


def _no_repeats(codes: tuple[str, ...]) -> tuple[str, ...]:
    if not codes:
        raise refuse("bad-value.list-empty")
    for place, code in enumerate(codes):
        if code in codes[:place]:
            raise refuse("bad-value.repeated", at=(place,), written=code)
    return codes


Choices = Annotated[
    Annotated[tuple[ScalarCode, ...], After(_no_repeats), Tag("<list>")]
    | Annotated[RuleReference, Tag("<reference>")],
    ByShape(_list_or_reference),
]


def _as_written(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    if isinstance(value, list):
        raise refuse("bad-value.literal")
    return value


class Input(Model):
    """A value, or with `each` a list of rows, that the data gives.

    `default` is kept as written: a text, or the map of a range or of an absent value.
    """

    title: Maybe[TranslatedText] = None
    type: InputType = "number"
    unit: Maybe[Unit] = None
    choices: Maybe[Choices] = None
    codes: Maybe[RuleReference] = None
    default: Maybe[Annotated[Raw, After(_as_written)]] = None
    each: Maybe[Body] = None
    from_: Maybe[Literal["rule"]] = keyed(default=None, alias="from")

    @after
    def _each_alone(self) -> Input:
        others = sorted(self.stated - {"title", "each"})
        if self.each is not None and others:
            raise refuse("bad-value.each-alone", at=(others[0].rstrip("_"),), name=others[0].rstrip("_"))
        return self

    @after
    def _keys_fit_type(self) -> Input:
        if self.type == "choice" and self.choices is None:
            raise refuse("missing-key.choices")
        if self.type != "choice" and self.choices is not None:
            raise refuse("bad-value.choices-only-choice", at=("choices",))
        if self.codes is not None and self.type not in ("number", "range"):
            raise refuse("bad-value.codes-only-number", at=("codes",))
        return self


def _list_or_map(value: object) -> str:
    return "<map>" if isinstance(value, dict) else "<list>"


Cells: TypeAlias = dict[Name, FormulaField]
FixedRow: TypeAlias = tuple[str | None, Cells]


def _row_id(text: str) -> str:
    if text == "status":
        raise refuse("bad-value.row-id")
    return text


WrittenRows = Annotated[
    Annotated[tuple[Cells, ...], Tag("<list>")]
    | Annotated[dict[Annotated[str, After(_row_id)], Cells], Tag("<map>")],
    ByShape(_list_or_map),
]


def _paired(rows: tuple[Cells, ...] | dict[str, Cells]) -> tuple[FixedRow, ...]:
    """Gives rows as (id, cells), and holds all rows to the names of the first."""
    places: list[str | int] = list(rows) if isinstance(rows, dict) else list(range(len(rows)))
    all_cells = list(rows.values()) if isinstance(rows, dict) else list(rows)
    if not places:
        raise refuse("bad-value.list-empty")
    for place, cells in zip(places, all_cells, strict=True):
        differing = sorted(cells.keys() ^ all_cells[0].keys())
        if differing:
            raise refuse("bad-value.rows-differ", at=(place,), names=", ".join(differing))
        if not cells:
            raise refuse("bad-value.row-empty", at=(place,))
    ids = [place if isinstance(place, str) else None for place in places]
    return tuple(zip(ids, all_cells, strict=True))


FixedRows = Annotated[tuple[FixedRow, ...], ReadAs(WrittenRows), After(_paired)]


class Step(Model):
    """A named value that a rule computes: by a formula, by another rule, or as fixed rows.

    `rows` holds a row's id, or nothing, and its cells.
    """

    formula: Maybe[StepFormula] = None
    rule: Maybe[RuleReference] = None
    with_: dict[Name, FormulaField] = keyed(default_factory=dict, alias="with")
    rows: Maybe[FixedRows] = None
    title: Maybe[TranslatedText] = None
    unit: Maybe[Unit] = None
    rounding: Maybe[Rounding] = None
    scale: Maybe[RuleReference] = None

    @before
    @staticmethod
    def _from_formula(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        return {"formula": value} if isinstance(value, (str, list)) else value

    @after
    def _one_way(self) -> Step:
        ways = [key for key in ("formula", "rule", "rows") if getattr(self, key) is not None]
        if not ways:
            raise refuse("missing-key.step")
        if len(ways) > 1:
            raise refuse("bad-value.step-ways", at=(ways[1],), first=ways[0], second=ways[1])
        return self

    @after
    def _keys_fit_way(self) -> Step:
        if self.rule is None and "with_" in self.stated:
            raise refuse("bad-value.with-only-rule", at=("with",))
        if self.rows is not None:
            for key in ("rounding", "scale"):
                if getattr(self, key) is not None:
                    raise refuse("bad-value.not-for-rows", at=(key,), name=key)
        return self


def _not_from_rule(declared: Input) -> Input:
    if declared.from_ is not None:
        raise refuse("bad-value.from-outside-level", at=("from",))
    return declared


OwnInput = Annotated[Input, After(_not_from_rule)]
"""An input outside a level: no record gives it an indicator rule."""


class Body(Model):
    """What a record is given, what it computes, and what must hold."""

    inputs: dict[Name, OwnInput] = keyed(default_factory=dict)
    steps: dict[Name, Step] = keyed(default_factory=dict)
    checks: tuple[Check, ...] = ()


class Level(Body):
    """The body of a framework's records, and where these stand."""

    inputs: dict[Name, Input] = keyed(default_factory=dict)
    title: Maybe[TranslatedText] = None
    under: NameList = ()
    result: Maybe[Name] = None
