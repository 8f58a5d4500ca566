"""Inputs of one record, from data of files."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sakip_rules.diagnostics import diagnose
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.plans import InputPlan, RecordPlan
from sakip_rules.reader.values import InputReader, name_of
from sakip_rules.values import MISSING, NOT_DUE, Absent, Rows, Value


def number(name: str, default: Value | None = None) -> InputPlan:
    """A number."""
    return InputPlan(name, (name, name), "number", default=default)


def collection(name: str, *inputs: InputPlan) -> InputPlan:
    """A collection with these columns."""
    return InputPlan(name, (name, name), "rows", each=RecordPlan({one.name: one for one in inputs}, (), ()))


PLAN = RecordPlan(
    {
        "x": number("x"),
        "o": collection("o", number("x"), collection("p", number("y"))),
        "s": collection("s", number("status")),
    },
    (),
    (),
)


def read(written: dict[str, object]) -> tuple[dict[str, Value], list[tuple[str, str]]]:
    """The values, and each mistake with the path it was told at."""
    told: list[tuple[str, str]] = []

    def report(key: str, at: tuple[str | int, ...], /, **texts: str | tuple[str, str]) -> None:
        assert diagnose(key, None, **texts).message("en")
        told.append((key, "/".join(str(part) for part in at)))

    return InputReader(report).record(written, PLAN, ("data",)), told


def rows(written: object) -> list[tuple[str | None, object]]:
    """The rows of the collection `o`: each with its id, and its x or the absent value that it is."""
    found, told = read({"o": written})
    assert told == []
    value = found["o"]
    assert isinstance(value, Rows)
    return [
        (row.id, row.values.absent if isinstance(row.values, AbsentRow) else row.values.get("x"))
        for row in value.rows
    ]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ([{"x": "1"}, {"x": "2"}], [(None, 1), (None, 2)]),
        ({"b": {"x": "1"}, "a": {"x": "2"}}, [("b", 1), ("a", 2)]),
        ([], []),
        ({}, []),
        ([{}], [(None, None)]),
        ([{"x": None}], [(None, None)]),
        (["not_due", None, ""], [(None, NOT_DUE), (None, MISSING), (None, MISSING)]),
        ({"a": "missing"}, [("a", MISSING)]),
        ([{"status": "missing", "reason": "r"}], [(None, Absent("missing", "r"))]),
        ([{"x": {"value": "1", "document": "d"}}], [(None, 1)]),
        ([{"x": "not_due"}], [(None, NOT_DUE)]),
    ],
)
def test_rows(written: object, found: list[tuple[str | None, object]]) -> None:
    """A list of maps, a map from row id to map, with absent values in the place of rows."""
    assert rows(written) == found


@pytest.mark.parametrize(
    ("written", "absent"),
    [("missing", MISSING), (None, MISSING), (" ", MISSING), ({"status": "not_due"}, NOT_DUE)],
)
def test_an_absent_collection(written: object, absent: Absent) -> None:
    """In place of the rows."""
    assert read({"o": written}) == ({"o": absent}, [])


def test_a_collection_that_is_not_there_is_not_given() -> None:
    """It has no rows, which is for the evaluator."""
    assert read({}) == ({}, [])


def test_a_column_may_be_called_status() -> None:
    """Then a map with that key is a row."""
    found, told = read({"s": [{"status": "3"}]})
    assert told == []
    assert isinstance(found["s"], Rows)
    assert found["s"].rows[0].values == {"status": Fraction(3)}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"y": "1"}, [("unknown-name.input", "data/y")]),
        ({"x": "satu"}, [("bad-value.number-word", "data/x")]),
        ({"x": {"value": "satu"}}, [("bad-value.number-word", "data/x/value")]),
        ({"x": {"value": "1", "halaman": "2"}}, [("unknown-key", "data/x/halaman")]),
        ({"x": {"status": "hilang"}}, [("bad-value.absent-word", "data/x/status")]),
        ({"o": "satu"}, [("bad-value.rows", "data/o")]),
        ({"o": ["satu"]}, [("bad-value.row", "data/o/0")]),
        ({"o": {"a": []}}, [("bad-value.row", "data/o/a")]),
        ({"o": ["status"]}, [("bad-value.row", "data/o/0")]),
        ({"o": [["status"]]}, [("bad-value.row", "data/o/0")]),
        ({"o": {"status": "hilang"}}, [("bad-value.absent-word", "data/o/status")]),
        ({"o": [{"status": "missing", "x": "1"}]}, [("bad-value.absent-keys", "data/o/0/x")]),
        (
            {"o": [{"p": [{"z": "1"}, {"y": "?"}]}]},
            [("unknown-name.input", "data/o/0/p/0/z"), ("bad-value.number-data", "data/o/0/p/1/y")],
        ),
    ],
)
def test_mistakes_are_told_where_they_stand(written: dict[str, object], told: list[tuple[str, str]]) -> None:
    """All of them, and the others are read."""
    assert read(written)[1] == told
    assert read({**written, "s": []})[0]["s"] == Rows(())


def test_what_is_no_row_is_told_by_the_name_of_its_collection() -> None:
    """The innermost one, whether all its rows or one of them is wrong."""
    names: list[str | tuple[str, str]] = []

    def report(_key: str, _at: tuple[str | int, ...], /, **texts: str | tuple[str, str]) -> None:
        names.append(texts["name"])

    written = {"o": [{"p": "satu"}, {"p": ["satu"]}, "satu"]}
    InputReader(report).record(written, PLAN, ("data",))
    assert names == ["`p`", "`p`", "`o`"]


def test_names_of_a_programs_map() -> None:
    """Text, integers of any length, and the type of anything else."""
    assert [name_of(key) for key in ("a", 3, None, ("x",))] == ["a", "3", "<NoneType>", "<tuple>"]
    assert len(name_of(10**5000)) == 5001
    assert read({3: "1", "x": "2"}) == ({"x": 2}, [("unknown-name.input", "data/3")])  # type: ignore[dict-item]  # a program may
