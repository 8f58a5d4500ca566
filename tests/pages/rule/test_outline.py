"""The lines of an explanation as lists within lists."""

from sakip_rules.explainer.lines import DEEPEST, Line
from sakip_rules.pages.rule.outline import outline


def test_deeper_lines_are_lists_below() -> None:
    """A line that is two deeper than the one before has an empty list between."""
    lines = [Line(0, "a", "result"), Line(1, "<b>"), Line(2, "c", "quiet"), Line(0, "d", "warning")]
    assert outline(lines) == (
        '<ol class="steps"><li><span class="result">a</span><ol><li><span>&lt;b&gt;</span>'
        '<ol><li><span class="quiet">c</span></li></ol></li></ol></li>'
        '<li><span class="warning">d</span></li></ol>'
    )


def test_what_a_rule_file_says_is_code() -> None:
    """Names, formulas, and names within a sentence."""
    lines = [
        Line(0, "result = 62,51 persen", "result", "figure"),
        Line(1, "rumus: a and b", about="formula"),
        Line(1, "nilai = mean(x, where=y) = 77 = 77", about="row"),
        Line(1, "polarity = lower_is_better (dari data)", about="figure"),
        Line(1, "! `result` tidak ada", about="warning"),
    ]
    made = outline(lines)
    assert "<code>result</code> = 62,51 persen" in made
    assert "rumus: <code>a and b</code>" in made
    assert "<code>nilai = mean(x, where=y) = 77</code> = 77" in made
    assert "<code>polarity</code> = <code>lower_is_better</code> (dari data)" in made
    assert "! <code>result</code> tidak ada" in made


def test_a_long_chain_is_no_deeper_than_it_is_shown() -> None:
    """Five hundred rules that call each other are still readable."""
    made = outline([Line(depth, str(depth)) for depth in range(500)])
    assert made.count("<ol") == DEEPEST + 1
    assert made.count("<li>") == 500
