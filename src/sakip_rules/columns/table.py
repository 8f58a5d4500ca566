"""A rule on a table: what can be stated on columns is computed there, each other row by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from sakip_rules.columns.answers import RecordAnswer, RowAnswers
from sakip_rules.columns.noted import note_rule
from sakip_rules.columns.packed import AnyPacked, ReadBack
from sakip_rules.columns.tape import Array, Player
from sakip_rules.columns.telling import Words
from sakip_rules.columns.whole import NoColumnError
from sakip_rules.plans import RulePlan
from sakip_rules.values import Value

Evaluate = Callable[[Mapping[str, Value]], RecordAnswer]
"""Computes one record of the rule: the reference does, or what equals it."""

Progress = Callable[[int, int], None]
"""Is told how many rows of how many are done."""

_SOME: Final = 0.3
"""Up to this part of rows with something absent, the others are computed without columns of absent values."""

_STEP: Final = 1000
"""Rows computed by themselves between two words of progress."""


@dataclass(frozen=True, slots=True)
class TableRun:
    """One rule on one table: what was packed, how a row is computed by itself, who is told."""

    plan: RulePlan
    inputs: Mapping[str, AnyPacked]
    words: Words
    rows: int
    evaluate: Evaluate
    progress: Progress

    def answers(self, *, exact: bool = True) -> RowAnswers:
        """Gives the answers of all rows; with numerators and denominators, if they are asked for."""
        answers = RowAnswers(self.plan, self.words, self.rows, exact=exact)
        left = np.arange(self.rows)
        try:
            left = self._on_columns(answers)
        except NoColumnError as error:
            answers.declined = error.why
        self._one_by_one(answers, left)
        return answers

    def _on_columns(self, answers: RowAnswers) -> Array:
        """Computes what columns can state, and gives the rows that are left."""
        if any(packed.constant and packed.apart for packed in self.inputs.values()):
            raise NoColumnError("default")
        absents = [absent for packed in self.inputs.values() for absent in packed.absents()]
        alone = {row for packed in self.inputs.values() for row in packed.apart}
        some = np.flatnonzero(np.logical_or.reduce(absents)) if absents else np.arange(0)
        if len(some) > _SOME * self.rows:
            self._play(self.inputs, answers, None)
        else:
            self._play(self._all_there(), answers, None, later=len(some))
            if len(some) and not self._with_absent(answers, some):
                alone.update(some.tolist())
        return np.array(sorted(alone.union(answers.in_doubt())), "i8")

    def _with_absent(self, answers: RowAnswers, rows: Array) -> bool:
        """Computes the rows with something absent on columns, and says whether these can state it."""
        try:
            self._play({name: packed.picked(rows) for name, packed in self.inputs.items()}, answers, rows)
        except NoColumnError as error:
            answers.declined = error.why
            return False
        return True

    def _all_there(self) -> dict[str, AnyPacked]:
        """The same data without what says that some are absent: those rows are computed again."""
        return {name: packed.all_there() for name, packed in self.inputs.items()}

    def _play(
        self, inputs: Mapping[str, AnyPacked], answers: RowAnswers, rows: Array, later: int = 0
    ) -> None:
        """Computes some rows on columns; `later` of them will be computed again."""
        count = self.rows if rows is None else len(rows)
        noted = note_rule(self.plan, self.words, inputs)
        columns = dict(array for name, packed in inputs.items() for array in packed.arrays(name))
        filled = answers.made(noted, count)
        player = Player(noted.tape, [register for register, _ in filled.values()])
        for done in player.play(columns, [values for _, values in filled.values()], count):
            self.progress(
                self.rows - count - later + done if rows is None else self.rows - count + done, self.rows
            )
        answers.take({name: values for name, (_, values) in filled.items()}, rows)

    def _one_by_one(self, answers: RowAnswers, rows: Array) -> None:
        """Computes rows by themselves, from the very values that the table gave."""
        reading = ReadBack(self.words)
        for done, row in enumerate(rows.tolist(), 1):
            values = {name: packed.value(row, reading) for name, packed in self.inputs.items()}
            given = {name: value for name, value in values.items() if value is not None}
            answers.put(row, self.evaluate(given))
            if done % _STEP == 0 or done == len(rows):
                self.progress(self.rows - len(rows) + done, self.rows)
