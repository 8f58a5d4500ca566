"""Absent values as bytes: 0 is a value that is there; else its rank, whether it arose here, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sakip_rules.columns.whole import NoColumnError
from sakip_rules.values import MISSING, RANK, Absent

if TYPE_CHECKING:
    from sakip_rules.columns.tape import Array, Tape

RANK_SHIFT: Final = 5
"""The rank, from 1, stands above the other bits: the worse of two is the one with more in front."""

OWN: Final = 1 << 4
"""Whether the value arose by computing, and is told: what data state is not."""

_PLACES: Final = 16
_BLOCKING: Final = RANK["missing"] + 1 << RANK_SHIFT
_BROKEN: Final = RANK["not_computable"] + 1 << RANK_SHIFT


class Absents:
    """The absent values of one run, each with its byte."""

    def __init__(self) -> None:
        self._bytes: dict[Absent, int] = {}
        self.code(MISSING)  # whatever else data state

    def coded(self, absent: Absent) -> int | None:
        """Gives the byte of an absent value; nothing where all bytes of its word are taken."""
        if absent not in self._bytes:
            place = sum(known.word == absent.word for known in self._bytes)
            if place == _PLACES:
                return None
            self._bytes[absent] = (RANK[absent.word] + 1) << RANK_SHIFT | place
        return self._bytes[absent]

    def code(self, absent: Absent, *, own: bool = False) -> int:
        """Gives the byte of an absent value, as it is told where it arises, or as data state it."""
        byte = self.coded(absent)
        if byte is None:
            raise NoColumnError("many")
        return byte | (OWN if own else 0)

    def register(self, tape: Tape, absent: Absent, *, own: bool = False) -> int:
        """Gives the register of one absent value in all rows."""
        return tape.constant(self.code(absent, own=own), "u1")

    def known(self) -> dict[int, Absent]:
        """Gives the absent values by their bytes, of either kind."""
        return {byte | own: absent for absent, byte in self._bytes.items() for own in (0, OWN)}


class Words:
    """What numbers stand for in the columns of one table: the same in every run over some of its rows."""

    def __init__(self) -> None:
        self.absents = Absents()
        self.codes: dict[object, int] = {}
        """The CODEs of choices and categories."""
        self.told: list[str] = []
        """The codes of diagnostics: each has a bit."""

    def code(self, code: object) -> int:
        """Gives the number of a CODE."""
        return self.codes.setdefault(code, len(self.codes))


def counts(absent: Array, out: Array) -> None:
    """Fills what `given()` says: what is not computable counts, so that it cannot be passed over."""
    np.equal(absent, 0, out=out)
    np.logical_or(out, absent >> RANK_SHIFT == RANK["not_computable"] + 1, out=out)


def blocking(absent: Array, stays: Array, out: Array) -> None:
    """Fills the absent values that stop an aggregate: of rows that stay and do not leave by themselves."""
    np.multiply(absent, np.logical_and(stays, absent >= _BLOCKING), out=out)


def left_by(value: Array, worst: Array, stays: Array, there: Array, out: Array) -> None:
    """Fills what rows that leave an aggregate leave behind: their absent values, but for mistakes."""
    gone = there & (~stays | ((worst > 0) & (worst < _BLOCKING)))
    np.multiply(value, gone & (value < _BROKEN), out=out)


def worse(a: Array, b: Array, out: Array) -> None:
    """Fills the worse of two absent values, of two equal ones the left one."""
    np.copyto(out, a)
    np.copyto(out, b, where=(b >> RANK_SHIFT) > (a >> RANK_SHIFT))


def first(a: Array, b: Array, out: Array) -> None:
    """Fills the first of two absent values that is one."""
    np.copyto(out, a)
    np.copyto(out, b, where=np.equal(a, 0))
