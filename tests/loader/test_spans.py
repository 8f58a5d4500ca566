"""Places of characters inside texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules.loader import Document, parse_document


def document(text: str) -> Document:
    """A text without mistakes."""
    found, diagnostics = parse_document(text, "rules/a.yaml")
    assert diagnostics == []
    assert found is not None
    return found


def character(found: Document, path: tuple[str | int, ...], offset: int) -> str:
    """The character of the file at the place of a character of a text."""
    place = found.place_in(path, offset)
    return found.lines[place.line - 1][place.column - 1 : place.column]


@pytest.mark.parametrize(
    "written",
    [
        "ab + cd",
        "'ab + ''cd'''",
        '"ab + \\"cd\\""',
        "|\n  ab +\n    cd\n  ef",
        "|2-\n\n  ab\n\n  cd",
        "|  # note\n  ab\n  cd",
        "ab\n  cd\n  ef",
        "'ab\n\n  cd\n\n\n\n  ef'",
        '"ab   \n  cd\n\n  ef\n\n\n  gh"',
        '"ab \\\n  cd\\\n  ef"',
        '"\\x61b\\u0063d \\U00000065f\\ng"',
        "é𝟘 + b",
        "{x: ab, y: cd}",
    ],
)
def test_letters_inside_texts(written: str) -> None:
    """Every letter of a text is found where the file writes it, or the sign that begins its escape."""
    found = document(f"k: {written}\n")
    value = found.plain()["k"]
    texts = {("k", key): text for key, text in value.items()} if isinstance(value, dict) else {("k",): value}
    for path, text in texts.items():
        assert isinstance(text, str)
        for offset, letter in enumerate(text):
            if not letter.isspace():
                assert character(found, path, offset) in (letter, "\\", "'")


def test_escapes_have_the_place_of_their_backslash() -> None:
    """A character written as an escape stands where the escape begins, and the next one behind it."""
    found = document('k: "\\u0061b\\n\\x63d"')
    assert [found.place_in(("k",), offset).column for offset in range(5)] == [5, 11, 12, 14, 18]


def test_lines_of_a_block() -> None:
    """Line and column of a block's text are those of the file, blanks before it counted."""
    found = document("k:\n  f: |\n    a +\n      b\n")
    assert [(p.line, p.column) for p in (found.place_in(("k", "f"), offset) for offset in (0, 2, 4, 6))] == [
        (3, 5),
        (3, 7),
        (4, 5),
        (4, 7),
    ]


def test_folded_blocks_have_one_place() -> None:
    """Inside a folded block there are no places."""
    found = document("k: >\n  a\n  b\n")
    assert (found.place_in(("k",), 2).line, found.place_in(("k",), 2).column) == (1, 4)


@settings(max_examples=200, deadline=None)
@given(
    words=st.lists(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=6),
    breaks=st.lists(st.sampled_from([" ", "\n    ", "\n\n   ", "\n\n\n  ", "  "]), min_size=6, max_size=6),
    quote=st.sampled_from(["", "'", '"']),
)
def test_every_letter_of_a_folded_text_is_found(words: list[str], breaks: list[str], quote: str) -> None:
    """However a text is broken into lines, the n-th letter of the text is the n-th letter of the file."""
    written = "".join(word + gap for word, gap in zip(words, breaks, strict=False)).rstrip()
    found = document(f"k:\n  {quote}{written}{quote}\n")
    value = found.plain()["k"]
    assert isinstance(value, str)
    places = [found.place_in(("k",), offset) for offset, letter in enumerate(value) if letter in "ab"]
    there = [
        (line, column)
        for line, source in enumerate(found.lines, start=1)
        for column, letter in enumerate(source, start=1)
        if letter in "ab"
    ]
    assert [(place.line, place.column) for place in places] == there
