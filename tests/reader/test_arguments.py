"""What programs give -> typed inputs; the API's tests hold every refusal."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.written import source

from sakip_rules import DataError
from sakip_rules.expression import NUMBER, parse
from sakip_rules.plans import InputPlan, RecordPlan, RulePlan, StepPlan
from sakip_rules.reader import read_arguments, read_key, read_value
from sakip_rules.values import MISSING, Absent, Range

ROWS = RecordPlan({"x": InputPlan("x", ("x", "x"), "number")}, (), ())
INPUTS = {
    "n": InputPlan("n", ("n", "n"), "number", codes={"A": Fraction(4)}),
    "r": InputPlan("r", ("r", "r"), "range", codes={"A": Fraction(4)}),
    "o": InputPlan("o", ("o", "o"), "rows", each=ROWS),
    "t": InputPlan("t", ("t", "t"), "truth"),
}
PLAN = RulePlan(
    source("contoh/a"),
    "index",
    RecordPlan(INPUTS, (), ()),
    StepPlan("result", ("A", "A"), NUMBER, None, parse("n")),
)


def told(**inputs: object) -> list[dict[str, object]]:
    """The words of every mistake."""
    with pytest.raises(DataError) as caught:
        read_arguments(PLAN, inputs)
    assert all(one.place is None for one in caught.value.diagnostics)
    return [dict(one.texts) for one in caught.value.diagnostics]


def test_inputs_of_every_shape() -> None:
    """What is not given is not there: its default is for the evaluator."""
    assert read_arguments(PLAN, {}) == {}
    assert read_arguments(PLAN, {"n": None, "r": " "}) == {}
    found = read_arguments(
        PLAN, {"n": Decimal("1.5"), "r": {"min": 1, "max": "A"}, "o": ({"x": 2}, {"x": None})}
    )
    assert (found["n"], found["r"]) == (Fraction(3, 2), Range(Fraction(1), Fraction(4)))
    assert [dict(row.values) for row in found["o"].rows] == [{"x": 2}, {}]  # type: ignore[union-attr]  # they are rows


def test_a_code_stands_for_its_number() -> None:
    """In a number and in a range; a text that reads as a number is the number."""
    assert read_arguments(PLAN, {"n": "A", "r": "A"}) == {"n": 4, "r": Range(Fraction(4), Fraction(4))}
    assert read_arguments(PLAN, {"n": "3"}) == {"n": 3}


def test_mistakes_are_named_by_where_they_are() -> None:
    """The path of a value in a row, and the type that was given."""
    assert [texts["name"] for texts in told(o=[{"x": 1}, {"x": {1}}], n=0.5)] == ["`o.1.x`", "`n`"]
    assert told(n=object())[0]["type"] == "`object`"
    assert told(n=0.5)[0]["text"] == "`0.5`"


@given(st.fractions() | st.integers())
def test_a_number_is_itself(number: Fraction | int) -> None:
    """Whatever the number: nothing is rounded on the way."""
    assert read_value(number, None) == number


class Text(str):
    """A text of a class of its own, as libraries have them."""

    __slots__ = ()


class Ratio(Fraction):
    """A number of a class of its own."""

    __slots__ = ()


class Items(list[object]):
    """A list of a class of its own."""


def test_a_list_is_no_number() -> None:
    """Of whatever class: it is refused as data are, not as something that nobody could write."""
    assert codes([1]) == codes((1,)) == codes(Items([1]))
    assert codes([1]) != codes({1})


def test_an_absent_value_may_have_a_note_in_two_languages() -> None:
    """As deep as data nest, and no deeper."""
    note = {"id": "Catatan", "en": "Note"}
    found = read_value({"status": "missing", "reason": "not_given", "note": note}, None)
    assert isinstance(found, Absent)
    assert found.note == ("Catatan", "Note")
    assert codes({"status": "missing", "note": {"id": {"x": "a"}}}) == ["bad-value.python"]


def test_a_truth_is_no_number() -> None:
    """Python counts True as 1; the language does not."""
    assert read_arguments(PLAN, {"t": True}) == {"t": True}
    assert read_arguments(PLAN, {"t": True})["t"] is True


def test_what_is_read_is_plain() -> None:
    """A text or number of a class of its own is read as what it is, and nothing keeps its class."""
    found = [read_value(given, None) for given in (Text("1,5"), Ratio(3, 2))]
    assert found == [Fraction(3, 2)] * 2
    assert [type(value) for value in found] == [Fraction] * 2
    key = read_key(Text("A"))
    assert (key, type(key)) == ("A", str)


@given(st.integers(-(10**20), 10**20), st.integers(-30, 30))
def test_a_decimal_is_its_digits(digits: int, exponent: int) -> None:
    """Digits × 10^exponent, exactly."""
    assert read_value(Decimal(digits).scaleb(exponent), None) == Fraction(digits) * Fraction(10) ** exponent


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_its_shortest_text(number: float) -> None:
    """If so agreed; else it is refused."""
    assert read_value(number, None, "shortest") == Fraction(Decimal(repr(number)))
    with pytest.raises(DataError):
        read_value(number, None)


def test_what_scales_and_tables_are_asked_about() -> None:
    """A percent sign where the unit allows it; a CODE is any text."""
    assert read_value("75 %", "persen") == 75
    with pytest.raises(DataError, match="`value`"):
        read_value("75 %", "orang")
    assert [read_value(None, None), read_value("not_computable", None)] == [MISSING, Absent("not_computable")]
    assert [read_key(" A "), read_key(7), read_key(None), read_key("missing")] == ["A", "7", MISSING, MISSING]
    with pytest.raises(DataError, match="`value`"):
        read_key(0.5)
    assert read_key(0.5, "shortest") == "1/2"


def codes(value: object) -> list[str]:
    """The keys of the mistakes of one value."""
    with pytest.raises(DataError) as caught:
        read_value(value, None)
    assert all(mistake.message("id") and mistake.hint("id") for mistake in caught.value.diagnostics)
    return [mistake.key for mistake in caught.value.diagnostics]


def test_numbers_that_are_none_or_too_long() -> None:
    """A decimal without an end, one with more digits than may be written, and what is no datum at all."""
    assert [codes(Decimal(text)) for text in ("NaN", "Infinity", "-Infinity")] == [
        ["bad-value.number-data"]
    ] * 3
    assert (
        codes(Decimal("1e400"))
        == codes(Decimal("1e-400"))
        == codes(Decimal("9" * 401))
        == ["bad-value.digits"]
    )
    assert codes(object()) == ["bad-value.python"]
    assert codes(Decimal("1e999999999999")) == ["bad-value.digits"]
    assert read_value(Decimal("1e399"), None) == 10**399


def test_maps_within_maps_without_end_are_refused() -> None:
    """A map that holds itself is no datum; it ends in a mistake like any other."""
    endless: dict[str, object] = {}
    endless["x"] = endless
    assert codes(endless) == ["bad-value.python"]
