"""Formulas as MathML: well formed, escaped, and drawn as they are printed."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pytest

from sakip_rules.expression import parse
from sakip_rules.expression.mathml import NAMESPACE, to_mathml


def drawn(text: str, **titles: str) -> str:
    """The content of the `math` element, without its name space."""
    whole = to_mathml(parse(text), titles)
    begin = f'<math xmlns="{NAMESPACE}" display="block">'
    assert whole.startswith(begin)
    assert whole.endswith("</math>")
    return whole[len(begin) : -len("</math>")]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("a", "<mtext>a</mtext>"),
        ("29.4200", "<mn>29.42</mn>"),
        ("a / b", "<mfrac><mtext>a</mtext><mtext>b</mtext></mfrac>"),
        ("a ** 2", "<msup><mtext>a</mtext><mn>2</mn></msup>"),
        ("-a", "<mrow><mo>−</mo><mtext>a</mtext></mrow>"),
        ("not a", "<mrow><mo>¬</mo><mtext>a</mtext></mrow>"),
        ("a * 2", "<mrow><mtext>a</mtext><mo>×</mo><mn>2</mn></mrow>"),
        ("1 < a <= 2", "<mrow><mn>1</mn><mo>&lt;</mo><mtext>a</mtext><mo>≤</mo><mn>2</mn></mrow>"),
        (
            "a and b or c",
            "<mrow><mrow><mtext>a</mtext><mo>∧</mo><mtext>b</mtext></mrow><mo>∨</mo><mtext>c</mtext></mrow>",
        ),
        ("abs(a)", "<mrow><mo>|</mo><mtext>a</mtext><mo>|</mo></mrow>"),
        ("root(a, 2)", "<msqrt><mtext>a</mtext></msqrt>"),
        ("root(a, 3)", "<mroot><mtext>a</mtext><mn>3</mn></mroot>"),
        (
            "min(a, 1)",
            "<mrow><mtext>min</mtext><mrow><mo>(</mo><mtext>a</mtext><mo>;</mo><mn>1</mn><mo>)</mo></mrow></mrow>",
        ),
        ("sum(c.f)", "<mrow><mo>∑</mo><mtext>c.f</mtext></mrow>"),
        ("product(c.f)", "<mrow><mo>∏</mo><mtext>c.f</mtext></mrow>"),
        ("mean(c.f)", "<mfrac><mrow><mo>∑</mo><mtext>c.f</mtext></mrow><mi>n</mi></mfrac>"),
        (
            "mean(c.f, weight=c.w)",
            (
                "<mfrac><mrow><mo>∑</mo><mtext>c.w</mtext><mo>×</mo><mtext>c.f</mtext></mrow>"
                "<mrow><mo>∑</mo><mtext>c.w</mtext></mrow></mfrac>"
            ),
        ),
        ("geomean(c.f)", "<mroot><mrow><mo>∏</mo><mtext>c.f</mtext></mrow><mi>n</mi></mroot>"),
        (
            "sum(c.f, where=c.t)",
            "<mrow><munder><mo>∑</mo><mtext>c.t</mtext></munder><mtext>c.f</mtext></mrow>",
        ),
        ("count(c)", "<mrow><mtext>count</mtext><mrow><mo>(</mo><mtext>c</mtext><mo>)</mo></mrow></mrow>"),
        (
            "1 if a else 2",
            (
                "<mrow><mo>{</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mo>|</mo><mtext>a</mtext></mtd></mtr>"
                "<mtr><mtd><mn>2</mn></mtd><mtd></mtd></mtr></mtable></mrow>"
            ),
        ),
        (
            "(a + b) ** 2",
            "<msup><mrow><mo>(</mo><mrow><mtext>a</mtext><mo>+</mo><mtext>b</mtext></mrow><mo>)</mo></mrow><mn>2</mn></msup>",
        ),
    ],
)
def test_every_form_is_drawn(text: str, markup: str) -> None:
    """Fractions have a bar, sums a Σ, conditions a brace."""
    assert drawn(text) == markup


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "a & b", "]]>", "\x00\x1b", '" onload="x'])
def test_titles_are_only_text(title: str) -> None:
    """Whatever a title holds, the result is well formed and shows the title."""
    root = ET.fromstring(to_mathml(parse("abs(a) + predikat(a)"), {"a": title, "predikat": title}))  # noqa: S314 - our own text
    texts = [element.text for element in root.iter(f"{{{NAMESPACE}}}mtext")]
    assert texts == ["".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in title)] * 3


def test_deep_formulas_are_drawn_from_a_deep_stack(deep: Callable[[Callable[[], Any]], Any]) -> None:
    """Drawing does not recurse."""
    formula = parse("-" * 499 + "a")
    assert deep(lambda: to_mathml(formula, {})).count("<mo>−</mo>") == 499
