"""What people stumble over in YAML is explained by the line on which it stands."""

from typing import Any

import pytest
import yaml

from sakip_rules.loader import events
from sakip_rules.loader.document import parse_document
from sakip_rules.loader.stumbles import Stop, cuts, stumble


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of PyYAML say the same."""
    loader: Any = getattr(yaml, request.param, yaml.SafeLoader)
    monkeypatch.setattr(events, "EVENT_PARSER", loader)


@pytest.mark.parametrize(
    ("text", "key", "line", "column"),
    [
        ("a: 1\nb: -\n", "which-absent", 2, 4),
        ("a:\n  - id: x\n    realisasi: - # belum\n", "which-absent", 3, 16),
        ("a: 1\ntarget:10\nb: 2\n", "yaml-syntax.space", 2, 7),
        ("a:\n  - id: x\n    target:10\n    b: 2\n", "yaml-syntax.space", 3, 11),
        ("a:\n  - id: x\n    target :10\n    b: 2\n", "yaml-syntax.no-colon", 3, 5),
        ("a:\n  - id: x\n    target 10\n    b: 2\n", "yaml-syntax.no-colon", 3, 5),
        ("a:\n  - id: x\n    b; 2\n", "yaml-syntax.no-colon", 3, 5),
        ("title: Capaian\nkinerja daerah\nb: 2\n", "yaml-syntax.no-colon", 2, 1),
        ("a: >80\n", "yaml-syntax.greater", 1, 4),
        ("a: >=80\nb: 1\n", "yaml-syntax.greater", 1, 4),
        ('a: "Capaian "baik" sekali"\n', "yaml-syntax.quote-inside", 1, 14),
        ("a: 'Jum'at'\n", "yaml-syntax.quote-inside", 1, 9),
        ('a: {title: "Capaian "baik"", b: 1}\n', "yaml-syntax.quote-inside", 1, 22),
        ("a: {title: Bab III: Capaian, b: 1}\n", "yaml-syntax.colon-value", 1, 19),
        ("a: {b: 1; c: 2}\n", "yaml-syntax.semicolon", 1, 9),
        ("a: {b: 1, c: dua tiga; d: 2, e: 3}\n", "yaml-syntax.semicolon", 1, 22),
        ("a: {b: 1; c: 2; d: 3}\n", "yaml-syntax.semicolon", 1, 9),
        ("a: {b: 1; 2, c: Bab III: Capaian}\n", "yaml-syntax.colon-value", 1, 24),
        ("a: Juara #1\n", "bad-value.cut", 1, 9),
    ],
)
def test_a_stumble_is_said_on_its_line(text: str, key: str, line: int, column: int) -> None:
    """One diagnostic, where the value stands that is wrong."""
    _, (diagnostic,) = parse_document(text, "f.yaml")
    assert diagnostic.place is not None
    assert (diagnostic.key, diagnostic.place.line, diagnostic.place.column) == (key, line, column)


@pytest.mark.parametrize(
    "text", ["a: 1 # catatan\n", 'a: "Juara #1"\n', "a: b#1\n", "# satu #2\na: 1\n", "a: # x #1\n  b: 1\n"]
)
def test_comments_and_signs_that_cut_nothing(text: str) -> None:
    """A comment begins with a space behind its sign; a text in quotes is whole."""
    assert parse_document(text, "f.yaml")[1] == []


def test_what_is_not_known_is_left_to_the_parser() -> None:
    """Other complaints keep their own words."""
    assert stumble("while scanning a simple key; x", None, Stop(0, 0, "apa-saja")) is None
    assert stumble("block sequence entries are not allowed here", Stop(0, 3, "a: - b"), None) is None
    assert stumble("block scalar; x", None, Stop(0, 3, "a: |80")) is None
    assert stumble("while parsing a flow mapping; x", Stop(0, 4, "a: {}}"), None) is None


def test_cuts_are_found_by_line_and_column() -> None:
    """The first blank before the sign."""
    assert cuts(["a: b  #1", "a: b # c", "x #y #z"]) == {(0, 4), (2, 1), (2, 4)}
