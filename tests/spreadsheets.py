"""Workbooks as tests see them: what is written in their cells, what a spreadsheet makes of their formulas.

The values that are stored beside formulas are taken out before a workbook is recalculated, or made wrong: a
program that trusts them would compute nothing, and every test would pass.
"""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from sakip_rules.exporters.workbook.values import held
from sakip_rules.values import Value

Held = float | str | bool | None
Address = tuple[str, str]
"""A sheet and a cell in it."""

DUST: Final = 1e-9
"""So far a number may lie from what is wanted: no digit that is shown is as small."""

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STORED: Final = re.compile(rb"(</f>)<v>[^<]*</v>")
_WRONG: Final = rb"\1<v>-99</v>"
"""IronCalc complains of every formula without a stored value; it trusts none."""
_AS_CSV: Final = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
_CSV_CELL: Final = re.compile(r'(?P<cell>"(?:[^"]|"")*"|[^,"\n]*)(?P<end>,|\n)')


@dataclass(frozen=True)
class Cell:
    """A cell as it is written: its formula, if it has one, and the value stored in it."""

    formula: str | None
    value: Held


def cells_of(workbook: bytes) -> dict[Address, Cell]:
    """Gives every cell of a workbook that holds something."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        shared = _shared(archive)
        found: dict[Address, Cell] = {}
        for name, part in _sheets(archive):
            for cell in ET.fromstring(archive.read(part)).iter(f"{_MAIN}c"):  # noqa: S314 - written by ourselves
                formula, value = cell.find(f"{_MAIN}f"), cell.find(f"{_MAIN}v")
                if formula is None and value is None:
                    continue
                text = "" if value is None else value.text or ""
                held = _read(cell.get("t", "n"), text, shared)
                found[name, cell.get("r", "")] = Cell(None if formula is None else formula.text, held)
        return found


def _shared(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = ET.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314 - as above
    return ["".join(part.text or "" for part in entry.iter(f"{_MAIN}t")) for entry in root]


def _sheets(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    root = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - as above
    sheets = root.iter(f"{_MAIN}sheet")
    return [(sheet.get("name", ""), f"xl/worksheets/sheet{n}.xml") for n, sheet in enumerate(sheets, 1)]


def _read(kind: str, text: str, shared: list[str]) -> Held:
    if kind == "s":
        return shared[int(text)]
    if kind == "b":
        return text == "1"
    return text if kind in ("str", "inlineStr", "e") or not text else float(text)


def without_stored(workbook: bytes, instead: bytes = rb"\1") -> bytes:
    """Gives a workbook without the values that are stored beside its formulas, or with something instead."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive, zipfile.ZipFile(out, "w") as written:
        for name in archive.namelist():
            data = archive.read(name)
            is_sheet = name.startswith("xl/worksheets/sheet")
            written.writestr(name, _STORED.sub(instead, data) if is_sheet else data)
    return out.getvalue()


class Recalculation:
    """A workbook in IronCalc: it is loaded once, and its inputs may be changed again and again."""

    def __init__(self, workbook: bytes) -> None:
        import ironcalc  # noqa: PLC0415 - most tests need no spreadsheet

        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "lembar.xlsx"
            file.write_bytes(without_stored(workbook, _WRONG))
            self.model = ironcalc.load_from_xlsx(str(file), "en", "UTC")
        sheets = self.model.get_worksheets_properties()
        self.places = {sheet["name"]: place for place, sheet in enumerate(sheets)}

    def change(self, inputs: Mapping[Address, Held]) -> None:
        """Writes inputs."""
        for (sheet, cell), value in inputs.items():
            _change(self.model, self.places[sheet], *position(cell), value)

    def values(self, addresses: Iterable[Address]) -> dict[Address, Held]:
        """Gives what formulas come to now."""
        self.model.evaluate()
        return {
            (sheet, cell): self.model.get_cell_value(self.places[sheet], *position(cell))
            for sheet, cell in addresses
        }


