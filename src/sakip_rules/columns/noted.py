"""A rule, noted on a tape over data in known bounds: where its result stands, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from sakip_rules.columns.absent import Words
from sakip_rules.columns.formulas import Columns
from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.ratios import Ratios
from sakip_rules.columns.records import RecordColumns
from sakip_rules.columns.tape import Array, Kind, Player, Tape
from sakip_rules.columns.values import Known, numbers
from sakip_rules.columns.whole import NoColumnError, Wholes
from sakip_rules.plans import RulePlan
from sakip_rules.results import SHOWN

_SHORT: Final = 1 << 31
_LONG: Final = 1 << 63
_KINDS: Final = {"above": "i8", "below": "i8", "absent": "u1", "rung": "u1", "told": "u2", "doubt": "?"}


@dataclass(frozen=True, slots=True)
class Noted:
    """What a rule gives: registers by name, and the ladder of its scale.

    `units` are those of the last place of the value, `above` and `below` the exact number. A name that is not
    there says: nothing is absent (`absent`), told (`told`) or in doubt (`doubt`), nothing banded (`rung`).
    """

    tape: Tape
    registers: Mapping[str, int]
    bands: Ladder | None
    is_short: bool
    """Whether 32 bits hold all units."""

    def arrays(self, rows: int) -> dict[str, Array]:
        """Gives an array for each register."""
        kinds = {"units": "i4" if self.is_short else "i8", **_KINDS}
        return {name: np.empty(rows, kinds[name]) for name in self.registers}

    def play(self, arrays: Mapping[str, Array], rows: Array) -> Iterator[int]:
        """Fills the arrays with some rows, or with so many, and yields how many are done."""
        return Player(self.tape, list(self.registers.values())).play(list(arrays.values()), rows)


def note_rule(plan: RulePlan, words: Words, tape: Tape, inputs: Mapping[str, Known], *, exact: bool) -> Noted:
    """Notes a rule over its inputs: with the exact number, or without; raises `NoColumnError`."""
    told = list[int]()
    wholes = Wholes(tape)
    ratios = Ratios(wholes)
    columns = Columns(ratios, words, plan.record.aliases)
    result = RecordColumns(plan.record, columns, told).rule(plan, inputs)
    ratio, rounding = numbers(result.exact), plan.result.rounding or SHOWN
    units = wholes.counted(ratios.units(ratio, rounding.places, rounding.mode))
    largest = units.largest * 10 ** max(-rounding.places, 0)
    if largest >= _LONG:
        raise NoColumnError("too-large")
    found = {"units": units.register}
    if exact:
        above, below = ratios.pair(ratio)
        found |= {"above": above.register, "below": below.register}
    others = {
        "absent": result.exact.absent,
        "rung": result.rung,
        "told": _any(tape, told, "u2"),
        "doubt": _any(tape, wholes.doubts, "?"),
    }
    found |= {name: register for name, register in others.items() if register is not None}
    return Noted(tape, found, result.bands, largest < _SHORT)


def _any(tape: Tape, registers: list[int], kind: Kind) -> int | None:
    """What any of some columns says."""
    found: int | None = None
    for register in dict.fromkeys(registers):
        found = register if found is None else tape.note(np.bitwise_or, found, register, kind=kind)
    return found
