from sakip_rules.explainer.lines import Line
from sakip_rules.exporters import Look
from sakip_rules.exporters.explanation.markdown import export


def test_an_explanation_is_a_list_within_a_list() -> None:
    """Headings, results in bold; no list begins deeper than one step; no text is mark-up."""
    lines = [
        Line(0, "contoh/a@1.0.0", "quiet"),
        Line(0, "Judul <b>", "title"),
        Line(0, ""),
        Line(0, "result = 2", "result"),
        Line(1, "rumus: a * b"),
        Line(3, "1: a 2"),
        Line(0, "Dasar hukum", "title"),
        Line(2, "Peraturan"),
    ]
    assert export(lines, Look()) == (
        "- contoh/a@1.0.0\n\n## Judul &lt;b&gt;\n\n- **result = 2**\n  - rumus: a \\* b\n    - 1: a 2\n"
        "\n## Dasar hukum\n\n- Peraturan\n"
    )
