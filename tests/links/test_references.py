"""Tests of `sakip_rules.links.references`."""

from collections.abc import Callable, Mapping

from sakip_rules.checker import Checked
from sakip_rules.links.references import Use, uses_of
from sakip_rules.models import Reference
from sakip_rules.vocabulary import FORMULA_KINDS

Checker = Callable[[Mapping[str, str]], Checked]
Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]

SCALE = (
    "kind: scale\nbands: [{category: C, code: R, exactly: 1}]\n"
    "domain: {from: 1, up_to: 1}\nexamples: [{title: t, given: 1, category: C}]\n"
)
TABLE = "kind: table\nkeys: [k]\nrows: {A: 1}\nexamples: [{title: t, given: A, result: 1}]\n"
TWO_KEYS = (
    "kind: table\nkeys: [k, l]\nrows: {A: {B: 1}}\nexamples: [{title: t, given: {k: A, l: B}, result: 1}]\n"
)
CURVE = (
    "kind: table\nkeys: [k]\ninterpolate: linear\nrows: {0: 1, 1: 2}\n"
    "examples: [{title: t, given: 1, result: 2}]\n"
)
RULE = "inputs: {x: {}}\nformula: x\n"


def test_all_references_of_a_rule(checked: Checker) -> None:
    """Aliases, scales, tables and rules, in rows and in steps, each with its path and kind."""
    body = """
    kind: indicator
    uses: {p: contoh/a}
    inputs:
      x: {codes: contoh/b}
      k:
        each:
          inputs: {n: {type: choice, choices: contoh/c@1.0.0}}
          steps: {s: {rule: contoh/d, scale: contoh/e}}
    formula: x
    scale: contoh/f
    codes: contoh/g
    """
    (item,) = checked({"r": body}).catalogue.whole.values()
    each = ("inputs", "k", "each")
    assert uses_of(item.rule) == [
        Use(("uses", "p"), Reference("contoh/a"), ("scale", "table")),
        Use(("scale",), Reference("contoh/f"), ("scale",)),
        Use(("codes",), Reference("contoh/g"), ("table",), one_key=True),
        Use(("inputs", "x", "codes"), Reference("contoh/b"), ("table",), one_key=True),
        Use(
            (*each, "inputs", "n", "choices"),
            Reference("contoh/c", "1.0.0"),
            ("scale", "table"),
            one_key=True,
        ),
        Use((*each, "steps", "s", "rule"), Reference("contoh/d"), FORMULA_KINDS),
        Use((*each, "steps", "s", "scale"), Reference("contoh/e"), ("scale",)),
    ]


def test_scales_and_tables_refer_to_nothing(checked: Checker) -> None:
    """Only formula rules and frameworks have references; `supersedes` is none."""
    items = checked({"s": SCALE, "t": TABLE + "supersedes: contoh/t@0.1.0\n"}).catalogue.whole.values()
    assert [uses_of(item.rule) for item in items] == [[], []]
