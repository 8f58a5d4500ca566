"""What both forms of a filed audit say: heads, counts, and a row for each figure, numbered through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.audit.filed import file_findings
from sakip_rules.languages import say
from sakip_rules.wording.terms import VERDICT_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip_rules.audit import Audit
    from sakip_rules.exporters.audit.filed import FiledCause, FiledFigure
    from sakip_rules.languages import Language, Pair

TITLE: Final[Pair] = ("Hasil pemeriksaan angka", "Findings on printed figures")
COUNTS: Final[tuple[Pair, Pair]] = (("Putusan", "Verdict"), ("Angka tercetak", "Printed figures"))
WARNINGS: Final[Pair] = ("Peringatan dari aturannya", "Warnings from the rules")
EXPLAINED: Final[Pair] = (
    (
        "Sebab yang disebut memberi tepat angka tercetak; “mungkin” berarti sebab lain pun dapat begitu. "
        "Akibat adalah angka yang benar dihitung dari angka keliru di atasnya: ia ikut berubah bila yang di "
        "atasnya diperbaiki."
    ),
    (
        "A cause that is named gives exactly the printed digits; “maybe” means that others may, too. "
        "A consequence was rightly computed from the wrong figure above it: it changes when that is mended."
    ),
)
HEADS: Final[tuple[Pair, ...]] = (
    ("No.", "No."),
    ("Angka", "Figure"),
    ("Tercetak", "Printed"),
    ("Hitungan", "Recomputed"),
    ("Sebab", "Cause"),
    ("Tempat", "Place"),
)
_YEAR: Final[Pair] = ("Tahun {year}", "Year {year}")
_BY: Final[Pair] = ("dihitung ulang menurut {framework}", "recomputed by {framework}")
_CONSEQUENCE: Final[Pair] = ("Akibat: ", "Consequence: ")


class FiledRow(NamedTuple):
    """One row of a table of findings: cells as `HEADS` names them, and whether it stands under its error."""

    cells: tuple[str, ...]
    is_consequence: bool


class FiledTable(NamedTuple):
    """The findings of one kind of cause: a heading with their number, and the rows."""

    heading: str
    rows: Sequence[FiledRow]


def basis(audit: Audit, lang: Language) -> str:
    """Gives whose figures these are, of which year, and by which framework they were recomputed."""
    parts = [clean(audit.organization)]
    parts += [] if audit.year is None else [say(_YEAR, lang).format(year=audit.year)]
    parts += [say(_BY, lang).format(framework=audit.framework)] if audit.framework else []
    return " · ".join(filter(None, parts))


def filed_tables(audit: Audit, lang: Language) -> Iterator[FiledTable]:
    """Gives a table for each kind of cause; errors are numbered through all of them."""
    number = 1
    for cause in file_findings(audit, lang):
        yield FiledTable(f"{cause.heading} ({cause.findings})", list(_rows(cause, number, lang)))
        number += len(cause.errors)


def _rows(cause: FiledCause, number: int, lang: Language) -> Iterator[FiledRow]:
    for place, filed in enumerate(cause.errors, number):
        yield FiledRow(_cells(str(place), "", filed.error), is_consequence=False)
        for figure in filed.consequences:
            yield FiledRow(_cells("", say(_CONSEQUENCE, lang), figure), is_consequence=True)


def _cells(number: str, lead: str, figure: FiledFigure) -> tuple[str, ...]:
    named = f"{lead}{figure.figure}, {figure.record}"
    cause = "" if lead else figure.cause
    return number, named, figure.printed, figure.recomputed, cause, "; ".join(figure.places)


def counted_rows(audit: Audit, lang: Language) -> list[tuple[str, str]]:
    """Gives each verdict that there is, and how many printed figures have it."""
    counts = audit.summary
    return [
        (say(words, lang), str(counts[verdict]))
        for verdict, words in VERDICT_WORDS.items()
        if counts[verdict]
    ]


def warned(audit: Audit, lang: Language) -> list[str]:
    """Gives what rules say of records, each with what the record is called; names without marks of code."""
    titles = {path: say(title, lang) for path, title in audit.records.items()}
    return [
        f"{clean(titles.get(each.path, each.path))}: {each.diagnostic.message(lang).replace('`', '')}"
        for each in audit.warnings
    ]
