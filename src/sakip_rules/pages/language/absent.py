"""The page about absent values: their words, the reasons of the engine, and a small rule for each word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.markup import joined, table, tag
from sakip_rules.pages.data import read, words_of
from sakip_rules.pages.headed import headed_page, texts_of
from sakip_rules.pages.language.parts import codes_section, example_section, reference_section
from sakip_rules.pages.rule.view import section
from sakip_rules.vocabulary import REASONS, WORDS
from sakip_rules.wording.terms import ABSENT_WORDS, REASON_WORDS

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.markup import Markup
    from sakip_rules.pages.paper import MadePage
    from sakip_rules.pages.rule.view import RuleView
    from sakip_rules.vocabulary import Word

PATH: Final = "rujukan/tanpa-nilai.md"
SECTION: Final = "2.3"

_WORDS: Final[Pair] = ("Empat kata", "Four words")
_WORD_HEADS: Final[tuple[Pair, ...]] = (
    ("ditulis", "written"),
    ("dibaca", "read as"),
    ("arti", "meaning"),
    ("dalam fungsi atas baris", "in functions over rows"),
)
_REASONS: Final[Pair] = ("Alasan tidak dapat dihitung", "Reasons for not being computable")
_REASON_HEADS: Final[tuple[Pair, ...]] = (("alasan", "reason"), ("arti", "meaning"))


def absent_page(view: RuleView) -> MadePage:
    """Gives the page about absent values."""
    title, text = texts_of("absent", view)
    stated = read("absent")
    reasons = [[tag("code", reason), view.say(REASON_WORDS[reason])] for reason in REASONS]
    content = [
        section(
            "kata", view.say(_WORDS), table(_heads(_WORD_HEADS, view), (_word(word, view) for word in WORDS))
        ),
        example_section(stated, view),
        section("alasan", view.say(_REASONS), table(_heads(_REASON_HEADS, view), reasons)),
        reference_section(SECTION, view),
        codes_section(stated["codes"], view),
    ]
    return headed_page("guide", title, text, content, view, search=list(WORDS))


def _heads(heads: tuple[Pair, ...], view: RuleView) -> list[str]:
    return [view.say(head) for head in heads]


def _word(word: Word, view: RuleView) -> list[Markup]:
    stated = read("absent")["words"][word]
    told = (words_of(stated[key], view.lang) for key in ("meaning", "over_rows"))
    return [tag("code", word), joined([view.say(ABSENT_WORDS[word])]), *(joined([text]) for text in told)]
