r"""Formulas as LaTeX for mathematics mode: `\frac`, `\sum`, `cases` (the last from amsmath)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.expression.drawing import draw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip_rules.expression.formula import Formula
    from sakip_rules.expression.tree import Node

_SIGNS: Final = {
    "*": r"\times",
    "not": r"\lnot ",
    "and": r"\land",
    "or": r"\lor",
    "<=": r"\le",
    ">=": r"\ge",
    "==": "=",
    "!=": r"\ne",
    "∑": r"\sum",
    "∏": r"\prod",
}
"""Those that LaTeX writes in another way than the language."""
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{character: "\\" + character for character in "{}$&#_%"},
    }
)


def to_latex(what: Formula | Node, titles: Mapping[str, str]) -> str:
    """Gives a formula as LaTeX, with titles in place of names; all text is escaped."""
    return draw(what, titles, _Pen())


class _Pen:
    """Draws with the commands of LaTeX's mathematics mode."""

    def number(self, text: str) -> str:
        return text

    def variable(self, text: str) -> str:
        return text

    def text(self, text: str) -> str:
        return rf"\text{{{clean(text).translate(_ESCAPES)}}}"

    def sign(self, sign: str) -> str:
        return _SIGNS.get(sign, sign)

    def operator(self, name: str) -> str:
        return rf"\operatorname*{{{name}}}"

    def row(self, *parts: str) -> str:
        return " ".join(parts)

    def prefixed(self, sign: str, part: str) -> str:
        return self.sign(sign) + part

    def applied(self, head: str, parts: tuple[str, ...]) -> str:
        return head + self.brackets("; ".join(parts))

    def function(self, name: str, parts: tuple[str, ...]) -> str:
        return self.applied(self.text(name), parts)

    def brackets(self, part: str) -> str:
        return rf"\left({part}\right)"

    def bars(self, part: str) -> str:
        return rf"\left|{part}\right|"

    def fraction(self, above: str, below: str) -> str:
        return rf"\frac{{{above}}}{{{below}}}"

    def power(self, base: str, exponent: str) -> str:
        return rf"{{{base}}}^{{{exponent}}}"

    def root(self, part: str, degree: str | None = None) -> str:
        return rf"\sqrt{'' if degree is None else f'[{degree}]'}{{{part}}}"

    def under(self, head: str, below: str) -> str:
        return rf"{head}_{{{below}}}"

    def choice(self, test: str, body: str, orelse: str) -> str:
        return rf"\begin{{cases}}{body} & \mid {test} \\ {orelse}\end{{cases}}"
