"""A rule on a table: what can be stated on columns is computed there, each other row by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import numpy as np

from sakip_rules.columns.absent import Words
from sakip_rules.columns.answers import RecordAnswer, RowAnswers
from sakip_rules.columns.cells import AnyCells
from sakip_rules.columns.formulas import Columns
from sakip_rules.columns.inputs import InputColumns
from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.packing import Packer
from sakip_rules.columns.ratios import Ratios
from sakip_rules.columns.records import RecordColumns
from sakip_rules.columns.tape import Kind, Player, Tape
from sakip_rules.columns.values import Known, all_there, numbers
from sakip_rules.columns.whole import NoColumnError, Wholes
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import RulePlan
from sakip_rules.results import SHOWN
from sakip_rules.values import Value

Evaluate = Callable[[Mapping[str, Value]], RecordAnswer]
"""Computes one record of the rule: the reference does, or what equals it."""

Progress = Callable[[int, int], None]
"""Is told how many rows of how many are done."""

Tell = Callable[[int], None]

_SHORT: Final = 1 << 31
_LONG: Final = 1 << 63
_STEP: Final = 1000
"""Rows computed by themselves between two words of progress."""


class TableRun:
    """One rule on one table: its cells are packed, and `faults` are those that hold a mistake.

    An input that has no cells has its default in every row.
    """

    def __init__(self, plan: RulePlan, cells: Mapping[str, AnyCells], rows: int, floats: Floats) -> None:
        self.plan, self.cells, self.rows = plan, cells, rows
        self.words, self.tape = Words(), Tape()
        self._packer = Packer(self.words, floats)
        self.faults = self._packer.faults
        inputs, declared = InputColumns(self.tape, self._packer), plan.record.inputs
        self.inputs = {name: inputs.known(declared[name], each) for name, each in cells.items()}
        self._apart, self._absents = inputs.apart, inputs.absents

    def answers(self, evaluate: Evaluate, progress: Progress, *, exact: bool = True) -> RowAnswers:
        """Gives the answers of all rows; with numerators and denominators, if they are asked for."""
        answers = RowAnswers(self.plan, self.words, self.rows, exact=exact)
        tell = _rising(progress, self.rows)
        try:
            left = self._on_columns(answers, tell)
        except NoColumnError as error:
            answers.declined = error.why
            left = set(range(self.rows))
        self._one_by_one(answers, sorted(left - self.faults.codes.keys()), evaluate, tell)
        for row, code in self.faults.codes.items():
            answers.refuse(row, code)
        tell(self.rows)
        return answers

    def _on_columns(self, answers: RowAnswers, tell: Tell) -> set[int]:
        """Computes what columns can state, and gives the rows that are left."""
        try:
            return self._apart | self._play(self.inputs, answers, tell)
        except NoColumnError as error:
            if not self._absents:
                raise
            answers.declined = error.why
        # The rows in which all is there may be stated nevertheless.
        there = {name: all_there(known) for name, known in self.inputs.items()}
        some = set(np.flatnonzero(np.logical_or.reduce(self._absents)).tolist())
        return self._apart | some | self._play(there, answers, tell)

    def _play(self, inputs: Mapping[str, Known], answers: RowAnswers, tell: Tell) -> set[int]:
        """Computes all rows on columns, and gives those that are in doubt."""
        noted = note_rule(self.plan, self.words, self.tape, inputs, exact=answers.exact)
        whole = {"units": "i4" if noted.is_short else "i8", "above": "i8", "below": "i8"}
        arrays = {
            name: np.empty(self.rows, whole.get(name, self.tape.kinds[register]))
            for name, register in noted.registers.items()
        }
        player = Player(self.tape, list(noted.registers.values()))
        for done in player.play(list(arrays.values()), self.rows):
            tell(done - len(self._apart))
        doubt = np.flatnonzero(arrays.pop("doubt", np.zeros(0, bool)))
        answers.take(arrays, noted.bands)
        return set(doubt.tolist())

    def _one_by_one(self, answers: RowAnswers, rows: list[int], evaluate: Evaluate, tell: Tell) -> None:
        """Computes rows by themselves, from their cells."""
        for start in range(0, len(rows), _STEP):
            some = rows[start : start + _STEP]
            columns = {
                name: self._packer.values(self.plan.record.inputs[name], each.objects(np.array(some)))
                for name, each in self.cells.items()
            }
            for place, row in enumerate(some):
                given = {name: values[place] for name, values in columns.items()}
                known = {name: value for name, value in given.items() if value is not None}
                answers.put(row, evaluate(known))
            tell(self.rows - len(rows) + start + len(some))


def _rising(progress: Progress, rows: int) -> Tell:
    """Tells progress only where more is done than was told before."""
    told = 0

    def tell(done: int) -> None:
        nonlocal told
        if done > told:
            told = done
            progress(done, rows)

    return tell


class Noted(NamedTuple):
    """What a rule gives: registers by name, and the ladder of its scale.

    `units` are those of the last place of the value, `above` and `below` the exact number. A name that is not
    there says: nothing is absent (`absent`), told (`told`) or in doubt (`doubt`), nothing banded (`rung`).
    """

    registers: Mapping[str, int]
    bands: Ladder | None
    is_short: bool
    """Whether 32 bits hold all units."""


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
    return Noted(there, result.bands, largest < _SHORT)


def _any(tape: Tape, registers: list[int], kind: Kind) -> int | None:
    """What any of some columns says."""
    found: int | None = None
    for register in dict.fromkeys(registers):
        found = register if found is None else tape.note(np.bitwise_or, found, register, kind=kind)
    return found
