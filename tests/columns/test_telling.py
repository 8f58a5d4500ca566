"""Codes of diagnostics are bits, in the rows that they are told of."""

import numpy as np
import pytest

from sakip_rules.columns.absent import Words
from sakip_rules.columns.ratios import Ratios
from sakip_rules.columns.tape import Player, Tape
from sakip_rules.columns.telling import BITS, Telling
from sakip_rules.columns.values import Truths
from sakip_rules.columns.whole import NoColumnError, Wholes
from sakip_rules.values import not_computable


def test_a_code_is_told_where_all_truths_hold() -> None:
    """Also that of the record: within the rows in which there is one."""
    tape, words, told = Tape(), Words(), list[int]()
    columns = np.array([True, True, False, False]), np.array([True, False] * 2)
    a, b = (tape.source(column, "?") for column in columns)
    Telling(tape, words, told).within(b).tell("x", a, None)
    result = np.zeros(4, "u2")
    assert list(Player(tape, told).play([result], 4)) == [4]
    assert (result.tolist(), words.told) == ([1, 0, 0, 0], ["x"])


def test_what_breaks_is_told_and_what_data_say_is_not() -> None:
    """In the rows of the record."""
    tape, words, told = Tape(), Words(), list[int]()
    own, stated = (words.absents.code(not_computable("no-case"), own=own) for own in (True, False))
    absent, there = np.array([own, stated, own], "u1"), np.array([True, True, False])
    column = Truths(tape.constant(value=True, kind="?"), tape.source(absent, "u1"))
    assert Telling(tape, words, told, tape.source(there, "?")).blamed(column) == column
    result = np.zeros(3, "u2")
    list(Player(tape, told).play([result], 3))
    assert result.tolist() == [1, 0, 0]


def test_there_are_only_so_many_bits() -> None:
    """A rule that may tell more is computed row by row."""
    tape = Tape()
    telling = Telling(tape, Words(), [])
    for number in range(BITS):
        telling.tell(f"c{number}")
    with pytest.raises(NoColumnError):
        telling.tell("more")
    assert Ratios(Wholes(tape)).one.constant == 1
