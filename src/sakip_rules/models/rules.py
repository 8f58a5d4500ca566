"""The four shapes of rule file."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, Literal, TypeAlias

from sakip_rules.models.base import Maybe, Model, Words, refuse
from sakip_rules.models.body import Body, Check, Level, Rounding, ScaleRounding
from sakip_rules.models.examples import FormulaExample, FrameworkExample, ScaleExample, TableExample
from sakip_rules.models.formulas import FormulaField, reason_fault, refuse_reason
from sakip_rules.models.heads import RuleHead, Validity
from sakip_rules.models.marks import After, ByShape, Filled, JsonSchema, Tag, after, keyed
from sakip_rules.models.numerals import NUMBER_SCHEMA, ExactNumber, NumberText, Unit, number_fault
from sakip_rules.models.words import (
    Code,
    Color,
    Name,
    RuleReference,
    ScalarCode,
)
from sakip_rules.numbers import NumberTextError, read_number
from sakip_rules.vocabulary import (
    FORMULA_KINDS,
    FormulaKind,
    Gaps,
    Measures,
    Outside,
    Polarity,
    Word,
)


class FormulaRule(RuleHead, Body):
    """A record -> one number."""

    kind: FormulaKind
    uses: dict[Name, RuleReference] = keyed(default_factory=dict)
    formula: FormulaField
    unit: Unit
    rounding: Maybe[Rounding] = None
    scale: Maybe[RuleReference] = None
    polarity: Maybe[Polarity] = None
    codes: Maybe[RuleReference] = None
    measures: Maybe[Measures] = None
    examples: Annotated[tuple[FormulaExample, ...], Filled()]

    @after
    def _keys_fit_kind(self) -> FormulaRule:
        if self.kind != "indicator":
            for key in ("polarity", "codes", "measures"):
                if getattr(self, key) is not None:
                    raise refuse("unknown-key.indicator-only", at=(key,), name=key)
        if self.kind == "achievement":
            for name in ("realisasi", "target"):
                if name not in self.inputs:
                    raise refuse("missing-key.achievement-input", at=("inputs",), name=name)
        return self


def _one_end_a_side(stated: set[str]) -> None:
    for key, other in (("above", "from_"), ("up_to", "below")):
        if {key, other} <= stated:
            second = other.rstrip("_")  # the key `from` is a word of Python, and so `from_` here
            raise refuse("bad-value.two-ends", at=(second,), first=key, second=second)


class Domain(Model):
    """The numbers a scale speaks about; `above` and `below` exclude their number."""

    above: Maybe[ExactNumber] = None
    from_: Maybe[ExactNumber] = keyed(default=None, alias="from")
    up_to: Maybe[ExactNumber] = None
    below: Maybe[ExactNumber] = None

    @after
    def _ends(self) -> Domain:
        if not self.stated:
            raise refuse("missing-key.interval")
        _one_end_a_side(self.stated)
        return self


class WrittenBand(Model):
    """One category of a scale: an interval, a point, or the word of an absent value."""

    category: Words
    code: Maybe[ScalarCode] = None
    words: Maybe[Words] = None
    color: Maybe[Color] = None
    above: Maybe[ExactNumber] = None
    from_: Maybe[ExactNumber] = keyed(default=None, alias="from")
    up_to: Maybe[ExactNumber] = None
    below: Maybe[ExactNumber] = None
    exactly: Maybe[ExactNumber] = None
    status: Maybe[Word] = None
    reason: Maybe[str] = None

    @after
    def _one_place(self) -> WrittenBand:
        stated = self.stated - {"category", "code", "words", "color", "reason"}
        if not stated:
            raise refuse("missing-key.band")
        if self.reason is not None and self.status is None:
            raise refuse("missing-key.status")
        if (fault := reason_fault(self.status, self.reason)) is not None:
            raise refuse_reason(fault, self.reason)
        for key in ("exactly", "status"):
            if key in stated and len(stated) > 1:
                other = min(stated - {key}).rstrip("_")
                raise refuse("bad-value.two-ends", at=(other,), first=key, second=other)
        _one_end_a_side(stated)
        return self


BANDS = 200


def _distinct(bands: tuple[WrittenBand, ...]) -> tuple[WrittenBand, ...]:
    if len(bands) > BANDS:
        raise refuse("file-too-large.bands", limit=str(BANDS))
    absent: set[tuple[str, str | None]] = set()
    category_of: dict[str, str] = {}
    code_of: dict[str, str] = {}
    for place, band in enumerate(bands):
        if band.status is not None:
            if (band.status, band.reason) in absent:
                raise refuse("bad-value.repeated", at=(place, "status"), written=band.status)
            absent.add((band.status, band.reason))
        if band.code is None:
            continue
        if category_of.setdefault(band.code, band.category) != band.category:
            raise refuse("bad-value.repeated", at=(place, "code"), written=band.code)
        code = code_of.setdefault(band.category, band.code)
        if code != band.code:
            raise refuse("bad-value.category-codes", at=(place, "code"), written=band.code, code=code)
    return bands


class ScaleRule(RuleHead):
    """A number -> a category."""

    kind: Literal["scale"]
    unit: Unit
    bands: Annotated[tuple[WrittenBand, ...], Filled(), After(_distinct)]
    domain: Maybe[Domain] = None
    rounding: Maybe[ScaleRounding] = None
    gaps: Maybe[Gaps] = None
    examples: Annotated[tuple[ScaleExample, ...], Filled()]


def _map_or_cell(value: object) -> str:
    return "<map>" if isinstance(value, dict) else "<cell>"


# Nested as deep as a table has keys, three at most: written out, for a model cannot count its own depth.
_Cell: TypeAlias = Annotated[
    NumberText | None, JsonSchema({"anyOf": [*NUMBER_SCHEMA["anyOf"], {"type": "null"}]}), Tag("<cell>")
]
_Deepest: TypeAlias = Annotated[dict[Code, _Cell], Tag("<map>")]
_Inner: TypeAlias = Annotated[dict[Code, Annotated[_Cell | _Deepest, ByShape(_map_or_cell)]], Tag("<map>")]
TableRows: TypeAlias = dict[Code, Annotated[_Cell | _Inner, ByShape(_map_or_cell)]]
TableNode: TypeAlias = "str | dict[str, TableNode] | None"


TABLE_KEYS = 3


def _table_keys(keys: tuple[str, ...]) -> tuple[str, ...]:
    if not 1 <= len(keys) <= TABLE_KEYS:
        raise refuse("bad-value.table-keys")
    for place, key in enumerate(keys):
        if key == "value":
            raise refuse("bad-value.name-value", at=(place,))
        if key in keys[:place]:
            raise refuse("bad-value.repeated", at=(place,), written=key)
    return keys


class TableRule(RuleHead):
    """Codes, or points on a line -> a number.

    `rows` is nested once for each key; its cells are texts of numbers, or None where undefined.
    """

    kind: Literal["table"]
    keys: Annotated[tuple[Name, ...], After(_table_keys)]
    unit: Unit
    rows: Annotated[TableRows, Filled()]
    interpolate: Maybe[Literal["linear"]] = None
    outside: Outside = "refuse"
    checks: tuple[Check, ...] = ()
    examples: Annotated[tuple[TableExample, ...], Filled()]

    def point(self, code: str) -> Fraction:
        """Gives the number of a point of an interpolation."""
        return read_number(code, self.unit)

    @after
    def _nested_once_a_key(self) -> TableRule:
        for path, node in table_nodes(self.rows):
            if isinstance(node, dict) is not (len(path) < len(self.keys)):
                raise refuse("bad-value.table-depth", at=("rows", *path), count=str(len(self.keys)))
            if node == {}:
                raise refuse("bad-value.list-empty", at=("rows", *path))
        return self

    @after
    def _points(self) -> TableRule:
        if self.interpolate is None:
            if "outside" in self.stated:
                raise refuse("bad-value.outside-alone", at=("outside",))
            return self
        if len(self.keys) != 1 or len(self.rows) < 2:  # noqa: PLR2004 - a line has two points
            raise refuse("bad-value.interpolate", at=("interpolate",))
        for code, cell in self.rows.items():
            if cell is None:
                raise refuse("bad-value.point", at=("rows", code), written=code)
            try:
                self.point(code)
            except NumberTextError as error:
                key, texts = number_fault(code, error.kind, self.keys[0], self.unit)
                key = "bad-value.point" if error.kind in ("not-a-number", "word") else key
                raise refuse(key, at=("rows", code), written=code, **texts) from None
        return self


def table_nodes(rows: Any) -> list[tuple[tuple[str, ...], Any]]:  # noqa: ANN401 - three kinds of map and their cells
    """Gives every node below `rows` with its path; a map before its cells."""
    nodes: list[tuple[tuple[str, ...], Any]] = []
    todo: list[tuple[tuple[str, ...], Any]] = [((), rows)]
    while todo:
        path, node = todo.pop()
        nodes.append((path, node))
        if isinstance(node, dict):
            todo += [((*path, code), cell) for code, cell in reversed(node.items())]
    return nodes


class FrameworkRule(RuleHead):
    """A tree of records -> the tree, computed."""

    kind: Literal["framework"]
    rounding: Maybe[Rounding] = None
    uses: dict[Name, RuleReference] = keyed(default_factory=dict)
    levels: Annotated[dict[Name, Level], Filled()]
    examples: tuple[FrameworkExample, ...] = ()


AliasRule: TypeAlias = ScaleRule | TableRule
"""What formulas call by an alias."""

RecordRule: TypeAlias = FormulaRule | FrameworkRule
"""What has records of its own, with inputs, steps and checks: one, or one a level."""

AnyRule: TypeAlias = FormulaRule | AliasRule | FrameworkRule

Dated: TypeAlias = AnyRule | Validity
"""What says which version it is, when it holds and what it supersedes."""

RULE_CLASSES: dict[str, type[AnyRule]] = {
    **dict.fromkeys(FORMULA_KINDS, FormulaRule),
    "scale": ScaleRule,
    "table": TableRule,
    "framework": FrameworkRule,
}
"""The shape of each `kind:`."""
