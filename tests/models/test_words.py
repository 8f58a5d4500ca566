"""NameList, codes, references, versions, days and numbers."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic_core import ValidationError

from sakip_rules.models import Reference, code_fault, name_fault, version_key
from sakip_rules.models.reading import validator_of
from sakip_rules.models.words import (
    Color,
    FirstDay,
    LastDay,
    PinnedReference,
    Places,
    RuleId,
    RuleReference,
    Version,
    Year,
    plain_name,
)


def fault(shape: Any, value: object) -> str:
    """The key of the diagnostic that a value gets."""
    with pytest.raises(ValidationError) as caught:
        validator_of(shape).validate_python(value)
    return str(caught.value.errors()[0]["type"])


@pytest.mark.parametrize("name", ["a", "pmks_ksm", "x2", "match", "mins", "tahun", "value", "a__"])
def test_names(name: str) -> None:
    """Small letters, digits and underscores make a name, also where Python has a soft keyword."""
    assert name_fault(name) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("mean", "name-function"),
        ("given", "name-function"),
        ("if", "name-keyword"),
        ("lambda", "name-keyword"),
        ("result", "name-reserved"),
        ("tahun_lalu", "name-reserved"),
        ("Pmks", "name-capital"),
        ("2a", "name-form"),
        ("_a", "name-form"),
        ("a-b", "name-form"),
        ("á", "name-form"),
        ("a\n", "name-form"),
        ("", "name-form"),
    ],
)
def test_no_names(text: str, why: str) -> None:
    """A text that is no name is refused with the reason why."""
    assert name_fault(text) == f"bad-value.{why}"


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("kapal berizin", "kapal_berizin"),
        ("Kapal  yang-berizin", "kapal_yang_berizin"),
        ("a-b", "a_b"),
        ("2 kapal", None),
        ("nilai (persen)", None),
        ("mean", None),
        ("-if-", None),
        ("", None),
    ],
)
def test_the_name_that_is_meant_by_words(text: str, mend: str | None) -> None:
    """Only blanks, hyphens and capitals are mended; what is no name then either is not proposed."""
    assert plain_name(text) == mend


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("BB", None),
        ("A+", None),
        ("2", None),
        ("missing", "code-word"),
        ("not_computable", "code-word"),
        ("Baik Sekali", "code-space"),
        ("a\N{NO-BREAK SPACE}b", "code-space"),
        ("", "code-space"),
    ],
)
def test_codes(text: str, why: str | None) -> None:
    """A code is any text without spaces that is no word of an absent value."""
    assert code_fault(text) == (None if why is None else f"bad-value.{why}")


@pytest.mark.parametrize("text", ["a/b", "nasional/capaian-2", "x-1/y@0.10.2"])
def test_reference_gives_its_text_back(text: str) -> None:
    """What is read is what was written."""
    assert str(Reference.parse(text)) == text


def test_reference_parts() -> None:
    """A pinned reference has an owner, an id and a version."""
    reference = Reference.parse("lumajang/skala@1.2.3")
    assert reference == Reference("lumajang/skala", "1.2.3")
    assert reference.owner == "lumajang"


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a/",
        "/b",
        "A/b",
        "a/b/c",
        "a--b/c",
        "-a/b",
        "a/b@",
        "a/b@1",
        "a/b@1.0",
        "a/b@01.0.0",
        "a/b@1.0.0@",
        "a/b ",
    ],
)
def test_no_reference(text: str) -> None:
    """Anything else is no reference."""
    assert Reference.parse(text) is None
    assert fault(RuleReference, text) == "bad-value.reference"


def test_pinned_reference() -> None:
    """Where a version must be named, a reference without one is refused."""
    assert validator_of(PinnedReference).validate_python("a/b@1.0.0") == Reference("a/b", "1.0.0")
    assert fault(PinnedReference, "a/b") == "bad-value.reference-unpinned"


def test_ids_and_versions() -> None:
    """Ids and versions follow their grammar."""
    assert validator_of(RuleId).validate_python("a/b-c") == "a/b-c"
    assert fault(RuleId, "a/b@1.0.0") == "bad-value.id"
    assert validator_of(Version).validate_python("1.10.0") == "1.10.0"
    assert fault(Version, "1.0") == "bad-value.version"


def test_versions_are_sorted_by_number() -> None:
    """1.10.0 comes after 1.9.0."""
    assert sorted(["1.10.0", "1.9.0", "0.99.0"], key=version_key) == ["0.99.0", "1.9.0", "1.10.0"]


def test_a_year_is_its_first_or_last_day() -> None:
    """2020 means 1 January where a rule begins and 31 December where it ends."""
    assert validator_of(FirstDay).validate_python("2020") == dt.date(2020, 1, 1)
    assert validator_of(LastDay).validate_python("2020") == dt.date(2020, 12, 31)
    assert validator_of(LastDay).validate_python("2020-02-29") == dt.date(2020, 2, 29)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("20", "form"),
        ("2020-1-1", "form"),
        ("01-02-2020", "form"),
        ("２０２０", "form"),
        ("2019-02-29", "no-such-day"),
        ("2020-13-01", "no-such-day"),
        ("0000", "no-such-day"),
    ],
)
def test_no_days(text: str, why: str) -> None:
    """Only real days with four-digit years are days."""
    assert fault(FirstDay, text) == f"bad-date.{why}"


def test_years() -> None:
    """A year has four digits."""
    assert validator_of(Year).validate_python("2020") == 2020
    assert fault(Year, "20") == "bad-date.year"
    assert fault(Year, "0000") == "bad-date.year"


@pytest.mark.parametrize("text", ["-9", "0", "12"])
def test_places(text: str) -> None:
    """Numbers are rounded to −9 to 12 places."""
    assert validator_of(Places).validate_python(text) == int(text)


@pytest.mark.parametrize("text", ["-10", "13", "2.0", "dua", "+2"])
def test_no_places(text: str) -> None:
    """Any other number of places is refused."""
    assert fault(Places, text) == "bad-value.places"


def test_colors() -> None:
    """A colour is six hexadecimal digits without a sign."""
    assert validator_of(Color).validate_python("1B7f3A") == "1B7f3A"
    assert fault(Color, "#1B7F3A") == "bad-value.color"
