"""Nodes from the events of a parser; the same with the C parser and the pure one."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules.loader import Mapping, Scalar, events, parse_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip_rules.loader import YamlNode

PARSERS: dict[str, Any] = {"c": yaml.CSafeLoader, "pure": yaml.SafeLoader}


@pytest.fixture(params=sorted(PARSERS), autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with both parsers."""
    monkeypatch.setattr(events, "EVENT_PARSER", PARSERS[request.param])


def faults(text: str) -> list[tuple[str, int, int]]:
    """Key, line and column of all that is wrong with a text."""
    _, diagnostics = parse_document(text, "a.yaml")
    return [(d.key, d.place.line, d.place.column) for d in diagnostics if d.place is not None]


def plain(text: str) -> object:
    """A text without mistakes as plain values."""
    document, diagnostics = parse_document(text, "a.yaml")
    assert diagnostics == []
    assert document is not None
    return document.plain()


def test_scalars_stay_texts() -> None:
    """Nothing is guessed from how a scalar looks, and quotes change nothing."""
    text = "a: 1.10\nb: no\nc: 2020-01-01\nd: 1:30\ne: '267.70'\nf: \"x\"\ng: 0x10\n"
    expected = {"a": "1.10", "b": "no", "c": "2020-01-01", "d": "1:30", "e": "267.70", "f": "x", "g": "0x10"}
    assert plain(text) == expected


@pytest.mark.parametrize("written", ["", "null", "~", "'null'", '""', "|\n"])
def test_nothing(written: str) -> None:
    """An empty value, `null` and `~` are nothing, however they are quoted."""
    assert plain(f"a: {written}") == {"a": None}


@pytest.mark.parametrize("written", ["Null", "NULL", "nul", "None", "'-'"])
def test_something(written: str) -> None:
    """Other words for nothing are texts."""
    assert plain(f"a: {written}\n") == {"a": written.strip("'")}


def test_lists_and_maps() -> None:
    """Block and flow forms give the same values, in order."""
    block = "b:\n  - x: 1\n    y: 2\n  - - 3\na: {}\n"
    flow = "{b: [{x: 1, y: 2}, [3]], a: {}}"
    assert plain(block) == plain(flow) == {"b": [{"x": "1", "y": "2"}, ["3"]], "a": {}}


def test_blocks() -> None:
    """A literal block keeps its line ends; a folded one is marked, for it may hold no formula."""
    document, _ = parse_document("a: |\n  x\n  y\nb: >\n  x\n  y\n", "a.yaml")
    assert document is not None
    values = document.plain()
    assert values == {"a": "x\ny\n", "b": "x y\n"}
    assert [type(value).__name__ for value in values.values()] == ["str", "Folded"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1", ("yaml-not-allowed.anchor", 1, 4)),
        ("a: &x [1]", ("yaml-not-allowed.anchor", 1, 4)),
        ("a: 1\nb: *x", ("yaml-not-allowed.alias", 2, 4)),
        ("a: !!str 1", ("yaml-not-allowed.tag", 1, 4)),
        ("a: !x {b: 1}", ("yaml-not-allowed.tag", 1, 4)),
        ("a: ! 1", ("yaml-not-allowed.tag", 1, 4)),
        ("a: 1\n<<: {b: 2}", ("yaml-not-allowed.merge-key", 2, 1)),
        ("? [a]\n: 1\nb: 2", ("yaml-not-allowed.complex-key", 1, 3)),
        ("a: 1\n---\nb: 1", ("yaml-not-allowed.documents", 2, 1)),
        ("%YAML 1.1\n---\na: 1", ("yaml-not-allowed.directive", 1, 1)),
        ("a: 1\nb: 2\na: 3", ("duplicate-key", 3, 1)),
        ("a: {b: 1, 'b': 2}", ("duplicate-key", 1, 11)),
        ("a: [{b: 1, b: 2}]", ("duplicate-key", 1, 12)),
        ("a:\n- b: 1\n  c: 2\n  b: 3\n  c: 4", ("duplicate-key.item", 4, 3)),
        ("a: 1\nb: 2\na: 3\nb: 4", ("duplicate-key", 3, 1)),
        ("'': 1", ("bad-value.empty-key", 1, 1)),
    ],
)
def test_what_yaml_allows_and_we_do_not(text: str, expected: tuple[str, int, int]) -> None:
    """Each is a diagnostic at its place."""
    assert faults(text) == [expected]


