"""Walking trees without recursion."""

from collections.abc import Callable
from typing import Any

import pytest

from sakip_rules.expression import parse
from sakip_rules.expression.tree import Aggregate, Dotted, children, fold, postorder


def test_postorder_gives_operands_first_and_left_to_right() -> None:
    """Every node comes after its operands."""
    formula = parse("a + min(b, c.x * 2) if d else -e")
    texts = [formula.text[node.start : node.end] for node in formula.nodes]
    assert texts == [
        "d",
        "a",
        "b",
        "c.x",
        "2",
        "c.x * 2",
        "min(b, c.x * 2)",
        "a + min(b, c.x * 2)",
        "e",
        "-e",
        formula.text,
    ]
    assert postorder(formula.root) == formula.nodes


def test_a_fold_sees_what_was_made_of_the_operands() -> None:
    """Folding a tree to its depth: a sum over a product is three deep."""
    assert fold(parse("a + b * c").nodes, lambda _node, parts: 1 + max(parts, default=0)) == 3


def test_trees_are_walked_from_a_deep_stack(deep: Callable[[Callable[[], Any]], Any]) -> None:
    """How deep a formula nests does not add to the stack."""
    formula = parse("-" * 499 + "a")
    assert deep(lambda: fold(formula.nodes, lambda _node, parts: 1 + sum(parts))) == 500
    assert len(deep(lambda: postorder(formula.root))) == 500


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("c.f", ("c",)),
        ("c.d.f", ("c", "d")),
        ("c.x.min", ("c",)),
        ("c.d.x.max", ("c", "d")),
        ("x.min", ()),
        ("tahun_lalu.f", ()),
        ("tahun_lalu.x.min", ()),
        ("riwayat.f", ("riwayat",)),
    ],
)
def test_a_dotted_name_knows_its_rows(text: str, rows: tuple[str, ...]) -> None:
    """The collection path is all but the field and the end of its range."""
    node = parse(text).root
    assert isinstance(node, Dotted)
    assert node.rows == rows


def test_the_parts_of_an_aggregate_are_those_written() -> None:
    """Argument, condition and weight are operands; those not written are none."""
    full, bare = parse("mean(c.f, weight=c.w, where=c.t)"), parse("mean(c.f)")
    assert [full.text[node.start : node.end] for node in children(full.root)] == ["c.f", "c.t", "c.w"]
    assert len(children(bare.root)) == 1


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("count(c)", True),
        ("count(c, where=c.f > 0)", True),
        ("count(c.f)", False),
        ("sum(c, where=c.f > 0)", False),
        ("count(x, where=c.f > 0)", False),
    ],
)
def test_only_count_ranges_over_rows_themselves(text: str, counts: bool) -> None:
    """`count(c)` counts rows; a bare name elsewhere is a value."""
    node = parse(text).root
    assert isinstance(node, Aggregate)
    assert node.counts_rows is counts
