"""A page as a file."""

import yaml

from sakip_rules.markup import tag
from sakip_rules.pages.paper import MadePage


def test_front_matter_is_yaml_whatever_the_texts_hold() -> None:
    """A colon, a quote or a line of hyphens in a title does not end it."""
    stated = {"title": 'Skala: "a" --- # b', "description": "é\u2028x"}
    facts = {"search": ["88/2021", "no"]}
    page = MadePage("rumus/a/b.md", "rule", stated["title"], stated["description"], tag("p", "x"), facts)
    _, front, body = page.text().split("---\n", 2)
    assert yaml.safe_load(front) == {**stated, **facts, "kind": "rule", "made_by": "sakip docs"}
    assert body == '\n<div class="sakip sakip--rule"><p>x</p></div>\n'
