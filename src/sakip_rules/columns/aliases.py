"""What formulas call by an alias: the code of a scale's band, the number of a table."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from sakip_rules.columns.absent import first
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

_MOST_CELLS = 1 << 16


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """Looks up what stands at the places that some columns give, one for each dimension of a list."""

    entries: Array

    def __call__(self, *columns: Array) -> None:
        """Fills what stands at each place."""
        *places, out = columns
        if len(places) == 1 and np.ndim(places[0]):
            np.take(self.entries, places[0], out=out, mode="clip")
        else:
            np.copyto(out, self.entries[tuple(places)])


def coded(columns: Columns, plan: ScalePlan, column: Column) -> Column:
    """Gives the code of the band of each number, and of each absent value that the scale has one for."""
    tape, absents = columns.tape, columns.absents
    bands = Ladder.of(plan)
    rung = bands.note(columns.ratios, numbers(column))
    codes = [columns.code(code_of(one)) if isinstance(one, Category) else 0 for one in bands.answers]
    register = tape.note(Lookup(np.array(codes, "i2")), rung, kind="i2")
    refused = bands.refused
    absent = None
    if refused:
        marks = [
            absents.code(not_computable(refused[place]), own=True) if place in refused else 0
            for place in range(len(codes))
        ]
        absent = tape.note(Lookup(np.array(marks, "u1")), rung, kind="u1")
    if column.absent is None:
        return Codes(register, absent)
    passed, of_absent = np.arange(256).astype("u1"), np.zeros(256, "i2")
    for byte, found in absents.known().items():
        category = bands.of_absent(found)
        if category is not None:
            passed[byte], of_absent[byte] = 0, columns.code(code_of(category))
    there = columns.no_absent(column.absent)
    banded = tape.note(Lookup(of_absent), column.absent, kind="i2")
    register = tape.note(choose, there, register, banded, kind="i2")
    kept = tape.note(Lookup(passed), column.absent, kind="u1")
    if absent is None:
        return Codes(register, kept)
    absent = tape.note(np.multiply, absent, there, kind="u1")
    return Codes(register, tape.note(first, kept, absent, kind="u1"))


def looked_up(columns: Columns, plan: TablePlan, keys: tuple[Column, ...]) -> Column:
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
    marks = [
        columns.absents.code(not_computable(cell.reason), own=True) if isinstance(cell, Refusal) else 0
        for cell in cells
    ]
    above = columns.ratios.wholes.looked_up(Lookup(np.array(units, "f8").reshape(shape)), registers, units)
    absent = columns.worst(keys)
    if any(marks):
        mark = columns.tape.note(Lookup(np.array(marks, "u1").reshape(shape)), *registers, kind="u1")
        absent = mark if absent is None else columns.tape.note(first, absent, mark, kind="u1")
    return Numbers(Ratio(Fraction(1, below), above, columns.ratios.one), absent)
