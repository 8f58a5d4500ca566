"""What one of the two parsers reads inside brackets and the other does not, is refused with both."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from sakip_rules.loader import events, parse_document
from sakip_rules.loader.brackets import ODD, Brackets

PARSERS: dict[str, Any] = {"c": yaml.CSafeLoader, "pure": yaml.SafeLoader}


@pytest.fixture(params=sorted(PARSERS), autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with both parsers."""
    monkeypatch.setattr(events, "EVENT_PARSER", PARSERS[request.param])


def refusals(text: str) -> list[tuple[str, int]]:
    """Code and line of all that is wrong with a text."""
    return [(d.code, d.place.line) for d in parse_document(text, "a.yaml")[1] if d.place is not None]


@pytest.mark.parametrize(
    "text",
    [
        *("[b?]", "{b?}", "{b?c: 1}", "[?b]", "{?b: 1}", "[b,?:c]", "[? ,b]", "[b, ? c]", "[{?b: 1}]"),
        *("{b:}", "{b :}", "[b:]", "{b:[c]}", "{b:{c: 1}}", "{b:,c: 1}", "[b:,c]", "[[b:]]"),
    ],
)
def test_only_one_parser_reads(text: str) -> None:
    """Each is a mistake of its line with either parser."""
    assert refusals(f"x: 1\na: {text}\n") == [("yaml-syntax", 2)]


@pytest.mark.parametrize(
    "text",
    [
        *("b?", "?b", "[b] # ?", "['b?']", '{"b?": 1}', "[b:c]", "{b:c: 1}", "[':[', b]", "{b: [c]}"),
        *("[b,\n  # ?\n  c]", "[b\n  # :]\n  , c]", "\n  ? b\n  : c", "|\n  {b:}?\n"),
    ],
)
def test_both_parsers_read(text: str) -> None:
    """A question mark or a tight colon elsewhere is no mistake."""
    assert refusals(f"a: {text}\n") == []


def test_brackets_that_have_ended() -> None:
    """Behind the last bracket a question mark is a letter like any other."""
    assert refusals("a: [{b: [c]}]\nd: e?\nf: g:[h]\n") == []


def faults_of(text: str) -> list[str]:
    """What is said of each event of a text."""
    brackets = Brackets(text)
    return [brackets.fault(event) for event in yaml.parse(text, Loader=events.EVENT_PARSER)]


@pytest.mark.parametrize("text", ["a: {b: [c, d]}\n", "- a\n- [b: c]\n", "{a: 'b', \"c\": d}\n"])
def test_a_text_without_odd_signs_has_no_faults(text: str) -> None:
    """Where the sign is not found, the events need not be followed."""
    assert ODD.search(text) is None
    assert set(faults_of(text)) <= {""}
