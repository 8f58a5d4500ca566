from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.written import rules

from sakip_rules.explainer.effective import band_interval, effective, printed_span
from sakip_rules.scales import Band, Scale, Span


def span(text: str) -> Span:
    """An interval as it is written: `[0, 90)`; an end that is not written is none."""
    low, high = (None if not end.strip() else Fraction(end.strip()) for end in text[1:-1].split(","))
    return Span(low, text[0] == "[", high, text[-1] == "]")


UPPER = Band("Baik", span=span("[91, )"), words="91% ≤ 100%")
LOWER = Band("Cukup", span=span("(, 90]"))
BANDS = (UPPER, LOWER)


@pytest.mark.parametrize(
    ("keys", "upper", "lower"),
    [
        # what lies between 90 and 91 falls to the band below, or rises to the one above, or has none
        ({"gaps": "lower"}, span("[91, )"), span("(, 91)")),
        ({"gaps": "upper"}, span("(90, )"), span("(, 90]")),
        ({"gaps": "refuse"}, span("[91, )"), span("(, 90]")),
        # 90.5 is rounded up, to the even 90, cut, up, down
        ({"places": 0}, span("[90.5, )"), span("(, 90.5)")),
        (
            {"places": 0, "mode": "half_even"},
            span("(90.5, )"),
            span("(, 90.5]"),
        ),
        ({"places": 0, "mode": "down"}, span("[91, )"), span("(, 91)")),
        ({"places": 0, "mode": "up"}, span("(90, )"), span("(, 90]")),
        ({"places": 0, "mode": "floor"}, span("[91, )"), span("(, 91)")),
        ({"places": 0, "mode": "ceiling"}, span("(90, )"), span("(, 90]")),
        # a domain cuts the bands; one that is rounded reaches half a unit further
        (
            {"gaps": "lower", "domain": span("[0, 100]")},
            span("[91, 100]"),
            span("[0, 91)"),
        ),
        (
            {"places": 0, "domain": span("[0, 100]")},
            span("[90.5, 100.5)"),
            span("(-0.5, 90.5)"),
        ),
    ],
)
def test_a_band_gets_what_its_scale_gives_it(keys: dict[str, Any], upper: Span, lower: Span) -> None:
    """Each interval was worked out by hand from what the language says of rounding, gaps and domain."""
    assert effective(Scale(BANDS, **keys)) == {LOWER: lower, UPPER: upper}


def test_a_scale_of_one_band_gets_all_numbers() -> None:
    """It has no end at which anything could change."""
    band = Band("A", span=Span(), words="semua")
    scale = Scale((band, Band("X", status="missing")))
    assert effective(scale) == {band: Span()}
    assert band_interval(scale, band, "id") == "semua (yang dipakai: semua nilai)"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("> 75–100", span("(75, 100]")),
        ("75% - 100%", span("[75, 100]")),
        ("50 – < 60", span("[50, 60)")),
        ("Lebih dari 75% sd. 100%", span("(75, 100]")),
        ("89 sampai di bawah 95", span("[89, 95)")),
        ("≥ 4,5", span("[4.5, )")),
        (">= 95", span("[95, )")),
        ("Kurang dari 55%", span("(, 55)")),
        ("≤ 50%", span("(, 50]")),
        ("100", span("[100, 100]")),
        ("-5 - 5", span("[-5, 5]")),
        ("91% ≤ 100%", None),
        ("tidak ada upaya", None),
        ("", None),
    ],
)
def test_printed_words_that_say_an_interval_for_certain(words: str, found: Span | None) -> None:
    """Whether an end is in is said by its sign; of words that are not understood nothing is assumed."""
    assert printed_span(words) == found


def test_what_is_in_effect_stands_beside_words_that_say_something_else() -> None:
    """91% ≤ 100% has no upper end here; of a band that says what it gets nothing is added."""
    scale = Scale(BANDS, gaps="lower")
    assert band_interval(scale, UPPER, "id") == "91% ≤ 100% (yang dipakai: ≥ 91)"
    assert band_interval(scale, LOWER, "en") == "≤ 90 (in effect: < 91)"
    plain = Band("A", span=span("(75, )"), words="> 75")
    rest = Band("B", span=span("(, 75]"))
    assert [band_interval(Scale((plain, rest)), band, "id") for band in (plain, rest)] == ["> 75", "≤ 75"]


def test_the_category_of_a_figure_says_it_too(tmp_path: Path) -> None:
    """Beside the printed words, in the explanation of a figure."""
    bands = "[{category: Baik, from: 91, words: 91% ≤ 100%}, {category: Cukup, up_to: 90}]"
    bodies = {
        "index a": "inputs: {x: {}}\nformula: x\nscale: contoh/s",
        "scale s": f"bands: {bands}\nrounding: {{places: 0}}",
    }
    told = rules(tmp_path, bodies).rule("contoh/a@1.0.0").evaluate(x="90.7").explain()
    assert "kategori Baik: 91% ≤ 100% (yang dipakai: ≥ 90,5) (skala contoh/s@1.0.0)" in told
