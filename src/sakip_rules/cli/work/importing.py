"""`sakip import`: an agency's own table becomes a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.streams import write
from sakip_rules.cli.work.atomic import refuse_existing, write_file
from sakip_rules.cli.work.days import read_year
from sakip_rules.cli.work.failures import WrongUsageError, warn
from sakip_rules.cli.work.opening import framework_of, frameworks_of, open_rules, options_of
from sakip_rules.diagnostics import DataError, Place, diagnose, quoted, render_all
from sakip_rules.diagnostics import warn as warning
from sakip_rules.diagnostics.core import argument
from sakip_rules.diagnostics.places import whole
from sakip_rules.importer import TableAnswers, choose_sheets, default_name, import_sheet
from sakip_rules.languages import Language, say
from sakip_rules.sheets import open_book
from sakip_rules.sheets.book import SHOWN

if TYPE_CHECKING:
    from sakip_rules.diagnostics import Diagnostic
    from sakip_rules.importer.figures import DecimalSign
    from sakip_rules.languages import Pair
    from sakip_rules.plans import FrameworkPlan
    from sakip_rules.sheets import Sheet, TableBook

_NEXT: Final[Pair] = (
    "{file} ditulis: {count} rekaman. Periksa, lalu: sakip {next} {file}{rules}",
    "{file} was written: {count} records. Look at it, then: sakip {next} {file}{rules}",
)
_WHICH: Final[Pair] = (
    "Sebut kerangkanya: --framework {names}. Bila tabelnya tidak menyebut tahunnya, juga --on TAHUN.",
    "Name the framework: --framework {names}. Where the table says no year, --on YEAR, too.",
)
_REPORT: Final[Pair] = (
    (
        "{file} bukan tabel. Bila sudah sebuah laporan, ia tidak perlu diimpor: `sakip evaluate {file}`, "
        "`sakip audit {file}`. `sakip import` membaca CSV, .xlsx, dan .ods."
    ),
    (
        "{file} is no table. If it is a report already, it need not be imported: `sakip evaluate {file}`, "
        "`sakip audit {file}`. `sakip import` reads CSV, .xlsx and .ods."
    ),
)
REPORTS: Final = (".yaml", ".yml", ".json")
"""How reports end: they are what tables become."""


def run(  # noqa: PLR0913 - one for each option
    *,
    table: str,
    framework: str | None,
    on: str | None,
    output: str | None,
    sheet: str | None,
    columns: tuple[str, ...],
    decimal: DecimalSign | None,
    dash: str | None,
    period: str | None,
    rules: NamedRules,
    lang: Language,
) -> int:
    """Writes the report, and says what was not imported, and what was taken as something."""
    _must_be_a_table(table)
    year = read_year(on) if on is not None else None
    answers = TableAnswers(year, named_columns(columns), decimal, dash, period)
    report = output or default_name(table)
    refuse_existing(report)
    catalogue = open_rules(rules)
    if framework is None:
        frameworks = frameworks_of(catalogue)
        raise WrongUsageError((_WHICH[0].format(names=frameworks), _WHICH[1].format(names=frameworks)))
    plan = framework_of(catalogue, framework, year)
    with open_book(table) as book:
        notes = list(book.notes)
        opened = _sheet(book, sheet, notes, plan, answers)
    made = import_sheet(opened, plan, framework, answers)
    if year is None:  # the table says its year: the framework of that year counts
        made = import_sheet(opened, framework_of(catalogue, framework, made.year), framework, answers)
    warn(render_all([*notes, *made.notes], lang))
    write_file(report, made.text)
    texts = {"file": argument(report), "count": str(made.records), "rules": options_of(rules)}
    texts["next"] = "audit" if made.is_printed else "evaluate"
    write(say(_NEXT, lang).format(**texts) + "\n")
    return 0


def _sheet(
    book: TableBook, name: str | None, notes: list[Diagnostic], plan: FrameworkPlan, answers: TableAnswers
) -> Sheet:
    """The sheet that is named, or the one that can only be meant: of several that is said."""
    sheets = [] if name is not None else book.whole()
    tables = choose_sheets(sheets, plan, answers)
    if not tables:
        return book.sheet(name).whole()
    if len(tables) > 1:
        known = ", ".join(quoted(sheet.name) for sheet in tables[:SHOWN])
        raise DataError([diagnose("sheet-syntax.which-sheet", whole(book.file), known=known)])
    chosen = tables[0]
    if sum(not sheet.hidden for sheet in sheets) > 1:
        place = Place(book.file, 1, 1, sheet=chosen.name)
        notes.append(warning("taken-as.sheet", place, name=quoted(chosen.name)))
    return chosen


def _must_be_a_table(table: str) -> None:
    if table.lower().endswith(REPORTS):
        file = argument(table)
        raise WrongUsageError((_REPORT[0].format(file=file), _REPORT[1].format(file=file)))


def named_columns(columns: Sequence[str]) -> dict[str, str]:
    """Reads `what=heading` words; raises `WrongUsageError` for another one."""
    named: dict[str, str] = {}
    for word in columns:
        what, equals, heading = word.partition("=")
        if not equals or not heading:
            raise WrongUsageError(
                (
                    f"Kolom ditulis isi=judul, bukan {quoted(word)}.",
                    f"A column is written what=heading, not {quoted(word)}.",
                )
            )
        named[what.strip()] = heading.strip()
    return named