def test_mistakes_are_collected() -> None:
    """Reading goes on behind an anchor, an alias, a tag and a duplicate key."""
    text = "a: &x 1\nb: *x\nc: !t 2\na: 3\nd: 4\n"
    document, diagnostics = parse_document(text, "a.yaml")
    assert [d.code for d in diagnostics] == ["yaml-not-allowed"] * 3 + ["duplicate-key"]
    assert document is not None
    assert document.plain() == {"a": "1", "b": None, "c": "2", "d": "4"}


@pytest.mark.parametrize(
    ("text", "key", "column"),
    [
        ("{target: 29,42}", "formula-cut", 13),
        ("{A: 1,5}", "formula-cut", 7),
        ("{formula: min(a, b)}", "formula-cut", 18),
        ("[{x: 1,5}]", "formula-cut", 8),
        ("{places:2}", "formula-cut.no-space", 2),
        ("{a: 1, b:2}", "formula-cut.no-space", 8),
        ("{12:30}", "formula-cut.empty", 2),
        ("{a}", "formula-cut.empty", 2),
        ("{a: }", "formula-cut.empty", 2),
        ("{a: 1, b: }", "formula-cut.empty", 8),
        ("{a: {}, b}", "formula-cut.empty", 9),
    ],
)
def test_commas_that_cut(text: str, key: str, column: int) -> None:
    """An empty value between braces is what a comma leaves behind."""
    assert faults(f"x: {text}") == [(key, 1, column + 3)]


def test_what_a_comma_has_cut_is_named() -> None:
    """The message shows the key, what is left of its value, and what is not."""
    _, diagnostics = parse_document("x: {target: 29,42}", "a.yaml")
    assert dict(diagnostics[0].texts) == {"name": "`target`", "value": "`29`", "rest": "`42`"}


@pytest.mark.parametrize("text", ["{a: '1,5'}", '{a: ""}', "{a: null}", "{}", "[a, b]"])
def test_commas_that_do_not_cut(text: str) -> None:
    """Quotes keep a comma; a value that says it is nothing is not empty."""
    assert faults(f"x: {text}") == []


def test_text_is_read_without_recursion() -> None:
    """The deepest file is read 900 frames down."""
    text = "a: " + "[" * 31 + "1" + "]" * 31

    def down(frames: int) -> object:
        return down(frames - 1) if frames else plain(text)

    assert down(850) == plain(text)


SNIPPETS = st.sampled_from(
    [
        *("a", "b", "1", ": ", ", ", "- ", "? ", "\n", "  ", "[", "]", "{", "}", "'", '"', "|", ">", "#"),
        *("&x ", "*x", "!t ", "\\", "\\u0041", "%", "---", "...", "<<", "~", "null", "?", ":", "-", "é"),
        *("\U0001f600", "\n\n", "|2", "+"),
    ]
)


def shape(node: YamlNode) -> Iterator[object]:
    """All that is known of a node and those in it."""
    if isinstance(node, Scalar):
        yield node
    else:
        yield (type(node), node.line, node.column)
        for item in node.items if not isinstance(node, Mapping) else (n for pair in node.items for n in pair):
            yield from shape(item)


@pytest.mark.broad
@settings(max_examples=300, deadline=None)
@given(start=st.sampled_from(["", "k:\n  ", "k: {a: "]), text=st.lists(SNIPPETS, max_size=14).map("".join))
def test_both_parsers_give_the_same(start: str, text: str) -> None:
    """For every text both parsers lead to the same nodes at the same places, or both to a refusal."""
    verdicts = []
    original = events.EVENT_PARSER
    try:
        for events.EVENT_PARSER in PARSERS.values():
            document, diagnostics = parse_document(start + text, "a.yaml")
            verdicts.append(None if diagnostics or document is None else list(shape(document.root)))
    finally:
        events.EVENT_PARSER = original
    assert verdicts[0] == verdicts[1]


@pytest.mark.parametrize("text", ["a: 1\n", "a: [1\n", "a: @\n"])
@pytest.mark.parametrize("collecting", [True, False])
def test_garbage_collection_is_left_as_it_was(text: str, collecting: bool) -> None:
    """Reading stops the collector for a while only, also where it ends with a mistake."""
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        parse_document(text, "a.yaml")
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if before else gc.disable)()
