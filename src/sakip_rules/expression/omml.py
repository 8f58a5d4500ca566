"""Formulas as Office MathML: native equations of Word."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.expression.drawing import draw
from sakip_rules.expression.layout import SIGNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip_rules.expression.formula import Formula
    from sakip_rules.expression.tree import Node

NAMESPACE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def to_omml(what: Formula | Node, titles: Mapping[str, str], pen: OfficePen) -> str:
    """Gives a formula as one `m:oMath` element, with titles in place of names; all text is escaped.

    Whoever puts it into a document declares the prefix `m` for `NAMESPACE`.
    """
    return _element("oMath", draw(what, titles, pen))


def _element(name: str, *content: str) -> str:
    return f"<m:{name}>{''.join(content)}</m:{name}>"


def _value(name: str, value: str) -> str:
    return f'<m:{name} m:val="{escape(value)}"/>'


class OfficePen:
    """Draws with the elements of OMML; each stroke gives elements that may stand in any argument."""

    def number(self, text: str) -> str:
        """Draws a literal."""
        return self._run(text, _value("sty", "p"))

    def variable(self, text: str) -> str:
        """Draws a letter that stands for a number."""
        return _element("r", _element("t", escape(clean(text))))

    def text(self, text: str) -> str:
        """Draws a title, whatever characters it has: as words, and not as letters of algebra."""
        return self._run(text, "<m:nor/>")

    def sign(self, sign: str) -> str:
        """Draws an operator of the language, a big sign."""
        return self._run(SIGNS.get(sign, sign), _value("sty", "p"))

    def operator(self, name: str) -> str:
        """Draws the name of an aggregate that has no sign."""
        return self.text(name)

    def row(self, *parts: str) -> str:
        """Draws parts one after another."""
        return "".join(parts)

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
        return self._fence("(", ")", part)

    def bars(self, part: str) -> str:
        """Draws the bars of an absolute value."""
        return self._fence("|", "|", part)

    def fraction(self, above: str, below: str) -> str:
        """Draws a bar between two parts."""
        return _element("f", _element("num", above), _element("den", below))

    def power(self, base: str, exponent: str) -> str:
        """Draws an exponent."""
        return _element("sSup", _element("e", base), _element("sup", exponent))

    def root(self, part: str, degree: str | None = None) -> str:
        """Draws a root, square without a degree."""
        hidden = _element("radPr", _value("degHide", "1")) if degree is None else ""
        return _element("rad", hidden, _element("deg", degree or ""), _element("e", part))

    def under(self, head: str, below: str) -> str:
        """Draws a condition below a big sign or a name."""
        return _element("limLow", _element("e", head), _element("lim", below))

    def choice(self, test: str, body: str, orelse: str) -> str:
        """Draws a brace with two lines: a value and its condition, and the value otherwise."""
        lines = _element("eqArr", _element("e", body, self.sign("|"), test), _element("e", orelse))
        return self._fence("{", "", lines)

    def _fence(self, begin: str, end: str, part: str) -> str:
        shape = _element("dPr", _value("begChr", begin), _value("endChr", end))
        return _element("d", shape, _element("e", part))

    def _run(self, text: str, look: str) -> str:
        shown = f'<m:t xml:space="preserve">{escape(clean(text))}</m:t>'
        return _element("r", _element("rPr", look), shown)
