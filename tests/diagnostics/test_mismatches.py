"""What is said of types and units."""

from string import Formatter

import pytest

from sakip_rules.diagnostics import diagnose
from sakip_rules.diagnostics.texts.mismatches import MISMATCHES


def places(text: str) -> set[str]:
    """The names of the places that are filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", MISMATCHES)
def test_both_languages_use_the_same_words(key: str) -> None:
    """A message and a hint in Indonesian and English hold the same places for names; none is empty."""
    for indonesian, english in MISMATCHES[key]:
        assert places(indonesian) == places(english)
        assert indonesian
        assert english


def test_a_ratio_is_told_to_be_multiplied() -> None:
    """The hint for a ratio where a percentage is declared is to multiply by 100."""
    found = diagnose("unit-mismatch.percent", None, inferred="`rasio`", declared="`persen`")
    assert found.message("id") == "Rumus memberi `rasio`, tetapi `unit` menyebut `persen`."
    assert found.message("en") == "The formula gives `rasio`, but `unit` says `persen`."
    assert "dikalikan 100 (`* 100`)" in found.hint("id")
    assert "times 100 (`* 100`)" in found.hint("en")


def test_the_units_of_a_bound_value_stand_on_their_own_sides() -> None:
    """`one` is the unit of the value, `other` that of the input or scale."""
    found = diagnose("unit-mismatch.bound", None, name="`target`", one="`orang`", other="`rupiah`")
    assert found.message("en") == "The input `target` has the unit `rupiah`, but its value has `orang`."
    found = diagnose("unit-mismatch.scale", None, one="`nilai`", other="`persen`")
    assert found.message("en") == "The value has the unit `nilai`, but the scale speaks about `persen`."
