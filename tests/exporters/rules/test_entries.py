from pathlib import Path

from sakip_rules import Catalogue
from sakip_rules.exporters.rules.entries import entries_object
from sakip_rules.loader import LoadedRule, load_file
from sakip_rules.models import AnyRule

SMALL = Path(__file__).parent.parent.parent / "small"


def rule_of(reference: str) -> AnyRule:
    """A rule as it is written."""
    catalogue = Catalogue.load(SMALL / "rules") if reference.startswith("contoh/") else Catalogue.bundled()
    return catalogue.rule(reference).loaded.rule


def test_a_formula_has_its_inputs_in_order() -> None:
    """What they are called, their types and units; without a title the name stands for it."""
    assert entries_object(rule_of("contoh/rasio@1.0.0"), "en") == {
        "inputs": [
            {"name": "terlayani", "title": "Those served", "type": "count", "unit": "orang"},
            {"name": "semua", "title": "semua", "type": "count", "unit": "orang"},
        ],
        "scale": None,
    }


def test_rows_have_inputs_of_their_own() -> None:
    """And the rule names the scale that its result is put in."""
    made = entries_object(rule_of("nasional/skm-indeks@1.0.0"), "id")
    (elements,) = made["inputs"]
    assert (elements["name"], elements["type"]) == ("unsur", "rows")
    assert [(entry["name"], entry["unit"]) for entry in elements["rows"]] == [
        ("jumlah_skor", None),
        ("responden", "orang"),
    ]
    assert made["scale"] == "nasional/skm-mutu"


def test_choices_and_defaults_are_told(tmp_path: Path) -> None:
    """CODEs of an input's own list, or the rule that has them; a default as it is written."""
    one, other = "{type: choice, choices: [x, y], default: x}", "{type: choice, choices: a/tabel}"
    head = "kind: index\nid: a/b\nversion: 1.0.0\ntitle: Contoh\nvalid_from: 2020\nunit: nilai\nformula: 1\n"
    basis = "legal_basis: [{document: Contoh buatan, confidence: applied}]\n"
    examples = "examples: [{title: kosong, given: {}, result: 1}]\n"
    file = tmp_path / "a" / "b" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(head + basis + f"inputs: {{a: {one}, b: {other}}}\n" + examples, encoding="utf-8")
    loaded = load_file(file, tmp_path)
    assert isinstance(loaded, LoadedRule)
    first, second = entries_object(loaded.rule, "id")["inputs"]
    assert (first["choices"], first["default"]) == (["x", "y"], "x")
    assert second["choices_of"] == "a/tabel"
    assert "choices_of" not in first
    assert "default" not in second


def test_a_scale_has_its_bands_with_their_ends() -> None:
    """Numbers as text; ends that are open are left out; a band of an absent value has its word."""
    assert entries_object(rule_of("contoh/skala@1.0.0"), "id") == {
        "bands": [
            {"category": "Tinggi", "code": "T", "from": "100"},
            {"category": "Rendah", "code": "R", "words": "Kurang dari 100", "below": "100"},
            {"category": "Belum dinilai", "code": None, "status": "missing"},
        ]
    }


def test_a_table_has_its_keys_and_a_framework_its_levels() -> None:
    """What they are asked about."""
    assert entries_object(rule_of("nasional/bobot-sakip@1.0.0"), "id") == {
        "keys": ["komponen", "dimensi"],
        "interpolate": False,
    }
    levels = entries_object(rule_of("contoh/kerangka@1.0.0"), "id")["levels"]
    given = {entry["name"]: entry for entry in levels["indikator"]}
    assert given["realisasi"]["from_rule"] is True
