"""Diagnostics as text."""

from __future__ import annotations

import pytest

from sakip_rules.diagnostics import Diagnostic, Place, diagnose, render, render_all, summary_line, warn
from sakip_rules.diagnostics.rendering import shown_of


def empty(file: str, line: int, column: int = 1, width: int = 1, source: str = "") -> Diagnostic:
    """A diagnostic at a place."""
    return diagnose("bad-value.empty", Place(file, line, column, width, source))


def test_all_parts() -> None:
    """Place, severity, code, message, source line with its caret, hint."""
    expected = (
        "a.yaml:12:3\n"
        "error[bad-value]: There is no value.\n"
        "  12 |   unit:\n"
        "     |   ^^^^\n"
        "  hint: Write the value, or take the key out."
    )
    assert render(empty("a.yaml", 12, 3, 4, "  unit:"), "en") == expected


def test_indonesian_is_the_default() -> None:
    """Without a language, the words are Indonesian."""
    warning = warn("bad-value.empty", None)
    expected = "peringatan[bad-value]: Nilainya kosong.\n  petunjuk: Isi nilainya, atau hapus kunci ini."
    assert render(warning) == render(warning, "id") == expected


def test_a_cell_is_named_and_shown_whole() -> None:
    """Where a line number would stand, there is the name of the cell; the caret is below all of its text."""
    place = Place("data.xlsx", 12, 2, width=4, source="1,5x", sheet="Triwulan 1")
    expected = (
        "data.xlsx:'Triwulan 1'!B12\n"
        "error[bad-value]: There is no value.\n"
        "  B12 | 1,5x\n"
        "      | ^^^^\n"
        "  hint: Write the value, or take the key out."
    )
    assert render(diagnose("bad-value.empty", place), "en") == expected


def test_without_source_and_hint() -> None:
    """Where there is no line to show and nothing to advise, nothing is shown."""
    diagnostic = diagnose("unknown-key", Place("a.yaml"), name="`x`", hint="")
    assert render(diagnostic, "en") == "a.yaml:1:1\nerror[unknown-key]: The key `x` is unknown here."


@pytest.mark.parametrize("column", [1, 36, 70, 71, 150, 3969, 4000, 4001])
def test_the_caret_stands_under_its_character(column: int) -> None:
    """Of a long line a part is shown that holds the place, the caret below it."""
    source = "." * (column - 1) + "X" + "." * (4000 - column) if column <= 4000 else "." * 4000
    lines = render(empty("a", 1, column, 3, source), "en").split("\n")
    shown, caret = lines[2], lines[3]
    assert len(shown) == len("  1 | ") + 70
    assert shown.removeprefix("  1 | ").startswith("…") is (column > 36)
    assert shown.endswith("…") is (column < 3960)
    if column <= 4000:
        assert shown[caret.index("^")] == "X"
    else:
        assert caret.index("^") == len(shown)


def test_the_caret_ends_with_the_line() -> None:
    """A width that reaches beyond the line is cut."""
    assert render(empty("a", 1, 3, 99, "abcd"), "en").split("\n")[3] == "    |   ^^"


def test_control_characters_of_the_source_are_not_printed() -> None:
    """A hostile line and a hostile file name cannot steer the terminal."""
    text = render(empty("a\x1b[2J", 1, 1, 1, "x\x1b[31m\u202ey"))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_tab_has_a_width() -> None:
    """A tab is shown as one sign, so that the caret behind it stands right."""
    assert render(empty("a", 1, 2, 1, "\tx"), "en").split("\n")[2:4] == ["  1 | →x", "    |  ^"]


def test_long_messages_are_broken_at_80_columns() -> None:
    """A line is broken at a space, but not inside code, which a reader may want to copy."""
    code = "`" + " ".join(["kata"] * 12) + "`"
    diagnostic = diagnose("unknown-key", None, name=code, hint=" ".join(["petunjuk"] * 12))
    assert render(diagnostic).split("\n") == [
        "galat[unknown-key]: Kunci",
        f"  {code} tidak dikenal di",
        "  sini.",
        "  petunjuk: petunjuk petunjuk petunjuk petunjuk petunjuk petunjuk petunjuk",
        "            petunjuk petunjuk petunjuk petunjuk petunjuk",
    ]


def test_many_are_counted() -> None:
    """50 of a file and 1,000 of a run are shown, the first in the order of reading; the rest is counted."""
    one = [empty("a", line) for line in range(60, 0, -1)]
    shown, hidden = shown_of(one)
    assert [d.place.line for d in shown if d.place] == list(range(1, 51))
    assert hidden == 10
    assert render_all(one, "en").endswith("… 10 more")
    assert render_all(one).endswith("… 10 lagi")
    many = [empty(f"f{file:03}", line) for file in range(30) for line in range(50)]
    assert [len(shown_of(many)[0]), shown_of(many)[1]] == [1000, 500]


def test_diagnostics_are_separated() -> None:
    """An empty line stands between two diagnostics, and nothing behind the last."""
    text = render_all([empty("b", 1), empty("a", 1)], "en")
    assert [part.split("\n")[0] for part in text.split("\n\n")] == ["a:1:1", "b:1:1"]
    assert render_all([]) == ""


def test_summary() -> None:
    """The summary counts errors and warnings in either language."""
    found = [empty("a", 1), warn("bad-value", None)]
    assert summary_line(found) == "1 galat, 1 peringatan"
    assert summary_line(found, "en") == "1 error, 1 warning"
