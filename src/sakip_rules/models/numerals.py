"""Numbers of rule files, read with the unit of their rule; the words that name units (reference 2.1, 3.7)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Final

from sakip_rules.diagnostics import quoted
from sakip_rules.languages import Pair
from sakip_rules.models.base import Words, refuse
from sakip_rules.models.marks import After, Alone, JsonSchema
from sakip_rules.numbers import (
    RUPIAH,
    NumberFault,
    NumberTextError,
    read_number,
    read_plain,
    shortest_text,
    two_readings,
)

if TYPE_CHECKING:
    from pydantic_core.core_schema import ValidationInfo

Worded = tuple[str, dict[str, str | Pair]]
"""Key and words of a diagnostic."""

UNIT: Final = "unit"
"""The key of the validation context that holds the unit of a scale or table: its numbers are read by it."""


def number_fault(text: str, kind: NumberFault, name: str, unit: str | None) -> Worded:
    """Gives key and words of the diagnostic for a text that is no number; `name` is what it is for."""
    texts: dict[str, str | Pair] = {"text": quoted(text), "name": quoted(name)}
    if kind == "ambiguous":
        plain, point = two_readings(text)
        # As it is written: inside { … } a comma would end the value.
        texts |= {"plain": plain, "decimal": point.replace(".", ",") if "," in text else point}
    elif kind == "percent":
        texts["unit"] = quoted(str(unit))
    elif kind == "range":
        texts["low"], texts["high"] = re.findall(r"[0-9][0-9.,]*", text)
    return _KEYS.get(kind, f"bad-value.number-{kind}"), texts


_KEYS: Final[dict[NumberFault, str]] = {
    "absent-sign": "which-absent",
    "ambiguous": "ambiguous-number",
    "not-a-count": "bad-value.count",
    "not-a-number": "bad-value.number-data",
    "too-long": "bad-value.digits",
}


def _number(value: Any, info: ValidationInfo) -> Fraction:  # noqa: ANN401 - whatever the file holds
    if isinstance(value, Fraction):
        return value
    if not isinstance(value, str):
        raise refuse("bad-value.empty" if value is None else "bad-value.number", written="…")
    unit = (info.context or {}).get(UNIT)
    try:
        return read_number(value, unit)
    except NumberTextError as error:
        key, texts = number_fault(value, error.kind, (info.field_name or "").rstrip("_"), unit)
        raise refuse(key, at=(), **texts) from None


def _number_text(value: str, info: ValidationInfo) -> str:
    number = _number(value, info)
    return value if read_plain(value) is not None else str(shortest_text(number))


UNIT_SIGNS: Final = {"%": "persen", "rp": RUPIAH, "rp.": RUPIAH}
"""Signs that stand beside numbers, and the words that name the unit (language reference 3.7)."""


def unit_fault(text: str) -> Worded | None:
    """Gives key and words of the diagnostic for a sign where the word of a unit should stand."""
    word = UNIT_SIGNS.get(text.strip().lower())
    return None if word is None else ("bad-value.unit-sign", {"written": text, "word": word})


def _unit(text: str) -> str:
    fault = unit_fault(text)
    if fault is not None:
        raise refuse(fault[0], at=(), **fault[1])
    return text


Unit = Annotated[Words, After(_unit)]
"""The word or phrase that names a unit."""


NUMBER_SCHEMA: Final[dict[str, Any]] = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": "[0-9]"}]}

ExactNumber = Annotated[Fraction, Alone(_number, info=True), JsonSchema(NUMBER_SCHEMA)]
"""A number as data write it, read with the unit of its rule (language reference 2.1)."""

NumberText = Annotated[str, After(_number_text, info=True), JsonSchema(NUMBER_SCHEMA)]
"""As `ExactNumber`, kept as text."""
