"""What cannot be read, in words that say what to mend; the same with both parsers."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from sakip_rules.loader import events, parse_document

PARSERS: dict[str, Any] = {"c": yaml.CSafeLoader, "pure": yaml.SafeLoader}


@pytest.fixture(params=sorted(PARSERS), autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with both parsers."""
    monkeypatch.setattr(events, "EVENT_PARSER", PARSERS[request.param])


def faults(text: str) -> list[tuple[str, int, int]]:
    """Key, line and column of all that is wrong with a text."""
    _, diagnostics = parse_document(text, "a.yaml")
    return [(d.key, d.place.line, d.place.column) for d in diagnostics if d.place is not None]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a: b: c", "yaml-syntax.colon"),
        ("a: 'b", "yaml-syntax.quote"),
        ('a: "b', "yaml-syntax.quote"),
        (r'a: "\q"', "yaml-syntax.escape"),
        (r'a: "\ud800"', "yaml-syntax.escape"),
        (r'a: "\UFFFFFFFF"', "yaml-syntax.escape"),
        (r'a: "\U00110000"', "yaml-syntax.escape"),
        ("a: [b", "yaml-syntax.bracket"),
        ("a: {b: 1", "yaml-syntax.bracket"),
        ("a: @b", "yaml-syntax.first-character"),
        ("a: @%", "yaml-syntax.first-character"),
        ("unit: %", "yaml-syntax.percent"),
        ("a: {unit: %}", "yaml-syntax.percent"),
        ("a: `b`", "yaml-syntax.first-character"),
        ("a:\n  b: 1\n c: 2", "yaml-syntax.indent"),
        ("a: |x\n  b", "yaml-syntax.block"),
        ("a: |#", "yaml-syntax.block"),
        ("a: {id: Berapa?, en: x}", "yaml-syntax.question-mark"),
        ("a: {b:[c]}", "yaml-syntax.colon-bracket"),
        ("a: {b:{c: d}}", "yaml-syntax.colon-bracket"),
        ("a: 1\n]", None),
        ("---", None),
        ("", "yaml-syntax.empty"),
        ("# nothing\n", "yaml-syntax.empty"),
        ("- a", "bad-value.file-no-map"),
        ("a", "bad-value.file-no-map"),
    ],
)
def test_unreadable_texts(text: str, key: str | None) -> None:
    """What neither parser or only one of them reads is refused by both."""
    found = faults(text)
    assert len(found) == 1
    if key is not None:
        assert found[0][0] == key


def test_a_file_that_ends_in_the_middle() -> None:
    """What stands before the end is judged, and so is the end."""
    assert [key for key, _, _ in faults("{a")] == ["formula-cut.empty", "yaml-syntax.bracket"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a: 1\nb: !]\n", "yaml-not-allowed.tag"),
        ("a: 1\nb: !<x\n", "yaml-not-allowed.tag"),
        ("a: 1\nb: !x!y z\n", "yaml-not-allowed.tag"),
        ("a: 1\nb: & c\n", "yaml-not-allowed.anchor"),
        ("a: 1\nb: * c\n", "yaml-not-allowed.alias"),
    ],
)
def test_what_is_not_allowed_and_wrong_too(text: str, key: str) -> None:
    """A tag, anchor or alias that is not even written well is not allowed, as a sound one."""
    assert [(found, line) for found, line, _ in faults(text)] == [(key, 2)]


@pytest.mark.parametrize("text", ["%YAML 9.9\n---\na: 1\n", "%YAML x\n---\na: 1\n", "%TAG x\n---\na: 1\n"])
def test_directives_that_are_wrong_too(text: str) -> None:
    """A line `%` is not allowed, whatever stands in it."""
    assert [(found, line) for found, line, _ in faults(text)] == [("yaml-not-allowed.directive", 1)]


def test_a_tag_is_shown_as_it_is_written() -> None:
    """The message names what must go."""
    _, found = parse_document("a: !]", "a.yaml")
    assert dict(found[0].texts) == {"name": "`!]`"}


@pytest.mark.parametrize("escape", [r"\ud800", r"\UDEADBEEF", r"\U0000dc00", r"\U00110000", r"\q"])
def test_an_escape_in_a_long_text_has_its_own_line(escape: str) -> None:
    """The line is that of the escape, not that of the quote before it."""
    assert [(key, line) for key, line, _ in faults(f'a: "x\n  y\n  {escape}"\n')] == [
        ("yaml-syntax.escape", 3)
    ]


def test_what_is_not_allowed_hides_what_follows_from_it() -> None:
    """Behind an anchor that cannot be read together with the next one, the parser's complaint is left out."""
    assert [key for key, _, _ in faults("a: &b &c 1\n")] == ["yaml-not-allowed.anchor"]


@pytest.mark.parametrize(("mark", "key"), [("&b", "anchor"), ("!!str", "tag"), ("!b", "tag")])
@pytest.mark.parametrize("head", [">-", "|", "| # catatan"])
def test_a_block_behind_an_anchor_or_a_tag_is_one_mistake(mark: str, key: str, head: str) -> None:
    """Its head is not complained of as well."""
    assert [found for found, _, _ in faults(f"a: {mark} {head}\n  b\n")] == [f"yaml-not-allowed.{key}"]
