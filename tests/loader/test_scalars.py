"""One value of a program, made plain and exact."""

from __future__ import annotations

import datetime
import enum
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.literals import LiteralError
from sakip_rules.loader.scalars import Floats, exact_number, numeral, plain_scalar


def of_library(name: str, library: str, **fields: object) -> object:
    """A value as NumPy or pandas has it, without them."""
    return type(name, (), {"__module__": library, "__str__": lambda self: self.text, "text": "", **fields})()


def of_numpy(kind: str, value: object, shape: tuple[int, ...] = ()) -> object:
    """A scalar of NumPy of a kind of its dtype, or an array."""
    dtype = type("dtype", (), {"kind": kind})()
    return of_library("scalar", "numpy", shape=shape, dtype=dtype, item=lambda _: value, text=str(value))


class Odd(str):
    """A text that lies about itself."""

    __slots__ = ()

    def __str__(self) -> str:
        raise RuntimeError


class Colour(enum.IntEnum):
    """A number with a name."""

    RED = 3


@pytest.mark.parametrize(
    ("given_value", "plain"),
    [
        (None, None),
        (True, True),
        (Odd("ya"), "ya"),
        (Colour.RED, 3),
        (Decimal("29.40"), Decimal("29.40")),
        (Fraction(1, 3), Fraction(1, 3)),
        (datetime.date(2020, 5, 6), "2020-05-06"),
        (of_numpy("i", 12), 12),
        (of_numpy("u", 2**63), 2**63),
        (of_numpy("b", True), True),  # noqa: FBT003 - the value itself
        (of_numpy("M", "2020-05-06"), "2020-05-06"),
        (of_numpy("M", "NaT"), None),
        (of_library("NAType", "pandas._libs.missing"), None),
        (of_library("NaTType", "pandas._libs.tslibs.nattype"), None),
    ],
)
def test_what_is_exact_is_kept(given_value: object, plain: object) -> None:
    """In its plain type; nothing that a stranger wrote is called."""
    found = plain_scalar(given_value, None)
    assert (found, type(found)) == (plain, type(plain))


@pytest.mark.parametrize("value", [0.1, of_numpy("f", 0.1)])
def test_a_float_is_refused_unless_it_was_agreed(value: object) -> None:
    """Then its shortest text counts; that of a float of 32 bits is its own."""
    with pytest.raises(LiteralError) as caught:
        plain_scalar(value, None)
    assert (caught.value.key, caught.value.texts["text"]) == ("float-given", "`0.1`")
    assert plain_scalar(value, "shortest") == Decimal("0.1")


def test_not_a_number_is_missing_where_floats_are_agreed() -> None:
    """As pandas writes what is not there; infinity is no number anywhere."""
    assert plain_scalar(float("nan"), "shortest") is plain_scalar(of_numpy("f", "nan"), "shortest") is None
    floats: tuple[Floats, ...] = (None, "shortest")
    for wrong in (float("inf"), Decimal("NaN"), Decimal("-Infinity")):
        for agreed in floats:
            with pytest.raises(LiteralError):
                plain_scalar(wrong, agreed)


@pytest.mark.parametrize(
    "value", [b"1", object(), 1j, of_numpy("c", 1j), of_numpy("i", 1, shape=(3,)), {1}, iter("1"), int]
)
def test_anything_else_is_refused_by_its_type(value: object) -> None:
    """Nothing of it is asked for."""
    with pytest.raises(LiteralError) as caught:
        plain_scalar(value, "shortest")
    assert caught.value.key == "bad-value.python"


NUMBERS = st.integers(-(10**30), 10**30) | st.fractions() | st.decimals(allow_nan=False, allow_infinity=False)


@given(NUMBERS)
def test_a_numeral_is_exactly_the_number(number: int | Fraction | Decimal) -> None:
    """As text with the places that a decimal has, or as p/q; unless it has too many digits for a number."""
    if isinstance(number, Decimal) and _digits(number) > 400:
        with pytest.raises(LiteralError):
            exact_number(number)
    else:
        assert numeral(number).exact == exact_number(number) == Fraction(number)


def _digits(number: Decimal) -> int:
    return sum(map(str.isdigit, format(number, "f"))) if abs(number.adjusted()) <= 400 else 401


def test_places_are_kept_and_lengths_are_bounded() -> None:
    """A printed figure has as many decimals as its Decimal; an exponent costs nothing."""
    assert [
        numeral(number) for number in (Decimal("29.40"), 7, Fraction(1, 8), Fraction(2, 3), Decimal("1E+3"))
    ] == [
        *("29.40", "7", "0.125", "2/3", "1000"),
    ]
    for huge in (10**2000, Fraction(1, 3**2000), Decimal("1E+900"), Decimal("1E-900")):
        with pytest.raises(LiteralError):
            numeral(huge)


def test_what_numpy_and_pandas_really_give() -> None:
    """Rows of a data frame, as `to_dict("records")` gives them."""
    import numpy as np  # noqa: PLC0415 - of a second or two, for this test alone
    import pandas as pd  # noqa: PLC0415 - as above

    exact = [np.int64(5), np.uint8(3), np.True_, np.str_("x"), pd.NA, pd.NaT]
    assert [plain_scalar(value, None) for value in exact] == [5, 3, True, "x", None, None]
    assert plain_scalar(np.datetime64("2020-05-06"), None) == "2020-05-06"
    for float_type in (np.float16, np.float32, np.float64):
        with pytest.raises(LiteralError):
            plain_scalar(float_type(0.1), None)
        assert plain_scalar(float_type(0.1), "shortest") == Decimal("0.1")
        assert plain_scalar(float_type("nan"), "shortest") is None
    with pytest.raises(LiteralError):
        plain_scalar(np.array([1]), "shortest")
