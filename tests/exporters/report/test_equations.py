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
