import json

from sakip_rules.explainer.lines import Line
from sakip_rules.exporters import Look
from sakip_rules.exporters.explanation.json import explanation_object, export

LINES = [
    Line(0, "Capaian", "title"),
    Line(0, ""),
    Line(0, "result = 80,00 persen", "result", "figure"),
    Line(1, "angkanya: 8 ÷ 10 × 100", about="numbers"),
]


def test_each_line_says_what_it_tells() -> None:
    """With its depth; blank lines only part what people read."""
    assert explanation_object(LINES) == {
        "lines": [
            {"depth": 0, "about": "text", "style": "title", "text": "Capaian"},
            {"depth": 0, "about": "figure", "style": "result", "text": "result = 80,00 persen"},
            {"depth": 1, "about": "numbers", "style": "text", "text": "angkanya: 8 ÷ 10 × 100"},
        ]
    }
    assert json.loads(export(LINES, Look())) == explanation_object(LINES)
