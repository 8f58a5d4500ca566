"""Which rules a person looks for: by owner, kind, year, regulation, confidence, and words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.diagnostics import nearest
from sakip_rules.vocabulary import CONFIDENCES, Confidence, RuleKind

if TYPE_CHECKING:
    from sakip_rules.models import AnyRule

_WORD: Final = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class ListedRule:
    """A rule that was looked for: the version that is meant, and all versions of it, oldest first."""

    rule: AnyRule
    versions: tuple[AnyRule, ...]

    @property
    def confidences(self) -> list[Confidence]:
        """The confidences of its legal basis, each once, the surest first."""
        return confidences(self.rule)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a rule must be; nothing stated means any.

    `day` asks for the version in force then, else the newest is meant. Every word of `words` must stand
    in the id, the title, the description or another usual name, in either language, in capitals or not.
    """

    words: Sequence[str] = ()
    owner: str | None = None
    kind: RuleKind | None = None
    day: datetime.date | None = None
    regulation: str | None = None
    confidence: Confidence | None = None
    sector: str | None = None
    """A sector's word, as indicators carry it in id and title: `kesehatan`, `health`."""

    def fits(self, rule: AnyRule) -> bool:
        """Says whether a rule is what is wanted, whatever the day."""
        basis = [law for law in rule.legal_basis if self.confidence in (None, law.confidence)]
        named = [law for law in basis if _holds(self.regulation or "", f"{law.document} {law.section or ''}")]
        return (
            self.owner in (None, rule.owner)
            and self.kind in (None, rule.kind)
            and bool(named)
            and _holds(self.sector or "", "\n".join([rule.id, *rule.title.pair]))
            and all(_holds(word, _text(rule)) for word in self.words)
        )


def search(catalogue: RuleCatalogue, wanted: Wanted) -> Iterator[ListedRule]:
    """Gives the rules that are wanted: those first that are called so, then by id."""
    listed: list[ListedRule] = []
    for rule_id in catalogue.ids():
        loaded = catalogue.versions[rule_id]
        meant = loaded if wanted.day is None else catalogue.standing(rule_id, wanted.day)
        if meant and wanted.fits(meant[-1].rule):
            listed.append(ListedRule(meant[-1].rule, tuple(version.rule for version in loaded)))
    yield from sorted(listed, key=lambda found: _distance(found.rule, wanted.words))


def misspelt(catalogue: RuleCatalogue, words: Sequence[str]) -> dict[str, str | None]:
    """Gives the words that stand in no rule, each with the word of a rule that is like it, if any is."""
    texts = [_text(versions[-1].rule) for versions in catalogue.versions.values() if versions]
    unknown = [word for word in words if not any(_holds(word, text) for text in texts)]
    known = {each.casefold() for text in texts for each in _WORD.findall(text)} if unknown else set()
    return {word: nearest(word, sorted(known)) for word in unknown}


def _distance(rule: AnyRule, words: Sequence[str]) -> int:
    """How far a rule is from the words: a usual name is nearest, then the begin of a word, then a part."""
    called = {name.casefold() for name in rule.also_called}
    if " ".join(words).casefold() in called:
        return 0
    names = "\n".join([rule.id, *rule.title.pair, *rule.also_called])
    return 1 + sum(_word_distance(word, called, names) for word in words)


def _word_distance(word: str, called: set[str], names: str) -> int:
    if word.casefold() in called:
        return 0
    begins = re.search(rf"\b{re.escape(word.casefold())}", names.casefold())
    if begins:
        return 1
    return 2 if _holds(word, names) else 3


def confidences(rule: AnyRule) -> list[Confidence]:
    """Gives the confidences of a rule's legal basis, each once, the surest first."""
    return sorted({basis.confidence for basis in rule.legal_basis}, key=CONFIDENCES.index)


def _holds(part: str, text: str) -> bool:
    return part.casefold() in text.casefold()


def _text(rule: AnyRule) -> str:
    texts = [rule.title.pair, *([rule.description.pair] if rule.description is not None else [])]
    return "\n".join([rule.id, *rule.also_called, *(part for pair in texts for part in pair)])
