from pathlib import Path

import pytest
from tests.bundled import bundled

from sakip_rules.exporters.report.equations import equations_of
from sakip_rules.results import ReportTree


def test_each_formula_stands_once() -> None:
    """However many records use it: first those of indicators, then those that judge them."""
    tree = bundled().evaluate_report("examples/dinsos-lumajang-2020.yaml").tree
    used = equations_of(tree, "id")
    references = [equation.reference for equation in used]
    assert len(set(references)) == len(references)
    assert references[0] == "lumajang/penanganan-pmks@1.0.0"
    assert references[-3:] == [
        "lumajang/capaian-kinerja@1.0.0",
        "lumajang/serapan-anggaran@1.0.0",
        "lumajang/efisiensi-anggaran@1.0.0",
    ]
    achievement = used[-3]
    assert achievement.title == "Capaian kinerja"
    assert achievement.titles["realisasi"] == "Realisasi kinerja"


def test_what_has_no_rule_has_no_formula(tree: ReportTree) -> None:
    """A realised figure that the data give was not computed."""
    assert [equation.reference for equation in equations_of(tree, "en")] == [
        "contoh/rasio@1.0.0",
        "contoh/capaian@2.0.0",
    ]


@pytest.mark.parametrize(
    ("realised", "used"),
    [
        (", realisasi: 1", ["nasional/capaian-makin-tinggi@1.0.0"]),
        ("", ["nasional/capaian-makin-tinggi@1.0.0", "nasional/efisiensi-selisih@1.0.0"]),
    ],
)
def test_what_had_nothing_to_apply_to_was_not_used(tmp_path: Path, realised: str, used: list[str]) -> None:
    """A report without programmes absorbs no money; what waits for a figure will be computed."""
    report = tmp_path / "laporan.yaml"
    report.write_text(
        "report: A\norganization: B\nyear: 2023\nframework: nasional/kerangka-lkjip\n"
        "sasaran:\n  - id: s\n    title: S\n    indikator:\n"
        f"      - {{id: i, title: I, target: 2, polarity: higher_is_better{realised}}}\n",
        "utf-8",
    )
    found = equations_of(bundled().evaluate_report(report).tree, "id")
    assert [equation.reference for equation in found] == used
