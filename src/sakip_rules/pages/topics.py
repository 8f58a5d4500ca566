"""Which page a rule stands on: by its topic, known from how its name begins, or by its owner."""

from __future__ import annotations

from dataclasses import dataclass

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.explainer.search import ListedRule, Wanted, search
from sakip_rules.languages import Pair
from sakip_rules.loader.rules import NATIONAL
from sakip_rules.pages.data import read


@dataclass(frozen=True)
class Topic:
    """One page of rules: its file name, its title, whose rules they are, and how their names begin."""

    name: str
    title: Pair
    owner: str = NATIONAL
    beginnings: tuple[str, ...] = ("",)

    def fit(self, rule_id: str) -> int:
        """Gives how many characters of a rule's name the topic names, -1 for a rule of another topic."""
        owner, _, name = rule_id.partition("/")
        fitting = [len(start) for start in self.beginnings if owner == self.owner and name.startswith(start)]
        return max(fitting, default=-1)


def topics() -> list[Topic]:
    """Gives the topics of the data, in the order of their pages."""
    return [
        Topic(
            stated["name"],
            (stated["title"]["id"], stated["title"]["en"]),
            stated.get("owner", NATIONAL),
            tuple(stated.get("names", [""])),
        )
        for stated in read("topics")
    ]


def by_topic(catalogue: RuleCatalogue) -> list[tuple[Topic, list[ListedRule]]]:
    """Gives every topic that has rules, with them; each owner without a topic gets its own at the end."""
    known = topics()
    grouped: dict[Topic, list[ListedRule]] = {topic: [] for topic in known}
    for listed in search(catalogue, Wanted()):
        topic = max(known, key=lambda other: other.fit(listed.rule.id))
        if topic.fit(listed.rule.id) < 0:
            topic = _topic_of_owner(listed.rule.owner, known)
        grouped.setdefault(topic, []).append(listed)
    return [(topic, rules) for topic, rules in grouped.items() if rules]


def _topic_of_owner(owner: str, known: list[Topic]) -> Topic:
    """An owner's own topic; its file name is never that of another topic."""
    name = f"aturan-{owner}" if any(owner == topic.name for topic in known) else owner
    return Topic(name, (f"Aturan {owner}", f"Rules of {owner}"), owner)
