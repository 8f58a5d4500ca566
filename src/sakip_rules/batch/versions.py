"""Which version of a rule computes a row: the pinned one, that of one day, or that of the row's own year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sakip_rules.batch.columns import RowReader
from sakip_rules.batch.signs import DecimalSigns
from sakip_rules.batch.sources import BatchRow, BatchSource
from sakip_rules.diagnostics import DataError, SakipRulesError, diagnose, quoted
from sakip_rules.sheets import SheetCell

if TYPE_CHECKING:
    import datetime

    from sakip_rules.api import Catalogue, Rule

YEARS: Final = ("year", "tahun")
"""Columns that say the year of a row."""

_DIGITS: Final = 4


class Version:
    """One version of the rule, and how it reads rows."""

    def __init__(self, rule: Rule, reader: RowReader) -> None:
        self.rule = rule
        self.reader = reader


class Versions:
    """The versions of a rule, each linked when the first row asks for it."""

    def __init__(
        self,
        catalogue: Catalogue,
        reference: str,
        on: int | datetime.date | None,
        source: BatchSource,
        signs: DecimalSigns,
    ) -> None:
        self.catalogue = catalogue
        self.reference = reference
        self.source = source
        self.signs = signs
        self._of_year: dict[str, Version | SakipRulesError] = {}
        self.one = None if on is None and "@" not in reference and self._has_years() else self._linked(on)
        """The version of all rows, where one is named."""

        if self.one is not None and self.one.reader.mistakes:
            raise DataError(self.one.reader.mistakes)

    def of(self, row: BatchRow) -> Version:
        """Gives the version of a row; raises `SakipRulesError`, at the row's year, where there is none."""
        if self.one is not None:
            return self.one
        name = next((name for name in YEARS if name in row.data), YEARS[0])
        year = _year_of(row, name)
        found = self._of_year.get(year)
        if found is None:
            found = self._of_year[year] = self._of(year)
        if isinstance(found, Version):
            return found
        raise DataError(replace(one, place=row.place(name), argument=()) for one in found.diagnostics)

    def linked(self) -> Sequence[Version]:
        """Gives the versions that rows were computed with so far."""
        several = [version for version in self._of_year.values() if isinstance(version, Version)]
        return several if self.one is None else [self.one]

    def receipt_of(self, year: str) -> dict[str, object] | None:
        """Gives the receipt of the version of a year, or of the one version; nothing where there is none."""
        found = self.one or self._of_year.setdefault(year, self._of(year))
        return found.rule.receipt.to_dict() if isinstance(found, Version) else None

    def receipts(self) -> dict[str, dict[str, object]]:
        """Gives the receipts of all versions used so far, by the year that asked for them."""
        if self.one is not None:
            return {"": self.one.rule.receipt.to_dict()}
        return {
            year: found.rule.receipt.to_dict()
            for year, found in self._of_year.items()
            if isinstance(found, Version)
        }

    def _has_years(self) -> bool:
        return self.source.is_open or any(name in self.source.columns for name in YEARS)

    def _of(self, year: str) -> Version | SakipRulesError:
        try:
            return self._linked(int(year))
        except SakipRulesError as error:
            return error

    def _linked(self, on: int | datetime.date | None) -> Version:
        rule = self.catalogue.rule(self.reference, on=on)
        return Version(rule, RowReader(rule, self.source, self.signs))


def _year_of(row: BatchRow, name: str) -> str:
    held = row.data.get(name)
    text = (held.text if isinstance(held, SheetCell) else str(held if held is not None else "")).strip()
    if len(text) == _DIGITS and text.isascii() and text.isdecimal() and text != "0000":
        return text
    raise DataError([*row.mistakes, diagnose("bad-date.year", row.place(name), written=quoted(text))])
