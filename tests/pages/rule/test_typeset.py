"""Formulas as MathML of a page."""

from tests.pages.seen import Page, words

from sakip_rules.pages.rule.lexicon import Meaning
from sakip_rules.pages.rule.typeset import TITLES_FIT, typeset

NAMES = {
    "a": Meaning(("Yang dilayani", "Those served"), "masukan-a"),
    "b": Meaning(("Semua", "All"), "masukan-b"),
    "c": Meaning(None, "langkah-c"),
}


def test_titles_stand_for_names() -> None:
    """In the language of the page, as numbers do; to readers of a screen a formula has no parts to press."""
    drawn = typeset("a / b * 99.5", NAMES, "id")
    assert '<mfrac><mtext><span title="a"' in drawn
    assert Page(drawn).links == []
    assert words(drawn) == "Yang dilayani Semua × 99,5"
    assert words(typeset("a / b * 99.5", NAMES, "en")) == "Those served All × 99.5"


def test_a_formula_of_many_titles_keeps_its_names() -> None:
    """It would be too wide to read."""
    long = {"a": Meaning(("x" * TITLES_FIT, ""), "masukan-a"), "b": NAMES["b"]}
    assert words(typeset("a + b", long, "id")) == "a + b"


def test_a_few_titles_have_room() -> None:
    """Two stand in long lines; three would be too wide, and names need none."""
    titled = NAMES | {"c": NAMES["a"]}
    marked = ['class="few"' in typeset(text, titled, "id") for text in ("a / b", "a + b + c", "1")]
    assert marked == [True, False, False]


def test_conditions_are_read_as_words() -> None:
    """A brace with both lines; `and` is a word."""
    drawn = typeset("1 if a > 2 and not x else c", NAMES, "id")
    assert words(drawn) == "{ 1 bila Yang dilayani > 2 dan bukan x c selain itu"
    assert 'alttext="1 if a &gt; 2 and not x else c"' in drawn
    assert 'display="inline"' in typeset("1", NAMES, "id", block=False)


def test_functions_are_said_as_the_language_says_them() -> None:
    """Only signs of mathematics keep their names; an alias is explained on the page."""
    names = {"t": Meaning(("Tabel", "Table"), "alias-t"), "r.x": NAMES["a"]}
    assert words(typeset("first(r.x)", names, "id")) == "yang pertama ( Yang dilayani )"
    assert words(typeset("t(1)", names, "id")) == "Tabel ( 1 )"
    assert words(typeset("clamp(a, 0, 100)", NAMES, "id")) == "( Yang dilayani dibatasi dari 0 sampai 100 )"
    assert words(typeset("given(a)", NAMES, "en")) == "( Those served is given )"
    assert words(typeset("max(a, 0)", NAMES, "id")) == "max ( Yang dilayani ; 0 )"
