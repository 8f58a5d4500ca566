"""Reports whose figures are known: the first example of the usual framework, and the one printed for 2020."""

from pathlib import Path

import pytest
from tests.bundled import bundled as read_once

from sakip_rules.exporters.report.chapter.cells import Writer
from sakip_rules.exporters.report.chapter.making import chapter_of
from sakip_rules.exporters.report.chapter.model import Chapter, ChapterTable
from sakip_rules.results import ReportTree

ROOT = Path(__file__).parent.parent.parent.parent.parent
LAYANAN = """\
report: LKjIP contoh
organization: Dinas Contoh
year: 2023
framework: nasional/kerangka-lkjip
sasaran:
  - id: layanan
    title: Layanan membaik
    indikator:
      - id: kepuasan
        polarity: higher_is_better
        realisasi: 90
        target: 75
        target_akhir: 100
        history:
          2022: {realisasi: 80, target: 80}
      - {id: waktu, polarity: lower_is_better, realisasi: 8, target: 10, target_akhir: 5}
      - {id: aduan, polarity: lower_is_better, makin_rendah: rasio, realisasi: 8, target: 10, target_akhir: 5}
      - {id: survei, polarity: higher_is_better, realisasi: missing, target: 50}
      - {id: rapat, polarity: higher_is_better, realisasi: not_applicable, target: not_applicable}
    program:
      - id: pelayanan
        kegiatan:
          - id: loket
            pagu: 500000000
            subkegiatan:
              - {id: petugas, pagu: 400000000, realisasi_anggaran: 380000000}
              - {id: perlengkapan, pagu: 100000000, realisasi_anggaran: 95000000}
  - id: tata-ruang
    title: "=Tata ruang"
    indikator:
      - {id: luas, polarity: closer_is_better, realisasi: 95, target: 100}
program:
  - {id: penunjang, pagu: 300000000, realisasi_anggaran: 240000000}
"""


@pytest.fixture(scope="session")
def layanan(tmp_path_factory: pytest.TempPathFactory) -> ReportTree:
    """The report that follows the first example of the framework, with one indicator that does not apply."""
    path = tmp_path_factory.mktemp("chapter") / "layanan.yaml"
    path.write_text(LAYANAN, encoding="utf-8")
    return read_once().evaluate_report(path).tree


@pytest.fixture(scope="session")
def lumajang() -> ReportTree:
    """The report of 2020, computed."""
    return read_once().evaluate_report(ROOT / "examples" / "dinsos-lumajang-2020.yaml").tree


@pytest.fixture(scope="session")
def writer(layanan: ReportTree) -> Writer:
    """What makes the cells of that report in Indonesian."""
    return Writer(layanan, "id")


@pytest.fixture(scope="session")
def chapter(layanan: ReportTree) -> Chapter:
    """The chapter of that report in Indonesian."""
    return chapter_of(layanan, "id")


def texts(table: ChapterTable) -> list[list[str]]:
    """What a reader sees of a table, row by row."""
    return [[cell.text for cell in row.cells] for row in table.rows]
