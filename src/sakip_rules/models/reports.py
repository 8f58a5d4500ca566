"""A report's own keys; those of its framework are the reader's."""

from __future__ import annotations

from typing import Final

from pydantic import model_validator

from sakip_rules.models.base import Maybe, Model, Text, Words, refuse
from sakip_rules.models.words import Name, RuleReference, ScalarText, Year

HEADER_KEYS: Final = ("report", "organization", "year", "framework", "period")
ROOT_KEYS: Final = ("rule", "data", "codes", "history", "printed", "note")
RECORD_KEYS: Final = ("id", "title", "note", "unit", "rule", "data", "codes", "history", "printed")
DATUM_KEYS: Final = ("value", "document", "year", "note")
ABSENT_KEYS: Final = ("status", "reason", "note")


class ReportHeader(Model):
    """Whose report it is, for which year, and by which framework it is computed."""

    report: Words
    organization: Words
    year: Year
    framework: RuleReference
    period: Maybe[Text] = None


class Printed(Model):
    """A figure as the published report prints it; `value` keeps its text."""

    figure: Name
    year: Maybe[Year] = None
    value: Maybe[ScalarText] = None
    category: Maybe[ScalarText] = None
    where: Maybe[Words] = None
    note: Maybe[Text] = None

    @model_validator(mode="after")
    def _prints_something(self) -> Printed:
        if self.value is None and self.category is None:
            raise refuse("missing-key.printed")
        return self
