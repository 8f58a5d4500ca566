"""The parts and titles that every writer of formulas asks for; brackets are tested with the writers."""

import pytest

from sakip_rules.expression import parse
from sakip_rules.expression.layout import parts_of, title_of
from sakip_rules.expression.tree import Aggregate, Dotted, Name


def test_the_parts_of_an_aggregate_are_told_apart() -> None:
    """Argument, condition and weight, those that there are."""
    expected = {
        "mean(c.f)": ("c.f", None, None),
        "mean(c.f, weight=c.w)": ("c.f", None, "c.w"),
        "mean(c.f, where=c.t)": ("c.f", "c.t", None),
        "mean(c.f, weight=c.w, where=c.t)": ("c.f", "c.t", "c.w"),
    }
    for text, parts in expected.items():
        node = parse(text).root
        assert isinstance(node, Aggregate)
        assert parts_of(node, tuple(text[part.start : part.end] for part in node.parts)) == parts


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("a", "Nilai a"),
        ("b", "b"),
        ("c.f", "Kolom f"),
        ("c.g", "c.g"),
        ("a.min", "Nilai a (min)"),
        ("c.f.max", "Kolom f (max)"),
        ("b.max", "b.max"),
    ],
)
def test_a_name_without_a_title_stays(text: str, title: str) -> None:
    """Titles are looked up by the whole name, then by that of the range."""
    node = parse(text).root
    assert isinstance(node, Name | Dotted)
    assert title_of(node, {"a": "Nilai a", "c.f": "Kolom f"}) == title
