"""A report in a workbook: what comes back is what was put in, and mistakes have the place of their cell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.workbooks import Written, xlsx

from sakip_rules import Catalogue, DataError
from sakip_rules.exporters import Look, export
from sakip_rules.forms.layout import DATUM_COLUMNS, LEVEL_MARK, PRINTED_COLUMNS, RECORD_COLUMNS
from sakip_rules.loader import load_report

SEED = Path(__file__).parents[2] / "examples" / "dinsos-lumajang-2020.yaml"
SAVED = Path(__file__).parent / "saved"
HEAD = ("report", "organization", "year", "framework", "period", "note")
Table = list[dict[str, Any]]


class Filled:
    """The rows of a workbook that holds a report."""

    def __init__(self, report: Mapping[str, Any]) -> None:
        self.root = {key: report[key] for key in HEAD if key in report}
        self.levels: dict[str, Table] = {}
        self.data: Table = []
        self.printed: Table = []
        self._record(report, "", dict(self.root))

    def _record(self, record: Mapping[str, Any], path: str, into: dict[str, Any]) -> None:
        for key, value in record.items():
            if key == "printed":
                self.printed += [{"jalur": path, **_year(entry)} for entry in value]
            elif key == "history":
                for year, given in value.items():
                    self._given(given or {}, path, year, {})
            elif isinstance(value, list):
                for child in value:
                    self._child(key, child, path)
            elif key not in HEAD or path:
                self._given({key: value}, path, "", into)

    def _child(self, level: str, record: Mapping[str, Any], path: str) -> None:
        row: dict[str, Any] = {"di_bawah": path, "id": record["id"]}
        self.levels.setdefault(level, []).append(row)
        below = f"{path}/{record['id']}" if path else record["id"]
        self._record({key: value for key, value in record.items() if key != "id"}, below, row)

    def _given(self, given: Mapping[str, Any], path: str, year: str, row: dict[str, Any]) -> None:
        """A text stands in the row of its record; what has parts, in the sheet of data."""
        for name, value in given.items():
            if name == "data":
                self._given({f"data.{key}": datum for key, datum in value.items()}, path, year, {})
            elif isinstance(value, dict) or name.startswith("data.") or year:
                parts = value if isinstance(value, dict) else {"value": value}
                datum = {"value": parts.get("value", parts.get("status")), **parts}
                datum.pop("status", None)
                dated = {"jalur": path, "tahun": year, "nama": name}
                self.data.append(dated | datum)
            else:
                row[name] = value

    def sheets(self) -> dict[str, dict[str, Written]]:
        """The cells of all sheets."""
        report: dict[str, Written] = {}
        for line, (key, value) in enumerate(self.root.items(), 1):
            report |= {f"A{line}": key, f"B{line}": _cell(value)}
        made: dict[str, dict[str, Written]] = {"Laporan": report}
        for level, rows in self.levels.items():
            keys = list(RECORD_COLUMNS) + sorted({key for row in rows for key in row} - set(RECORD_COLUMNS))
            made[level] = {"A1": LEVEL_MARK, "B1": level, **_table(keys, rows, 2)}
        return made | {
            "Data": _table(list(DATUM_COLUMNS), self.data, 1),
            "Tercetak": _table(list(PRINTED_COLUMNS), self.printed, 1, text=True),
        }


def _year(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {"tahun" if key == "year" else key: value for key, value in entry.items()}


def _table(keys: list[str], rows: Table, line: int, *, text: bool = False) -> dict[str, Written]:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    cells: dict[str, Written] = {f"{letters[at]}{line}": key for at, key in enumerate(keys)}
    for place, row in enumerate(rows, line + 1):
        for at, key in enumerate(keys):
            if row.get(key) not in (None, ""):
                cells[f"{letters[at]}{place}"] = row[key] if text else _cell(row[key])
    return cells


def _cell(text: str) -> Written:
    """A number as a number, as a person types it."""
    return ("n", text) if text.replace(".", "", 1).isdigit() and len(text) < 15 else text


def seed() -> dict[str, Any]:
    """The report of 2020 as plain data."""
    document, _ = load_report(SEED)
    assert document is not None
    return dict(document.plain())


PLACES = ("file", "line", "column", "sheet", "cell")


def computed(report: Path, bundled: Catalogue) -> list[Any]:
    """All that a report computes, and its audit, without the places of what is said."""
    look = Look("id")
    tree, audit = bundled.evaluate_report(report).tree, bundled.audit_report(report)
    made = (export("report", "json", tree, look), export("audit", "json", audit, look))
    return [json.loads(text, object_hook=_without_places) for text in made]


def _without_places(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in PLACES}


@pytest.mark.broad
def test_the_report_of_2020_comes_back_without_loss(tmp_path: Path, bundled: Catalogue) -> None:
    """Every figure and every finding is the same as from its YAML."""
    file = xlsx(tmp_path / "a.xlsx", Filled(seed()).sheets())
    assert computed(file, bundled) == computed(SEED, bundled)


def small(folder: Path, **cells: Written) -> Path:
    """A report of one indicator, with cells changed."""
    indicators: dict[str, Written] = {
        "A1": LEVEL_MARK, "B1": "indikator",
        "A2": "di_bawah", "B2": "id", "C2": "title", "D2": "unit", "E2": "target", "F2": "realisasi",
        "G2": "polarity",
        "A3": "# satuan", "B4": "sakip", "C4": "Nilai SAKIP", "D4": "nilai", "E4": ("n", "80"),
        "F4": ("n", "78.5"), "G4": "higher_is_better",
    }  # fmt: skip
    report: dict[str, Written] = {
        "A1": "report", "B1": "LKjIP", "A2": "organization", "B2": "Dinas", "A3": "year", "B3": ("n", "2020"),
        "A4": "framework", "B4": "nasional/kerangka-lkjip",
    }  # fmt: skip
    return xlsx(folder / "a.xlsx", {"Laporan": report, "indikator": indicators | cells})


def mistakes(file: Path, bundled: Catalogue) -> list[tuple[str, str]]:
    """What is wrong in a workbook: key and place of each."""
    with pytest.raises(DataError) as caught:
        bundled.evaluate_report(file)
    return [(found.key, found.place.within if found.place else "") for found in caught.value.diagnostics]


@pytest.mark.parametrize("word", ["makin tinggi makin baik", "Higher is better", "higher_is_better"])
def test_a_polarity_is_written_as_the_list_offers_it(tmp_path: Path, bundled: Catalogue, word: str) -> None:
    """In either language, or as a report file has it."""
    assert computed(small(tmp_path, G4=word), bundled) == computed(small(tmp_path), bundled)


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        (("e", "#DIV/0!"), "bad-cell.error"),
        (("n", "45323", "d/m"), "bad-cell.date"),
        (("n", "0.785", "0.00%"), "bad-cell.percent"),
        (("n", "1E+400"), "bad-cell.number-none"),
        ("78,5 poin", "bad-value.unit-beside"),
        ("n/a", "which-absent"),
    ],
)
def test_a_cell_that_lies_is_an_error_at_its_cell(
    cell: Written, key: str, tmp_path: Path, bundled: Catalogue
) -> None:
    """Never a missing value."""
    found = mistakes(small(tmp_path, F4=cell), bundled)
    assert [place for _, place in found] == ["indikator!F4"]
    assert found[0][0].partition(".")[0] == key.partition(".")[0]


def test_all_mistakes_are_told_together(tmp_path: Path, bundled: Catalogue) -> None:
    """A cell that cannot be read, and a word that is none, at once; a year in such a cell is told once."""
    found = mistakes(small(tmp_path, F4=("e", "#DIV/0!"), G4="naik turun"), bundled)
    assert sorted(place for _, place in found) == ["indikator!F4", "indikator!G4"]


def test_a_percent_format_is_read_by_the_unit_of_its_record(tmp_path: Path, bundled: Catalogue) -> None:
    """0.785 shown as 78.5 % is 78.5, exactly."""
    file = small(tmp_path, D4="persen", F4=("n", "0.785", "0.0%"))
    node = bundled.evaluate_report(file).tree.root.find("sakip")
    assert node is not None
    assert str(node.now.record.figures["realisasi"].exact) == "157/2"


def test_absent_values_years_and_rows_for_people(tmp_path: Path, bundled: Catalogue) -> None:
    """A word is one; a row of another year is history; a row that begins with # is nobody's."""
    extra: dict[str, Written] = {
        "A5": "# contoh", "B5": "x", "F4": "not_due", "H2": "tahun", "B6": "sakip", "F6": ("n", "77"),
        "H6": ("n", "2019"),
    }  # fmt: skip
    data = bundled.read_report(small(tmp_path, **extra))
    (record,) = data.root.children
    assert sorted(record.years) == [2019, 2020]
    assert str(record.years[2019].values["realisasi"]) == "77"


