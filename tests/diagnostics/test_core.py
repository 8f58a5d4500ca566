"""Diagnostics as data, their texts, and the errors that carry them."""

from __future__ import annotations

from typing import Any

import pytest

from sakip_rules.diagnostics import (
    Diagnostic,
    Place,
    UsageError,
    diagnose,
    nearest,
    quoted,
    warn,
)
from sakip_rules.diagnostics.core import by_severity, clean, did_you_mean, meant_instead


def test_code_and_words() -> None:
    """A diagnostic shows its code without the variant, and fills its text in either language."""
    diagnostic = diagnose("formula-cut.empty", Place("a.yaml", 3, 5), name="`x`")
    assert diagnostic.code == "formula-cut"
    assert diagnostic.message() == "Kunci `x` tidak mempunyai nilai di dalam `{ … }`."
    assert diagnostic.message("en") == "The key `x` has no value inside `{ … }`."
    assert diagnostic.hint("en").startswith("Write the value, or `null`")


def test_words_in_two_languages() -> None:
    """A pair fills each language with its own half."""
    diagnostic = diagnose("unknown-key", None, name="`x`", hint=("satu", "one"))
    assert (diagnostic.hint(), diagnostic.hint("en")) == ("satu", "one")


def test_strangers_cannot_fill_places() -> None:
    """Braces in a word are shown, not filled."""
    assert "{hint}" in diagnose("unknown-key", None, name="{hint}", hint="{name}").message()


@pytest.mark.parametrize(
    "character", ["\x1b", "\x07", "\n", "\r", "\x85", "\u202e", "\u2028", "\0", "\ud800"]
)
def test_unprintable_characters_are_taken_out(character: str) -> None:
    """Nothing in a message steers a terminal or reorders a line."""
    assert clean(f"a{character}b") == "a\ufffdb"
    assert (
        character
        not in diagnose("unknown-key", None, name=f"a{character}", hint=(character, character)).message()
    )


def test_long_words_are_cut() -> None:
    """60 characters of a word are shown, the last of a longer one is a sign that it goes on."""
    assert quoted("x" * 60) == f"`{'x' * 60}`"
    assert quoted("x" * 61) == f"`{'x' * 59}…`"


def test_order() -> None:
    """Diagnostics come by file, then as one reads; those without a place come first."""
    places = [Place("b", 1, 1), Place("a", 2, 1), Place("a", 1, 9), Place("a", 1, 2), None]
    ordered = sorted((diagnose("bad-value", place) for place in places), key=Diagnostic.sort_key)
    assert [d.place for d in ordered] == [None, places[3], places[2], places[1], places[0]]


def test_the_source_line_is_no_part_of_a_place() -> None:
    """Two places are the same where they point, whatever line they show."""
    assert Place("a", 1, 2, source="x") == Place("a", 1, 2, source="y")


def test_nearest() -> None:
    """The nearest word is offered only if it is near."""
    assert nearest("formla", ["formula", "unit"]) == "formula"
    assert nearest("zzz", ["formula", "unit"]) is None


def test_did_you_mean() -> None:
    """A hint names the nearest word, or those there are, or says that there are none."""
    assert did_you_mean("formla", ["formula"]) == ("Maksud Anda `formula`?", "Did you mean `formula`?")
    assert did_you_mean("zzz", ["b", "a", "a"])[1] == "Known here: `a`, `b`."
    assert did_you_mean("zzz", [f"w{number:02}" for number in range(13)])[1].endswith("`w11`, ….")
    assert did_you_mean("zzz", [])[1] == "No names are known here."


def test_the_best_candidate_is_never_cut() -> None:
    """Of many names those most alike are compared, whatever they begin with and wherever they stand."""
    names = [f"nasional/ekonomi-{number:04}" for number in range(4_000)]
    assert nearest("asional/skm-mutu", [*names, "nasional/skm-mutu"]) == "nasional/skm-mutu"
    assert "`nasional/skm-mutu`" in did_you_mean("mutu", [*names, "nasional/skm-mutu"])[1]


def test_very_many_names_are_compared_in_part() -> None:
    """Above 5,000 names, only those that begin like the word are compared; the right one is among them."""
    names = [f"x{number:05}" for number in range(20_000)]
    assert nearest("realisas", [*names, "realisasi"]) == "realisasi"
    assert nearest("y00001", names) is None


def test_between_several_words_is_asked() -> None:
    """All that may be meant are named."""
    assert meant_instead(["a", "b", "c"])[0] == "Maksud Anda `a`, `b` atau `c`?"
    assert meant_instead(["a", "b"]) == ("Maksud Anda `a` atau `b`?", "Did you mean `a` or `b`?")


def test_counting() -> None:
    """Errors and warnings are counted apart."""
    found = [
        diagnose("bad-value", None),
        warn("bad-value", None),
        diagnose("bad-value", None),
    ]
    assert by_severity(found) == {"error": 2, "warning": 1}


@pytest.mark.parametrize("lang", ["fr", "", "ID", None, 3])
def test_another_language_is_refused(lang: Any) -> None:
    """By message and hint alike, in an error that names those there are."""
    told = diagnose("bad-date.year", None, written="`x`")
    for speak in (told.message, told.hint):
        with pytest.raises(UsageError) as caught:
            speak(lang)
        assert [one.key for one in caught.value.diagnostics] == ["bad-value.language"]


@pytest.mark.parametrize("space", ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{EM SPACE}"])
def test_a_space_of_another_kind_is_a_space_where_it_is_read_and_seen_where_it_is_wrong(space: str) -> None:
    """Texts that are copied from Word hold them; in a name they are what is wrong."""
    assert clean(f"Nilai{space}SAKIP\x1b") == "Nilai SAKIP\ufffd"
    assert quoted(f"target{space}") == "`target\ufffd`"
