"""A rule, noted on a tape over data in known bounds: where its result stands, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from sakip_rules.columns.absent import Words
from sakip_rules.columns.formulas import Columns
from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.ratios import Ratios
from sakip_rules.columns.records import RecordColumns
from sakip_rules.columns.tape import Kind, Tape
from sakip_rules.columns.values import Known, numbers
from sakip_rules.columns.whole import NoColumnError, Wholes
from sakip_rules.plans import RulePlan
from sakip_rules.results import SHOWN

_LONG: Final = 1 << 63


class Noted(NamedTuple):
    """What a rule gives: registers by name, and the ladder of its scale.

    `units` are those of the last place of the value, `above` and `below` the exact number. A name that is not
    there says: nothing is absent (`absent`), told (`told`) or in doubt (`doubt`), nothing banded (`rung`).
    """

    registers: Mapping[str, int]
    bands: Ladder | None


def note_rule(plan: RulePlan, words: Words, tape: Tape, inputs: Mapping[str, Known], *, exact: bool) -> Noted:
    """Notes a rule over its inputs: with the exact number, or without; raises `NoColumnError`."""
    told = list[int]()
    wholes = Wholes(tape)
    ratios = Ratios(wholes)
    columns = Columns(ratios, words, plan.record.aliases)
    result = RecordColumns(plan.record, columns, told).rule(plan, inputs)
    ratio, rounding = numbers(result.exact), plan.result.rounding or SHOWN
    units = wholes.counted(ratios.units(ratio, rounding.places, rounding.mode))
    if units.largest * 10 ** max(-rounding.places, 0) >= _LONG:
        raise NoColumnError("too-large")
    above, below = (part.register for part in ratios.pair(ratio)) if exact else (None, None)
    registers = {
        "units": units.register,
        "above": above,
        "below": below,
        "absent": result.exact.absent,
        "rung": result.rung,
        "told": _any(tape, told, "u2"),
        "doubt": _any(tape, wholes.doubts, "?"),
    }
    there = {name: register for name, register in registers.items() if register is not None}
    return Noted(there, result.bands)


def _any(tape: Tape, registers: list[int], kind: Kind) -> int | None:
    """What any of some columns says."""
    found: int | None = None
    for register in dict.fromkeys(registers):
        found = register if found is None else tape.note(np.bitwise_or, found, register, kind=kind)
    return found
