"""Tests of `sakip_rules.checker.scales`."""

from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest
from tests.written import pointed_at

from sakip_rules.checker import Checked
from sakip_rules.checker.scales import number_text

Checker = Callable[[Mapping[str, str]], Checked]


def _scale(bands: str, head: str = "", given: str = "") -> dict[str, str]:
    listed = "".join(f"  - {{category: {band}}}\n" for band in bands.split("; "))
    examples = "".join(f"  - {{title: t, given: {text}, category: A}}\n" for text in given.split() or ["7"])
    return {"s": f"kind: scale\n{head}bands:\n{listed}examples:\n{examples}"}


def _said(checked: Checked) -> list[tuple[str, str, str]]:
    """The key, the text pointed at, and the message in English, of all but missing examples."""
    return [
        (one.key, one.place.source.strip() if one.place else "", one.message("en"))
        for one in checked.diagnostics
        if one.key != "example-missing"
    ]


@pytest.mark.parametrize(
    ("bands", "head", "key", "line", "message"),
    [
        (
            "A, below: 50; B, above: 50",
            "",
            "scale-gap",
            "- {category: B, above: 50}",
            "50 has no band: there is a hole between `A` and `B`.",
        ),
        (
            "B, from: 50; A, up_to: 50",
            "",
            "scale-overlap",
            "- {category: A, up_to: 50}",
            "50 has two bands: `B` and `A`.",
        ),
        (
            "A, above: 1, below: 1; B, up_to: 1; C, above: 1",
            "",
            "empty-band",
            "- {category: A, above: 1, below: 1}",
            "Band `A` is empty: no number lies in it.",
        ),
        (
            "A, up_to: 50; B, above: 50",
            "gaps: lower\n",
            "gaps-unused",
            "gaps: lower",
            "`gaps` is stated, but there is no hole.",
        ),
        (
            "A, from: 0, below: 60",
            "domain: {from: 0, up_to: 60}\n",
            "scale-domain.stated",
            "- {category: A, from: 0, below: 60}",
            "60 is inside the `domain` but outside all bands; the nearest is `A`.",
        ),
        (
            "A, from: 0, up_to: 50; B, from: 70",
            "domain: {from: 0, up_to: 50}\n",
            "scale-domain.band",
            "- {category: B, from: 70}",
            "Band `B` lies wholly outside the `domain`.",
        ),
    ],
)
def test_every_flaw_has_a_witness_and_a_place(
    checked: Checker, bands: str, head: str, key: str, line: str, message: str
) -> None:
    """Each kind of flaw points at the band or key that is wrong, and names a number that shows it."""
    found = _said(checked(_scale(bands, head)))
    assert [one for one in found if one[0] == key] == [(key, line, message)]
    assert {one[0] for one in found} == {key}


@pytest.mark.parametrize(
    ("places", "low", "high", "is_one"),
    [
        (None, "up_to: 5", "above: 5", True),
        (None, "below: 5", "from: 5", True),
        (None, "below: 5", "above: 5", False),
        (None, "up_to: 5", "from: 6", False),
        (None, "up_to: 7", "from: 5", False),
        (0, "up_to: 5", "above: 5", True),
        (0, "below: 5", "above: 5", False),
        (0, "up_to: 5", "from: 6", True),
        (0, "up_to: 5", "above: 6", False),
        (0, "up_to: 5", "from: 7", False),
        (0, "below: 5", "from: 6", False),
        (0, "below: 5.5", "from: 5.6", True),
        (0, "up_to: 5", "from: 5.5", True),
        (0, "up_to: 5.5", "above: 5.6", True),
        (0, "up_to: 7", "from: 5", False),
        (1, "up_to: 5", "from: 5.1", True),
        (1, "up_to: 5", "from: 5.2", False),
        (-1, "up_to: 10", "from: 20", True),
        (-1, "up_to: 10", "from: 30", False),
    ],
)
def test_two_intervals_of_one_category(
    checked: Checker, places: int | None, low: str, high: str, *, is_one: bool
) -> None:
    """Some number, with `rounding` some multiple, lies between them: else they are one (language 5)."""
    head = "" if places is None else f"rounding: {{places: {places}}}\n"
    for bands in (f"A, from: 0, {low}; A, {high}", f"A, {high}; A, from: 0, {low}"):
        found = [one for one in checked(_scale(bands, head)).diagnostics if "adjacent" in one.key]
        assert [(one.key, pointed_at(one)) for one in found] == [
            ("bad-value.category-adjacent", "A")
        ] * is_one


