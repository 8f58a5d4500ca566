"""Tests of `sakip_rules.links.order`."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules.links.order import CircleError, Component, circle_through, components, in_order

GRAPHS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), max_size=4), max_size=8
).map(lambda found: {name: [need for need in needs if need in found] for name, needs in found.items()})


def test_each_after_those_it_needs_else_as_written() -> None:
    """Names come as they are wanted, but never before what they need."""
    needs = {"a": ["c"], "b": [], "c": ["d"], "d": []}
    assert in_order("abcd", needs.__getitem__) == ["d", "c", "a", "b"]


@pytest.mark.slow
def test_a_long_chain_needs_no_stack() -> None:
    """A chain of 100,000 names is put in order without recursion."""
    last = 100_000
    found = in_order(["0"], lambda name: [str(int(name) + 1)] if int(name) < last else [])
    assert (len(found), found[0], found[-1]) == (last + 1, str(last), "0")


def test_needs_are_asked_once_for_every_name() -> None:
    """What a name needs may be costly to find."""
    asked: list[str] = []
    needs = {"a": ["b", "c"], "b": ["c"], "c": []}

    def ask(name: str) -> list[str]:
        asked.append(name)
        return needs[name]

    in_order("abc", ask)
    assert sorted(asked) == ["a", "b", "c"]


def test_a_circle_has_no_order() -> None:
    """The error carries the circle, its first member twice."""
    needs = {"a": ["b"], "b": ["c"], "c": ["b"]}
    with pytest.raises(CircleError) as caught:
        in_order("abc", needs.__getitem__)
    assert caught.value.path == ("b", "c", "b")


def test_a_name_that_needs_itself_is_a_circle() -> None:
    """A single name is a circle if, and only if, it needs itself."""
    needs = {"a": ["a"], "b": []}
    assert components("ab", needs.__getitem__) == [
        Component(("a",), is_circle=True),
        Component(("b",), is_circle=False),
    ]


def test_every_circle_is_a_component() -> None:
    """Two circles are two components, and what leads into one is none."""
    needs = {"a": ["b"], "b": ["a"], "c": ["d", "a"], "d": ["e"], "e": ["d", "b"]}
    found = components("cabde", needs.__getitem__)
    assert [(set(names), is_circle) for names, is_circle in found] == [
        ({"a", "b"}, True),
        ({"d", "e"}, True),
        ({"c"}, False),
    ]


def _reaches(graph: Mapping[str, list[str]], start: str) -> set[str]:
    found: set[str] = set()
    todo = list(graph[start])
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += graph[name]
    return found


@settings(max_examples=200)
@given(GRAPHS)
def test_names_are_together_when_each_reaches_the_other(graph: dict[str, list[str]]) -> None:
    """Two names are in one component exactly if each needs the other, directly or through others."""
    found = components(graph, graph.__getitem__)
    assert sorted(name for names, _ in found for name in names) == sorted(graph)
    reached = {name: _reaches(graph, name) for name in graph}
    done: set[str] = set()
    for names, is_circle in found:
        done.update(names)
        for name in names:
            both = {other for other in graph if other in reached[name] and name in reached[other]}
            assert both | {name} == set(names)
            assert is_circle is (name in reached[name])
            assert reached[name] <= done


@settings(max_examples=200)
@given(GRAPHS)
def test_a_circle_is_shown_by_a_path_that_returns(graph: dict[str, list[str]]) -> None:
    """The path shown for a member begins and ends with it, and every step of it is a need."""
    for names, is_circle in components(graph, graph.__getitem__):
        for name in names if is_circle else ():
            path = circle_through(name, set(names), graph.__getitem__)
            assert path[0] == path[-1] == name
            assert all(other in graph[one] for one, other in pairwise(path))


def test_a_long_circle_is_shown_cut() -> None:
    """Nobody reads a circle of 1,000 names: its begin and its end are shown."""
    members = {str(number) for number in range(1000)}
    path = circle_through("7", members, lambda name: [str((int(name) + 1) % 1000)])
    assert path == ("7", "8", "…", "7")
