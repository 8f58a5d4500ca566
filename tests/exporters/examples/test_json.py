import json
from typing import Any

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.exporters import Look
from sakip_rules.exporters.examples.json import examples_object, export
from sakip_rules.exporters.subjects import ExampleRun


def test_outcomes_are_listed_and_counted(outcomes: Any, error: Diagnostic) -> None:
    """Every example is in the list, passed or not, with its title in the language asked for."""
    made = examples_object(ExampleRun(outcomes, [error]), "en")
    assert list(made) == ["summary", "examples", "diagnostics"]
    assert (made["summary"]["passed"], made["summary"]["failed"]) == (1, 1)
    assert [(example["title"], example["passed"]) for example in made["examples"]] == [
        *(("one", True), ("two", False)),
    ]
    assert made["examples"][1]["diagnostics"] == made["diagnostics"]
    assert json.loads(export(ExampleRun(outcomes, [error]), Look("en"))) == made