def test_a_category_of_an_interval_and_of_absent_values(checked: Checker) -> None:
    """An absent value lies beside no interval; three intervals are told one by one."""
    for bands in (
        "A, from: 5; A, status: missing; B, below: 5",
        "A, status: missing; A, from: 5; B, below: 5",
    ):
        assert [one for one in checked(_scale(bands)).diagnostics if "adjacent" in one.key] == []
    found = checked(_scale("A, below: 5; A, from: 5, below: 7; A, from: 7; B, status: missing")).diagnostics
    assert len([one for one in found if "adjacent" in one.key]) == 2


def test_numbers_outside_all_bands_without_a_domain(checked: Checker) -> None:
    """Without `domain` a scale speaks about all numbers: both sides must be covered."""
    found = _said(checked(_scale("A, from: 0, up_to: 50")))
    assert [(key, line) for key, line, _ in found] == [
        ("scale-domain", "- {category: A, from: 0, up_to: 50}")
    ] * 2
    below, above = sorted(Fraction(message.split()[0]) for _, _, message in found)
    assert below < 0
    assert above > 50


def test_intervals_of_one_category_without_an_end(checked: Checker) -> None:
    """One that goes on for ever ends nowhere, and one from ever begins nowhere."""
    found = checked(_scale("A, from: 7; A, below: 5; B, from: 5, below: 7")).diagnostics
    assert [one for one in found if one.severity == "error"] == []
    found = checked(
        _scale("A, from: 7, up_to: 9; A, below: 5; B, from: 5, below: 7; C, above: 9")
    ).diagnostics
    assert [one for one in found if one.severity == "error"] == []


def test_a_domain_without_any_interval(checked: Checker) -> None:
    """No band is the nearest."""
    found = _said(checked(_scale("A, status: missing", "domain: {from: 0, up_to: 1}\n")))
    assert [key for key, _, _ in found] == ["scale-domain"]


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ("50 55 75 100", []),
        ("50 100", ["55", "75"]),
        ("7", ["50", "55", "75", "100"]),
        ('"50,0" 55.0 75 100', []),
    ],
)
def test_an_example_at_every_end(checked: Checker, given: str, missing: list[str]) -> None:
    """Each end of each band wants an example, an end of two bands once, bands of absent values none."""
    bands = (
        "A, below: 50; B, from: 50, up_to: 55; C, above: 55, below: 75; D, exactly: 75; "
        "E, above: 75, up_to: 100; F, above: 100; G, status: missing"
    )
    found = checked(_scale(bands, given=given)).diagnostics
    assert [(one.key, one.message("en").split()[8]) for one in found] == [
        ("example-missing", number) for number in missing
    ]
    keys = {"50": "below", "55": "up_to", "75": "below", "100": "up_to"}
    assert [pointed_at(one) for one in found] == [keys[number] for number in missing]


def test_a_missing_example_of_a_band_that_begins(checked: Checker) -> None:
    """Pointed at the key that states the end."""
    found = checked(_scale("A, from: 5; B, below: 5")).diagnostics
    assert [(one.key, pointed_at(one)) for one in found] == [("example-missing", "from")]


def test_an_example_counts_as_the_scale_sees_it(checked: Checker) -> None:
    """An example that is rounded to the end stands for it, and two ends that round alike are one."""
    head = "rounding: {places: 0}\n"
    assert checked(_scale("A, up_to: 49; B, from: 50", head, "49.4 49.5")).diagnostics == []
    found = checked(_scale("A, up_to: 49; B, from: 50", head, "49.6")).diagnostics
    assert [one.message("en").split()[8] for one in found] == ["49"]


def test_examples_of_words_and_of_no_numbers(checked: Checker) -> None:
    """A word of an absent value is no end, and neither is a text that is no number."""
    found = checked(_scale("A, below: 50; B, from: 50", given="missing lima")).diagnostics
    assert [one.key for one in found] == ["example-missing"]


@pytest.mark.parametrize(("unit", "count"), [("persen", 0), ("nilai", 1)])
def test_an_example_with_a_percent_sign(checked: Checker, unit: str, count: int) -> None:
    """`50%` is a number where the unit is percent."""
    found = checked(_scale("A, below: 50; B, from: 50", f"unit: {unit}\n", '"50%"')).diagnostics
    assert [one.key for one in found] == ["example-missing"] * count


def test_numbers_in_messages() -> None:
    """Shortest decimals, in both languages; one that has none is cut."""
    assert number_text(Fraction(5, 2)) == ("2,5", "2.5")
    assert number_text(Fraction(100, 3)) == ("33,333333", "33.333333")
