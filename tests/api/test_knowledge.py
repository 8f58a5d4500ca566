"""What is read of the bundled rules, and that nothing else would come of reading all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.written import write

from sakip_rules import Catalogue
from sakip_rules.api import bundled_folder

ROOT = Path(__file__).parent.parent.parent
REPORT = ROOT / "examples" / "dinsos-lumajang-2020.yaml"


def test_a_report_reads_only_what_it_needs() -> None:
    """Of all bundled files the 18 that its framework and records refer to."""
    catalogue = Catalogue.bundled()
    catalogue.read_report(REPORT)
    assert len(catalogue.knowledge.of(()).catalogue.loaded) == 18


def test_a_report_comes_out_as_with_everything_read() -> None:
    """To the last digit, with the same sources and warnings."""
    whole = Catalogue.bundled()
    assert whole.check() == []
    found = [json.dumps(one.evaluate_report(REPORT).to_dict()) for one in (Catalogue.bundled(), whole)]
    assert found[0] == found[1]


@pytest.mark.slow
def test_every_rule_is_the_same_as_with_everything_read() -> None:
    """Each version of each bundled rule is linked to the same plan, one after the other read."""
    whole, part = Catalogue.bundled(), Catalogue.bundled()
    references = [loaded.rule.reference for loaded in whole.rules.whole.values()]
    assert whole.check() == []
    for reference in references:
        assert repr(part.rule(reference).plan) == repr(whole.rule(reference).plan)


def test_an_unknown_rule_is_suggested_as_with_everything_read() -> None:
    """Names come from the folders; no file is read for them."""
    part = Catalogue.bundled()
    checked = part.knowledge.of(["lumajang/ketepatan-sasarn"])
    assert checked.catalogue.loaded == ()
    assert part.knowledge.shelf.ids() == part.rules.ids()


def test_check_looks_at_the_named_folder_only(tmp_path: Path) -> None:
    """References are resolved among the bundled rules, too, whose own mistakes are not told."""
    file = tmp_path / "kami" / "nilai" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "kind: index\nid: kami/nilai\nversion: 1.0.0\ntitle: Nilai\nvalid_from: 2020\n"
        "legal_basis: [{document: Contoh, confidence: applied}]\nscale: lumajang/skala-capaian\n"
        "formula: 76\nunit: persen\nexamples: [{title: satu, given: {}, result: 76, category: Baik}]\n",
        "utf-8",
    )
    catalogue = Catalogue.bundled(tmp_path)
    assert catalogue.check() == []
    assert [outcome.passed for outcome in catalogue.run_examples()] == [True]
    assert [one.code for one in Catalogue.load(tmp_path).check()] == ["unknown-rule"]
    assert bundled_folder() not in file.parents


def test_whoever_asks_for_rule_after_rule_has_all_read(tmp_path: Path) -> None:
    """Looking again at each that is known would grow with its square; a few rules read no others."""
    for number in range(60):
        write(tmp_path, f"index a{number}", "inputs: {x: {}}\nformula: x")
    catalogue = Catalogue.load(tmp_path)
    read = []
    for number in range(60):
        assert catalogue.rule(f"contoh/a{number}", on=2020).evaluate(x=number).exact == number
        read.append(len(catalogue.knowledge.of(()).catalogue.loaded))
    assert read[:20] == list(range(1, 21))
    assert read[-20:] == [60] * 20
