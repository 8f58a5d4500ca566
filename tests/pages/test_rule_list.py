"""The page of all rules."""

from tests.pages.seen import Page, words

from sakip_rules import Catalogue
from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.rule.view import RuleView
from sakip_rules.pages.rule_list import INDEX, rules_page
from sakip_rules.pages.sources import SiteSources


def test_every_rule_stands_under_its_topic(bundled_sources: SiteSources) -> None:
    """Once, with a link to its page."""
    place = PagePlace(INDEX, "id", "files")
    page = rules_page(bundled_sources, RuleView(place, lambda _: None, bundled_sources.path_of))
    links = Page(page.body).links
    assert len(links) == len(set(links)) == len(bundled_sources.newest)
    assert "topik-capaian" in Page(page.body).ids
    assert f"{len(bundled_sources.newest)} aturan dalam {len(bundled_sources.subjects)} versi" in words(
        page.body
    )


def test_entries_carry_what_they_are_filtered_by(own: Catalogue) -> None:
    """Years are those of all versions; names of files that could spoil a page are escaped."""
    sources = SiteSources(own.checked)
    place = PagePlace(INDEX, "id", "files")
    body = rules_page(sources, RuleView(place, lambda _: None, sources.path_of)).body
    assert "Serapan &lt;b&gt;" in body
    assert "nilai atau indeks · sejak 2000 · " in words(body)
    for stated in (
        'data-topic="contoh"', 'data-kind="index"', 'data-confidence="applied"',
        'data-from="2000"', 'data-to=""', 'data-regulation="1"', 'data-filter="rules"',
    ):  # fmt: skip
        assert stated in body