def test_what_is_below_nothing_and_what_is_given_twice_are_mistakes(
    tmp_path: Path, bundled: Catalogue
) -> None:
    """With the cells of both."""
    assert mistakes(small(tmp_path, A5="sasaran-9", B5="x"), bundled) == [
        ("sheet-syntax.no-parent", "indikator!A5")
    ]
    twice = small(tmp_path, H2="target", H4=("n", "81"))
    assert mistakes(twice, bundled) == [("sheet-syntax.given-again", "indikator!H2")]
    year: dict[str, Written] = {"H2": "tahun", "B5": "sakip", "F5": ("n", "77"), "H5": ("n", "2019")}
    again: dict[str, Written] = {"B6": "sakip", "F6": ("n", "76"), "H6": ("n", "2019")}
    assert mistakes(small(tmp_path, **year, **again), bundled) == [
        ("sheet-syntax.given-again", "indikator!F6")
    ]


def test_a_workbook_without_a_report_leads_to_import(tmp_path: Path, bundled: Catalogue) -> None:
    """A table of one's own is no report yet."""
    found = mistakes(xlsx(tmp_path / "a.xlsx", {"Sheet1": {"A1": "Indikator"}}), bundled)
    assert [key for key, _ in found] == ["sheet-syntax.no-report"]


@pytest.mark.parametrize("name", ["formulir.ods", "formulir.xlsx"])
def test_what_libreoffice_saved_comes_back(name: str, bundled: Catalogue) -> None:
    """A form that was filled in and saved by LibreOffice, as either kind of file."""
    tree = bundled.evaluate_report(SAVED / name).tree
    found = {node.path: node.now.record.figures for node in tree.root.walk()}
    assert found["tata-kelola/sakip"]["capaian"].text == "98.13"
    assert found["tata-kelola/cakupan"]["realisasi"].text == "78.76"
    audit = bundled.audit_report(SAVED / name)
    assert [(finding.printed, finding.verdict) for finding in audit.findings] == [
        ("98.130", "differs"),
        ("98,13", "same"),
    ]
