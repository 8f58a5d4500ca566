"""Plain data without nodes: the same that the nodes give, or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules.loader import RULE_LIMITS, Limits, events, load_rules, parse_document, read_file
from sakip_rules.loader.gate import FileError, checked_lines
from sakip_rules.loader.quick import plain_of

ROOT = Path(__file__).resolve().parent.parent.parent
BUNDLED = sorted((ROOT / "rules").rglob("*.yaml"))
KEPT = sorted(file for file in (ROOT / "tests" / "hostile" / "files").rglob("*") if file.is_file())
PARSERS: dict[str, Any] = {"c": yaml.CSafeLoader, "pure": yaml.SafeLoader}


@pytest.fixture(params=sorted(PARSERS))
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test with this runs with both parsers."""
    monkeypatch.setattr(events, "EVENT_PARSER", PARSERS[request.param])


def quick(text: str, limits: Limits = RULE_LIMITS) -> dict[str, Any] | None:
    """What the quick reading gives of a text that may be parsed at all."""
    try:
        lines = checked_lines(text, "a.yaml", limits)
    except FileError:
        return None
    return plain_of(text, lines, limits)


def differs(text: str) -> bool:
    """Whether the quick reading gives something else than the nodes do; it may give nothing."""
    found = quick(text)
    if found is None:
        return False
    whole, diagnostics = parse_document(text, "a.yaml")
    return whole is None or bool(diagnostics) or repr(whole.plain()) != repr(found)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 1.10\nb: [x, 'y', \"z\"]\n", {"a": "1.10", "b": ["x", "y", "z"]}),
        (
            "a:\n  b: {c: d}\n  e:\n    - f: g\n      h: i\n",
            {"a": {"b": {"c": "d"}, "e": [{"f": "g", "h": "i"}]}},
        ),
        ("a:\nb: ~\nc: 'null'\n", {"a": None, "b": None, "c": None}),
        ("a: |\n  satu\n  dua\nb: x", {"a": "satu\ndua\n", "b": "x"}),
        ("---\na: a & b * c  # kata\n", {"a": "a & b * c"}),
    ],
)
@pytest.mark.usefixtures("parser")
def test_what_is_ordinary_is_read(text: str, data: object) -> None:
    """Nothing is guessed from how a scalar looks, and the order is that of the file."""
    assert repr(quick(text)) == repr(data)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "[a]",
        "a: 1\na: 2",
        "a: &b 1",
        "a: &b {}",
        "a: !!str 1",
        "a: ! 1",
        "a: &b 1\nc: *b",
        "<<: {a: b}",
        "'': a",
        "{a: b}: c",
        "[a]: c",
        "%YAML 1.1\n---\na: b",
        "a: b\n---\nc: d",
        "---\n---\na: b",
        "a: {b: c, d}",
        "a: {b: }",
        'a: "\\0"',
        "a: |#c\n  b\n",
        "a: b #c",
        "a: what?",
        "a: [b",
        "\ta: b",
        "a: " + "[" * 32 + "]" * 32,
    ],
)
@pytest.mark.usefixtures("parser")
def test_what_is_odd_is_not(text: str) -> None:
    """Whatever might be a mistake is left to the reading with nodes."""
    assert quick(text) is None


def test_size_and_depth_end_where_those_of_nodes_do() -> None:
    """The last text within a limit is read, the next one is not."""
    assert quick("a: " + "[" * 31 + "]" * 31) is not None
    limits = Limits(size=100, lines=10, nodes=5)
    assert quick("a: b\nc: d", limits) == {"a": "b", "c": "d"}
    assert quick("a: b\nc: [d]", limits) is None


@pytest.mark.broad
@pytest.mark.parametrize("files", [BUNDLED, KEPT], ids=["bundled", "hostile"])
def test_files_are_read_alike(files: list[Path]) -> None:
    """Of every file that is there, bundled or hostile, the quick reading gives what the nodes give."""
    texts = [file.read_bytes().decode("utf-8", "replace") for file in files]
    assert [text for text in texts if differs(text)] == []


def test_most_rules_are_read_quickly() -> None:
    """What ordinary rules hold is nothing odd."""
    assert sum(quick(file.read_text("utf-8")) is not None for file in BUNDLED) > 0.9 * len(BUNDLED)


SNIPPETS = (
    st.sampled_from(["a", "b: c", "- ", ": ", ", ", "{", "}", "[", "]", "'x'", '"y"', '"\\x01"', "~", "null"])
    | st.sampled_from(["&n ", "*n", "! ", "!!t ", "<<", "? ", "#", " #c", "---\n", "...\n", "%YAML 1.1\n"])
    | st.sampled_from(["\n", "\n  ", "|\n", ">\n  z\n", "\r\n"])
)


@pytest.mark.broad
@settings(max_examples=500, deadline=None)
@given(
    start=st.sampled_from(["", "k:\n  ", "k: {a: ", "k: [", "---\n"]), parts=st.lists(SNIPPETS, max_size=14)
)
def test_texts_are_read_alike(start: str, parts: list[str]) -> None:
    """For every text the quick reading gives what the nodes give, or nothing."""
    assert not differs(start + "".join(parts))


RULE = BUNDLED[0]


def test_nodes_are_made_only_for_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule without mistakes is read without nodes; asked for a place, it knows those that nodes give."""
    made: list[str] = []
    building = events.built

    def counted(name: str, *given: Any) -> events.Builder:
        made.append(name)
        return building(name, *given)

    monkeypatch.setattr("sakip_rules.loader.document.built", counted)
    loaded = next(file for file in load_rules([ROOT / "rules"]) if file.file == str(RULE))
    assert loaded.document is not None
    assert str(RULE) not in made
    text = RULE.read_text("utf-8")
    with_nodes, _ = parse_document(text, str(RULE), sha256=loaded.document.sha256)
    made.clear()
    assert with_nodes == loaded.document
    assert loaded.document.place(("legal_basis", 0, "document")).line > 0
    assert made == [str(RULE)]


def test_line_ends_of_windows() -> None:
    """Lines that are made when they are asked for have no ends either."""
    text = RULE.read_text("utf-8")
    first, second = (
        read_file(given, Path("a/b/1.0.0.yaml"), Path()) for given in (text, text.replace("\n", "\r\n"))
    )
    assert first is not None
    assert second is not None
    assert first.document is not None
    assert second.document is not None
    assert second.document.lines == first.document.lines == tuple(text.split("\n"))
    assert second.document.root == first.document.root
