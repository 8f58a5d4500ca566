"""The first page."""

from sakip_rules import Catalogue
from sakip_rules.pages.overview import page
from sakip_rules.pages.topics import by_topic


def test_every_topic_has_a_line_with_its_rules_and_versions(bundled: Catalogue) -> None:
    """And a link to its page; the last line adds up."""
    lines = page(bundled.rules, (), "en").splitlines()
    for topic, found in by_topic(bundled.rules):
        (line,) = (line for line in lines if f"](formulas/{topic.name}.md)" in line)
        versions = sum(len(one.versions) for one in found)
        assert f") | {len(found)} | {versions} |" in line
    assert f"| sum | {len(bundled.rules.ids())} | {len(bundled.rules.whole)} |" in lines[-1]


def test_only_pages_that_are_there_are_linked_to(own: Catalogue) -> None:
    """An agency's own site has no page of published examples."""
    text = page(own.rules, {"listing"}, "id")
    assert "](daftar.md)" in text
    assert "](contoh-terbit.md)" not in text
    assert "| [Aturan contoh](rumus/contoh.md) | 1 | 2 | 0 | 1 | 0 | 0 |" in text
