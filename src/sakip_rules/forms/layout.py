"""How a report lies in a workbook: names of its sheets and columns, which whoever writes and reads it share.

A sheet for the report's own keys, one for each level, one for data with their documents and for the data of
indicator rules, one for printed figures. A row whose first cell begins with `#` is there for people.
"""

from __future__ import annotations

from typing import Final

GUIDE: Final = "Petunjuk"
REPORT: Final = "Laporan"
DATA: Final = "Data"
PRINTED: Final = "Tercetak"
OWN_SHEETS: Final = (GUIDE, REPORT, DATA, PRINTED)

COMMENT: Final = "#"
LEVEL_MARK: Final = "# jenjang"
"""In the first cell of a level's sheet; beside it stands the level's name."""

UNIT_MARK: Final = "# satuan"
"""The first cell of the row that says the unit of each column."""

PATH: Final = "jalur"
PARENT: Final = "di_bawah"
YEAR: Final = "tahun"
NAME: Final = "nama"
RECORD_COLUMNS: Final = (PARENT, "id", YEAR, "title", "unit", "rule", "codes", "note")
"""What every record may say; the inputs of its level follow."""

DATUM_COLUMNS: Final = (PATH, YEAR, NAME, "value", "document", "year", "reason", "note")
PRINTED_COLUMNS: Final = (PATH, YEAR, "figure", "value", "category", "where", "note")
ROOT_PATHS: Final = ("", ".")
RECORD_YEARS: Final = ("unit", "title", "note", "id", PARENT, YEAR)
"""Columns that hold for a record in all its years, or say which year a row is of."""
