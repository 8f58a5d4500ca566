"""A formula in words, in which every name leads to where the page explains it.

Names lead nowhere in the typeset formula: to readers of a screen a formula is one thing without parts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sakip_rules.expression.words import to_words
from sakip_rules.markup import Markup, joined, tag
from sakip_rules.pages.rule.lexicon import meaning_of, titles_in

if TYPE_CHECKING:
    from sakip_rules.expression import Formula
    from sakip_rules.languages import Language
    from sakip_rules.pages.rule.lexicon import Lexicon

_END: Final = re.compile("▮([0-9]+)▮")
"""Ends what stands for a name, with the place of the name among those that the formula reads."""


def linked_words(formula: Formula, names: Lexicon, lang: Language) -> Markup:
    """Gives a formula in words of a language, with titles in place of names, as links."""
    written = [*(read.text for read in formula.reads.names), *formula.reads.aliases]
    titles = {name: name for name in written} | titles_in(formula, names, lang)
    ended = {name: f"{titles[name]}▮{place}▮" for place, name in enumerate(written)}
    *told, rest = _END.split(to_words(formula, ended, lang))
    pieces = (
        _linked(text, titles[written[int(place)]], written[int(place)], names)
        for text, place in zip(told[::2], told[1::2], strict=True)
    )
    return joined([*pieces, rest])


def _linked(text: str, title: str, name: str, names: Lexicon) -> Markup:
    """A text with the title at its end as a link; a phrase may have left out how the title begins.

    A name without a title is code: it is a word of the rule file, in no language.
    """
    words = title.split(" ")
    tails = (" ".join(words[begin:]) for begin in range(len(words)))
    tail = next(filter(text.endswith, tails), "")
    begin, shown = text.removesuffix(tail), tag("code", tail) if title == name else tail
    meaning = meaning_of(name, names)
    if meaning is None or meaning.anchor is None:
        return joined([begin, shown])
    return joined([begin, tag("a", shown, href=f"#{meaning.anchor}")])
