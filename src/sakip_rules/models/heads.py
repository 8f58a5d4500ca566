"""What every rule file says about itself: id, version, validity, legal basis, errata."""

from __future__ import annotations

from typing import Annotated

from sakip_rules.models.base import Maybe, Model, Text, TranslatedText, Words, refuse
from sakip_rules.models.marks import Filled, after
from sakip_rules.models.words import FirstDay, LastDay, PinnedReference, RuleId, Version
from sakip_rules.vocabulary import Confidence


class LegalBasis(Model):
    """The document a rule rests on, and how surely it says so."""

    document: Words
    section: Maybe[Words] = None
    confidence: Confidence
    quote: Maybe[Words] = None
    url: Maybe[Words] = None
    note: Maybe[Text] = None


class Erratum(Model):
    """A misprint in the source; never used in computing."""

    where: Words
    printed: Words
    corrected: Words
    note: Maybe[Text] = None


class Validity(Model):
    """Which version a file is, when it holds, and what it supersedes: read even where the rest is wrong."""

    model_config = {"extra": "ignore"}  # noqa: RUF012 - a constant of the class

    version: Version
    valid_from: FirstDay
    valid_to: Maybe[LastDay] = None
    supersedes: Maybe[PinnedReference] = None

    @after
    def _validity(self) -> Validity:
        _end_after_begin(self)
        return self


class RuleHead(Model):
    """What every rule file says about itself."""

    id: RuleId
    version: Version
    title: TranslatedText
    description: Maybe[TranslatedText] = None
    also_called: tuple[Words, ...] = ()
    valid_from: FirstDay
    valid_to: Maybe[LastDay] = None
    supersedes: Maybe[PinnedReference] = None
    gap: Maybe[TranslatedText] = None
    legal_basis: Annotated[tuple[LegalBasis, ...], Filled()]
    errata: tuple[Erratum, ...] = ()

    @property
    def reference(self) -> str:
        """The pinned reference to this rule: `owner/name@x.y.z`."""
        return f"{self.id}@{self.version}"

    @property
    def owner(self) -> str:
        """Who answers for the rule: `nasional` or an agency."""
        return self.id.partition("/")[0]

    @after
    def _validity(self) -> RuleHead:
        _end_after_begin(self)
        if self.supersedes is not None and self.supersedes.id != self.id:
            raise refuse("bad-value.supersedes-other", at=("supersedes",), id=self.id)
        return self


def _end_after_begin(dated: Validity | RuleHead) -> None:
    if dated.valid_to is not None and dated.valid_to < dated.valid_from:
        raise refuse("bad-date.order", at=("valid_to",))
