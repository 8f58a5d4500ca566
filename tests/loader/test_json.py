"""JSON text as a document."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.loader.gate import Limits
from sakip_rules.loader.json import looks_like_json, parse_json

LIMITS = Limits(size=10_000, lines=1, nodes=100)


def plain(text: str) -> object:
    """What a right text holds."""
    document, diagnostics = parse_json(text, "a.json")
    assert diagnostics == []
    assert document is not None
    return document.plain()


def faults(text: str) -> list[str]:
    """Key, place and pointer of all that is wrong with a text."""
    found = parse_json(text, "a.json", LIMITS)[1]
    return [f"{one.key} {one.place.within} {one.place.pointer}".strip() for one in found if one.place]


def test_what_json_holds() -> None:
    """Numbers keep their text; a long line, tabs between and characters of two halves are fine."""
    long = "é" * 9000
    text = '\ufeff\t{"a":\t[1, -2.50, 0, true, false, null, "",\r\n {}], "\\ud83d\\ude00": "LONG"}'
    text = text.replace("LONG", long)
    assert plain(text) == {
        "a": ["1", "-2.50", "0", "true", "false", None, None, {}],
        "\N{GRINNING FACE}": "é" * 9000,
    }


def test_every_value_has_its_place() -> None:
    """Line and column in the text, and the path as a pointer."""
    document, _ = parse_json('{"a/b": [1,\n  {"c~": "x"}]}', "a.json")
    assert document is not None
    place = document.place(("a/b", 1, "c~"))
    assert (place.within, place.width, place.pointer) == ("2:10", 3, "/a~1b/1/c~0")
    key = document.key_place(("a/b", 1, "c~"))
    assert (key.within, key.width, key.source) == ("2:4", 4, '  {"c~": "x"}]}')


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "json-syntax.end 1:1"),
        ("[1]", "bad-value.file-no-map 1:1"),
        ('{"a": 1, "a": 2}', "duplicate-key 1:10 /a"),
        ('{"a": [0, NaN]}', "json-syntax.constant 1:11 /a/1"),
        ('{"a": -Infinity}', "json-syntax.constant 1:7 /a"),
        ('{"a": 1e5}', "json-syntax.exponent 1:7 /a"),
        ('{"a": 1.5E-7}', "json-syntax.exponent 1:7 /a"),
        ('{"a": "\\ud800"}', "json-syntax.surrogate 1:7 /a"),
        ('{"a": "x\\u0000"}', "control-character 1:7 /a"),
        ('{"a": "x\\ty"}', "control-character.tab 1:7 /a"),
        ('{"a": "x\ty"}', "control-character.tab 1:9 /a"),
        ('{"a": "x\ny"}', "json-syntax.quote 1:9 /a"),
        ('{"a": "x', "json-syntax.quote 1:9 /a"),
        ('{"a": "\\x"}', "json-syntax.escape 1:8 /a"),
        ('{"a": 01}', "json-syntax 1:7 /a"),
        ('{"a": 1.}', "json-syntax 1:7 /a"),
        ('{"a": +1}', "json-syntax 1:7 /a"),
        ('{"a": truer}', "json-syntax 1:7 /a"),
        ('{"a": ]}', "json-syntax 1:7 /a"),
        ("{'a': 1}", "json-syntax.key 1:2"),
        ("{1: 1}", "json-syntax.key 1:2"),
        ('{"a": 1,}', "json-syntax.key 1:9 /a"),
        ('{"a": [1,]}', "json-syntax 1:10 /a/1"),
        ('{"a": [1 2]}', "json-syntax.mark 1:10 /a/0"),
        ('{"a" 1}', "json-syntax.mark 1:6"),
        ('{"a": 1', "json-syntax.end 1:8 /a"),
        ('{"a": 1} x', "json-syntax.after 1:10"),
        ('{"": 1}', "bad-value.empty-key 1:2 /"),
        ('{"a": ' + "[" * 31 + "]" * 31 + "}", ""),
        ('{"a": ' + "[" * 32, "file-too-large.nesting 1:38 /a" + "/0" * 31),
        ('{"a": [' + "1," * 97 + "1]}", ""),
        ('{"a": [' + "1," * 98 + "1]}", "file-too-large.nodes 1:204 /a/98"),
        ('{"a": "' + "x" * 9_991 + '"}', ""),
        ('{"a": "' + "x" * 9_992 + '"}', "file-too-large.size"),
    ],
)
def test_what_is_refused(text: str, found: str) -> None:
    """By name, where it stands; or nothing, just within a limit."""
    assert faults(text) == ([found] if found else [])


def test_mistakes_that_do_not_hide_others_are_collected() -> None:
    """A text that is wrong in three places is told all three."""
    assert [one.partition(" ")[0] for one in faults('{"a": NaN, "b": 1e3, "a": "\\udc00"}')] == [
        *("json-syntax.constant", "json-syntax.exponent", "duplicate-key", "json-syntax.surrogate"),
    ]


@pytest.mark.parametrize("text", ["[" * 2_000_000, '{"a":' * 400_000, '{"a": "' + "\\" * 1_000_001])
def test_floods_are_bounded(text: str) -> None:
    """Two megabytes of brackets or backslashes end in one diagnostic."""
    assert len(parse_json(text, "a.json")[1]) == 1


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(min_size=1), VALUES), st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_what_python_writes_is_read_back(data: object, ascii_only: bool, indent: int | str | None) -> None:
    """Unless it holds a character that no file may hold."""
    document, diagnostics = parse_json(json.dumps(data, ensure_ascii=ascii_only, indent=indent), "a.json")
    if {one.code for one in diagnostics} <= {"control-character", "json-syntax"} and diagnostics:
        return
    assert document is not None
    assert document.plain() == _as_text(data)


def _as_text(value: object) -> object:
    match value:
        case dict():
            return {key: _as_text(inner) for key, inner in value.items()}
        case list():
            return [_as_text(inner) for inner in value]
        case True | False | int():
            return str(value).lower()
    return None if value in (None, "", "null", "~") else value


@given(st.text(alphabet='{}[]":,\\ \n0123eE-.atrufNI', max_size=30))
def test_any_text_is_read_as_python_reads_it_or_refused(text: str) -> None:
    """Whatever Python's own reader refuses is refused here, too."""
    document, diagnostics = parse_json(text, "a.json")
    try:
        json.loads(text)
    except ValueError:
        assert diagnostics
    else:
        assert document is not None or diagnostics


def test_what_looks_like_json() -> None:
    """A map of YAML in braces has keys without quotes."""
    assert [looks_like_json(text) for text in ('\n {"a": 1}', "{}", "\ufeff{ }", "{a: 1}", "a: {}", "")] == [
        *(True, True, True, False, False, False),
    ]
