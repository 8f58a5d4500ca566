"""A formula typeset as MathML.

Titles stand in place of names while they are few: they wrap in boxes of their own, so that a fraction of long
titles is readable on a phone. A formula of many names keeps the names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sakip_rules.expression import parse
from sakip_rules.expression.drawing import draw
from sakip_rules.expression.functions import AGGREGATES, ORDINARY
from sakip_rules.expression.mathml import MathPen, element
from sakip_rules.expression.tree import Binary, Compare, Dotted, Logic, Name, Number, Unary
from sakip_rules.languages import Language, Pair, say
from sakip_rules.markup import Markup, tag
from sakip_rules.numbers import indonesian
from sakip_rules.pages.rule.lexicon import titles_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip_rules.expression import Formula
    from sakip_rules.pages.rule.lexicon import Lexicon

TITLES_FIT: Final = 170
"""So many letters of titles are read in a formula; with more it is easier to read with names."""

FEW: Final = 2
"""So many titles have room to stand in long lines."""

_LOGIC: Final[dict[str, Pair]] = {"and": ("dan", "and"), "or": ("atau", "or"), "not": ("bukan", "not")}
_WHEN: Final[Pair] = ("bila", "if")
_ELSE: Final[Pair] = ("selain itu", "otherwise")


def typeset(text: str, names: Lexicon, lang: Language, *, block: bool = True) -> Markup:
    """Gives a formula as MathML; its written text stands as `alttext`."""
    formula = parse(text)
    titles = titles_in(formula, names, lang) if shows_titles(formula, names, lang) else {}
    drawn = draw(formula, {}, PagePen(titles, lang))
    display = "block" if block else "inline"
    few = "few" if 0 < len(titles) <= FEW else None
    return tag("math", Markup(drawn), display=display, alttext=text, class_=few)


def shows_titles(formula: Formula, names: Lexicon, lang: Language) -> bool:
    """Says whether titles stand in place of the names of a formula."""
    return sum(map(len, titles_in(formula, names, lang).values())) <= TITLES_FIT


def reads_as_words(formula: Formula, names: Lexicon, lang: Language) -> bool:
    """Says whether a formula as it is typeset is read as its words are: a line of titles and signs."""
    plain = all(isinstance(node, _PLAIN) and getattr(node, "op", "") not in _DRAWN for node in formula.nodes)
    return plain and shows_titles(formula, names, lang)


_PLAIN: Final = (Number, Name, Dotted, Unary, Binary, Compare, Logic)
_DRAWN: Final = ("/", "**")
"""Operators that are drawn as another shape."""


class PagePen(MathPen):
    """Draws MathML for a page: titles stand for names, numbers and words are those of a language."""

    def __init__(self, titles: Mapping[str, str], lang: Language) -> None:
        self.titles = titles
        self.lang = lang

    def number(self, text: str) -> str:
        """Draws a number as readers of the language expect it."""
        return element("mn", indonesian(text) if self.lang == "id" else text)

    def text(self, text: str) -> str:
        """Draws a name, or its title with the name as a hint."""
        if text not in self.titles:
            return element("mtext", tag("span", text, class_="name"))
        return element("mtext", tag("span", self.titles[text], title=text, class_="title"))

    def operator(self, name: str) -> str:
        """Draws the name of an aggregate as the language says it."""
        return self._words(say(AGGREGATES[name].words, self.lang).replace("{0}", "").strip())

    def function(self, name: str, parts: tuple[str, ...]) -> str:
        """Draws a function that is said behind its argument as that phrase; another by its name."""
        said = say(ORDINARY[name].words, self.lang)
        if not said.startswith("{0}"):
            return self.applied(element("mi", name), parts)
        drawn = [
            parts[int(piece)] if place % 2 else self._words(piece.strip())
            for place, piece in enumerate(re.split(r"\{(\d)\}", said))
            if piece
        ]
        return self.brackets(self.row(*drawn))

    def sign(self, sign: str) -> str:
        """Draws a sign; words for what is no arithmetic."""
        if sign in _LOGIC:
            return self._words(say(_LOGIC[sign], self.lang))
        return super().sign(sign)

    def choice(self, test: str, body: str, orelse: str) -> str:
        """Draws a brace with two lines: a value with its condition, and the value otherwise."""
        when, otherwise = (self._words(say(words, self.lang)) for words in (_WHEN, _ELSE))
        lines = [(body, when + test), (orelse, otherwise)]
        rows = (element("mtr", *(element("mtd", cell) for cell in line)) for line in lines)
        table = Markup("".join(rows))
        return self.row(super().sign("{"), tag("mtable", table, class_="cases"))

    def _words(self, words: str) -> str:
        return element("mtext", tag("span", words, class_="word"))
