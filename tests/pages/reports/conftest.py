"""The report of 2020 as a book, computed and audited once, and a small one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import report as written_report
from tests.written import rules as written_rules

from sakip_rules import Catalogue
from sakip_rules.pages.reports.book import ReportBook

SAMPLE = Path(__file__).parents[3] / "examples" / "dinsos-lumajang-2020.yaml"
RULES = {
    "framework k": """
        levels:
          dinas:
            steps: {capaian: {formula: mean(program.capaian), unit: persen}}
          program:
            under: dinas
            inputs: {target: {}, realisasi: {}, pagu: {unit: rupiah}, serapan: {unit: persen}}
            steps: {capaian: {formula: realisasi / target * 100, unit: persen}}
        examples:
          - {title: kosong, report: {}, expect: {.: {capaian: missing}}}
        """,
}


@pytest.fixture(scope="session")
def lumajang(bundled: Catalogue) -> ReportBook:
    """The report of 2020."""
    return ReportBook(SAMPLE.stem, bundled.evaluate_report(SAMPLE).tree, bundled.audit_report(SAMPLE))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> ReportBook:
    """A report of two programmes; one title means harm."""
    folder = tmp_path_factory.mktemp("small")
    catalogue = written_rules(folder / "rules", RULES)
    file = written_report(
        folder,
        """
        program:
          - {id: a, title: "<script>a</script>", target: 10, realisasi: 5, pagu: 1000, serapan: 90,
             printed: [{figure: capaian, value: 60, where: Tabel 1}]}
          - {id: periksa, title: Kedua, target: 10}
        """,
    )
    return ReportBook("kecil", catalogue.evaluate_report(file).tree, catalogue.audit_report(file))
