from collections.abc import Mapping
from pathlib import Path

from tests.spreadsheets import cells_of, differences, recalculated
from tests.written import report, rules

from sakip_rules.evaluator import evaluate_every_year
from sakip_rules.exporters import Look, export
from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.exporters.workbook.building import LineGroup
from sakip_rules.exporters.workbook.records import report_groups

FRAMEWORK: Mapping[str, str] = {
    "framework k": """
        title: Kerangka
        levels:
          dinas:
            title: Dinas
            result: semua
            steps:
              semua: {formula: sum(sasaran.indikator.x)}
              langsung: {formula: sum(indikator.x)}
              naik: {formula: semua - tahun_lalu.semua}
              semua_tahun: {formula: sum(riwayat.semua)}
          sasaran:
            title: Sasaran
            under: dinas
            result: jumlah
            steps: {jumlah: {formula: sum(indikator.x)}}
          indikator:
            title: Indikator
            under: [sasaran, dinas]
            inputs: {x: {title: X}}
            steps:
              dua: {formula: x * 2}
            checks: [{expect: x < 100, message: terlalu besar}]
            result: dua
    """
}
REPORT = """
    sasaran:
      - {id: s1, indikator: [{id: a, x: 1, history: {2019: {x: 7}}}, {id: b, x: 2}]}
      - {id: s2, indikator: [{id: c, x: 200}]}
    indikator:
      - {id: d, x: 8}
"""


def live(tmp_path: Path) -> LiveReport:
    """The report of this module."""
    data = rules(tmp_path / "rules", FRAMEWORK).read_report(report(tmp_path, REPORT))
    return LiveReport(data, *evaluate_every_year(data))


def groups(found: LiveReport) -> dict[str, LineGroup]:
    """Gives groups by the names of their sheets."""
    return {group.sheet.name: group for group in report_groups(found.data, found.years, "id")}


def test_records_below_one_stand_side_by_side(tmp_path: Path) -> None:
    """Whichever level they stand under; the latest year comes first; years that only others have are told."""
    lines = groups(live(tmp_path))["Indikator"].lines
    assert [(line.path, line.year) for line in lines if line.year == 2020] == [
        ("s1/a", 2020),
        ("s1/b", 2020),
        ("s2/c", 2020),
        ("d", 2020),
    ]
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert {line.path for line in lines if line.year == 2019 and line.is_given} == {"s1/a"}


def test_a_collection_is_one_range_and_last_year_another_line(tmp_path: Path) -> None:
    """Recalculated they give what the engine gives."""
    found = live(tmp_path)
    workbook = export("live", "xlsx", found, Look("id"))
    assert isinstance(workbook, bytes)
    cells = cells_of(workbook)
    assert differences(cells, recalculated(workbook)) == {}
    root = {cell.value: place for place, cell in cells.items() if place[0] == "Dinas" and place[1][0] == "D"}
    by_name = {str(name): cells["Dinas", f"E{place[1][1:]}"] for name, place in root.items()}
    assert by_name["naik"].formula is not None
    assert by_name["semua_tahun"].formula is not None
