"""Written data -> typed values."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.diagnostics import diagnose
from sakip_rules.literals import (
    LiteralError,
    is_blank,
    read_absent,
    read_banded,
    read_code,
    read_literal,
    read_word,
)
from sakip_rules.plans import InputPlan
from sakip_rules.values import MISSING, NOT_APPLICABLE, NOT_DUE, Absent, Range, Value, not_computable

PAIR = ("x", "x")
NUMBER = InputPlan("x", PAIR, "number")
PERCENT = InputPlan("x", PAIR, "number", "persen")
RUPIAH = InputPlan("x", PAIR, "number", "rupiah")
ORANG = InputPlan("x", PAIR, "number", "orang")
COUNT = InputPlan("x", PAIR, "count")
TRUTH = InputPlan("x", PAIR, "truth")
CHOICE = InputPlan("x", PAIR, "choice", choices=("BB", "A"))
POLARITY = InputPlan("x", PAIR, "polarity")
RANGE = InputPlan("x", PAIR, "range")
ORDINAL = InputPlan("x", PAIR, "number", codes={"B": Fraction(2), "3": Fraction(9)})
ORDINAL_RANGE = InputPlan("x", PAIR, "range", codes={"B": Fraction(2), "A": Fraction(3)})
NOTED = {"status": "missing", "reason": "hilang", "note": {"id": "a", "en": "b"}}


@pytest.mark.parametrize(
    ("written", "declared", "value"),
    [
        ("29.42", NUMBER, Fraction(2942, 100)),
        (" 29,42\t", NUMBER, Fraction(2942, 100)),
        ("1.2340", NUMBER, Fraction(1234, 1000)),
        ("98,80 %", NUMBER, Fraction(988, 10)),
        ("541897", COUNT, Fraction(541897)),
        ("5.085.713.014", RUPIAH, Fraction(5085713014)),
        ("ya", TRUTH, True),
        ("TIDAK", TRUTH, False),
        ("True", TRUTH, True),
        ("no", TRUTH, False),
        (True, TRUTH, True),
        ("BB", CHOICE, "BB"),
        ("lower_is_better", POLARITY, "lower_is_better"),
        ("40", RANGE, Range(Fraction(40), Fraction(40))),
        ({"min": "40", "max": "50,5"}, RANGE, Range(Fraction(40), Fraction(101, 2))),
        ({"max": Fraction(1), "min": " 1 "}, RANGE, Range(Fraction(1), Fraction(1))),
        (Fraction(1, 3), NUMBER, Fraction(1, 3)),
        (Fraction(3), COUNT, Fraction(3)),
        (Fraction(3), RANGE, Range(Fraction(3), Fraction(3))),
        ("B", ORDINAL, Fraction(2)),
        ("3", ORDINAL, Fraction(3)),
        ("B", ORDINAL_RANGE, Range(Fraction(2), Fraction(2))),
        ({"min": "B", "max": "A"}, ORDINAL_RANGE, Range(Fraction(2), Fraction(3))),
        ({"min": "B", "max": "3.5"}, ORDINAL_RANGE, Range(Fraction(2), Fraction(7, 2))),
        (None, NUMBER, MISSING),
        ("", CHOICE, MISSING),
        ("not_applicable", TRUTH, NOT_APPLICABLE),
        (" not_due ", CHOICE, NOT_DUE),
        (NOTED, POLARITY, Absent("missing", "hilang")),
        ({"status": "not_computable", "reason": "no-case"}, RANGE, not_computable("no-case")),
    ],
)
def test_what_is_written_is_read_by_its_type(written: object, declared: InputPlan, value: Value) -> None:
    """Numbers the Indonesian way too; truth words in any case; absent values for every type."""
    found = read_literal(written, declared)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("written", "declared", "key", "path"),
    [
        ("541.897", COUNT, "ambiguous-number.count", ()),
        ("541.897", RUPIAH, "ambiguous-number", ()),
        ("-", NUMBER, "which-absent", ()),
        ("n/a", RANGE, "which-absent", ()),
        ("9" * 401, NUMBER, "bad-value.digits", ()),
        ("75 %", ORANG, "bad-value.number-percent", ()),
        ("70-80", NUMBER, "bad-value.number-one", ()),
        ("70-80", RANGE, "bad-value.number-range", ()),
        ("satu", NUMBER, "bad-value.number-word", ()),
        ("not_computable", NUMBER, "bad-value.number-word", ()),
        ("1,5", COUNT, "bad-value.count", ()),
        ("-3", COUNT, "bad-value.count", ()),
        ("1", TRUTH, "bad-value.truth", ()),
        ("bb", CHOICE, "bad-value.choice", ()),
        ("naik", POLARITY, "bad-value.choice", ()),
        ("C", ORDINAL, "bad-value.code", ()),
        ([], NUMBER, "bad-value.list", ()),
        (1, NUMBER, "bad-value.list", ()),
        ({}, NUMBER, "bad-value.map", ()),
        ({"min": "1", "max": "2"}, NUMBER, "bad-value.map", ()),
        (True, NUMBER, "bad-value.number-data", ()),
        (Fraction(1), TRUTH, "bad-value.not-a-number", ()),
        (Fraction(1, 2), COUNT, "bad-value.count", ()),
        (Fraction(-1), COUNT, "bad-value.count", ()),
        (Fraction(-1, 3), COUNT, "bad-value.count", ()),
        (Fraction(2**13_001), NUMBER, "bad-value.digits", ()),
        ({"min": "1", "max": "2", "x": "3"}, RANGE, "bad-value.range-keys", ("x",)),
        ({"min": "1"}, RANGE, "bad-value.range-ends", ("max",)),
        ({"min": None, "max": "1"}, RANGE, "bad-value.range-ends", ("min",)),
        ({"min": [], "max": "1"}, RANGE, "bad-value.range-ends", ("min",)),
        ({"min": "2", "max": "1"}, RANGE, "bad-value.range-order", ()),
        ({"min": "satu", "max": "1"}, RANGE, "bad-value.number-word", ()),
        ({"status": "hilang"}, NUMBER, "bad-value.absent-word", ("status",)),
        ({"status": []}, NUMBER, "bad-value.absent-word", ("status",)),
        ({"status": "missing", "x": "1"}, NUMBER, "bad-value.absent-keys", ("x",)),
        ({"status": "not_computable"}, NUMBER, "missing-key.reason", ()),
        ({"status": "not_computable", "reason": "lupa"}, NUMBER, "bad-value.reason", ("reason",)),
        ({"status": "missing", "reason": "dua kata"}, NUMBER, "bad-value.reason-word", ("reason",)),
        ({"status": "missing", "reason": []}, NUMBER, "bad-value.reason-word", ("reason",)),
        ({"status": "missing", "note": []}, NUMBER, "bad-value.note", ("note",)),
        ({"status": "missing", "note": {"en": "b"}}, NUMBER, "bad-value.note", ("note",)),
        ({"status": "missing", "note": {"id": "a", "fr": "c"}}, NUMBER, "bad-value.note", ("note",)),
    ],
)
def test_what_is_not_of_its_type_is_told_with_its_part(
    written: object, declared: InputPlan, key: str, path: tuple[str, ...]
) -> None:
    """The text of each mistake can be filled in both languages."""
    with pytest.raises(LiteralError) as caught:
        read_literal(written, declared)
    assert (caught.value.key, caught.value.path) == (key, path)
    found = diagnose(caught.value.key, None, **caught.value.texts)
    assert all(found.message(lang) + found.hint(lang) for lang in ("id", "en"))


def test_the_hint_of_an_ambiguous_number_is_the_number_without_points() -> None:
    """What the author may write instead."""
    with pytest.raises(LiteralError) as caught:
        read_literal("541.897", COUNT)
    assert caught.value.texts["plain"] == "541897"


def test_notes_are_kept_in_both_languages() -> None:
    """A single text is both; without English the Indonesian one is."""
    notes = [
        read_absent({"status": "missing", "note": note}).note
        for note in (None, "a", {"id": "a"}, {"id": "a", "en": "b"})
    ]
    assert notes == [None, ("a", "a"), ("a", "a"), ("a", "b")]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_a_decimal_reads_as_itself_in_both_ways_of_writing(number: object) -> None:
    """With a point, and with a comma."""
    text = f"{number:f}"
    assert read_literal(text, PERCENT) == read_literal(text.replace(".", ","), PERCENT) == Fraction(text)


@given(st.text())
def test_any_text_is_a_value_or_a_mistake(text: str) -> None:
    """Whatever the type: nothing else is raised."""
    for declared in (NUMBER, RUPIAH, COUNT, TRUTH, CHOICE, POLARITY, RANGE, ORDINAL):
        try:
            read_literal(text, declared)
        except LiteralError as error:
            assert error.key  # noqa: PT017 - what it raises is the point, not that it does


def test_blank() -> None:
    """Nothing, or nothing but blanks; a zero and an empty list are something."""
    assert [is_blank(written) for written in (None, "", " \t\r\n")] == [True] * 3
    something: list[object] = ["0", Fraction(0), [], {}, False]
    assert [is_blank(written) for written in something] == [False] * 5


def test_bare_words() -> None:
    """`not_computable` is no bare word of data, but scales are asked about it."""
    assert [read_word(text) for text in ("missing", " not_due", "not_computable", "x")] == [
        MISSING,
        NOT_DUE,
        None,
        None,
    ]
    assert read_banded(" not_computable ", NUMBER) == Absent("not_computable")
    assert [read_banded(written, NUMBER) for written in ("not_due", "5", None)] == [NOT_DUE, 5, MISSING]


def test_codes_for_tables() -> None:
    """Any text; a whole number as it is written; an absent value."""
    written: list[object] = ["A", " A ", Fraction(7), None, "missing", {"status": "not_due"}]
    assert [read_code(one) for one in written] == ["A", "A", "7", MISSING, MISSING, NOT_DUE]
    wrong: list[object] = [[], True, {"status": "x"}, {}]
    for one in wrong:
        with pytest.raises(LiteralError):
            read_code(one)
