"""Which sign parts decimals in the columns of a file: said by the user, else shown by their other cells."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sakip_rules.batch.sources import open_source
from sakip_rules.diagnostics import Diagnostic, Place, quoted, warn
from sakip_rules.importer.figures import DecimalSign, sign_of
from sakip_rules.sheets import SheetCell

if TYPE_CHECKING:
    from decimal import Decimal

EITHER: Final = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""A number whose sign may part decimals or thousands."""

_NUMBER: Final = re.compile(r"[-−]?(?:Rp\.?\s*)?(?P<digits>\d[\d.,]*\d)\s*%?", re.IGNORECASE)


@dataclass(slots=True)
class DecimalSigns:
    """The decimal signs of the columns of a file; read for them once, where a number leaves them open."""

    path: str
    sheet: str | None
    said: DecimalSign | None = None
    notes: list[Diagnostic] = field(default_factory=list)
    """What was decided, once for each column."""

    _told: set[str] = field(default_factory=set)
    _found: dict[str, dict[DecimalSign, str]] | None = None
    """A number for each sign that a column has."""

    def of(self, column: str) -> DecimalSign | None:
        """Gives the sign of a column; of one that shows none, that of the others; else nothing."""
        if self.said is not None:
            return self.said
        own = self._all().get(column)
        signs = own or {sign: "" for found in self._all().values() for sign in found}
        return next(iter(signs)) if len(signs) == 1 else None

    def is_mixed(self, column: str) -> bool:
        """Says whether a column has numbers with either sign."""
        return self.said is None and len(self._all().get(column, {})) > 1

    def tell(self, column: str, place: Place, text: str, number: Decimal) -> None:
        """Notes how a number was read that could be another one, for the first of each column."""
        if self.said is not None or column in self._told:
            return
        self._told.add(column)
        seen = self._all().get(column) or next(found for found in self._all().values() if found)
        plain = format(number, "f")
        texts = {"text": quoted(text), "name": quoted(column), "seen": quoted(next(iter(seen.values())))}
        shown = (quoted(plain.replace(".", ",")), quoted(plain))
        self.notes.append(warn("taken-as.decimal", place, number=shown, **texts))

    def _all(self) -> dict[str, dict[DecimalSign, str]]:
        if self._found is None:
            self._found = _signs(self.path, self.sheet)
        return self._found


def _signs(path: str, sheet: str | None) -> dict[str, dict[DecimalSign, str]]:
    found: dict[str, dict[DecimalSign, str]] = {}
    source = open_source(path, sheet)
    with source.book or contextlib.nullcontext():
        for row in source.rows:
            for name, cell in row.data.items():
                text = cell.text.strip() if isinstance(cell, SheetCell) and cell.kind == "text" else ""
                match = _NUMBER.fullmatch(text)
                sign = sign_of(match["digits"]) if match is not None else None
                if sign is not None:
                    found.setdefault(name, {}).setdefault(sign, text)
    return found
