"""Operations on columns, noted once and then played on every chunk of rows.

A formula becomes a list of NumPy calls on *registers*. Which buffer holds a register is decided when all
calls are known, so that few buffers go round and stay in the processor's cache. No text of a rule is in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias

import numpy as np

Kind = Literal["f8", "i8", "i2", "u2", "u1", "?"]
"""What a register holds: numbers, whole numbers modulo 2⁶⁴, CODEs, bits, bytes, truths."""

Array: TypeAlias = Any
"""A column of NumPy, or one number in its place: a type that holds both would say nothing more."""

CHUNK: Final = 1 << 15
"""Rows at a time: a handful of buffers of so many numbers fits into the cache of one core."""


TapeStep = tuple[Callable[..., object], tuple[int, ...]]
"""One call, and the registers that it reads: it gets these, and then the buffer that it fills."""


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
        register = self._register(("constant", kind, value), kind)
        self.constants[register] = np.dtype(kind).type(value)
        return register

    def source(self, column: Array, kind: Kind) -> int:
        """Gives the register into which a column of data is put, chunk by chunk."""
        register = self._register(("source", kind, id(column)), kind)
        self.sources[register] = column  # it is kept, so no other one gets its id
        return register

    def note(self, call: Callable[..., object], *reads: int, kind: Kind = "f8") -> int:
        """Gives the register of what a call makes of others."""
        register = self._register((call, reads), kind)
        self.steps[register] = call, reads
        return register

    def is_never(self, truth: int) -> bool:
        """Says that a truth holds in no row, whatever the data are."""
        return not self.constants.get(truth, True)

    def _register(self, key: object, kind: Kind) -> int:
        """The register of what a key says; the same one for the same key."""
        if key not in self._known:
            self._known[key] = len(self.kinds)
            self.kinds.append(kind)
        return self._known[key]


class Player:
    """Plays what some registers of a tape need, chunk by chunk."""

    def __init__(self, tape: Tape, wanted: Sequence[int]) -> None:
        self.tape = tape
        self.wanted = tuple(wanted)
        self.steps = _needed(tape, self.wanted)
        self.places, self.kinds = _buffers(tape, self.steps, self.wanted)

    def play(self, results: Sequence[Array], rows: int) -> Iterator[int]:
        """Fills one array for each wanted register, and yields how many rows are done."""
        buffers = [np.empty(CHUNK, kind) for kind in self.kinds]
        registers, calls = self._bound(buffers)
        for start in range(0, rows, CHUNK):
            stop = min(start + CHUNK, rows)
            if stop - start < CHUNK:
                registers, calls = self._bound([buffer[: stop - start] for buffer in buffers])
            for register in self.places.keys() & self.tape.sources.keys():
                np.copyto(registers[register], self.tape.sources[register][start:stop], casting="unsafe")
            # What divides by zero, or is too large, is a row that is computed again by itself.
            with np.errstate(all="ignore"):
                for call, operands in calls:
                    call(*operands)
                for register, result in zip(self.wanted, results, strict=True):
                    np.copyto(result[start:stop], registers[register], casting="unsafe")
            yield stop

    def _bound(self, buffers: list[Array]) -> tuple[dict[int, Array], list[tuple[Any, list[Array]]]]:
        """The registers in their buffers, and every call with those that it reads and fills."""
        placed = {register: buffers[place] for register, place in self.places.items()}
        registers = {**self.tape.constants, **placed}
        steps = self.steps.items()
        return registers, [
            (call, [registers[at] for at in (*reads, filled)]) for filled, (call, reads) in steps
        ]


def _needed(tape: Tape, wanted: Sequence[int]) -> dict[int, TapeStep]:
    """The steps that what is wanted needs, in order."""
    needed = set(wanted)
    for register in reversed(tape.steps):
        if register in needed:
            needed.update(tape.steps[register][1])
    return {register: step for register, step in tape.steps.items() if register in needed}


def _buffers(
    tape: Tape, steps: Mapping[int, TapeStep], wanted: Sequence[int]
) -> tuple[dict[int, int], list[Kind]]:
    """Which buffer each register has, and what each buffer holds: one is free once it was read last."""
    last = {read: register for register, (_, reads) in steps.items() for read in reads}
    last.update(dict.fromkeys(wanted, len(tape.kinds)))
    kinds: list[Kind] = []
    places: dict[int, int] = {}
    free: dict[Kind, list[int]] = defaultdict(list)
    sources = ((register, ()) for register in tape.sources if register in last)
    for register, reads in [*sources, *((register, reads) for register, (_, reads) in steps.items())]:
        kind = tape.kinds[register]
        ended = {read for read in reads if last[read] == register and read in places}
        # A plain call may fill what it reads, which is quicker; others may look back at it.
        if register in steps and isinstance(steps[register][0], np.ufunc):
            _release(tape, places, ended, free)
            ended = set()
        if not free[kind]:
            free[kind].append(len(kinds))
            kinds.append(kind)
        places[register] = free[kind].pop()
        _release(tape, places, ended, free)
    return places, kinds


def _release(
    tape: Tape, places: Mapping[int, int], ended: Iterable[int], free: Mapping[Kind, list[int]]
) -> None:
    for register in ended:
        free[tape.kinds[register]].append(places[register])
