"""How many lines a text takes."""

from __future__ import annotations

import pytest

from sakip_rules.exporters.workbook.letters import lines_of


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("iiiiiiiiiiiiiiiiiiii", 10, 1),  # 20 narrow letters: less than 10 digits
        ("MMMMMMMMMM", 10, 2),
        ("satu dua tiga", 8, 2),
        ("satu dua tiga", 30, 1),
        ("0" * 25, 10, 3),
        ("a " + "0" * 25, 10, 4),
    ],
)
def test_lines_are_counted_by_letters_and_words(text: str, width: int, lines: int) -> None:
    """A word that does not fit goes to the next line; one that is too long breaks."""
    assert lines_of(text, width) == lines


def test_bold_letters_are_wider() -> None:
    """So that a heading of its columns breaks before its text does."""
    text = "Persentase Peningkatan Jumlah"
    least = next(width for width in range(10, 60) if lines_of(text, width) == 1)
    assert lines_of(text, least, bold=True) == 2
    assert lines_of(text, least + 4, bold=True) == 1
