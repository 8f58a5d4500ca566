import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # jsonschema ships no types
import pytest

from sakip_rules import Catalogue
from sakip_rules.audit import Audit, Cause, Finding
from sakip_rules.audit.findings import Warned
from sakip_rules.diagnostics import Place, diagnose
from sakip_rules.explainer.described import describe_rule
from sakip_rules.explainer.search import Wanted, search
from sakip_rules.explainer.steps import explain_node, explain_record
from sakip_rules.exporters.audit.json import audit_object
from sakip_rules.exporters.checks.json import checks_object
from sakip_rules.exporters.examples.json import examples_object
from sakip_rules.exporters.explanation.json import explanation_object
from sakip_rules.exporters.objects import errors_object, failure_object
from sakip_rules.exporters.report.json import report_object
from sakip_rules.exporters.rules.json import rules_object
from sakip_rules.exporters.schema.outputs import output_schema
from sakip_rules.exporters.subjects import Checks, ExampleRun
from sakip_rules.formats import OUTPUTS
from sakip_rules.portable import plans_json
from sakip_rules.vocabulary import VERDICTS

ROOT = Path(__file__).parent.parent.parent.parent
SMALL = ROOT / "tests" / "small"


CAUSE = Cause("factor", ("perkalian 100 terlewat", "factor 100 forgotten"), {"factor": "0.01"})
FINDINGS = [
    Finding(".", "capaian", 2020, None, "1.2", "1.25", "cut", CAUSE, also=CAUSE),
    Finding(
        ".", "pagu", 2020, "Tabel 1", "5", None, "not_recomputable", reason="missing", message=CAUSE.message
    ),
    *(Finding(".", "capaian", 2020, None, "1", "1", verdict) for verdict in VERDICTS),
]
EVERYTHING = Audit("LKjIP", FINDINGS, [Warned(".", diagnose("bad-value.empty", None))])
"""An audit with all that a finding can have."""


def made(folder: Path) -> Iterator[tuple[str, Any]]:
    """Real outputs: of the small rules, which hold every kind of value, and of the bundled ones."""
    small, bundled = Catalogue.load(SMALL / "rules"), Catalogue.bundled()
    lumajang = ROOT / "examples" / "dinsos-lumajang-2020.yaml"
    for report in (SMALL / "report.yaml", SMALL / "broken.yaml"):
        yield "evaluate", small.evaluate_report(report).to_dict(receipt=True)
    yield "evaluate", bundled.evaluate_report(lumajang).to_dict("en")
    yield "audit", bundled.audit_report(lumajang).to_dict(receipt=True)
    yield "audit", audit_object(EVERYTHING)
    rule = small.rule("contoh/capaian", on=2020)
    for inputs in ({"realisasi": 1, "target": 3}, {"realisasi": 1, "target": 0}, {}):
        yield "result", rule.evaluate_inputs(inputs).to_dict(receipt=True)
    for value in ("100", "not_applicable"):
        yield "classified", small.rule("contoh/skala", on=2020).classify(value).to_dict(receipt=True)
    weights = bundled.rule("nasional/bobot-sakip", on=2022)
    for row in ("kualitas", "warna"):
        yield "looked-up", weights.look_up("pelaporan", row).to_dict()
    yield "errors", errors_object([diagnose("bad-value.empty", Place("a.yaml", 1, 2))])
    yield "errors", failure_object("wrong-usage", "Tulis ATURAN.")
    yield "explain", explanation_object(explain_record(rule.evaluate(realisasi=1, target=3).record))
    node = small.evaluate_report(SMALL / "report.yaml").tree
    yield "explain", explanation_object(explain_node(node.root, node.framework, lang="en"))
    yield "explain", explanation_object(describe_rule(rule.loaded.rule, [rule.loaded.rule]))
    yield "rules", rules_object(list(search(bundled.rules, Wanted())))
    yield "test", examples_object(ExampleRun(bundled.run_examples(), bundled.check()))
    plans = [bundled.rule(str(item.rule.reference)).plan for item in bundled.checked.usable]
    yield "plan", json.loads(plans_json(*plans))
    file = folder / "contoh" / "skala" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    text = (SMALL / "rules" / "contoh" / "skala" / "1.0.0.yaml").read_text(encoding="utf-8")
    file.write_text(f"{text}warna: merah\n", encoding="utf-8")
    yield "check", checks_object(Checks(Catalogue.load(folder).check(), 1))


@pytest.mark.slow
def test_real_outputs_fit_their_schemas(tmp_path: Path) -> None:
    """Every output has one, and nothing that is printed is unknown to it."""
    seen = set()
    for name, output in made(tmp_path):
        jsonschema.Draft202012Validator(output_schema(name)).validate(json.loads(json.dumps(output)))
        seen.add(name)
    assert seen == set(OUTPUTS)


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_schema_is_one_and_lets_nothing_through(name: str) -> None:
    """It is a proper schema, all that it names is required, and an unknown key is refused."""
    schema = output_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    asked = {"receipt"} & set(schema["properties"])  # there where it was asked for
    assert set(schema["required"]) | asked == set(schema["properties"])
    validator = jsonschema.Draft202012Validator(schema)
    assert any("unexpected" in error.message for error in validator.iter_errors({"unexpected": 1}))


def changed(output: Any, *path: str | int, to: Any) -> Any:
    """A copy of an output with another value at a path."""
    copy = json.loads(json.dumps(output))
    *way, last = path
    inner = copy
    for step in way:
        inner = inner[step]
    inner[last] = to
    return copy


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("results", "values", "capaian"), 141.65),
        (("results", "exact", "capaian"), "1/0"),
        (("results", "status"), "fine"),
        (("results", "children", 0, "history", "19"), {}),
        (("results", "children", 0, "rule"), "contoh/rasio"),
        (("rules", 0, "sha256"), "abc"),
        (("results", "surprise"), 1),
    ],
)
def test_a_wrong_output_is_refused(path: tuple[str | int, ...], wrong: Any) -> None:
    """A number that is no text, a zero denominator, an unknown word or key, a rule without version."""
    tree = Catalogue.load(SMALL / "rules").evaluate_report(SMALL / "report.yaml").tree
    validator = jsonschema.Draft202012Validator(output_schema("evaluate"))
    assert validator.is_valid(report_object(tree))
    assert not validator.is_valid(changed(report_object(tree), *path, to=wrong))
