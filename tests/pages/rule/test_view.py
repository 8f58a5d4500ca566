"""What sections are written with."""

from pathlib import Path

from tests.written import rules

from sakip_rules.models import Reference
from sakip_rules.pages.rule.view import RuleView, facts_of, section


def test_what_has_no_content_is_not_there() -> None:
    """No heading without a text below it."""
    assert section("dasar", "Dasar hukum", "") == "" == facts_of(["", ""])
    assert section("dasar", "A & B", "x") == '<section id="dasar"><h2>A &amp; B</h2>x</section>'
    assert facts_of(["a", "", "<b>"]) == '<p class="facts"><span>a</span> · <span>&lt;b&gt;</span></p>'


def test_a_rule_without_a_page_is_named_without_a_link(blank: RuleView, tmp_path: Path) -> None:
    """By its title, or by another text."""
    rule = rules(tmp_path, {"index a": "title: A & B\nformula: 1\n"}).rules.versions["contoh/a"][0].rule
    assert blank.named(rule) == "A &amp; B"
    assert blank.link_to(rule) == "A &amp; B (<code>contoh/a</code>)"
    assert blank.named(rule, "lain") == "lain"


def test_a_rule_that_is_not_there_is_its_reference(blank: RuleView) -> None:
    """Without a link that would lead nowhere."""
    assert blank.rule(Reference("a/b", "1.0.0")) == "<code>a/b@1.0.0</code>"
    assert blank.title_of(Reference("a/b")) is None
    assert blank.text(None) == ""
