"""Formulas in words, whose names lead to what explains them."""

from sakip_rules.expression import parse
from sakip_rules.pages.rule.lexicon import Meaning
from sakip_rules.pages.rule.phrases import linked_words

NAMES = {
    "a": Meaning(("Yang dilayani", "Those served"), "masukan-a"),
    "b": Meaning(None, "masukan-b"),
    "unit": Meaning(("Unit", "Unit"), "masukan-unit"),
    "unit.nilai": Meaning(("Rata-rata nilai", "Mean score"), "masukan-unit-nilai"),
}


def said(formula: str) -> str:
    """A formula in Indonesian words."""
    return str(linked_words(parse(formula), NAMES, "id"))


def test_each_name_is_a_link_as_often_as_it_stands_there() -> None:
    """A title in place of a name, the name itself where it has none."""
    assert said("a / b * 100 - a") == (
        '<a href="#masukan-a">Yang dilayani</a> ÷ <a href="#masukan-b"><code>b</code></a> × 100'
        ' − <a href="#masukan-a">Yang dilayani</a>'
    )


def test_a_title_of_which_the_phrase_leaves_out_the_beginning_is_a_link() -> None:
    """The mean of a "mean score" is told as the mean of the score."""
    assert said("mean(unit.nilai)") == 'rata-rata <a href="#masukan-unit-nilai">nilai</a>'


def test_what_the_page_does_not_explain_is_text() -> None:
    """The result of the rule has no place of its own; numbers are those of the language."""
    assert said("result > 1.5") == "<code>result</code> &gt; 1,5"
