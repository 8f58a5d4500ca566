import json

from sakip_rules.explainer.search import ListedRule
from sakip_rules.exporters import Look
from sakip_rules.exporters.rules.json import export, rules_object


def test_json_has_everything_that_a_list_needs(found: list[ListedRule]) -> None:
    """The version that is meant, and all there are."""
    first = rules_object(found, "en")["rules"][0]
    assert first == {
        "id": "contoh/capaian",
        "version": "2.0.0",
        "valid_from": "2020-01-01",
        "valid_to": None,
        "kind": "achievement",
        "owner": "contoh",
        "title": "Sample achievement",
        "description": None,
        "unit": "persen",
        "confidence": "recalled",
        "legal_basis": [{"document": "Pedoman contoh", "section": "Bab 2", "confidence": "recalled"}],
        "inputs": [
            {"name": "realisasi", "title": "What was reached", "type": "number", "unit": None},
            {"name": "target", "title": "What was aimed at", "type": "number", "unit": None},
        ],
        "scale": None,
        "versions": [
            {"version": "1.0.0", "valid_from": "2018-01-01", "valid_to": "2019-12-31"},
            {"version": "2.0.0", "valid_from": "2020-01-01", "valid_to": None},
        ],
    }
    assert json.loads(export(found, Look("en"))) == rules_object(found, "en")
