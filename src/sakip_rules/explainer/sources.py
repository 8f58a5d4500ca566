"""What stands behind a figure: the files of the rules used, their legal basis, the words of their bands."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Line
from sakip_rules.languages import Language, say
from sakip_rules.models import AnyRule, ScaleRule
from sakip_rules.wording.terms import CONFIDENCE_MEANINGS, CONFIDENCE_WORDS
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sakip_rules.models import LegalBasis, WrittenBand
    from sakip_rules.values import Category

Rules: TypeAlias = "Mapping[str, AnyRule]"
"""Rules by pinned reference, `owner/name@x.y.z`."""


def rules_by_reference(catalogue: RuleCatalogue) -> dict[str, AnyRule]:
    """Gives every rule of a catalogue that can be used, by its pinned reference."""
    items = (item for versions in catalogue.versions.values() for item in versions)
    return {item.rule.reference: item.rule for item in items}


def basis_lines(rules: Iterable[AnyRule], lang: Language) -> Iterator[Line]:
    """Gives the legal basis of rules, each with how surely the rule follows from it, in words."""
    for rule in rules:
        yield Line(1, f"{rule.reference}: {safe(rule.title.pair, lang)}")
        for basis in rule.legal_basis:
            yield Line(2, _document(basis))
            yield Line(3, _surety(basis, lang), "quiet")
            if basis.quote is not None:
                yield Line(3, f"“{clean(basis.quote)}”")
            if basis.note is not None:
                yield Line(3, safe(basis.note.pair, lang), "quiet")


def _surety(basis: LegalBasis, lang: Language) -> str:
    word, meaning = CONFIDENCE_WORDS[basis.confidence], CONFIDENCE_MEANINGS[basis.confidence]
    return f"{say(word, lang)}: {say(meaning, lang)}"


def _document(basis: LegalBasis) -> str:
    parts = [basis.document, basis.section, basis.url]
    return clean(", ".join(part for part in parts if part))


def band_of_category(rules: Rules, scale: str | None, category: Category) -> WrittenBand | None:
    """Gives the band of a scale that a category comes from, if the scale's file is known."""
    rule = rules.get(scale or "")
    if not isinstance(rule, ScaleRule):
        return None
    return next((band for band in rule.bands if band.category == category.label), None)
