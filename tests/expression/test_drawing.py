"""What a pen is asked to draw, and where a drawing needs brackets."""

import pytest

from sakip_rules.expression import parse
from sakip_rules.expression.drawing import DRAWN
from sakip_rules.expression.layout import WRITTEN, Firmness, render
from sakip_rules.expression.tree import Node


def skeleton(text: str, rules: Firmness) -> str:
    """A formula in which every node is its parts between dots, and brackets stand where they are needed."""

    def write(node: Node, parts: tuple[str, ...]) -> str:
        return ".".join(parts) or text[node.start : node.end]

    return render(parse(text).nodes, write, lambda inside: f"({inside})", rules)


@pytest.mark.parametrize(
    ("text", "written", "drawn"),
    [
        ("(a + b) / (c - d)", "(a.b).(c.d)", "a.b.c.d"),
        ("(a / b) ** 2", "(a.b).2", "(a.b).2"),
        ("a / b * c", "a.b.c", "a.b.c"),
        ("a * (b / c)", "a.(b.c)", "a.b.c"),
        ("(a if t else b) + 1", "(t.a.b).1", "(t.a.b).1"),
        ("a if t else b if u else c", "t.a.u.b.c", "t.a.u.b.c"),
        ("(a if t else b) if u else c", "u.(t.a.b).c", "u.t.a.b.c"),
        ("sum(k.a + k.b) * 2", "k.a.k.b.2", "((k.a.k.b)).2"),
        ("sum(k.a * k.b) - c", "k.a.k.b.c", "k.a.k.b.c"),
        ("c - sum(k.a)", "c.k.a", "c.k.a"),
        ("mean(k.a) * 2", "k.a.2", "k.a.2"),
        ("mean(k.a + k.b, weight=k.c + k.d)", "k.a.k.b.k.c.k.d", "(k.a.k.b).(k.c.k.d)"),
        ("max(k.a + k.b) * 2", "k.a.k.b.2", "k.a.k.b.2"),
        ("mean(k.a) ** 2", "k.a.2", "(k.a).2"),
        ("geomean(k.a + 1) ** 2", "k.a.1.2", "(k.a.1).2"),
    ],
)
def test_a_drawing_needs_other_brackets_than_a_text(text: str, written: str, drawn: str) -> None:
    """A fraction bar, root or brace holds its parts together; a Σ does not hold what follows it."""
    assert (skeleton(text, WRITTEN), skeleton(text, DRAWN)) == (written, drawn)
