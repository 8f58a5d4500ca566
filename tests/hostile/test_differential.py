"""PyYAML's C and pure parsers lead the loader to the same verdict, whatever the text."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from tests.hostile.cases import REPORTS, RULES, Case, from_generated
from tests.hostile.differential import difference, mutations
from tests.hostile.floods import floods

from sakip_rules import Diagnostic
from sakip_rules.loader import Mapping, Scalar, YamlNode, events, load_document, parse_document

TEXTS = 4_000
LARGE = 35_000
FLOOD = 16_384
DIFFERING = [
    "a: b\t\n",
    "a: [\t]\n",
    "a: |\n \t\n",
    "a: [b?]\n",
    "a: {b?}\n",
    "a: {b?c: 1}\n",
    "a: [?b]\n",
    "a: {?b: 1}\n",
    "a: [b,?:c]\n",
    "a: [? ,b]\n",
    "a: {b:}\n",
    "a: {b :}\n",
    "a: [b:]\n",
    "a: {b:[c]}\n",
    "a: {b:{c: 1}}\n",
    "a: {b: }\n",
    "a: |#\n",
    "a: >#\n",
    "a: [!, b]\n",
    "a: !]\n",
    'a: "\\ud800"\n',
    'a: "\\U0000dfff"\n',
    'a: "\\U00110000"\n',
    'a: "\\UFFFFFFFF"\n',
    "a:\n\ufeff:\n",
    "\ufeff\ufeffa: 1\n",
    "a: b\ud800\n",
    "a: b\uffff\n",
    "a: b\x85c: d\n",
    "a: b\n?",
    "a: " + "[" * 1001,
]
"""Texts of every kind on which the parsers themselves differ, in what they accept or in values and places."""

needs_both = pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without its C parser")


class Read(NamedTuple):
    """What the loader makes of a text with one of the parsers."""

    plain: Any
    """What a sound text holds."""

    found: list[Diagnostic]

    @property
    def codes(self) -> set[str]:
        """The codes of what is wrong."""
        return {entry.code for entry in self.found}

    @property
    def lines(self) -> list[int]:
        """The lines of all that is wrong."""
        return [entry.place.line for entry in self.found if entry.place]

    @property
    def told(self) -> list[tuple[object, ...]]:
        """All that is said: which mistake, in which words, at which line and column."""
        return [(entry.key, entry.place, entry.message("id")) for entry in self.found]


def read(text: str, parser: Any, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Gives what the loader makes of a text with one of the parsers."""
    monkeypatch.setattr(events, "EVENT_PARSER", parser)
    document, found = parse_document(text, "teks.yaml")
    return Read(document.plain() if document and not found else None, found)


def read_twice(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Read, Read]:
    """Gives what the loader makes of a text with the C parser, and with the pure one."""
    return read(text, yaml.CSafeLoader, monkeypatch), read(text, yaml.SafeLoader, monkeypatch)


@needs_both
@pytest.mark.parametrize("text", DIFFERING, ids=lambda text: ascii(text)[:40])
def test_known_differences(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text on which the parsers are known to differ gets one verdict, in one line."""
    fast, slow = read_twice(text, monkeypatch)
    assert (fast.plain, fast.codes, fast.lines) == (slow.plain, slow.codes, slow.lines)


NAMED_DIFFERENTLY = (
    "#\n  - b\n- {c: d}\n",
    "- a\n- {c:}\n",
    "|-#: [: {x: 1,[ 2}\nc: [1, 2]\n",
    "a: 1\nb: {x: !, y: 2}\nc: [1, 2]\n",
    "\"two\n  lines\nb: 'two\n\\ines'\n",
)
"""Texts of which the parsers name another mistake, or another place, first."""


@needs_both
@pytest.mark.parametrize("text", [*NAMED_DIFFERENTLY, *DIFFERING], ids=lambda text: ascii(text)[:40])
def test_the_same_is_said_with_both_parsers(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same code, the same words, the same place."""
    fast, slow = read_twice(text, monkeypatch)
    assert fast.told == slow.told


@needs_both
def test_a_long_text_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond 65,536 characters the pure parser would take seconds: what the C parser says is what is said."""
    monkeypatch.setattr(events, "EVENT_PARSER", yaml.CSafeLoader)
    short, long = (("# " + "x" * 70 + "\n") * count + NAMED_DIFFERENTLY[0] for count in (800, 1_000))
    keys = [parse_document(text, "teks.yaml")[1][0].key for text in (short, long)]
    assert keys == ["yaml-syntax.indent", "yaml-syntax"]


@needs_both
@pytest.mark.parametrize("seed", range(4))
def test_random_texts(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts with a few random mutations are read equally by both parsers, or refused with both."""
    differing = 0
    for text in itertools.islice(mutations(seed), TEXTS):
        differing += difference(text) is not None
        fast, slow = read_twice(text, monkeypatch)
        assert (fast.plain, fast.told) == (slow.plain, slow.told), ascii(text)
    assert differing > TEXTS / 100, "the mutations no longer reach what the parsers differ in"


def nodes(root: YamlNode) -> list[object]:
    """Everything in a file, with its places."""
    found: list[object] = []
    todo = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar):
            found.append(node)
        else:
            found.append((type(node), node.line, node.column))
            todo += node.items if not isinstance(node, Mapping) else [n for pair in node.items for n in pair]
    return found


def reading(file: Path, parser: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[list[object], list[object]]:
    """The codes and lines of all that is wrong with a file, and its nodes."""
    monkeypatch.setattr(events, "EVENT_PARSER", parser)
    document, found = load_document(file)
    faults: list[object] = [(entry.code, entry.place.line) for entry in found if entry.place]
    return faults, nodes(document.root) if document else []


SMALL = [case for case in [*RULES, *REPORTS] if len(case.data) <= LARGE]
FLOODS = from_generated(list(floods(FLOOD, lines=500)))


@needs_both
@pytest.mark.parametrize("cases", [SMALL, FLOODS], ids=["corpus", "floods"])
def test_hostile_files(cases: list[Case], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers lead to the same nodes, or to the same codes in the same lines, for every hostile file."""
    differing = []
    for case in cases:
        file = tmp_path / "a.yaml"
        file.write_bytes(case.data)
        fast = reading(file, yaml.CSafeLoader, monkeypatch)
        slow = reading(file, yaml.SafeLoader, monkeypatch)
        if fast != slow:
            differing.append((case.name, fast, slow))
    assert differing == []
