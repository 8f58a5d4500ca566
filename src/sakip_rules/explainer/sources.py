"""What stands behind a figure: the files of the rules used, their legal basis, the words of their bands."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sakip_rules.catalogue import RuleCatalogue, rule_of
from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Line
from sakip_rules.languages import Language, say
from sakip_rules.models import AnyRule, Body, Case, FormulaRule, FrameworkRule, ScaleRule, Step
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
    return {rule_of(item).reference: rule_of(item) for item in items}


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


def step_of(rule: AnyRule | None, level: str | None, name: str) -> Step | None:
    """Gives a step as the file of a rule, or of a framework's level, has it."""
    body: Body | None = None
    if isinstance(rule, FrameworkRule):
        body = rule.levels.get(level or "")
    elif isinstance(rule, FormulaRule):
        body = rule
    return body.steps.get(name) if body is not None else None


def case_of(rule: AnyRule | None, level: str | None, name: str, index: int) -> Case | None:
    """Gives a case of a step, or else of the rule's own formula, as the file has it."""
    step = step_of(rule, level, name)
    cases = step.formula if step is not None else rule.formula if isinstance(rule, FormulaRule) else None
    return cases[index] if isinstance(cases, tuple) and index < len(cases) else None


def band_of_category(rules: Rules, scale: str | None, category: Category) -> WrittenBand | None:
    """Gives the band of a scale that a category comes from, if the scale's file is known."""
    rule = rules.get(scale or "")
    if not isinstance(rule, ScaleRule):
        return None
    return next((band for band in rule.bands if band.category == category.label), None)
