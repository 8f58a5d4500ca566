"""Scales: what a value is called, and the proof that it has exactly one name."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.numbers import Interval, round_to
from sakip_rules.scales import Band, Flaw, Refusal, Scale, Span, prove

OUTSIDE, GAP, PRECISION = Refusal("outside-domain"), Refusal("scale-gap"), Refusal("precision")


def span(text: str) -> Span:
    """Read `[55, 75]`, `(100, )`, `( , 55)`: square brackets are closed ends, an empty end is none."""
    low, high = (Fraction(end) if end.strip() else None for end in text[1:-1].split(","))
    return Span(low, text[0] == "[", high, text[-1] == "]")


def scale(bands: dict[str, str], domain: str = "(,)", **options: object) -> Scale:
    """A scale from category to span text."""
    return Scale(
        tuple(Band(category, span=span(text)) for category, text in bands.items()),
        span(domain),
        **options,  # type: ignore[arg-type]  # each test names fields of Scale
    )


def name(answer: Band | Refusal) -> str:
    """The category, or the reason of a refusal."""
    return answer.category if isinstance(answer, Band) else answer.reason


LUMAJANG = scale({"Baik Sekali": "(100,)", "Baik": "(75,100]", "Cukup": "[55,75]", "Kurang": "(,55)"})
PREDIKAT = scale(
    {"Sangat Baik": "[88.31,100]", "Baik": "[65.00,88.30]", "Kurang": "[0,64.99]"}, "[0,100]", places=2
)


# ---------------------------------------------------------------- spans


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("[55,75]", ["55", "60", "75"], ["54.999", "75.001"]),
        ("(55,75)", ["55.001", "74.999"], ["55", "75"]),
        ("(100,)", ["100.0001", "999999"], ["100", "-5"]),
        ("(,55)", ["-100", "54.9999"], ["55"]),
        ("[100,100]", ["100"], ["99.999", "100.001"]),
        ("(,)", ["0", "-1", "1"], []),
    ],
)
def test_span_contains(text: str, inside: list[str], outside: list[str]) -> None:
    """A closed end belongs to a span, an open one does not, and no end is no limit."""
    assert all(span(text).contains(Fraction(x)) for x in inside)
    assert not any(span(text).contains(Fraction(x)) for x in outside)


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("[1,1]", False),
        ("[1,1)", True),
        ("(1,1]", True),
        ("(1,1)", True),
        ("[2,1]", True),
        ("(1,2)", False),
        ("(,1)", False),
        ("(,)", False),
    ],
)
def test_span_is_empty(text: str, *, empty: bool) -> None:
    """A span is empty when its ends have crossed, or meet and are not both closed."""
    assert span(text).is_empty() is empty


def test_an_end_is_open_unless_it_is_said_to_be_closed() -> None:
    """`above` and `below` exclude their number."""
    assert not Span(low=Fraction(1)).contains(Fraction(1))
    assert not Span(high=Fraction(1)).contains(Fraction(1))


# ---------------------------------------------------------------- language.md and the report


@pytest.mark.parametrize(
    ("value", "category"),
    [
        ("100.01", "Baik Sekali"),
        ("100", "Baik"),
        ("75.0001", "Baik"),
        ("75", "Cukup"),
        ("55", "Cukup"),
        ("54.9999999", "Kurang"),
        ("-40", "Kurang"),
        ("267.71", "Baik Sekali"),
    ],
)
def test_lumajang(value: str, category: str) -> None:
    """The scale of the Lumajang report, at its ends and beside them."""
    assert name(LUMAJANG.classify(Fraction(value))) == category


@pytest.mark.parametrize(
    ("value", "category"),
    [
        ("88.31", "Sangat Baik"),
        ("88.304", "Baik"),
        ("88.305", "Sangat Baik"),
        ("65", "Baik"),
        ("64.99", "Kurang"),
        ("64.995", "Baik"),
        ("0", "Kurang"),
        ("-0.004", "Kurang"),
        ("-0.005", "outside-domain"),
        ("100", "Sangat Baik"),
        ("100.004", "Sangat Baik"),
        ("100.01", "outside-domain"),
    ],
)
def test_predikat(value: str, category: str) -> None:
    """The example scale of the language rounds first, and asks the domain for the rounded value too."""
    assert name(PREDIKAT.classify(Fraction(value))) == category


@pytest.mark.parametrize("good", [LUMAJANG, PREDIKAT])
def test_good_scales_have_no_flaws(good: Scale) -> None:
    """The printed scales give each number of their domains exactly one band."""
    assert prove(good) == []


def test_status_band_takes_no_number() -> None:
    """A band for an absent value has no part in the proof."""
    bands = (*LUMAJANG.bands, Band("Belum Terukur", status="missing"))
    assert prove(replace(LUMAJANG, bands=bands)) == []


# ---------------------------------------------------------------- gaps


INTEGER_ENDS = {"Tinggi": "[76,100]", "Sedang": "[51,75]", "Rendah": "[0,50]"}


@pytest.mark.parametrize(
    ("gaps", "expected"), [("lower", "Sedang"), ("upper", "Tinggi"), ("refuse", "scale-gap")]
)
def test_gaps(gaps: str, expected: str) -> None:
    """A value in a hole gets the band below, the band above, or none, as stated."""
    stated = scale(INTEGER_ENDS, "[0,100]", gaps=gaps)
    assert prove(stated) == []
    assert name(stated.classify(Fraction("75.3"))) == expected
    assert name(stated.classify(Fraction(75))) == "Sedang"
    assert name(stated.classify(Fraction(76))) == "Tinggi"


def test_integer_ends_leave_holes() -> None:
    """Integer ends without rounding and without `gaps` leave a hole between each two bands."""
    flaws = prove(scale(INTEGER_ENDS, "[0,100]"))
    assert [(flaw.kind, flaw.bands) for flaw in flaws] == [("scale-gap", (2, 1)), ("scale-gap", (1, 0))]
    assert 50 < flaws[0].witness < 51
    assert 75 < flaws[1].witness < 76


def test_integer_ends_with_rounding_leave_no_hole() -> None:
    """Rounded to integers first, the same ends are complete."""
    assert prove(scale(INTEGER_ENDS, "[0,100]", places=0)) == []


# ---------------------------------------------------------------- intervals


def test_interval_inside_one_band() -> None:
    """An approximate value wholly in one band has that band."""
    assert name(LUMAJANG.classify(Interval(Fraction(76), Fraction(100)))) == "Baik"


def test_interval_over_an_end() -> None:
    """An approximate value on both sides of an end is refused for its precision."""
    assert LUMAJANG.classify(Interval(Fraction("99.9"), Fraction("100.1"))) == PRECISION


def test_interval_over_a_hole_that_belongs_to_the_band() -> None:
    """A hole that gets the band below makes one piece with it."""
    stated = scale(INTEGER_ENDS, "[0,100]", gaps="lower")
    assert name(stated.classify(Interval(Fraction("74.9"), Fraction("75.9")))) == "Sedang"
    assert stated.classify(Interval(Fraction("75.9"), Fraction(76))) == PRECISION


@pytest.mark.parametrize(
    ("low", "high", "reason"),
    [("101", "102", "outside-domain"), ("99", "101", "precision"), ("-1", "101", "precision")],
)
def test_interval_and_domain(low: str, high: str, reason: str) -> None:
    """Wholly beyond one end of the domain is outside it; partly is a question of precision."""
    stated = scale({"Ada": "[0,100]"}, "[0,100]")
    assert name(stated.classify(Interval(Fraction(low), Fraction(high)))) == reason


@pytest.mark.parametrize("domain", ["(,)", "(,100]", "[0,)", "[0,100]"])
def test_far_beyond_all_ends(domain: str) -> None:
    """Outside where the domain ends, else in the band beside it; numbers and intervals alike."""
    stated = scale({"A": "(,50)", "B": "[50,)"}, domain)
    below = "A" if domain.startswith("(,") else "outside-domain"
    above = "B" if domain.endswith(",)") else "outside-domain"
    asked = [Fraction(-(10**30)), Fraction(10), Fraction(50), Fraction(10**30)]
    assert [name(stated.classify(x)) for x in asked] == [below, "A", "B", above]
    far = [Interval(10 * x, 11 * x) if x > 0 else Interval(11 * x, 10 * x) for x in (asked[0], asked[-1])]
    assert [name(stated.classify(x)) for x in far] == [below, above]


def test_interval_is_rounded_first() -> None:
    """With rounding, an interval that rounds to one number is that number; else it is refused."""
    assert name(PREDIKAT.classify(Interval(Fraction("88.295"), Fraction("88.3049")))) == "Baik"
    assert PREDIKAT.classify(Interval(Fraction("50.001"), Fraction("50.009"))) == PRECISION


# ---------------------------------------------------------------- each kind of flaw


@pytest.mark.parametrize(
    ("flawed", "expected"),
    [
        (scale({"A": "[5,5)", "B": "(,)"}), [Flaw("empty-band", Fraction(5), (0,))]),
        (
            scale({"A": "[0.001,0.004]", "B": "(,)"}, places=2),
            [Flaw("empty-band", Fraction("0.001"), (0,))],
        ),
        (scale({"A": "[0,)", "B": "(,0]"}), [Flaw("scale-overlap", Fraction(0), (0, 1))]),
        (scale({"A": "(0,)", "B": "(,0)"}), [Flaw("scale-gap", Fraction(0), (1, 0))]),
        (
            scale({"A": "(0,10]", "B": "[20,30]"}, "(0,10]"),
            [Flaw("scale-domain", Fraction(20), (1,))],
        ),
        (scale({"A": "[0,100)"}, "[0,100]"), [Flaw("scale-domain", Fraction(100), (0,))]),
        (scale({"A": "(0,100]"}, "[0,100]"), [Flaw("scale-domain", Fraction(0), (0,))]),
        (scale({}, "[3,3]"), [Flaw("scale-domain", Fraction(3), ())]),
        (scale({"A": "(,)"}, "[3,3)"), [Flaw("scale-domain", Fraction(3), ())]),
    ],
)
def test_flaw(flawed: Scale, expected: list[Flaw]) -> None:
    """Each flaw is found, with the number that shows it where only one can."""
    assert prove(flawed) == expected


def test_gaps_unused() -> None:
    """To state `gaps` where there is no hole is a flaw."""
    assert [flaw.kind for flaw in prove(replace(LUMAJANG, gaps="lower"))] == ["gaps-unused"]


def test_gaps_do_not_cover_the_edge() -> None:
    """A domain that reaches beyond all bands is a flaw whatever `gaps` says."""
    kinds = [flaw.kind for flaw in prove(scale(INTEGER_ENDS, "[0,101]", gaps="lower"))]
    assert kinds == ["scale-domain"]


def test_a_hole_at_the_edge_has_no_category() -> None:
    """Whatever `gaps` says: it speaks of holes between two bands."""
    assert [scale({"A": "[0,10]"}, "[-5,15]", gaps=gaps).classify(x) for gaps, x in BEYOND] == [GAP] * 4


BEYOND = [(gaps, Fraction(x)) for gaps in ("lower", "upper") for x in (-3, 12)]


def test_unused_gaps_are_shown_by_a_number_that_has_a_band() -> None:
    """Also where the scale begins with numbers that have none."""
    partly = scale({"A": "[10,20]"}, "[0,20]", gaps="lower")
    (unused,) = (flaw for flaw in prove(partly) if flaw.kind == "gaps-unused")
    assert name(partly.classify(unused.witness)) == "A"


def test_a_hole_lies_above_the_lower_of_two_bands_that_overlap() -> None:
    """Where bands overlap the lower one goes on, so it is the one beside the hole."""
    flaws = prove(scale({"A": "[0,10]", "B": "[5,10]", "C": "[12,20]"}, "[0,20]"))
    assert [(flaw.kind, flaw.bands) for flaw in flaws] == [("scale-overlap", (0, 1)), ("scale-gap", (0, 2))]


@pytest.mark.parametrize(
    ("places", "low", "high", "hole"),
    [
        (2, "64.99", "65.00", None),
        (2, "64.98", "65.00", "64.99"),
        (1, "64.8", "65.0", "64.9"),
        (1, "64.9", "65.0", None),
        (-1, "640", "650", None),
        (-1, "640", "660", "650"),
        (-2, "600", "700", None),
        (-2, "600", "800", "700"),
    ],
)
def test_the_hole_between_two_multiples(places: int, low: str, high: str, hole: str | None) -> None:
    """Two neighbours among the multiples of 10^-places leave none; else the one between is it."""
    flaws = prove(scale({"A": f"(,{low}]", "B": f"[{high},)"}, places=places))
    assert [(flaw.kind, flaw.witness) for flaw in flaws] == ([("scale-gap", Fraction(hole))] if hole else [])


def test_overlap_beyond_the_domain_is_no_flaw() -> None:
    """A band is read within the domain."""
    assert prove(scale({"A": "[0,50)", "B": "[50,)", "C": "(100,)"}, "[0,100]")) == [
        Flaw("scale-domain", Fraction(101), (2,))
    ]


def test_a_band_inside_another_overlaps() -> None:
    """A band within another is found even if a third lies between them in order of their lower ends."""
    flaws = prove(scale({"A": "[0,100]", "B": "[10,20]", "C": "[30,40]"}, "[0,100]"))
    assert [flaw.bands for flaw in flaws if flaw.kind == "scale-overlap"] == [(0, 1), (0, 2)]


def test_two_hundred_overlapping_bands_are_named_once_each() -> None:
    """The number of flaws grows with the bands, not with their pairs."""
    flaws = prove(scale({f"B{i}": f"[{-i},{i}]" for i in range(1, 201)}, "[-200,200]"))
    assert len(flaws) == 199


def test_ends_of_four_hundred_digits() -> None:
    """The longest ends that a file can hold are told apart to the last digit."""
    tiny, nearly_one = Fraction(1, 10**399), "0." + "9" * 399
    long = scale({"A": "(,1e-399]", "B": "[2e-399,)"})
    (flaw,) = prove(long)
    assert flaw.kind == "scale-gap"
    assert tiny < flaw.witness < 2 * tiny
    assert [name(long.classify(x)) for x in (tiny, flaw.witness, 2 * tiny)] == ["A", "scale-gap", "B"]
    (below, above) = prove(scale({"A": f"[1e-399,{nearly_one}]"}))
    assert (below.kind, above.kind) == ("scale-domain", "scale-domain")
    assert below.witness < tiny
    assert above.witness > 1 - tiny
    apart = scale({"A": "(,1e-399)", "B": f"({nearly_one},)"})
    assert [tiny <= hole.witness <= 1 - tiny for hole in prove(apart)] == [True]


# ---------------------------------------------------------------- laws

numbers = st.fractions(min_value=-20, max_value=20, max_denominator=12)
epsilons = st.fractions(min_value=Fraction(1, 10**30), max_value=1, max_denominator=10**40)


@st.composite
def partitions(draw: st.DrawFn) -> Scale:
    """A scale without flaws on all numbers, built by cutting the line."""
    cuts = sorted(draw(st.sets(numbers, max_size=6)))
    sides = [(cut, draw(st.booleans())) for cut in cuts]
    edges: list[tuple[Fraction | None, bool]] = [(None, False), *sides, (None, False)]
    spans = [
        Span(low, low is not None and below, high, high is not None and not belongs_above)
        for (low, below), (high, belongs_above) in pairwise(edges)
    ]
    bands = [Band(str(i), span=one) for i, one in enumerate(spans)]
    return Scale(tuple(draw(st.permutations(bands))))


def bands_of(proved: Scale, x: Fraction) -> list[Band]:
    """Every band whose span contains x, by the definition of a span."""
    return [band for band in proved.bands if band.span is not None and band.span.contains(x)]


@given(partitions(), numbers, epsilons)
def test_one_band_for_every_number(proved: Scale, x: Fraction, epsilon: Fraction) -> None:
    """On a proved scale exactly one span contains any number, and that one is its band; near each end too."""
    assert prove(proved) == []
    lows = [band.span.low for band in proved.bands if band.span and band.span.low is not None]
    for value in (x, *(end + d for end in lows for d in (-epsilon, Fraction(0), epsilon))):
        assert [proved.classify(value)] == bands_of(proved, value)


@st.composite
def any_spans(draw: st.DrawFn) -> Span:
    """A span with any ends, often empty or nested."""
    low, high = draw(st.none() | numbers), draw(st.none() | numbers)
    return Span(low, low is not None and draw(st.booleans()), high, high is not None and draw(st.booleans()))


@st.composite
def any_scales(draw: st.DrawFn) -> Scale:
    """A scale with any flaws."""
    spans = draw(st.lists(any_spans(), max_size=5))
    return Scale(
        tuple(Band(str(i), span=one) for i, one in enumerate(spans)),
        draw(any_spans()),
        draw(st.none() | st.integers(-1, 2)),
        "half_even",
        draw(st.sampled_from([None, "lower", "upper", "refuse"])),
    )


def seen(checked: Scale, x: Fraction) -> Fraction:
    """The number that the scale looks at."""
    return x if checked.places is None else round_to(x, checked.places, checked.mode)


@given(any_scales())
def test_every_witness_is_true(checked: Scale) -> None:
    """The witness of each flaw shows it by the definition of a span alone."""
    for flaw in prove(checked):
        x = seen(checked, flaw.witness)
        named = [checked.bands[i] for i in flaw.bands]
        found = bands_of(checked, x)
        assert shows(flaw.kind, x, checked, named, found)


def shows(kind: str, x: Fraction, checked: Scale, named: list[Band], found: list[Band]) -> bool:
    """Whether x is what the kind of flaw claims."""
    inside = checked.domain.contains(x)
    if kind == "empty-band":
        return named[0] not in found
    if kind == "scale-overlap":
        return inside and len(named) == 2 and all(band in found for band in named)
    if kind == "scale-gap":
        return inside and not found and checked.gaps is None and len(named) == 2
    if kind == "scale-domain":
        return (not inside and (not named or named[0] in found)) or (inside and not found)
    return kind == "gaps-unused"


def grid(checked: Scale) -> list[Fraction]:
    """One number for each thing that can be told apart: all ends, and one between, below and above them."""
    spans = [checked.domain, *(band.span for band in checked.bands if band.span)]
    ends = sorted({end for one in spans for end in (one.low, one.high) if end is not None} or {Fraction(0)})
    if checked.places is None:
        middles = [(a + b) / 2 for a, b in pairwise(ends)]
        return [ends[0] - 1, *ends, *middles, ends[-1] + 1]
    unit = Fraction(10) ** -checked.places
    return [k * unit for k in range(math.floor(ends[0] / unit) - 2, math.ceil(ends[-1] / unit) + 3)]


@given(any_scales())
def test_no_flaw_is_overlooked(checked: Scale) -> None:
    """If no number has two bands or none, no flaw of that kind is reported; if one has, one is."""
    kinds = {flaw.kind for flaw in prove(checked)}
    domain = [x for x in grid(checked) if checked.domain.contains(x)]
    counts = {len(bands_of(checked, x)) for x in domain}
    assert ("scale-overlap" in kinds) == any(count > 1 for count in counts)
    if 0 in counts and checked.gaps is None:
        assert kinds & {"scale-gap", "scale-domain"}
    if 0 not in counts:
        assert "scale-gap" not in kinds
    empty = [band for band in checked.bands if band.span and not any(map(band.span.contains, grid(checked)))]
    assert ("empty-band" in kinds) == bool(empty)


@given(any_scales(), numbers)
def test_only_numbers_of_the_domain_are_classified(checked: Scale, x: Fraction) -> None:
    """Whatever the flaws, a value outside the domain is refused as that, and one inside never."""
    outside = not checked.domain.contains(seen(checked, x))
    assert (checked.classify(x) == OUTSIDE) == outside


@given(partitions(), st.data())
def test_a_planted_hole_is_found(proved: Scale, data: st.DataObject) -> None:
    """A band taken out of a proved scale leaves a hole, and its witness lies where the band was."""
    i = data.draw(st.integers(0, len(proved.bands) - 1))
    rest = proved.bands[:i] + proved.bands[i + 1 :]
    flaws = prove(replace(proved, bands=rest))
    removed = proved.bands[i].span
    assert removed is not None
    assert len(flaws) == 1
    assert flaws[0].kind in {"scale-gap", "scale-domain"}
    assert removed.contains(flaws[0].witness)


@given(partitions(), any_spans())
def test_a_planted_overlap_is_found(proved: Scale, extra: Span) -> None:
    """A span that is added to a proved scale overlaps, unless it is empty."""
    flaws = prove(replace(proved, bands=(*proved.bands, Band("tambahan", span=extra))))
    kinds = {flaw.kind for flaw in flaws}
    assert kinds == ({"empty-band"} if extra.is_empty() else {"scale-overlap"})


@given(any_scales(), numbers, epsilons)
def test_intervals_agree_with_their_numbers(checked: Scale, x: Fraction, width: Fraction) -> None:
    """If an interval has a band, its ends and its middle have it too."""
    answer = checked.classify(Interval(x, x + width))
    if answer != PRECISION:
        parts = (Fraction(0), width / 2, width)
        assert {name(checked.classify(x + part)) for part in parts} == {name(answer)}
