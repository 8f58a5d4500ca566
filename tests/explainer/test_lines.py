from sakip_rules.explainer.lines import Line, Style, render, wrapped


def test_lines_are_indented_by_depth() -> None:
    """Two spaces a level, at most eight levels."""
    assert render([Line(0, "a"), Line(1, "b"), Line(500, "c")]) == "a\n  b\n                c"


def test_long_lines_are_wrapped_between_words() -> None:
    """Later parts are indented by two more; a word longer than the width stays whole."""
    assert render([Line(1, "satu dua tiga empat lima enam tujuh")], width=28) == (
        "  satu dua tiga empat lima\n    enam tujuh"
    )
    assert wrapped("9" * 60, 30) == ["9" * 60]


def test_without_a_width_nothing_is_wrapped() -> None:
    """The API gives whole lines."""
    assert render([Line(0, "kata " * 100)]) == "kata " * 100


def test_styles_are_painted_a_line_at_a_time() -> None:
    """Colour never spans a line end, and an empty line has none."""

    def paint(text: str, style: Style) -> str:
        return f"<{style}>{text}</>"

    lines = [Line(0, "satu dua tiga empat lima enam", "title"), Line(0, "", "title")]
    assert render(lines, width=24, paint=paint) == "<title>satu dua tiga empat lima</>\n<title>  enam</>\n"
