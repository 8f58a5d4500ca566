"""A rule, noted on a tape over data in known bounds: where its result stands, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from sakip_rules.columns.formulas import Columns
from sakip_rules.columns.groups import Slot, Slots
from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.packed import AnyPacked, PackedRows
from sakip_rules.columns.ratios import Ratio, Ratios
from sakip_rules.columns.records import RecordColumns
from sakip_rules.columns.tape import Kind, Tape
from sakip_rules.columns.telling import Telling, Words
from sakip_rules.columns.values import Codes, Known, Numbers, RangeEnds, Truths, numbers
from sakip_rules.columns.whole import Whole, Wholes
from sakip_rules.plans import RulePlan
from sakip_rules.results import SHOWN


@dataclass(frozen=True, slots=True)
class Noted:
    """What a rule gives: the shown number in units of its last place, the exact one, and registers.

    A register that is not there says: none is absent, nothing is told, no row is in doubt.
    """

    tape: Tape
    units: Whole
    above: Whole
    below: Whole
    absent: int | None
    rung: int | None
    told: int | None
    doubt: int | None
    bands: Ladder | None


def note_rule(plan: RulePlan, words: Words, inputs: Mapping[str, AnyPacked]) -> Noted:
    """Gives the registers of the result; raises `NoColumnError`."""
    tape, told = Tape(), list[int]()
    wholes = Wholes(tape)
    ratios = Ratios(wholes)
    columns = Columns(ratios, words.absents, words.codes, plan.record.aliases)
    record = RecordColumns(plan.record, columns, Telling(tape, words, told))
    for name, packed in inputs.items():
        record.take(name, _input(name, packed, ratios))
    result = record.rule(plan)
    exact, rounding = numbers(result.exact), plan.result.rounding or SHOWN
    units = wholes.counted(ratios.units(exact, rounding.places, rounding.mode))
    above, below = ratios.pair(exact)
    return Noted(
        tape,
        units,
        above,
        below,
        result.exact.absent,
        result.rung,
        _any(tape, told, "u2"),
        _any(tape, wholes.doubts, "?"),
        result.bands,
    )


def _input(name: str, packed: AnyPacked, ratios: Ratios) -> Known:
    """An input as formulas see it; the arrays of the data have the same names (`Packed.arrays`)."""
    tape = ratios.wholes.tape
    if isinstance(packed, PackedRows) and packed.is_range:
        (slot,) = packed.slots
        absent = None if slot.absent is None else tape.source(f"{name}.0?", "u1")
        low, high = (_input(f"{name}.0.{end}", slot.fields[end], ratios) for end in ("min", "max"))
        return RangeEnds(Numbers(numbers(low), absent), Numbers(numbers(high), absent))
    if isinstance(packed, PackedRows):
        return Slots(
            tuple(
                Slot(
                    {
                        field: _input(f"{name}.{place}.{field}", each, ratios)
                        for field, each in slot.fields.items()
                    },
                    None if slot.there is None else tape.source(f"{name}.{place}!", "?"),
                    None if slot.absent is None else tape.source(f"{name}.{place}?", "u1"),
                )
                for place, slot in enumerate(packed.slots)
            )
        )
    absent = None if packed.absent is None else tape.source(f"{name}?", "u1")
    if packed.kind == "truth":
        return Truths(tape.source(name, "?"), absent)
    if packed.kind == "code":
        return Codes(tape.source(name, "i2"), absent)
    above = ratios.wholes.source(name, packed.low, packed.high)
    return Numbers(Ratio(Fraction(1, 10**packed.places), above, ratios.one), absent)


def _any(tape: Tape, registers: list[int], kind: Kind) -> int | None:
    """What any of some columns says."""
    found: int | None = None
    for register in dict.fromkeys(registers):
        found = register if found is None else tape.note(np.bitwise_or, found, register, kind=kind)
    return found
