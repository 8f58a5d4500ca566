"""Tests of `sakip_rules.checker.tables`."""

from collections.abc import Callable, Mapping

import pytest

from sakip_rules.checker import Checked

Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]

ONE = "keys: [k]\nrows: {A: 1, B: 2, C: null}\n"
TWO = "keys: [k, l]\nrows: {A: {C: 1, D: 2}, B: {C: 3, D: null}}\n"
THREE = "keys: [k, l, m]\nrows: {A: {C: {E: 1, F: 2}}, B: {C: {E: 3, F: 4}}}\n"
CURVE = "keys: [k]\ninterpolate: linear\nrows: {0: 50, 100: 60}\n"


def _table(body: str, *checks: str) -> dict[str, str]:
    listed = "".join(f"  - expect: {expect}\n    message: m\n" for expect in checks)
    end = f"checks:\n{listed}" if checks else ""
    return {"t": f"kind: table\n{body}{end}examples: [{{title: t, given: {{k: A}}, result: 1}}]\n"}


@pytest.mark.parametrize("body", [ONE, TWO, THREE, CURVE])
def test_tables_of_one_to_three_keys(check: Found, body: str) -> None:
    """Maps with the same keys, points in order."""
    assert check(_table(body)) == []


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ("keys: [k, l]\nrows: {A: {C: 1, D: 2}, B: {C: 3}}\n", "B"),
        ("keys: [k, l]\nrows: {A: {C: 1}, B: {C: 3, D: 4}}\n", "B"),
        ("keys: [k, l, m]\nrows: {A: {C: {E: 1, F: 2}}, B: {D: {E: 3, F: 4}}}\n", "B"),
        ("keys: [k, l, m]\nrows: {A: {C: {E: 1, F: 2}}, B: {C: {E: 3}}}\n", "C"),
        ("keys: [k, l, m]\nrows: {A: {C: {E: 1}, D: {F: 2}}}\n", "D"),
    ],
)
def test_a_map_that_lacks_a_key(check: Found, rows: str, place: str) -> None:
    """On each depth every map has the keys of the first; order does not matter."""
    assert check(_table(rows)) == [("table-ragged", place)]
    assert check(_table("keys: [k, l]\nrows: {A: {C: 1, D: 2}, B: {D: 3, C: 4}}\n")) == []


def test_six_of_the_keys_that_differ_are_named(checked: Callable[[Mapping[str, str]], Checked]) -> None:
    """The first by their letters."""
    rows = "keys: [k, l]\nrows: {A: {Z: 1}, B: {Z: 1, I: 1, H: 1, G: 1, F: 1, E: 1, D: 1, C: 1}}\n"
    (found,) = checked(_table(rows)).diagnostics
    assert dict(found.texts)["names"] == "`C`, `D`, `E`, `F`, `G`, `H`"


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("{0: 1, 5: 2, 3: 3}", ["3"]),
        ("{0: 1, 0.0: 2}", ["0.0"]),
        ("{-2: 1, -1: 2, 9: 0, 10: 1}", []),
        ("{3: 1, 2: 2, 1: 3}", ["2", "1"]),
    ],
)
def test_points_ascend(check: Found, rows: str, wrong: list[str]) -> None:
    """Points are compared as numbers, each with the one before."""
    body = f"keys: [k]\ninterpolate: linear\nrows: {rows}\n"
    assert check(_table(body)) == [("points-not-ascending", text) for text in wrong]


@pytest.mark.parametrize(
    ("body", "expect"),
    [
        (ONE, "sum(rows.value) == 3"),
        (ONE, "count(rows) == 2"),
        (TWO, "sum(rows.value, where=rows.k == A) == 3"),
        (TWO, "count(rows.value, where=rows.l == D) == 1"),
        (THREE, "sum(rows.value, where=rows.k == B and rows.m == F) == 4"),
        (CURVE, "sum(rows.value, where=rows.k == 0) == 50"),
        (CURVE, "sum(rows.k) == 100"),
    ],
)
def test_a_condition_on_the_cells(check: Found, body: str, expect: str) -> None:
    """Conditions see the keys and `value` of all cells that are not `null`."""
    assert check(_table(body, expect)) == []
    opposite = f"not ({expect})"
    assert check(_table(body, opposite)) == [("check-failed.constant", opposite)]


@pytest.mark.parametrize(
    ("body", "expect", "found"),
    [
        (ONE, "sum(rows.nilai) == 3", [("unknown-name", "rows.nilai")]),
        (ONE, "sum(rows.value, where=rows.k == Z) == 3", [("unknown-code", "Z")]),
        (ONE, "sum(rows.k) == 3", [("type-mismatch.number", "rows.k")]),
        (ONE, "sum(rows.value)", [("type-mismatch.truth", "sum(rows.value)")]),
        (ONE, "max(1) == 3", [("nothing-to-aggregate.two", "max(1)")]),
        (CURVE, "sum(rows.value, where=rows.k == A) == 3", [("unknown-name", "A")]),
        ("keys: [k]\nrows: {A: null}\n", "sum(rows.value) == 3", []),
    ],
)
def test_a_condition_with_a_mistake(
    check: Found, body: str, expect: str, found: list[tuple[str, str]]
) -> None:
    """A condition that is wrong is not decided; one without cells has no verdict."""
    assert check(_table(body, expect)) == found
