"""The smallest parts of the format: exact numbers, names, references, values of data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Final

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StrictBool,
    StrictInt,
    WithJsonSchema,
)

from sakip_rules.models.words import ID_PATTERN, NAME_PATTERN, VERSION_PATTERN
from sakip_rules.plans import AnyPlan
from sakip_rules.portable.nodes import number_text
from sakip_rules.vocabulary import Word

NUMBER_PATTERN: Final = "-?[0-9]+(?:[.][0-9]+|/[1-9][0-9]*)?"
DAY_PATTERN: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
LONGEST: Final = 1000
"""Characters of a number; a rule file may write 400 digits."""


class Data(BaseModel):
    """A part of the format, made from a part of a plan or read from JSON; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)


def _number(value: object) -> Fraction:
    if isinstance(value, Fraction):
        return value
    if isinstance(value, str) and len(value) <= LONGEST and re.fullmatch(NUMBER_PATTERN, value):
        return Fraction(value)
    raise ValueError


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(DAY_PATTERN, value):
        return date.fromisoformat(value)
    raise ValueError


def _reference(value: object) -> object:
    return value.source.reference if isinstance(value, AnyPlan) else value


Exact = Annotated[
    Fraction,
    PlainValidator(_number),
    PlainSerializer(number_text),
    WithJsonSchema({"type": "string", "pattern": f"^{NUMBER_PATTERN}$"}),
]
Day = Annotated[
    date,
    PlainValidator(_day),
    PlainSerializer(date.isoformat),
    WithJsonSchema({"type": "string", "pattern": f"^{DAY_PATTERN}$"}),
]
Name = Annotated[str, Field(pattern=f"^{NAME_PATTERN}$")]
Ref = Annotated[str, BeforeValidator(_reference), Field(pattern=f"^{ID_PATTERN}@{VERSION_PATTERN}$")]
Both = tuple[str, str]
"""A text in Indonesian and English."""
Places = Annotated[StrictInt, Field(ge=-9, le=12)]


def _pairs(value: object) -> object:
    return tuple(value.items()) if isinstance(value, Mapping) else value


def _sorted(value: object) -> object:
    return tuple(sorted(value)) if isinstance(value, frozenset) else value


Pairs = BeforeValidator(_pairs)
"""Takes a map for the list of its pairs."""
Sorted = BeforeValidator(_sorted)
"""Takes a set for the list of its members."""
Codes = Annotated[tuple[tuple[str, Exact], ...], Pairs]
"""The number of each CODE."""


class AbsentData(Data):
    """An absent value."""

    word: Word
    reason: str | None = None
    note: Both | None = None


class RangeData(Data):
    """Two numbers."""

    low: Exact
    high: Exact


class NumberData(Data):
    """A number, so that it is told from a CODE."""

    number: Exact


def _default(value: object) -> object:
    return {"number": value} if isinstance(value, Fraction) else value


Default = Annotated[NumberData | StrictBool | str | RangeData | AbsentData, BeforeValidator(_default)]
