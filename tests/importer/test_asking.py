"""What is open is asked as one question."""

from __future__ import annotations

from sakip_rules.diagnostics import Diagnostic, Place, diagnose
from sakip_rules.importer.asking import last_known, together
from sakip_rules.sheets import Sheet

SHEET = Sheet("a.csv", "", ())
YEAR = diagnose("table-unclear.year", Place("a.csv"))
DASH = diagnose("table-unclear.dash", Place("a.csv", 3, 7), text="`-`")
TWICE = diagnose("table-unclear.twice", Place("a.csv"), first="`A`", second="`B`", figure="`target`")
PERIOD = diagnose("table-unclear.period", Place("a.csv"), known="`Triwulan I`, `Triwulan III`")


def keys(questions: list[Diagnostic]) -> list[str]:
    """The keys of questions."""
    return [question.key for question in questions]


def test_a_single_question_stays_as_it_is() -> None:
    """In its own words, at its own place; so does one that needs more than an option."""
    assert together([DASH], SHEET) == [DASH]
    assert together([TWICE, DASH], SHEET) == [TWICE, DASH]
    assert together([], SHEET) == []


def test_several_are_one_with_a_line_that_answers_them() -> None:
    """In the order of the options of the command; places are told where there are any."""
    asked = together([DASH, TWICE, YEAR], SHEET)
    assert keys(asked) == ["table-unclear.open", "table-unclear.twice"]
    assert asked[0].message("en") == "The table does not say its year; what `-` stands for at 3:7."
    assert asked[0].message("id") == "Tabel ini tidak menyebut tahunnya; arti `-` di 3:7."
    assert "`--on 2024 --dash missing`" in asked[0].hint("id")


def test_of_several_periods_the_last_one_is_named() -> None:
    """In the answer that could be given."""
    assert last_known(PERIOD) == "Triwulan III"
    assert '--on 2024 --period "Triwulan III"' in together([PERIOD, YEAR], SHEET)[0].hint("en")
