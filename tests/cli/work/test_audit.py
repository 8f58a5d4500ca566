import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Sakip = Callable[..., Result]

REPORT = """\
report: Laporan
organization: Dinas
year: 2020
framework: contoh/kerangka
indikator:
  - id: a
    realisasi: 1
    target: 3
    printed:
      - {{figure: capaian, value: {printed}, category: Rendah, where: Tabel 1}}
"""


@pytest.fixture
def report(tmp_path: Path) -> Callable[[str], str]:
    """A report that prints a capaian; 1 of 3 is 33.3 to one place, as its rule rounds."""

    def written(printed: str) -> str:
        file = tmp_path / "laporan.yaml"
        file.write_text(REPORT.format(printed=printed), encoding="utf-8")
        return str(file)

    return written


def test_figures_that_are_the_same_are_0(small: Sakip, report: Callable[[str], str]) -> None:
    """A value and its category are two findings."""
    result = small("audit", report("33.3"))
    assert result.exit_code == 0
    assert result.stdout.startswith("Laporan\n2 angka tercetak: 2 sama\n")


def test_a_figure_that_differs_is_1(small: Sakip, report: Callable[[str], str]) -> None:
    """JSON has every finding; the summary counts them."""
    result = small("audit", report("34.3"), "--format", "json")
    made = json.loads(result.stdout)
    assert result.exit_code == 1
    first = made["findings"][0]
    assert [
        first[key] for key in ("path", "figure", "year", "where", "printed", "recomputed", "verdict")
    ] == [
        *("a", "capaian", 2020, "Tabel 1"),
        *("34.3", "33.3", "differs"),
    ]
    counts = Counter(one["verdict"] for one in made["findings"])
    assert {verdict: count for verdict, count in made["summary"].items() if count} == counts


def test_the_lumajang_report_is_audited(sakip: Sakip) -> None:
    """The report cuts 281,96 to 281,95 (Tabel III.3): an audit that finds nothing is wrong."""
    result = sakip("audit", "examples/dinsos-lumajang-2020.yaml", "--format", "json")
    findings = json.loads(result.stdout)["findings"]
    assert result.exit_code == 1
    cut = [one for one in findings if one["printed"] == "281.95"]
    assert cut
    assert {(one["recomputed"], one["verdict"]) for one in cut} == {("281.96", "cut")}


def test_markdown_and_all(small: Sakip, report: Callable[[str], str]) -> None:
    """A table for a document, and a terminal with every figure."""
    assert "| a | capaian@2020 | 33,3 | 33,3 | sama | Tabel 1 |" in (
        small("audit", report("33.3"), "--format", "markdown").stdout
    )
    assert (
        "  capaian@2020      33,3      33,3\n    Tabel 1\n" in small("audit", report("33.3"), "--all").stdout
    )
