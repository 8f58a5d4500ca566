"""A scale in tables."""

from fractions import Fraction

from tests.pages.rule.conftest import PageOf
from tests.pages.seen import Page, words

from sakip_rules.pages.rule.bands import boundaries
from sakip_rules.scales import Band, Scale, Span

HIGH = Band("ST", span=Span(Fraction(91), low_closed=True))
LOW = Band("T", span=Span(None, low_closed=False, high=Fraction(90), high_closed=True))
FLOOR = Scale((HIGH, LOW), gaps="lower")
ROUNDED = Scale((HIGH, LOW), places=0)

RULE = """
    unit: persen
    {more}
    bands:
      - {{category: Tinggi Sekali, code: ST, from: 91, words: "91% ≤ 100%", color: 00ff00}}
      - {{category: Tinggi, code: T, up_to: 90}}
      - {{category: Belum, status: missing}}
    examples: [{{title: t, given: 91, category: ST}}]
"""


def test_printed_words_stand_beside_what_a_band_takes_in(page_of: PageOf) -> None:
    """`91% ≤ 100%` has no upper end; the hole above 90 belongs to the lower band."""
    page = page_of({"scale a": RULE.format(more="gaps: lower")}).body
    seen = words(page)
    assert "1 Tinggi Sekali ST 91% ≤ 100% (≥ 91) ≥ 91" in seen
    assert "2 Tinggi T ≤ 90 < 91" in seen
    assert "3 Belum belum ada –" in seen
    assert "nilai di antara dua rentang masuk rentang di bawahnya" in seen
    assert {"rentang-st", "rentang-t", "rentang-belum"} <= set(Page(page).ids)


def test_a_category_of_two_bands_has_one_place(page_of: PageOf) -> None:
    """Links to it lead to the first."""
    bands = "bands: [{category: X, below: 0}, {category: Y, from: 0, below: 1}, {category: X, from: 1}]\n"
    body = page_of({"scale a": f"{bands}examples: [{{title: t, given: 0, category: Y}}]"}).body
    assert [key for key in Page(body).ids if key.startswith("rentang-")] == ["rentang-x", "rentang-y"]
    assert "X < 0 < 0" in words(body).replace("1 X", "X")


def test_numbers_around_every_boundary_are_answered(page_of: PageOf) -> None:
    """With a rounding the boundary is where the rounding turns, and not what is printed."""
    rounded = words(page_of({"scale a": RULE.format(more="rounding: {places: 0}")}).body)
    assert "90,49 Tinggi 90,5 Tinggi Sekali 90,51 Tinggi Sekali" in rounded
    floor = words(page_of({"scale b": RULE.format(more="gaps: lower")}).body)
    assert "90,99 Tinggi 91 Tinggi Sekali 91,01 Tinggi Sekali" in floor
    assert (boundaries(ROUNDED), boundaries(FLOOR)) == ([Fraction(181, 2)], [Fraction(91)])
    assert boundaries(Scale((Band("A", span=Span()),))) == []
