"""A rule on a table: what can be stated on columns is computed there, each other row by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from sakip_rules.columns.absent import Words
from sakip_rules.columns.answers import RecordAnswer, RowAnswers
from sakip_rules.columns.cells import AnyCells
from sakip_rules.columns.inputs import InputColumns
from sakip_rules.columns.noted import note_rule
from sakip_rules.columns.packing import Packer
from sakip_rules.columns.tape import Array, Tape
from sakip_rules.columns.values import Known, all_there
from sakip_rules.columns.whole import NoColumnError
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import RulePlan
from sakip_rules.values import Value

Evaluate = Callable[[Mapping[str, Value]], RecordAnswer]
"""Computes one record of the rule: the reference does, or what equals it."""

Progress = Callable[[int, int], None]
"""Is told how many rows of how many are done."""

Tell = Callable[[int], None]

_SOME: Final = 0.3
"""Up to this part of rows with something absent, the others are computed without columns of absent values."""

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
        self.inputs = {name: inputs.known(declared[name], each, rows) for name, each in cells.items()}
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
        left = set(self._apart)
        some = np.flatnonzero(np.logical_or.reduce(self._absents)) if self._absents else np.arange(0)
        if len(some) > _SOME * self.rows:
            return left | self._play(self.inputs, answers, None, tell)
        there = {name: all_there(known) for name, known in self.inputs.items()}
        left |= self._play(there, answers, None, lambda done: tell(done - len(some)))
        if len(some):
            before = self.rows - len(some)
            try:
                left |= self._play(self.inputs, answers, some, lambda done: tell(before + done))
            except NoColumnError as error:
                answers.declined = error.why
                left |= set(some.tolist())
        return left

    def _play(self, inputs: Mapping[str, Known], answers: RowAnswers, rows: Array, tell: Tell) -> set[int]:
        """Computes some rows on columns (none: all of them), and gives those that are in doubt."""
        noted = note_rule(self.plan, self.words, self.tape, inputs, exact=answers.exact)
        count = self.rows if rows is None else len(rows)
        arrays = noted.arrays(count)
        for done in noted.play(arrays, count if rows is None else rows):
            tell(done)
        doubt = np.flatnonzero(arrays.pop("doubt", np.zeros(0, bool)))
        answers.take(arrays, noted.bands, rows)
        return set((doubt if rows is None else rows[doubt]).tolist())

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
