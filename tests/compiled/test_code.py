"""Functions are made of templates and of names of our own: no text of a rule is code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from tests.compiled.battery import battery
from tests.compiled.traps import rule_of, told

from sakip_rules.compiled.code import Code, expression
from sakip_rules.compiled.running import HELPERS


@pytest.mark.parametrize(
    ("template", "parts", "text"),
    [
        ("a * b", {"a": 2, "b": 3}, "6"),
        ("a * b", {"a": "v1", "b": 1}, "v1"),
        ("a * b", {"a": 1, "b": "v1"}, "v1"),
        ("a - b", {"a": 2, "b": 3}, "-1"),
        ("a // b", {"a": 7, "b": 2}, "7 // 2"),
        ("a * b", {"a": True, "b": "v1"}, "True * v1"),
        ("x is None", {"x": "v3"}, "v3 is None"),
        ("abs(n)", {"n": "v2"}, "abs(v2)"),
    ],
)
def test_what_a_template_becomes(template: str, parts: dict[str, int | str], text: str) -> None:
    """Names are put in as trees; integers are computed, a factor of one is left out."""
    assert ast.unparse(expression(template, **parts)) == text


def test_blocks_and_names() -> None:
    """A line that is a name alone may be a block; a value that is a literal or a name needs no variable."""
    code = Code()
    with code.block() as body:
        code.put("n = 1", n="v9")
    code.choose("k1", body, [])
    code.choose("k1", [], body)
    written = ast.unparse(code.function("f", ()))
    lines = [
        "def f():",
        "    if k1:",
        "        v9 = 1",
        "    if k1:",
        "        pass",
        "    else:",
        "        v9 = 1",
    ]
    assert written.splitlines() == lines
    assert (code.let("n", n=5), code.let("n", n="v9"), code.let("n + 1", n="v9")) == (5, "v9", "v1")
    assert [code.is_new(atom, 0) for atom in ("v1", "k1", 5)] == [True, False, False]
    assert not code.is_new("v1", 1)


@pytest.mark.slow
def test_only_names_of_our_own_stand_in_a_function(tmp_path: Path) -> None:
    """Variables, constants and helpers; no import, no other attribute, and texts only as keys."""
    attributes = {"append", "as_integer_ratio", "bit_length", "ends", "get", "keys", "number", "rows", "word"}
    for tree in {rule.tree for rule, _ in battery(tmp_path)}:
        for node in ast.walk(tree):
            match node:
                case ast.Name():
                    own = node.id[0] in "vk" and node.id[1:].isdecimal()
                    assert own or node.id in HELPERS or node.id in ("given", "_"), node.id
                case ast.Attribute():
                    assert node.attr in attributes
                case ast.Import() | ast.ImportFrom() | ast.Lambda() | ast.Global():
                    pytest.fail(ast.dump(node))


def test_a_name_of_a_rule_that_is_a_helper_is_no_helper(tmp_path: Path) -> None:
    """An input called as a helper, or as one of our variables, is a key of the data and nothing else."""
    rule = rule_of(tmp_path, "inputs: {plus: {}, v1: {}, given_: {}}\nformula: plus / v1 - given_")
    assert told(rule, plus=6, v1=4, given_="0.5") == (1, "ok", None)


def test_a_function_reaches_no_builtins() -> None:
    """What it may call is listed."""
    assert HELPERS["__builtins__"] == {}
    assert not {"eval", "exec", "open", "__import__", "getattr"} & HELPERS.keys()