def recalculated(workbook: bytes, inputs: Mapping[Address, Held] | None = None) -> dict[Address, Held]:
    """Gives what IronCalc makes of every formula, after some inputs were changed."""
    recalculation = Recalculation(workbook)
    recalculation.change(inputs or {})
    return recalculation.values(
        place for place, written in cells_of(workbook).items() if written.formula is not None
    )


def _change(model: object, sheet: int, row: int, column: int, value: Held) -> None:
    if value is None:
        model.clear_cell_contents(sheet, row, column)  # type: ignore[attr-defined]  # IronCalc ships no types
    elif isinstance(value, bool):
        model.update_cell_with_bool(sheet, row, column, value)  # type: ignore[attr-defined]  # as above
    elif isinstance(value, str):
        model.update_cell_with_text(sheet, row, column, value)  # type: ignore[attr-defined]  # as above
    else:
        model.update_cell_with_number(sheet, row, column, value)  # type: ignore[attr-defined]  # as above


def position(cell: str) -> tuple[int, int]:
    """Gives row and column of a cell, both from 1."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(cell[len(letters) :]), column


def recalculated_by_libreoffice(
    workbooks: Mapping[str, bytes], folder: Path
) -> dict[str, dict[Address, Held]]:
    """Gives what LibreOffice makes of every formula of every workbook, stored values taken out.

    It is started once, and writes each sheet as CSV: digits as stored, only texts between quotes.
    """
    for name, workbook in workbooks.items():
        (folder / f"{name}.xlsx").write_bytes(without_stored(workbook))
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", _AS_CSV, "--outdir", str(folder)]
    files = [f"{name}.xlsx" for name in workbooks]
    subprocess.run([*command, *files], cwd=folder, check=True, capture_output=True, timeout=300)
    return {name: _computed(name, cells_of(workbook), folder) for name, workbook in workbooks.items()}


def _computed(name: str, written: Mapping[Address, Cell], folder: Path) -> dict[Address, Held]:
    """The values of formulas from the files of their sheets."""
    formulas = [place for place, cell in written.items() if cell.formula is not None]
    sheets = {
        sheet: _rows_of((folder / f"{name}-{sheet}.csv").read_text("utf-8"))
        for sheet in {sheet for sheet, _ in formulas}
    }
    found: dict[Address, Held] = {}
    for sheet, cell in formulas:
        row, column = position(cell)
        cells = sheets[sheet][row - 1 : row]
        found[sheet, cell] = _typed(cells[0][column - 1]) if cells and column <= len(cells[0]) else ""
    return found


def _rows_of(text: str) -> list[list[str]]:
    """The cells of a sheet as CSV, row by row, texts with their quotes."""
    rows: list[list[str]] = [[]]
    for match in _CSV_CELL.finditer(text):
        rows[-1].append(match["cell"])
        if match["end"] == "\n":
            rows.append([])
    return rows


def _typed(cell: str) -> Held:
    """A text without its quotes, a truth, or a number; a percentage as the number that is stored."""
    if not cell or cell.startswith('"'):
        return cell[1:-1].replace('""', '"')
    if cell in ("TRUE", "FALSE"):
        return cell == "TRUE"
    return float(cell[:-1]) / 100 if cell.endswith("%") else float(cell)


def cell_value(value: Value | str | None) -> Held:
    """Gives a value of the engine as a cell of an Indonesian workbook holds it."""
    made = held(value, "id")
    return float(made) if isinstance(made, Decimal) else made


def differences(
    expected: Mapping[Address, Cell], found: Mapping[Address, Held]
) -> dict[Address, tuple[Held, Held]]:
    """Gives the formulas whose value is not the expected one, with both.

    Texts and truths must be the same, and every digit of a number that could be shown.
    """
    return {
        place: (found.get(place), cell.value)
        for place, cell in expected.items()
        if cell.formula is not None and not same(cell, found.get(place))
    }


def same(cell: Cell, found: Held) -> bool:
    """Says whether a value is what a cell must come to."""
    wanted = cell.value
    if isinstance(wanted, bool) or not isinstance(wanted, float):
        return found == wanted or (wanted == "" and found is None)
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        return False
    return abs(found - wanted) <= max(DUST, abs(wanted) * DUST / 10**4)
