"""What pages about the language are put together from."""

import re

import pytest
from tests.diagnostics.golden.pages import DOCS
from tests.pages.language.places import view
from tests.pages.seen import Page

from sakip_rules.languages import LANGUAGES, Language
from sakip_rules.pages.data import read, words_of
from sakip_rules.pages.language.parts import codes_section, example_section, reference_section

RULE = {"rules": {"index a": "unit: nilai\nformula: 1\nexamples: [{title: satu, given: {}, result: 1}]\n"}}


def test_a_key_is_marked_where_it_stands_alone() -> None:
    """`id` at its line, not inside `valid_from` or behind a word."""
    shown = example_section(RULE, view("x.md"), key="id")
    assert "<mark>id</mark>: contoh/a" in shown
    assert "valid_from" in shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sections_are_headed_as_in_the_reference(lang: Language) -> None:
    """Links lead to headings that are there."""
    folder = DOCS if lang == "id" else DOCS / "en"
    text = (folder / "rujukan" / "bahasa-aturan.md").read_text("utf-8")
    headed = dict(re.findall(r"^#{2,3} (\d+(?:\.\d+)?)\.? (.*)$", text, re.MULTILINE))
    stated = {number: words_of(title, lang) for number, title in read("sections").items()}
    assert stated.items() <= headed.items()


def test_what_the_site_does_not_have_is_not_linked_to() -> None:
    """English pages of this site were not written by hand: a code stands without a link, the section goes."""
    place = view("rujukan/fungsi/ln.md", "en")
    assert reference_section("3.5", place) == ""
    assert Page(codes_section(["outside-domain"], place)).links == []
