"""The shapes of rule files, their examples, and a report's own keys."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError
from tests.models.smallest import HEAD, INDEX, SCALE, TABLE

from sakip_rules.models import (
    FormulaRule,
    FrameworkRule,
    Model,
    Reference,
    ScaleRule,
    TableRule,
)

LINE = {**TABLE, "keys": ["a"], "rows": {"0": "0", "90": "100"}, "interpolate": "linear", "outside": "hold"}


def fault(model: type[Model], value: dict[str, Any], **changes: object) -> tuple[Any, ...]:
    """Where the first mistake of a changed value is, and the key of its diagnostic."""
    with pytest.raises(ValidationError) as caught:
        model.read({**value, **changes})
    error = caught.value.errors()[0]
    return (*error["loc"], *error.get("ctx", {}).get("at", ()), error["type"])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"examples": []}, ("examples", "too_short")),
        ({"polarity": "higher_is_better"}, ("polarity", "unknown-key.indicator-only")),
        ({"kind": "achievement"}, ("inputs", "missing-key.achievement-input")),
        ({"uses": {"mean": "a/b"}}, ("uses", "mean", "[key]", "bad-value.name-function")),
        ({"bands": []}, ("bands", "extra_forbidden")),
    ],
)
def test_wrong_formula_rules(changes: dict[str, object], expected: tuple[object, ...]) -> None:
    """What one key says about another is held to it."""
    assert fault(FormulaRule, INDEX, **changes) == expected


def test_indicators_have_keys_of_their_own() -> None:
    """An indicator may state its polarity, its codes and what it measures."""
    extra = {"kind": "indicator", "polarity": "lower_is_better", "codes": "a/b", "measures": "outcome"}
    assert FormulaRule.read({**INDEX, **extra}).codes == Reference("a/b")


def test_an_achievement_has_its_two_inputs() -> None:
    """An achievement relates realisasi to target."""
    inputs: dict[str, Any] = {"inputs": {"realisasi": {}, "target": {}}}
    assert FormulaRule.read({**INDEX, "kind": "achievement", **inputs}).kind == "achievement"


def test_bands_are_exact() -> None:
    """The ends of a band are the fractions that are written, each under its key."""
    band = ScaleRule.read(SCALE).bands[0]
    assert (band.from_, band.below, band.above, band.up_to) == (Fraction(65), Fraction(883, 10), None, None)


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        ([{"category": "a"}], (0, "missing-key.band")),
        ([{"category": "a", "from": "1", "above": "1"}], (0, "from", "bad-value.two-ends")),
        ([{"category": "a", "up_to": "1", "below": "1"}], (0, "below", "bad-value.two-ends")),
        ([{"category": "a", "exactly": "1", "from": "1"}], (0, "from", "bad-value.two-ends")),
        ([{"category": "a", "status": "missing", "from": "1"}], (0, "from", "bad-value.two-ends")),
        (
            [{"category": "a", "code": "A", "from": "1"}, {"category": "a", "code": "B", "below": "1"}],
            (1, "code", "bad-value.category-codes"),
        ),
        (
            [{"category": "a", "code": "A", "from": "1"}, {"category": "b", "code": "A", "below": "1"}],
            (1, "code", "bad-value.repeated"),
        ),
        (
            [{"category": "a", "status": "missing"}, {"category": "b", "status": "missing"}],
            (1, "status", "bad-value.repeated"),
        ),
        ([{"category": "a", "from": "1", "reason": "x"}], (0, "missing-key.status")),
        (
            [{"category": "a", "status": "not_computable", "reason": "x"}],
            (0, "reason", "bad-value.reason"),
        ),
        ([{"category": "a", "code": "missing", "from": "1"}], (0, "code", "bad-value.code-word")),
        ([{"category": "a", "from": "1,5,5"}], (0, "from", "bad-value.number-data")),
    ],
)
def test_wrong_bands(bands: list[dict[str, str]], expected: tuple[object, ...]) -> None:
    """A band has one place, and its category and code are its own."""
    assert fault(ScaleRule, SCALE, bands=bands) == ("bands", *expected)


def test_a_scale_has_at_most_200_bands() -> None:
    """Band 201 is too many."""
    bands = [{"category": str(number), "exactly": str(number)} for number in range(201)]
    assert len(ScaleRule.read({**SCALE, "bands": bands[:200]}).bands) == 200
    assert fault(ScaleRule, SCALE, bands=bands)[-1] == "file-too-large.bands"


def test_domains() -> None:
    """A domain has at least one end, and one at most on each side."""
    assert fault(ScaleRule, SCALE, domain={}) == ("domain", "missing-key.interval")
    assert fault(ScaleRule, SCALE, domain={"from": "0", "above": "0"}) == (
        "domain",
        "from",
        "bad-value.two-ends",
    )


def test_table_cells_stay_texts() -> None:
    """A table is nested once for each key; an undefined cell is None."""
    rule = TableRule.read(TABLE)
    assert rule.rows == {"x": {"low": "1.2", "high": None}, "y": {"low": "1", "high": "0.9"}}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"keys": []}, ("keys", "bad-value.table-keys")),
        ({"keys": ["a", "b", "c", "d"]}, ("keys", "bad-value.table-keys")),
        ({"keys": ["a", "a"]}, ("keys", 1, "bad-value.repeated")),
        ({"keys": ["a", "value"]}, ("keys", 1, "bad-value.name-value")),
        ({"keys": ["a"]}, ("rows", "x", "bad-value.table-depth")),
        ({"rows": {"x": {"low": "1"}, "y": "2"}}, ("rows", "y", "bad-value.table-depth")),
        ({"rows": {"x": {}}}, ("rows", "x", "bad-value.list-empty")),
        ({"rows": {}}, ("rows", "too_short")),
        ({"rows": {"x": {"low": "satu"}}}, ("rows", "x", "<map>", "low", "<cell>", "bad-value.number-word")),
        (
            {"rows": {"x": {"not_due": "1"}}},
            ("rows", "x", "<map>", "not_due", "[key]", "bad-value.code-word"),
        ),
        ({"outside": "hold"}, ("outside", "bad-value.outside-alone")),
        ({"interpolate": "linear"}, ("interpolate", "bad-value.interpolate")),
    ],
)
def test_wrong_tables(changes: dict[str, object], expected: tuple[object, ...]) -> None:
    """Keys and rows of a table fit each other."""
    assert fault(TableRule, TABLE, **changes) == expected


def test_interpolation() -> None:
    """The points of a line are numbers, two at least, and none is undefined."""
    assert TableRule.read(LINE).outside == "hold"
    assert fault(TableRule, LINE, rows={"0": "0"})[-1] == "bad-value.interpolate"
    assert fault(TableRule, LINE, rows={"0": "0", "BB": "1"}) == ("rows", "BB", "bad-value.point")
    assert fault(TableRule, LINE, rows={"0": "0", "1": None}) == ("rows", "1", "bad-value.point")


def test_frameworks_need_no_examples() -> None:
    """Only frameworks may come without examples; an expected figure may be one of another year."""
    framework = {**HEAD, "kind": "framework", "levels": {"atas": {}}}
    assert FrameworkRule.read(framework).examples == ()
    example = {"title": "a", "report": {"year": "2020"}, "expect": {".": {"capaian@2019": "1"}}}
    given = FrameworkRule.read({**framework, "examples": [example]}).examples[0]
    assert given.expect == {".": {"capaian@2019": "1"}}
