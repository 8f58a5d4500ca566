"""A report's own keys; those of its framework are the reader's."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from sakip_rules.models.base import Maybe, Model, Text, Words, refuse
from sakip_rules.models.marks import ByShape, Tag, after
from sakip_rules.models.words import FigureName, RuleReference, ScalarText, Year

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


def _map_or_text(value: object) -> str:
    return "<map>" if isinstance(value, dict) else "<text>"


PrintedValue = Annotated[
    Annotated[ScalarText, Tag("<text>")] | Annotated[dict[Literal["min", "max"], ScalarText], Tag("<map>")],
    ByShape(_map_or_text),
]
"""What is printed, as text, or the two ends of a range."""


class Printed(Model):
    """A figure as the published report prints it; `value` keeps its text."""

    figure: FigureName
    year: Maybe[Year] = None
    value: Maybe[PrintedValue] = None
    category: Maybe[ScalarText] = None
    where: Maybe[Words] = None
    note: Maybe[Text] = None

    @after
    def _prints_something(self) -> Printed:
        if self.value is None and self.category is None:
            raise refuse("missing-key.printed")
        return self

    @property
    def text(self) -> str:
        """The printed value as it is written; a range as a map."""
        if isinstance(self.value, dict):
            return f"{{{', '.join(f'{end}: {number}' for end, number in self.value.items())}}}"
        return self.value or ""
