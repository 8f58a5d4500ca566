"""Operations on columns, noted once and then played on every chunk of rows.

A formula becomes a list of NumPy calls on *registers*. Which buffer holds a register is decided when all
calls are known, so that few buffers go round and stay in the processor's cache. No text of a rule is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, TypeAlias

import numpy as np

Kind = Literal["f8", "i8", "i2", "u2", "u1", "?"]
"""What a register holds: numbers, whole numbers modulo 2⁶⁴, CODEs, bits, bytes, truths."""

Array: TypeAlias = Any
"""A column of NumPy, or one number in its place: a type that holds both would say nothing more."""

CHUNK: Final = 1 << 15
"""Rows at a time: a handful of buffers of so many numbers fits into the cache of one core."""


class TapeStep(NamedTuple):
    """One call: it gets the registers that it reads, then the buffer that it fills."""

    call: Callable[..., object]
    reads: tuple[int, ...]

    @property
    def is_in_place(self) -> bool:
        """Whether it may fill the buffer of a register that it reads: what is no plain call may look back."""
        return isinstance(self.call, np.ufunc)


class Tape:
    """Notes calls; the same call on the same registers is noted once."""

    def __init__(self) -> None:
        self.kinds: list[Kind] = []
        self.constants: dict[int, Any] = {}
        self.sources: dict[int, Array] = {}
        self.steps: dict[int, TapeStep] = {}
        self._known: dict[object, int] = {}

    def constant(self, value: float | bool, kind: Kind) -> int:  # noqa: FBT001 - a truth is a constant as well
        """Gives the register of a constant."""
        key = ("constant", kind, value)
        if key not in self._known:
            self._known[key] = self._register(kind)
            self.constants[self._known[key]] = np.dtype(kind).type(value)
        return self._known[key]

    def source(self, column: Array, kind: Kind) -> int:
        """Gives the register into which a column of data is put, chunk by chunk."""
        key = ("source", kind, id(column))  # it is kept, so no other one gets its id
        if key not in self._known:
            self._known[key] = self._register(kind)
            self.sources[self._known[key]] = column
        return self._known[key]

    def note(self, call: Callable[..., object], *reads: int, kind: Kind = "f8") -> int:
        """Gives the register of what a call makes of others."""
        key = (call, reads)
        if key not in self._known:
            self._known[key] = self._register(kind)
            self.steps[self._known[key]] = TapeStep(call, reads)
        return self._known[key]

    def _register(self, kind: Kind) -> int:
        self.kinds.append(kind)
        return len(self.kinds) - 1


class Player:
    """Plays what some registers of a tape need, chunk by chunk."""

    def __init__(self, tape: Tape, wanted: Sequence[int]) -> None:
        self.tape = tape
        self.wanted = tuple(wanted)
        self.steps = _needed(tape, self.wanted)
        self.places, self.kinds = _buffers(tape, self.steps, self.wanted)
        self._rows = 0
        self._registers: dict[int, Any] = {}
        self._calls: list[tuple[Callable[..., object], tuple[Any, ...]]] = []

    def play(self, results: Sequence[Array], rows: Array) -> Iterator[int]:
        """Fills one array for each wanted register, and yields how many rows are done.

        `rows` are those of the data, or say how many of them, from the first one on.
        """
        count = rows if isinstance(rows, int) else len(rows)
        for start in range(0, count, CHUNK):
            stop = min(start + CHUNK, count)
            self._bind(stop - start)
            chosen = slice(start, stop) if isinstance(rows, int) else rows[start:stop]
            for register, column in self.tape.sources.items():
                if register in self._registers:
                    np.copyto(self._registers[register], column[chosen], casting="unsafe")
            # What divides by zero, or is too large, is a row that is computed again by itself.
            with np.errstate(all="ignore"):
                for call, operands in self._calls:
                    call(*operands)
                for register, result in zip(self.wanted, results, strict=True):
                    np.copyto(result[start:stop], self._registers[register], casting="unsafe")
            yield stop

    def _bind(self, rows: int) -> None:
        """Gives every call its buffers, once for all chunks of one length."""
        if rows == self._rows:
            return
        buffers = [np.empty(rows, kind) for kind in self.kinds]
        self._rows = rows
        self._registers = {
            **self.tape.constants,
            **{register: buffers[place] for register, place in self.places.items()},
        }
        self._calls = [
            (step.call, (*(self._registers[read] for read in step.reads), self._registers[register]))
            for register, step in self.steps.items()
        ]


def _needed(tape: Tape, wanted: Sequence[int]) -> dict[int, TapeStep]:
    """The steps that what is wanted needs, in order."""
    needed = set(wanted)
    for register in reversed(tape.steps):
        if register in needed:
            needed.update(tape.steps[register].reads)
    return {register: step for register, step in tape.steps.items() if register in needed}


def _buffers(
    tape: Tape, steps: Mapping[int, TapeStep], wanted: Sequence[int]
) -> tuple[dict[int, int], list[Kind]]:
    """Which buffer each register has, and what each buffer holds: one is free once it was read last."""
    last = {read: register for register, step in steps.items() for read in step.reads}
    last.update(dict.fromkeys(wanted, len(tape.kinds)))
    kinds: list[Kind] = []
    places: dict[int, int] = {}
    free: list[int] = []

    def place(register: int) -> None:
        fitting = next((spare for spare in reversed(free) if kinds[spare] == tape.kinds[register]), None)
        if fitting is None:
            kinds.append(tape.kinds[register])
            fitting = len(kinds) - 1
        else:
            free.remove(fitting)
        places[register] = fitting

    for register in tape.sources:
        if register in last:
            place(register)
    for register, step in steps.items():
        ended = [
            places[read] for read in dict.fromkeys(step.reads) if last[read] == register and read in places
        ]
        if step.is_in_place:
            free += ended
        place(register)
        if not step.is_in_place:
            free += ended
    return places, kinds
