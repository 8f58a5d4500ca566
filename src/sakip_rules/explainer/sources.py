"""What stands behind a rule: the documents that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Line
from sakip_rules.languages import Language, say
from sakip_rules.wording.terms import CONFIDENCE_MEANINGS, CONFIDENCE_WORDS
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip_rules.languages import Pair
    from sakip_rules.models import LegalBasis


def basis_lines(reference: str, title: Pair, basis: Sequence[LegalBasis], lang: Language) -> Iterator[Line]:
    """Gives the legal basis of a rule, each document with how surely the rule follows from it, in words."""
    yield Line(1, f"{reference}: {safe(title, lang)}")
    for document in basis:
        yield Line(2, _named(document))
        yield Line(3, _surety(document, lang), "quiet")
        if document.quote is not None:
            yield Line(3, f"“{clean(document.quote)}”")
        if document.note is not None:
            yield Line(3, safe(document.note.pair, lang), "quiet")


def _surety(basis: LegalBasis, lang: Language) -> str:
    word, meaning = CONFIDENCE_WORDS[basis.confidence], CONFIDENCE_MEANINGS[basis.confidence]
    return f"{say(word, lang)}: {say(meaning, lang)}"


def _named(basis: LegalBasis) -> str:
    parts = [basis.document, basis.section, basis.url]
    return clean(", ".join(part for part in parts if part))
