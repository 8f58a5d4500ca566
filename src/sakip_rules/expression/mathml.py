"""Formulas as presentation MathML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sakip_rules.diagnostics.core import clean
from sakip_rules.expression.drawing import draw
from sakip_rules.expression.layout import SIGNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip_rules.expression.formula import Formula
    from sakip_rules.expression.tree import Node

NAMESPACE = "http://www.w3.org/1998/Math/MathML"


def to_mathml(what: Formula | Node, titles: Mapping[str, str]) -> str:
    """Gives a formula as one `math` element, with titles in place of names; all text is escaped."""
    return f'<math xmlns="{NAMESPACE}" display="block">{draw(what, titles, _Pen())}</math>'


def _element(name: str, *content: str) -> str:
    return f"<{name}>{''.join(content)}</{name}>"


class _Pen:
    """Draws with the elements of MathML; each stroke gives one element."""

    def number(self, text: str) -> str:
        return _element("mn", text)

    def variable(self, text: str) -> str:
        return _element("mi", text)

    def text(self, text: str) -> str:
        return _element("mtext", escape(clean(text)))

    def sign(self, sign: str) -> str:
        return _element("mo", escape(SIGNS.get(sign, sign)))

    def operator(self, name: str) -> str:
        return self.text(name)

    def row(self, *parts: str) -> str:
        return _element("mrow", *parts)

    def prefixed(self, sign: str, part: str) -> str:
        return self.row(self.sign(sign), part)

    def applied(self, head: str, parts: tuple[str, ...]) -> str:
        return self.row(head, self.brackets(self.sign(";").join(parts)))

    def brackets(self, part: str) -> str:
        return self.row(self.sign("("), part, self.sign(")"))

    def bars(self, part: str) -> str:
        return self.row(self.sign("|"), part, self.sign("|"))

    def fraction(self, above: str, below: str) -> str:
        return _element("mfrac", above, below)

    def power(self, base: str, exponent: str) -> str:
        return _element("msup", base, exponent)

    def root(self, part: str, degree: str | None = None) -> str:
        return _element("msqrt", part) if degree is None else _element("mroot", part, degree)

    def under(self, head: str, below: str) -> str:
        return _element("munder", head, below)

    def choice(self, test: str, body: str, orelse: str) -> str:
        lines = [(body, self.sign("|") + test), (orelse, "")]
        table = [_element("mtr", *(_element("mtd", cell) for cell in line)) for line in lines]
        return self.row(self.sign("{"), _element("mtable", *table))
