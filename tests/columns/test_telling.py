"""Codes of diagnostics are bits, in the rows that they are told of."""

import numpy as np
import pytest

from sakip_rules.columns.ratios import Ratios
from sakip_rules.columns.tape import Player, Tape
from sakip_rules.columns.telling import BITS, Telling, Words
from sakip_rules.columns.values import Truths
from sakip_rules.columns.whole import NoColumnError, Wholes
from sakip_rules.values import not_computable


def test_a_code_is_told_where_all_truths_hold() -> None:
    """Also that of the record: within the rows in which there is one."""
    tape, words, told = Tape(), Words(), list[int]()
    a, b = (tape.source(name, "?") for name in "ab")
    Telling(tape, words, told).within(b).tell("x", a, None)
    result = np.zeros(4, "u2")
    columns = {"a": np.array([True, True, False, False]), "b": np.array([True, False] * 2)}
    assert list(Player(tape, told).play(columns, [result], 4)) == [4]
    assert (result.tolist(), words.told) == ([1, 0, 0, 0], ["x"])


def test_what_breaks_is_told_once() -> None:
    """Where it arises, and in the rows of the record; what is passed on was told before."""
    tape, words, told = Tape(), Words(), list[int]()
    own, passed = (words.absents.code(not_computable("no-case"), own=own) for own in (True, False))
    column = Truths(tape.source("t", "?"), tape.source("t?", "u1"))
    blamed = Telling(tape, words, told, tape.source("there", "?")).blamed(column)
    assert blamed.absent is not None
    results = [np.zeros(3, "u2"), np.zeros(3, "u1")]
    columns = {"t?": np.array([own, passed, own], "u1"), "there": np.array([True, True, False])}
    list(Player(tape, [*told, blamed.absent]).play(columns, results, 3))
    assert [result.tolist() for result in results] == [[1, 0, 0], [passed] * 3]


def test_there_are_only_so_many_bits() -> None:
    """A rule that may tell more is computed row by row."""
    tape = Tape()
    telling = Telling(tape, Words(), [])
    for number in range(BITS):
        telling.tell(f"c{number}")
    with pytest.raises(NoColumnError):
        telling.tell("more")
    assert Ratios(Wholes(tape)).one.constant == 1
