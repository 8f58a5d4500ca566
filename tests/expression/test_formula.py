"""What a formula reads: worked out once, for all that ask."""

import pytest

from sakip_rules.expression import Read, parse
from sakip_rules.expression.formula import compared, nodes_of, reads
from sakip_rules.expression.tree import Aggregate, postorder


def names(text: str) -> list[str]:
    """The names that a formula reads."""
    return [read.text for read in parse(text).reads.names]


def test_names_are_read_once_in_the_order_of_the_text() -> None:
    """Also where the tree holds them in another order: a condition, a weight before its `where`."""
    assert names("b / a + b") == ["b", "a"]
    assert names("a if b else c") == ["a", "b", "c"]
    assert names("mean(c.f, weight=c.w, where=given(c.t))") == ["c.f", "c.w", "c.t"]
    assert names("1 + 2") == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("x", Read(("x",), (), "x", None)),
        ("x.min", Read(("x", "min"), (), "x", "min")),
        ("c.f", Read(("c", "f"), ("c",), "f", None)),
        ("c.d.f", Read(("c", "d", "f"), ("c", "d"), "f", None)),
        ("c.x.max", Read(("c", "x", "max"), ("c",), "x", "max")),
        ("tahun_lalu.f", Read(("tahun_lalu", "f"), ("tahun_lalu",), "f", None)),
        ("tahun_lalu.x.min", Read(("tahun_lalu", "x", "min"), ("tahun_lalu",), "x", "min")),
        ("riwayat.f", Read(("riwayat", "f"), ("riwayat",), "f", None)),
        (
            "min",
            Read(("min",), (), "min", None),
        ),  # no end of anything: the checker says that it is a function
    ],
)
def test_a_name_has_rows_a_field_and_an_end(text: str, read: Read) -> None:
    """The parts of a dotted name are told apart by their place; ends are called `min` and `max`."""
    assert parse(text).reads.names == (read,)
    assert read.text == text


def test_aliases_are_what_is_called_and_no_function() -> None:
    """Functions of the language are not read from anywhere."""
    found = parse("koreksi(predikat(x)) + predikat(abs(y)) + sum(c.f)").reads
    assert found.aliases == ("koreksi", "predikat")


def test_collections_are_ranged_over() -> None:
    """Each path once; a collection that is counted is a name, too."""
    found = parse("sum(c.f) + sum(c.g) + sum(c.d.f) + count(k)").reads
    assert found.ranged == (("c",), ("c", "d"), ("k",))
    assert names("count(k)") == ["k"]


def test_the_record_itself_must_know_the_first_parts() -> None:
    """Each once; of a dotted name its first part."""
    assert parse("mean(c.f, where=given(c.g)) + x.min + x.max + y").reads.heads == ("c", "x", "y")


def test_what_a_record_must_compute_before() -> None:
    """`riwayat.f` needs this year's `f`; `tahun_lalu.f` only where it is asked for."""
    found = parse("b + sum(k.x) + a.min + tahun_lalu.c + sum(riwayat.d)").reads
    assert found.of_record() == ("b", "k", "a", "d")
    assert found.of_record(last_year=True) == ("b", "k", "a", "c", "d")


@pytest.mark.parametrize(
    ("text", "is_constant"),
    [("1 + abs(-2)", True), ("x", False), ("x.min", False), ("predikat(1)", False), ("sum(1)", False)],
)
def test_a_constant_formula_needs_nothing_from_outside(text: str, is_constant: bool) -> None:
    """No name, no alias, no rows."""
    assert parse(text).is_constant is is_constant


def test_a_part_of_a_formula_reads_less() -> None:
    """A formula and its root have the same nodes; of a part, only its own names are read."""
    formula = parse("mean(c.f, weight=c.w) + x")
    assert nodes_of(formula) == nodes_of(formula.root) == formula.nodes
    aggregate = next(node for node in formula.nodes if isinstance(node, Aggregate))
    assert aggregate.weight is not None
    assert [read.text for read in reads(postorder(aggregate.weight)).names] == ["c.w"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("sum(k.bobot) == 100", ["sum(k.bobot)"]),
        ("a + 1 <= b", ["a + 1", "b"]),
        ("0 <= a <= b and not (a == c or b > a)", ["a", "b", "c"]),
        ("given(a)", []),
        ("max(a, 1 if b > 2 else 3) > 0", ["max(a, 1 if b > 2 else 3)"]),
        ("(a + b) * 2\n> 3", ["(a + b) * 2"]),
    ],
)
def test_the_sides_of_what_is_compared(text: str, sides: list[str]) -> None:
    """Each once, in the order of the text; what stands inside a side is no side, nor a written number."""
    found = compared(parse(text))
    assert list(found) == sides
    assert [formula.text for formula in found.values()] == sides
