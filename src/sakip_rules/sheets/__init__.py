"""Tables of other programs -> rows of cells with their places: CSV, Excel, OpenDocument, Parquet, Arrow.

Each kind of file is read behind a gate of our own: what it says of itself is not believed, what is read is
counted. A cell keeps what is written in it, and what its format shows.
"""

from sakip_rules.sheets.book import TableBook, open_book
from sakip_rules.sheets.cells import CellKind, OpenSheet, Sheet, SheetCell, SheetRow
from sakip_rules.sheets.gate import BATCH_LIMITS, REPORT_TABLES, SheetLimits, TableKind, table_kind

__all__ = [
    "BATCH_LIMITS",
    "REPORT_TABLES",
    "CellKind",
    "OpenSheet",
    "Sheet",
    "SheetCell",
    "SheetLimits",
    "SheetRow",
    "TableBook",
    "TableKind",
    "open_book",
    "table_kind",
]
