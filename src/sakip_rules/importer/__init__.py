"""An agency's own table of indicators or budgets -> a report: headings, rows and figures as they are written.

Nothing is left out and nothing is guessed in silence: what is not imported is said with its place, what was
taken as something is said, and what cannot be known is asked.
"""

from sakip_rules.importer.answers import TableAnswers
from sakip_rules.importer.importing import (
    Imported,
    choose_sheets,
    decide_columns,
    default_name,
    import_sheet,
    layout_of,
)
from sakip_rules.importer.objects import ReportObject
from sakip_rules.importer.reading import TableImport

__all__ = [
    "Imported",
    "ReportObject",
    "TableAnswers",
    "TableImport",
    "choose_sheets",
    "decide_columns",
    "default_name",
    "import_sheet",
    "layout_of",
]
