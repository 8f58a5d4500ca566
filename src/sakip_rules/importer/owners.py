"""Whose report a row of a table belongs to, where columns say that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sakip_rules.importer.headings import AGENCY, YEAR, Heading
from sakip_rules.sheets import SheetRow


class Owner(NamedTuple):
    """An agency and a year as a table writes them; empty where it does not."""

    agency: str = ""
    year: str = ""


class OwnerColumns:
    """The columns that say whose report a row is of; a blank cell means what stands above it."""

    def __init__(self, columns: Mapping[int, Heading]) -> None:
        self.agency = next((at for at, heading in columns.items() if heading.what == AGENCY), None)
        self.year = next((at for at, heading in columns.items() if heading.what == YEAR), None)

    def of(self, row: SheetRow, above: Owner) -> Owner:
        """Gives whose report a row is of, below rows of another one or the same."""
        agency, year = (row.text(at) if at is not None else "" for at in (self.agency, self.year))
        return Owner(agency or above.agency, year or above.year)

    def walk(self, rows: Iterable[SheetRow]) -> Iterator[Owner]:
        """Gives whose report each row is of; nothing where no column says that."""
        if self.agency is None and self.year is None:
            return
        owner = Owner()
        for row in rows:
            if row.cells:
                owner = self.of(row, owner)
                yield owner
