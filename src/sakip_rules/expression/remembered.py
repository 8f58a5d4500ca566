"""Formulas that were parsed before, kept up to a size: strangers' rules may hold very many."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from sakip_rules.locks import Lock

if TYPE_CHECKING:
    from sakip_rules.expression.formula import Formula

BYTES: Final = 32 * 2**20
"""About so much memory is kept at most; all bundled rules take a tenth of it."""

BYTES_A_FORMULA: Final = 500
BYTES_A_NODE: Final = 160


class Remembered:
    """The formulas that were asked for last, by text. May serve several threads."""

    def __init__(self, limit: int = BYTES) -> None:
        self.limit = limit
        self.bytes = 0
        self._formulas: OrderedDict[str, Formula] = OrderedDict()
        self._lock = Lock()

    def get(self, text: str) -> Formula | None:
        """Gives the formula of a text, if it is kept."""
        with self._lock.held():
            found = self._formulas.get(text)
            if found is not None:
                self._formulas.move_to_end(text)
            return found

    def keep(self, text: str, formula: Formula) -> None:
        """Keeps a formula; those that nobody asked for the longest time go."""
        with self._lock.held():
            if text in self._formulas:
                return
            self._formulas[text] = formula
            self.bytes += weight(text, formula)
            while self.bytes > self.limit:
                self.bytes -= weight(*self._formulas.popitem(last=False))


def weight(text: str, formula: Formula) -> int:
    """Gives about how many bytes a formula takes."""
    return BYTES_A_FORMULA + 2 * len(text) + BYTES_A_NODE * len(formula.nodes)


__all__ = ["BYTES", "Remembered", "weight"]
