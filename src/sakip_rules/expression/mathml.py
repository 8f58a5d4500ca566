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
    return f'<math xmlns="{NAMESPACE}" display="block">{draw(what, titles, MathPen())}</math>'


def element(name: str, *content: str) -> str:
    """Gives an element of MathML around content that is MathML."""
    return f"<{name}>{''.join(content)}</{name}>"


class MathPen:
    """Draws with the elements of MathML; each stroke gives one element."""

    def number(self, text: str) -> str:
        """Draws a literal."""
        return element("mn", text)

    def variable(self, text: str) -> str:
        """Draws a letter that stands for a number."""
        return element("mi", text)

    def text(self, text: str) -> str:
        """Draws a title, whatever characters it has."""
        return element("mtext", escape(clean(text)))

    def sign(self, sign: str) -> str:
        """Draws an operator of the language, a big sign."""
        return element("mo", escape(SIGNS.get(sign, sign)))

    def operator(self, name: str) -> str:
        """Draws the name of an aggregate that has no sign."""
        return self.text(name)

    def row(self, *parts: str) -> str:
        """Draws parts one after another."""
        return element("mrow", *parts)

    def prefixed(self, sign: str, part: str) -> str:
        """Draws an operator before its one operand."""
        return self.row(self.sign(sign), part)

    def applied(self, head: str, parts: tuple[str, ...]) -> str:
        """Draws a head with the list of its arguments in brackets."""
        return self.row(head, self.brackets(self.sign(";").join(parts)))

    def function(self, name: str, parts: tuple[str, ...]) -> str:
        """Draws a function of the language that has no shape of its own, with its arguments."""
        return self.applied(self.text(name), parts)

    def brackets(self, part: str) -> str:
        """Draws brackets around a part."""
        return self.row(self.sign("("), part, self.sign(")"))

    def bars(self, part: str) -> str:
        """Draws the bars of an absolute value."""
        return self.row(self.sign("|"), part, self.sign("|"))

    def fraction(self, above: str, below: str) -> str:
        """Draws a bar between two parts."""
        return element("mfrac", above, below)

    def power(self, base: str, exponent: str) -> str:
        """Draws an exponent."""
        return element("msup", base, exponent)

    def root(self, part: str, degree: str | None = None) -> str:
        """Draws a root, square without a degree."""
        return element("msqrt", part) if degree is None else element("mroot", part, degree)

    def under(self, head: str, below: str) -> str:
        """Draws a condition below a big sign or a name."""
        return element("munder", head, below)

    def choice(self, test: str, body: str, orelse: str) -> str:
        """Draws a brace with two lines: a value and its condition, and the value otherwise."""
        lines = [(body, self.sign("|") + test), (orelse, "")]
        table = [element("mtr", *(element("mtd", cell) for cell in line)) for line in lines]
        return self.row(self.sign("{"), element("mtable", *table))
