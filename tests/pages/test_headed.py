"""What pages about more than one rule have alike."""

from pathlib import Path

from tests.written import rules

from sakip_rules.markup import tag
from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.headed import badges, headed_page, texts_of
from sakip_rules.pages.rule.view import RuleView

VIEW = RuleView(PagePlace("tafsir/index.md", "en", "files"), lambda _: None, lambda _: None)


def test_a_page_has_its_title_and_a_sentence() -> None:
    """Of a page without a sentence the title says what it is about."""
    page = headed_page("list", "A & B", "", [tag("p", "x")], VIEW, search=["1/2020"])
    assert page.body == "<header><h1>A &amp; B</h1></header><p>x</p>"
    assert (page.path, page.description, page.facts) == (
        "en/tafsir/index.md",
        "A & B",
        {"search": ["1/2020"]},
    )
    assert texts_of("rules", VIEW)[0] == "All rules"


def test_a_rule_is_known_by_its_surest_and_least_sure_basis(tmp_path: Path) -> None:
    """In words within the badges."""
    basis = ", ".join(f"{{document: D, confidence: {word}}}" for word in ("recalled", "quoted", "applied"))
    rule = (
        rules(tmp_path, {"index a": f"formula: 1\nlegal_basis: [{basis}]\n"})
        .rules.versions["contoh/a"][0]
        .rule
    )
    made = badges(rule, VIEW)
    assert [word for word in ("quoted", "applied", "recalled") if f">{word}<" in made] == [
        "quoted",
        "recalled",
    ]
