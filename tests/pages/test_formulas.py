"""The pages of topics: each rule as `sakip explain` gives it."""

from pathlib import Path

from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.pages.formulas import page
from sakip_rules.pages.topics import by_topic


def of(catalogue: Catalogue, name: str, lang: str = "id") -> str:
    """The page of a topic."""
    topic, found = next(group for group in by_topic(catalogue.rules) if group[0].name == name)
    return page(topic, found, catalogue.rules, "en" if lang == "en" else "id")


def test_every_version_of_every_rule_is_on_the_page_of_its_topic(bundled: Catalogue) -> None:
    """With its reference, and a heading of its own, the newest version first."""
    for topic, found in by_topic(bundled.rules):
        text = of(bundled, topic.name)
        wanted = [rule.reference for listed in found for rule in reversed(listed.versions)]
        assert [
            line.split(" · ")[0]
            for line in text.splitlines()
            if "@" in line and " · " in line and line[0] != " "
        ] == wanted
        assert text.count("\n## ") == len(wanted)


def test_a_formula_shows_the_scale_of_its_first_day(bundled: Catalogue) -> None:
    """The bands that give the result its category stand on the formula's page."""
    text = of(bundled, "makro", "en").split("nasional/ipm@1.0.0 ·")[1].split("\n## ")[0]
    assert "nasional/ipm-kelas@1.0.0" in text


def test_a_title_is_plain_text_and_a_block_ends_where_it_should(tmp_path: Path) -> None:
    """Mark-up in a title, and a fence in a description, mean nothing."""
    stated = "title: Serapan <b>\ndescription: '````'\nformula: 1\n"
    text = of(rules(tmp_path, {"index a": stated}), "contoh")
    assert "## Serapan &lt;b&gt; (1.0.0)" in text
    assert text.count("\n`````text\n") == text.count("\n`````\n") == 1
