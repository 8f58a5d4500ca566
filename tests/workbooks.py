"""Workbooks written part by part, as no program would write them: for tests of what reads them.

`xlsx(file, {"Capaian": {"A1": "teks", "B1": ("n", "0.2942", "0.00%")}})`: a text, or type, stored value and
number format of a cell. What stands beside the cells in the XML of a sheet is given as it is.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

Written = str | tuple[str, str] | tuple[str, str, str]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODS = "urn:oasis:names:tc:opendocument:xmlns"


def pack(file: Path, parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """Writes a packed file of parts."""
    with zipfile.ZipFile(file, "w", method) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file


def xlsx(  # noqa: PLR0913 - one for each thing that a sheet holds beside its cells
    file: Path,
    sheets: Mapping[str, Mapping[str, Written]],
    *,
    before: str = "",
    after: str = "",
    hidden: tuple[str, ...] = (),
    rows: Mapping[int, str] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
) -> Path:
    """Writes a workbook; `before` and `after` stand around the cells of each sheet, `rows` in their rows."""
    formats = sorted({cell[2] for cells in sheets.values() for cell in cells.values() if len(cell) == 3})
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" r:id="r{at}"{_state(name, hidden)}/>'
        for at, name in enumerate(sheets, 1)
    )
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations({"w": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>{listed}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            {f"r{at}": ("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)}
            | {"s": ("styles", "styles.xml")}
        ),
        "xl/styles.xml": _styles(formats),
    }
    for at, cells in enumerate(sheets.values(), 1):
        body = "".join(_rows(cells, formats, rows or {}))
        made[f"xl/worksheets/sheet{at}.xml"] = (
            f'<worksheet xmlns="{MAIN}">{before}<sheetData>{body}</sheetData>{after}</worksheet>'
        )
    return pack(file, made | dict(parts or {}))


def _state(name: str, hidden: tuple[str, ...]) -> str:
    return ' state="hidden"' if name in hidden else ""


def _relations(related: Mapping[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{key}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for key, (kind, target) in related.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{entries}</Relationships>'


def _styles(formats: list[str]) -> str:
    codes = "".join(
        f'<numFmt numFmtId="{200 + at}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for at, code in enumerate(formats)
    )
    cells = "".join(f'<xf numFmtId="{200 + at}"/>' for at in range(len(formats)))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts>'
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{cells}</cellXfs></styleSheet>'
    )


def _rows(cells: Mapping[str, Written], formats: list[str], rows: Mapping[int, str]) -> list[str]:
    by_line: dict[int, list[str]] = {}
    for reference, written in cells.items():
        line = int(re.sub("[A-Z]", "", reference))
        by_line.setdefault(line, []).append(_cell(reference, written, formats))
    return [f'<row r="{line}"{rows.get(line, "")}>{"".join(made)}</row>' for line, made in by_line.items()]


def _cell(reference: str, written: Written, formats: list[str]) -> str:
    if isinstance(written, str):
        return f'<c r="{reference}" t="inlineStr"><is><t>{escape(written)}</t></is></c>'
    kind, value = written[:2]
    style = f' s="{formats.index(written[2]) + 1}"' if len(written) == 3 else ""
    body = value if value.startswith("<") else f"<v>{escape(value)}</v>"
    return f'<c r="{reference}" t="{kind}"{style}>{body}</c>'


def ods(file: Path, body: str, *, styles: str = "", parts: Mapping[str, str | bytes] | None = None) -> Path:
    """Writes an OpenDocument sheet file of the tables in `body`."""
    spaces = " ".join(f'xmlns:{name}="{ODS}:{name}:1.0"' for name in ("office", "table", "text", "style"))
    calcext = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f"<office:document-content {spaces} {calcext}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    made: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
    }
    return pack(file, made | dict(parts or {}))
