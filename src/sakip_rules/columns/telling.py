"""What is told of a record on columns: codes of diagnostics, each a bit in the rows that it is told of."""

from __future__ import annotations

from typing import Final, TypeVar

import numpy as np

from sakip_rules.columns.absent import OWN, Words
from sakip_rules.columns.aliases import Lookup
from sakip_rules.columns.tape import Tape
from sakip_rules.columns.values import Column
from sakip_rules.columns.whole import NoColumnError

BITS: Final = 16
C = TypeVar("C", bound=Column)


class Telling:
    """Notes what is told; `where` are the rows of the table in which there is such a record, none for all."""

    def __init__(self, tape: Tape, words: Words, registers: list[int], where: int | None = None) -> None:
        self.tape, self.words, self.registers, self.where = tape, words, registers, where

    def within(self, where: int | None) -> Telling:
        """Gives what notes what is told of a record that is only in some rows."""
        return Telling(self.tape, self.words, self.registers, where)

    def tell(self, code: str, *truths: int | None) -> None:
        """Tells a code where some truths hold."""
        told = self.tape.constant(self._bit(code), "u2")
        for truth in (*truths, self.where):
            if truth is not None:
                told = self.tape.note(np.multiply, told, truth, kind="u2")
        self.registers.append(told)

    def blamed(self, column: C) -> C:
        """Tells what is not computable; in the rows where it is passed on, that was told already."""
        if column.absent is None:
            return column
        bits = np.zeros(256, "u2")
        for byte, absent in self.words.absents.known().items():
            if byte & OWN and absent.word == "not_computable":
                bits[byte] = self._bit(str(absent.reason))
        if bits.any():
            told = self.tape.note(Lookup(bits), column.absent, kind="u2")
            if self.where is not None:
                told = self.tape.note(np.multiply, told, self.where, kind="u2")
            self.registers.append(told)
        return column

    def _bit(self, code: str) -> int:
        told = self.words.told
        if code not in told:
            told.append(code)
        if len(told) > BITS:
            raise NoColumnError("many")
        return 1 << told.index(code)
