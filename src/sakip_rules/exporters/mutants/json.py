"""How well examples pin their rules, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.mutants.counting import FATES, counts, killed_percent
from sakip_rules.exporters.objects import to_text
from sakip_rules.languages import Language, say
from sakip_rules.mutation.telling import TRIES

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json
    from sakip_rules.languages import Pair
    from sakip_rules.mutation import Mutant, RuleMutants

WHY_ALIKE: Final[Pair] = (
    f"dari {TRIES} masukan yang dicoba tidak satu pun memberi hasil atau kategori lain",
    f"of {TRIES} inputs tried none gave another result or category",
)


def export(rules: Sequence[RuleMutants], look: Look) -> str:
    """Gives how well examples pin their rules as JSON text."""
    return to_text(mutants_object(rules, look.lang))


def mutants_object(rules: Sequence[RuleMutants], lang: Language = "id") -> Json:
    """Gives the counts, every survivor, and every change that no input tells apart, with the reason."""
    return {
        "rules": [
            {"rule": rule.rule, "file": rule.file, **{fate: rule.count(fate) for fate in FATES}}
            for rule in rules
        ],
        "survivors": [_mutant(rule, mutant) for rule in rules for mutant in rule.survivors],
        "alike": [
            _mutant(rule, mutant) | {"why": say(WHY_ALIKE, lang)}
            for rule in rules
            for mutant in rule.mutants
            if mutant.fate == "alike"
        ],
        "summary": {**counts(rules), "percent": killed_percent(rules)},
    }


def _mutant(rule: RuleMutants, mutant: Mutant) -> Json:
    return {
        "rule": rule.rule,
        "file": rule.file,
        "line": mutant.place.line if mutant.place is not None else None,
        "kind": mutant.slip.kind,
        "was": mutant.slip.was,
        "now": mutant.slip.now,
        "example": mutant.example,
    }
