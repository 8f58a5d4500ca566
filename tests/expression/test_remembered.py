"""Tests of `sakip_rules.expression.remembered`: how much is kept, and what goes first."""

from __future__ import annotations

import tracemalloc

from sakip_rules.expression.parse import parse, parse_anew
from sakip_rules.expression.remembered import BYTES, Remembered, weight


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    """Room for two formulas of one size: the third takes the place of the one that nobody asked for."""
    texts = ["a + 1", "b + 1", "c + 1"]
    size = weight(texts[0], parse_anew(texts[0]))
    known = Remembered(2 * size + 1)
    for text in texts[:2]:
        known.keep(text, parse_anew(text))
    kept = known.get(texts[0])
    known.keep(texts[2], parse_anew(texts[2]))
    assert [known.get(text) is not None for text in texts] == [True, False, True]
    assert known.get(texts[0]) is kept
    assert known.bytes == 2 * size
    known.keep(texts[0], parse_anew(texts[0]))
    assert known.get(texts[0]) is kept
    assert known.bytes == 2 * size


def test_bytes_are_counted_and_not_formulas() -> None:
    """The largest formulas that the language allows, however many: what is kept stays within its size."""
    largest = [" + ".join([f"x{number}"] * 250) for number in range(12)]
    parse_anew(largest[0])
    known = Remembered(500_000)
    tracemalloc.start()
    for text in largest:
        known.keep(text, parse_anew(text))
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert 400_000 < known.bytes <= 500_000
    assert taken < 2 * known.bytes


def test_a_formula_is_parsed_once() -> None:
    """Until very many others were."""
    text = "sekali_saja + 1"
    assert parse(text) is parse(text)
    assert parse(text) is not parse_anew(text)
    assert Remembered().limit == BYTES
