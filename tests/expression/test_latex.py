"""Formulas as LaTeX: escaped, and drawn as they are printed."""

from collections.abc import Callable
from typing import Any

import pytest

from sakip_rules.expression import parse
from sakip_rules.expression.latex import to_latex


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("a / b * 100", r"\frac{\text{a}}{\text{b}} \times 100"),
        ("a_b - 2.50", r"\text{a\_b} - 2.5"),
        ("-a ** 2", r"-{\text{a}}^{2}"),
        ("(a + b) ** -2", r"{\left(\text{a} + \text{b}\right)}^{-2}"),
        ("not a", r"\lnot \text{a}"),
        ("a <= b != c", r"\text{a} \le \text{b} \ne \text{c}"),
        ("a and b or c", r"\text{a} \land \text{b} \lor \text{c}"),
        ("abs(a)", r"\left|\text{a}\right|"),
        ("root(a, 2)", r"\sqrt{\text{a}}"),
        ("root(a, 3)", r"\sqrt[3]{\text{a}}"),
        ("min(a, 1)", r"\text{min}\left(\text{a}; 1\right)"),
        ("1 if a else 2", r"\begin{cases}1 & \mid \text{a} \\ 2\end{cases}"),
        ("sum(c.f)", r"\sum \text{c.f}"),
        ("sum(c.f + 1, where=c.t)", r"\sum_{\text{c.t}} \left(\text{c.f} + 1\right)"),
        ("mean(c.f)", r"\frac{\sum \text{c.f}}{n}"),
        ("mean(c.f, weight=c.w)", r"\frac{\sum \text{c.w} \times \text{c.f}}{\sum \text{c.w}}"),
        ("product(c.f)", r"\prod \text{c.f}"),
        ("geomean(c.f)", r"\sqrt[n]{\prod \text{c.f}}"),
        ("max(c.f, where=c.t)", r"\operatorname*{max}_{\text{c.t}}\left(\text{c.f}\right)"),
    ],
)
def test_every_form_is_drawn(text: str, latex: str) -> None:
    """Fractions have a bar, sums a Σ, conditions a brace."""
    assert to_latex(parse(text), {}) == latex


def test_titles_are_only_text() -> None:
    """No character of a title is a command."""
    titles = {"a": r"50% {x} & $1 #_^~ \input{y}", "b": "c\x1bd"}
    assert to_latex(parse("a"), titles) == (
        r"\text{50\% \{x\} \& \$1 \#\_\textasciicircum{}\textasciitilde{} \textbackslash{}input\{y\}}"
    )
    assert to_latex(parse("b"), titles) == "\\text{c\N{REPLACEMENT CHARACTER}d}"


def test_deep_formulas_are_drawn_from_a_deep_stack(deep: Callable[[Callable[[], Any]], Any]) -> None:
    """Drawing does not recurse."""
    formula = parse("-" * 499 + "a")
    assert deep(lambda: to_latex(formula, {})) == "-" * 499 + r"\text{a}"
