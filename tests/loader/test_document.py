"""Places of keys, values and of characters inside texts."""

from __future__ import annotations

import pytest

from sakip_rules.loader import Document, parse_document

TEXT = """\
id: a/b
title: {id: Satu, en: One}
steps:
  x: a + b
  y:
    - when: a
      then: b
  z: {rows: [{p: 1}, {p: 2}]}
list:
  - k: 1
    l: 2
"""


def document(text: str) -> Document:
    """A text without mistakes."""
    found, diagnostics = parse_document(text, "rules/a.yaml")
    assert diagnostics == []
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("id",), (1, 5, 3), (1, 1, 2)),
        (("title", "en"), (2, 23, 3), (2, 19, 2)),
        (("title",), (2, 8, 1), (2, 1, 5)),
        (("steps", "x"), (4, 6, 5), (4, 3, 1)),
        (("steps", "x", "formula"), (4, 6, 5), (4, 3, 1)),
        (("steps", "y", "formula", 0, "then"), (7, 13, 1), (7, 7, 4)),
        (("steps", "z", "rows", 1, "p"), (8, 26, 1), (8, 23, 1)),
        (("steps", "nothing", "here"), (4, 3, 1), (3, 1, 5)),
        (("list", 0, "l"), (11, 8, 1), (11, 5, 1)),
        (("list", 0), (10, 5, 1), (10, 5, 1)),
        (("list", 7), (10, 3, 1), (9, 1, 4)),
        ((), (1, 1, 1), (1, 1, 1)),
    ],
)
def test_places(path: tuple[str | int, ...], value: tuple[int, int, int], key: tuple[int, int, int]) -> None:
    """A path leads to its value and its key, or to the longest part of it that exists."""
    found = document(TEXT)
    for place, expected in ((found.place(path), value), (found.key_place(path), key)):
        assert (place.line, place.column, place.width) == expected
        assert place.file == "rules/a.yaml"
        assert place.source == TEXT.split("\n")[place.line - 1]


def test_has() -> None:
    """Only a path that the file writes out is there."""
    found = document(TEXT)
    assert found.has(("steps", "z", "rows", 1, "p"))
    assert not found.has(("steps", "x", "formula"))
    assert not found.has(("steps", "nothing"))


def test_behind_the_end() -> None:
    """An offset beyond a text is behind its last character; a list has only its own place."""
    found = document("k: ab\nl: [1]\n")
    assert found.place_in(("k",), 99).column == 6
    assert found.place_in(("l",), 99).column == 4
