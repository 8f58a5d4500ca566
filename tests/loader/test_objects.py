"""Data of a program as a document: the same within the limits, and a diagnostic with its path beyond."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.loader.gate import Limits
from sakip_rules.loader.objects import document_of

SMALL = Limits(size=100, lines=1, nodes=10)


def plain(data: Mapping[Any, object]) -> object:
    """The data as the reader of reports sees them; they are without mistakes."""
    document, diagnostics = document_of(data, "<data>")
    assert diagnostics == []
    assert document is not None
    return document.plain()


def faults(data: Mapping[Any, object], limits: Limits = SMALL) -> list[tuple[str, tuple[str | int, ...]]]:
    """Key and path of all that is wrong with data."""
    return [(one.key, one.path) for one in document_of(data, "<data>", None, limits)[1]]


def test_data_become_what_a_file_holds() -> None:
    """Texts as they are, numbers as text with their places, truths as the words of YAML."""
    data = MappingProxyType({"a": [1, Decimal("2.50"), True, None, ("x", {2019: "y"})], "b": {}})
    assert plain(data) == {"a": ["1", "2.50", "true", None, ["x", {"2019": "y"}]], "b": {}}


def test_a_place_is_a_path() -> None:
    """It has no line; places are in the order of reading."""
    document, _ = document_of({"kelas": [{"penduduk": 1}, {"penduduk": 2}]}, "<data>")
    assert document is not None
    first, second = (document.place(("kelas", row, "penduduk", "more")) for row in (0, 1))
    assert (first.path, first.pointer, first.within) == (("kelas", 0, "penduduk"), *["/kelas/0/penduduk"] * 2)
    assert (first.line, first.column, first.order < second.order) == (0, 0, True)
    assert document.place(()).within == "/"


def circle() -> dict[str, object]:
    """Data that hold themselves."""
    data: dict[str, object] = {"a": []}
    data["a"] = [{"b": data}]
    return data


def deep(levels: int) -> dict[str, object]:
    """Lists in lists."""
    data: list[object] = []
    for _ in range(levels - 2):
        data = [data]
    return {"a": data}


class Endless(Mapping[str, object]):
    """A mapping that never ends, or fails when it is read."""

    def __init__(self, *, fails: bool = False) -> None:
        self.fails = fails

    def __getitem__(self, key: str) -> object:
        return key

    def __iter__(self) -> Iterator[str]:
        for number in range(10**9):
            if self.fails and number:
                raise RuntimeError
            yield f"k{number}"

    def __len__(self) -> int:
        return 0


class Bottomless(Mapping[str, object]):
    """A mapping in which stands another such mapping, and so on."""

    def __getitem__(self, key: str) -> object:
        return Bottomless()

    def __iter__(self) -> Iterator[str]:
        return iter("a")

    def __len__(self) -> int:
        return 1


LARGE = Limits(size=100_000, lines=1, nodes=10_000)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (circle(), ("bad-value.cycle", ("a", 0, "b"))),
        (deep(33), ("file-too-large.nesting", ("a", *[0] * 31))),
        (Bottomless(), ("file-too-large.nesting", ("a",) * 32)),
        (Endless(), ("file-too-large.nodes", ("k9999",))),
        ({"a": Endless(fails=True)}, ("bad-value.unreadable", ("a",))),
        ({"a": ["x" * 60_000, "y" * 60_000]}, ("file-too-large.size", ("a", 1))),
        ({"a": {None: 1}}, ("bad-value.key-no-text", ("a",))),
        ({True: 1}, ("bad-value.key-no-text", ())),
        ({"a": 1, 10**3000: 1}, ("bad-value.digits", ())),
        ({1: "a", "1": "b"}, ("duplicate-key.data", ("1",))),
        ({"a": ["b", object()]}, ("bad-value.python", ("a", 1))),
        ({"a": 0.5}, ("float-given", ("a",))),
        ({"a": "x\ud83dy"}, ("control-character", ("a",))),
        ({"a": "x\ty"}, ("control-character.tab", ("a",))),
        ({"a\u202e": 1}, ("control-character", ("a\u202e",))),
        ({"a": 10**3000}, ("bad-value.digits", ("a",))),
    ],
)
def test_what_is_refused(data: Mapping[Any, object], found: tuple[str, tuple[str | int, ...]]) -> None:
    """By name, and with its path."""
    assert faults(data, LARGE) == [found]


def test_what_is_just_within_the_limits() -> None:
    """As deep, and as much, as a file may hold."""
    assert faults(deep(32), LARGE) == []
    assert faults({"a": [1] * 8}) == []
    assert faults({"a": [1] * 9}) == [("file-too-large.nodes", ("a", 8))]
    assert faults({"a": "x" * 99}) == []
    shared = {"b": 1}
    assert faults({"a": [shared, shared]}) == []


def test_mistakes_are_collected_up_to_a_thousand() -> None:
    """All of them at once, in the order of reading; a flood is not read on."""
    assert [path for _, path in faults({"a": [0.5, 1, 0.25], "b": object()})] == [("a", 0), ("a", 2), ("b",)]
    assert len(faults({"a": [0.5] * 5000}, LARGE)) == 1001


@pytest.mark.slow
def test_a_million_values_are_read_in_bounded_time() -> None:
    """What is beyond the limit is never looked at."""
    begin = time.process_time()
    found = document_of({"a": [[1] * 100_000] * 100_000}, "<data>")[1]
    assert [one.key for one in found] == ["file-too-large.nodes"]
    assert time.process_time() - begin < 10


JSONLIKE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.binary(max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3) | st.integers() | st.none(), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=3) | st.booleans(), JSONLIKE, max_size=4))
def test_any_data_are_read_or_told(data: dict[Any, object]) -> None:
    """Nothing else leaves the reader, and whatever is told leads to its place."""
    document, diagnostics = document_of(data, "<data>", "shortest")
    assert document is not None or diagnostics
    assert all(one.message("id") and one.place is not None for one in diagnostics)
