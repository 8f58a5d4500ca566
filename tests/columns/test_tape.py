"""Tapes: the same call once, few buffers, every chunk its own rows."""

import numpy as np

from sakip_rules.columns.tape import CHUNK, Player, Tape


def test_the_same_call_is_noted_once() -> None:
    """Its register is found again, and so are constants and sources."""
    tape, data = Tape(), np.array([1])
    a, two = tape.source(data, "f8"), tape.constant(2.0, "f8")
    assert tape.note(np.multiply, a, two) == tape.note(
        np.multiply, tape.source(data, "f8"), tape.constant(2.0, "f8")
    )
    assert tape.note(np.multiply, a, two) != tape.note(np.multiply, two, a)
    assert tape.constant(1, "u1") != tape.constant(1, "f8")


def test_buffers_go_round_and_nothing_is_lost() -> None:
    """A chain needs two buffers, however long it is; what is wanted stays."""
    tape = Tape()
    a = tape.source(np.array([1, 2, 3]), "f8")
    kept = last = tape.note(np.add, a, a)
    for number in range(50):
        last = tape.note(np.add, last, tape.constant(float(number), "f8"))
    player = Player(tape, [kept, last])
    assert len(player.kinds) <= 3
    results = [np.empty(3), np.empty(3)]
    assert list(player.play(results, 3)) == [3]
    assert results[0].tolist() == [2, 4, 6]
    assert results[1].tolist() == [2 + 1225, 4 + 1225, 6 + 1225]


def test_a_call_that_looks_back_does_not_overwrite_what_it_reads() -> None:
    """It gets a buffer of its own, and what it read is free behind it."""

    def turned(x: np.ndarray, out: np.ndarray) -> None:
        out[:] = 0
        out += x[::-1]

    tape, data = Tape(), np.arange(3)
    doubled = tape.note(np.add, tape.source(data, "f8"), tape.source(data, "f8"))
    result = np.empty(3)
    list(Player(tape, [tape.note(turned, doubled)]).play([result], 3))
    assert result.tolist() == [4, 2, 0]


def test_every_chunk_has_its_rows() -> None:
    """Also the last one, which is shorter; what nobody wants is not computed."""
    tape, rows = Tape(), 2 * CHUNK + 5
    squared = tape.note(np.square, tape.source(np.arange(rows), "f8"))
    tape.note(np.negative, squared)
    player = Player(tape, [squared, tape.constant(value=True, kind="?")])
    results = [np.empty(rows, "i8"), np.empty(rows, bool)]
    assert list(player.play(results, rows)) == [CHUNK, 2 * CHUNK, rows]
    assert (results[0] == np.arange(rows) ** 2).all()
    assert results[1].all()
    assert list(player.steps) == [squared]
