"""Arguments of calls, whatever they are."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules import UsageError
from sakip_rules.api.boundary import day_of, floats_of, inputs_of, path_of, reference_of
from sakip_rules.diagnostics.core import known_language
from sakip_rules.models import Reference

LAST = datetime.date(2020, 12, 31)


class Text(str):
    """A text of a type of its own."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("on", "day"),
    [
        (2020, LAST),
        (1, datetime.date(1, 12, 31)),
        (9999, datetime.date(9999, 12, 31)),
        (datetime.date(2020, 5, 6), datetime.date(2020, 5, 6)),
        (datetime.datetime(2020, 5, 6, 23, 59, tzinfo=datetime.UTC), datetime.date(2020, 5, 6)),
    ],
)
def test_a_year_is_its_last_day(on: object, day: datetime.date) -> None:
    """A date is itself; of a point in time the date."""
    found = day_of(on)
    assert (found, type(found)) == (day, datetime.date)


@pytest.mark.parametrize(
    "on",
    [
        0,
        -1,
        10_000,
        pytest.param(10**5000, id="huge"),
        True,
        "202",
        "٢٠٢٠",
        "2020-2-3",
        "0000",
        2020.0,
        None,
        [2020],
        object(),
    ],
)
def test_no_year_and_no_date(on: object) -> None:
    """Refused with what was given, or its type."""
    with pytest.raises(UsageError) as caught:
        day_of(on)
    assert [one.code for one in caught.value.diagnostics] == ["bad-date"]
    assert "`" in str(caught.value)


def test_a_reference_is_text() -> None:
    """Of the form owner/name, with or without a version."""
    assert reference_of(Text("a/b@1.2.3")) == Reference("a/b", "1.2.3")
    for wrong in ("a", "a/b@1", b"a/b", 7, None):
        with pytest.raises(UsageError):
            reference_of(wrong)


def test_a_path_is_text_or_a_path(tmp_path: Path) -> None:
    """Bytes are neither."""
    assert path_of(tmp_path) == str(tmp_path)
    for wrong in (7, None, b"rules", [tmp_path]):
        with pytest.raises(UsageError):
            path_of(wrong)


def test_inputs_are_a_map_and_floats_a_word() -> None:
    """Anything else is refused."""
    assert inputs_of({"x": 1}) == {"x": 1}
    assert [floats_of(None), floats_of("shortest")] == [None, "shortest"]
    for wrong in ([("x", 1)], None, "x"):
        with pytest.raises(UsageError):
            inputs_of(wrong)
    for other in ("exact", 1, ["shortest"]):
        with pytest.raises(UsageError):
            floats_of(other)


def test_a_language_is_one_of_two_words() -> None:
    """Another word is repeated, and both that are known are named, in both languages."""
    assert [known_language("id"), known_language("en")] == ["id", "en"]
    for wrong in ("fr", "EN", "en_US", "", None, 0, True, ["id"]):
        with pytest.raises(UsageError) as caught:
            known_language(wrong)
        (diagnostic,) = caught.value.diagnostics
        assert (diagnostic.key, diagnostic.hint("id")) == ("bad-value.language", "Pakai `id` atau `en`.")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.decimals(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@pytest.mark.broad
@given(ANYTHING)
@settings(max_examples=100)
def test_nothing_but_an_error_of_the_library_leaves_the_boundary(given_argument: object) -> None:
    """Every function of the boundary gives something, or raises UsageError."""
    for check in (day_of, floats_of, inputs_of, known_language, path_of, reference_of):
        try:
            check(given_argument)
        except UsageError as error:
            assert str(error)  # noqa: PT017 - what it raises is the point, not that it does
