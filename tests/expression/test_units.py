"""Units: when two are equal, and what operators make of them."""

from itertools import product

import pytest

from sakip_rules.expression import units
from sakip_rules.expression.parse import parse
from sakip_rules.expression.units import LITERAL

KNOWN = ["orang", "rupiah", "persen", "poin persen", "rasio"]


def test_a_difference_of_percentages_equals_a_percentage() -> None:
    """`poin persen` and `persen` are one unit in checks; all others equal only themselves."""
    equal = {(one, other) for one, other in product(KNOWN, KNOWN) if units.same(one, other)}
    assert equal == {(unit, unit) for unit in KNOWN} | {("persen", "poin persen"), ("poin persen", "persen")}


def test_what_is_unknown_never_differs() -> None:
    """Only two known units can differ: not an unknown one, and not a literal."""
    assert units.differ("orang", "rupiah")
    assert not any(
        units.differ(one, other) for one, other in product(["orang", None, LITERAL], [None, LITERAL])
    )
    assert not any(units.differ(None, other) for other in KNOWN)


@pytest.mark.parametrize(
    ("inferred", "declared", "clash"),
    [
        ("rasio", "persen", True),
        ("persen", "rasio", True),
        ("rasio", "poin persen", True),
        ("poin persen", "rasio", True),
        ("rasio", "rasio", False),
        ("persen", "poin persen", False),
        ("orang", "persen", False),
        (None, "persen", False),
        (LITERAL, "rasio", False),
        ("rasio", None, False),
        ("rasio", "nilai", False),
    ],
)
def test_only_a_ratio_clashes_with_a_declared_percentage(
    inferred: str | None, declared: str | None, clash: bool
) -> None:
    """A declared unit wins over an inferred one, but not a percentage over a ratio, or the reverse."""
    assert units.clashes_with_declared(inferred, declared) is clash


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (["orang", LITERAL], "orang"),
        ([LITERAL, "orang", "orang"], "orang"),
        (["orang", None], None),
        ([LITERAL, LITERAL], LITERAL),
        (["persen", "poin persen"], "persen"),
        (["orang", "rupiah"], None),
    ],
)
def test_literals_take_the_unit_of_the_other_parts(parts: list[str | None], joined: str | None) -> None:
    """The unit of parts that need one unit; unknown as soon as one is."""
    assert units.joined(parts) == joined


@pytest.mark.parametrize(
    ("op", "left", "right", "unit"),
    [
        ("/", "orang", "orang", "rasio"),
        ("/", "persen", "poin persen", "rasio"),
        ("/", "orang", "rupiah", None),
        ("/", None, None, None),
        ("*", "orang", "orang", None),
        ("-", "persen", "persen", "poin persen"),
        ("-", "poin persen", "persen", "poin persen"),
        ("-", "orang", "orang", "orang"),
        ("+", "persen", "persen", "persen"),
        ("**", "persen", LITERAL, None),
        ("**", LITERAL, LITERAL, None),
    ],
)
def test_operators_give_a_unit_where_it_is_certain(
    op: str, left: str | None, right: str | None, unit: str | None
) -> None:
    """A quotient of one unit is a ratio, a difference of percentages is in points, and so on."""
    node = parse("a").root
    assert units.of_binary(op, (node, left), (node, right)) == unit


@pytest.mark.parametrize(
    ("text", "left", "right", "unit"),
    [
        ("a * 100", "rasio", LITERAL, "persen"),
        ("100 * a", LITERAL, "rasio", "persen"),
        ("a / 100", "persen", LITERAL, "rasio"),
        ("100 / a", LITERAL, "persen", None),
        ("a * 100", "persen", LITERAL, None),
        ("a / 100", "rasio", LITERAL, None),
        ("a * 10", "rasio", LITERAL, None),
        ("a / 1000", "persen", LITERAL, None),
        ("a * 100", None, LITERAL, None),
        ("2 * 50", LITERAL, LITERAL, LITERAL),
    ],
)
def test_the_literal_hundred_turns_ratios_into_percentages(
    text: str, left: str | None, right: str | None, unit: str | None
) -> None:
    """`rasio * 100` is `persen` and `persen / 100` is `rasio`; no other literal says anything."""
    node = parse(text).root
    assert units.of_binary(node.op, (node.left, left), (node.right, right)) == unit  # type: ignore[union-attr]  # a Binary


def test_a_declared_unit_wins() -> None:
    """The unit of a value is the declared one, else the inferred one if it is known."""
    assert units.declared_or("orang", "nilai") == "nilai"
    assert units.declared_or("orang", None) == "orang"
    assert units.declared_or(LITERAL, None) is None
    assert units.declared_or(None, None) is None
