"""One value of a program -> a plain and exact one: subclasses, decimals, dates, those of NumPy and pandas.

Nothing of a value is called that a stranger may have written: no `__str__`, no `__int__`, no `__eq__`. NumPy
and pandas are known by the names of their modules, so that they need not be there.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from sakip_rules.diagnostics import quoted
from sakip_rules.literals import LiteralError
from sakip_rules.models import Numeral
from sakip_rules.numbers import fraction_text, read_plain, shortest_text
from sakip_rules.numbers.printing import integer_text
from sakip_rules.numbers.reading import MAX_DIGITS

Floats = Literal["shortest"] | None

Plain: TypeAlias = str | bool | int | Fraction | Decimal | None
"""What is left: exactly of these types."""

MAX_BITS: Final = 4 * MAX_DIGITS
"""An integer of more bits has more digits than numbers may have."""

_MISSING: Final = frozenset({"NAType", "NaTType"})
"""What pandas puts where nothing is."""


def plain_scalar(value: object, floats: Floats) -> Plain:
    """Gives a program's value as text, truth, exact number or `None`, of the plain type.

    A float is refused unless `floats` is "shortest", which reads it as its shortest decimal text, and NaN
    as missing. Dates become ISO text. Raises `LiteralError` for any other type, and for what is not finite.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int | Fraction | Decimal):
        return _plain_number(value)
    if isinstance(value, float):
        return _float(float.__repr__(value), floats)
    return _of_a_library(value, floats)


def _plain_number(value: int | Fraction | Decimal) -> int | Fraction | Decimal:
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, Fraction):
        return Fraction(value.numerator, value.denominator)
    return _finite(Decimal(value))


def _of_a_library(value: object, floats: Floats) -> Plain:
    kind = type(value)
    library, _, _ = str(kind.__module__).partition(".")
    if library == "pandas" and kind.__name__ in _MISSING:
        return None
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if library == "numpy" and getattr(value, "shape", None) == ():
        return _of_numpy(value, floats)
    raise LiteralError("bad-value.python", type=quoted(kind.__name__))


def _of_numpy(value: object, floats: Floats) -> Plain:
    """A scalar of NumPy; a float of 32 bits has a shortest text of its own."""
    match getattr(getattr(value, "dtype", None), "kind", None):
        case "i" | "u":
            return int(value.item())  # type: ignore[attr-defined]  # all scalars of NumPy have it
        case "b":
            return bool(value.item())  # type: ignore[attr-defined]  # as above
        case "f":
            return _float(str(value), floats)
        case "M":
            return None if str(value) == "NaT" else str(value)
    raise LiteralError("bad-value.python", type=quoted(type(value).__name__))


def _float(text: str, floats: Floats) -> Decimal | None:
    """A binary float is not the number that was written; its shortest text is, if so agreed."""
    if floats != "shortest":
        raise LiteralError("float-given", text=quoted(text))
    number = Decimal(text)
    return None if number.is_nan() else _finite(number)


def _finite(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise LiteralError("bad-value.number-data", text=quoted(str(number)))
    return number


def exact_number(number: int | Fraction | Decimal) -> Fraction:
    """Gives a plain number as a fraction; raises `LiteralError` for a decimal of too many digits."""
    if isinstance(number, Decimal):
        found = read_plain(_decimal_text(number))
        if found is None:
            raise LiteralError("bad-value.digits")
        return found
    return Fraction(number)


def numeral(number: int | Fraction | Decimal) -> Numeral:
    """Gives a plain number as text that is exactly it, a decimal with the places that it has."""
    if isinstance(number, Decimal):
        return Numeral(_decimal_text(number))
    parts = (number,) if isinstance(number, int) else (number.numerator, number.denominator)
    if any(part.bit_length() > MAX_BITS for part in parts):
        raise LiteralError("bad-value.digits")
    if isinstance(number, int):
        return Numeral(integer_text(number))
    return Numeral(shortest_text(number) or fraction_text(number))


def _decimal_text(number: Decimal) -> str:
    """A decimal without exponent; with one that is too large it is not written out."""
    if abs(number.adjusted()) > MAX_DIGITS:
        raise LiteralError("bad-value.digits")
    return format(number, "f")
