"""Brackets: where a tree needs them, as text and as a drawing."""

import pytest

from sakip_rules.expression import parse
from sakip_rules.expression.layout import parts_of, render, title_of
from sakip_rules.expression.tree import Aggregate, Dotted, Name, Node


def skeleton(text: str, *, drawn: bool) -> str:
    """A formula in which every node is its parts between dots, and brackets stand where they are needed."""

    def write(node: Node, parts: tuple[str, ...]) -> str:
        return ".".join(parts) or text[node.start : node.end]

    return render(parse(text), write, lambda inside: f"({inside})", drawn=drawn)


@pytest.mark.parametrize(
    ("text", "written", "drawn"),
    [
        ("(a + b) / (c - d)", "(a.b).(c.d)", "a.b.c.d"),
        ("(a / b) ** 2", "(a.b).2", "(a.b).2"),
        ("a / b * c", "a.b.c", "a.b.c"),
        ("a * (b / c)", "a.(b.c)", "a.b.c"),
        ("(a if t else b) + 1", "(t.a.b).1", "(t.a.b).1"),
        ("sum(k.a + k.b) * 2", "k.a.k.b.2", "((k.a.k.b)).2"),
        ("sum(k.a * k.b) - c", "k.a.k.b.c", "k.a.k.b.c"),
        ("c - sum(k.a)", "c.k.a", "c.k.a"),
        ("mean(k.a) * 2", "k.a.2", "k.a.2"),
        ("mean(k.a + k.b, weight=k.c + k.d)", "k.a.k.b.k.c.k.d", "(k.a.k.b).(k.c.k.d)"),
        ("max(k.a + k.b) * 2", "k.a.k.b.2", "k.a.k.b.2"),
    ],
)
def test_a_drawing_needs_other_brackets_than_a_text(text: str, written: str, drawn: str) -> None:
    """A fraction bar or root holds its parts together; a Σ does not hold what follows it."""
    assert (skeleton(text, drawn=False), skeleton(text, drawn=True)) == (written, drawn)


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
