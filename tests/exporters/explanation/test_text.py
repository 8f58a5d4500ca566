from sakip_rules.explainer.lines import Line
from sakip_rules.exporters import Look
from sakip_rules.exporters.explanation.text import export


def test_lines_are_indented_wrapped_and_painted() -> None:
    """As wide and as coloured as the look says."""
    lines = [Line(0, "Capaian", "title"), Line(1, "267,71 = 78,76 / 29,42 × 100")]
    look = Look(width=28, paint=lambda text, style: f"<{text}>" if style == "title" else text)
    assert export(lines, look) == "<Capaian>\n  267,71 = 78,76 / 29,42 ×\n    100\n"
