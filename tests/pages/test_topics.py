"""Topics: every bundled rule has one of the data, and an agency's rules have a page without any."""

from pathlib import Path

from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.pages.topics import Topic, by_topic, topics


def test_no_bundled_rule_stands_among_the_others(bundled: Catalogue) -> None:
    """A new national rule is put under a topic of topics.yaml."""
    grouped = {topic.name: [found.rule.id for found in rules] for topic, rules in by_topic(bundled.rules)}
    assert "nasional" not in grouped
    assert sorted(rule_id for ids in grouped.values() for rule_id in ids) == bundled.rules.ids()
    assert set(grouped) == {topic.name for topic in topics()} - {"nasional"}


def test_the_longest_beginning_decides() -> None:
    """`nilai-sakip` names more of a rule than `nilai-` does; another owner's rule is not meant at all."""
    topic = Topic("t", ("T", "T"), beginnings=("nilai-", "nilai-sakip"))
    assert topic.fit("nasional/nilai-sakip-skpd") == len("nilai-sakip")
    assert topic.fit("nasional/nilai-iku") == len("nilai-")
    assert topic.fit("nasional/ikpa") == topic.fit("lumajang/nilai-iku") == -1


def test_an_owner_without_a_topic_gets_one(own: Catalogue) -> None:
    """An agency's rules stand on one page, named after the agency, with all their versions."""
    ((topic, (found,)),) = by_topic(own.rules)
    assert (topic.name, topic.title) == ("contoh", ("Aturan contoh", "Rules of contoh"))
    assert [rule.version for rule in found.versions] == ["1.0.0", "2.0.0"]


def test_the_page_of_an_owner_takes_no_topics_place(tmp_path: Path) -> None:
    """An agency called as a national topic is does not write over that topic's page."""
    catalogue = rules(tmp_path, {"index a": "formula: 1"})
    folder = tmp_path / "skala" / "b"
    folder.mkdir(parents=True)
    text = (tmp_path / "contoh" / "a" / "1.0.0.yaml").read_text(encoding="utf-8")
    (folder / "1.0.0.yaml").write_text(text.replace("contoh/a", "skala/b"), encoding="utf-8")
    catalogue = Catalogue.load(tmp_path)
    assert [topic.name for topic, _ in by_topic(catalogue.rules)] == ["contoh", "aturan-skala"]
