"""What formulas call by an alias: the code of a scale's band, the number of a table."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.ratios import Ratio
from sakip_rules.columns.settling import choose
from sakip_rules.columns.values import Codes, Column, Numbers, numbers
from sakip_rules.columns.whole import NoColumnError
from sakip_rules.expression.operators import code_of
from sakip_rules.plans import ScalePlan, TablePlan
from sakip_rules.tables import Refusal, Table
from sakip_rules.values import Category, not_computable

if TYPE_CHECKING:
    from sakip_rules.columns.formulas import Columns
    from sakip_rules.columns.tape import Array

_MOST_CELLS: Final = 1 << 16


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """Looks up what stands at the places that some columns give, one for each dimension of a list."""

    entries: Array

    def __call__(self, *columns: Array) -> None:
        """Fills what stands at each place."""
        *places, out = columns
        np.copyto(out, self.entries[tuple(places)])


def coded(columns: Columns, plan: ScalePlan, column: Column) -> Column:
    """Gives the code of the band of each number, and of each absent value that the scale has one for."""
    tape, bands = columns.tape, Ladder.of(plan)
    rung = bands.note(columns.ratios, numbers(column))
    codes = [columns.words.code(code_of(one)) if isinstance(one, Category) else 0 for one in bands.answers]
    register = tape.note(Lookup(np.array(codes, "i2")), rung, kind="i2")
    reasons = [bands.refused.get(place) for place in range(len(codes))]
    absent = _marked(columns, reasons, (len(codes),), rung)
    if column.absent is None:
        return Codes(register, absent)
    kept, of_absent = np.arange(256).astype("u1"), np.zeros(256, "i2")
    for byte, found in columns.absents.known().items():
        category = bands.of_absent(found)
        if category is not None:
            kept[byte], of_absent[byte] = 0, columns.words.code(code_of(category))
    there = tape.note(np.equal, column.absent, tape.constant(0, "u1"), kind="?")
    banded = tape.note(Lookup(of_absent), column.absent, kind="i2")
    register = tape.note(choose, there, register, banded, kind="i2")
    if absent is not None:
        absent = tape.note(np.multiply, absent, there, kind="u1")
    return Codes(register, columns.first(tape.note(Lookup(kept), column.absent, kind="u1"), absent))


def looked_up(columns: Columns, plan: TablePlan, keys: Sequence[Column]) -> Column:
    """Gives the number of a table for each row's codes."""
    table = plan.table
    if not isinstance(table, Table):
        raise NoColumnError("curve")
    registers = [key.register for key in keys if isinstance(key, Codes)]
    known = [str(code) for code in columns.words.codes] or [""]
    if len(registers) < len(keys) or len(known) ** len(keys) > _MOST_CELLS:
        raise NoColumnError("table")
    shape = (len(known),) * len(keys)
    cells = [table.look_up(codes) for codes in itertools.product(known, repeat=len(keys))]
    below = math.lcm(*(cell.denominator for cell in cells if isinstance(cell, Fraction)))
    units = [int(cell * below) if isinstance(cell, Fraction) else 0 for cell in cells]
    above = columns.ratios.wholes.looked_up(Lookup(np.array(units, "f8").reshape(shape)), registers, units)
    reasons = [cell.reason if isinstance(cell, Refusal) else None for cell in cells]
    absent = _marked(columns, reasons, shape, *registers)
    absent = columns.first(columns.worst(*(key.absent for key in keys)), absent)
    return Numbers(Ratio(Fraction(1, below), above, columns.ratios.one), absent)


def _marked(
    columns: Columns, reasons: Sequence[str | None], shape: tuple[int, ...], *places: int
) -> int | None:
    """What is not computable at some places of a list, and why; nothing where all of it is."""
    if not any(reasons):
        return None
    absents = columns.absents
    marks = [0 if one is None else absents.code(not_computable(one), own=True) for one in reasons]
    return columns.tape.note(Lookup(np.array(marks, "u1").reshape(shape)), *places, kind="u1")
