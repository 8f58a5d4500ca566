"""What a table leaves open, asked as one question with one line that answers it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sakip_rules.diagnostics import Diagnostic, Place, diagnose
from sakip_rules.diagnostics.core import command
from sakip_rules.languages import Pair
from sakip_rules.sheets import Sheet

_OPEN: Final[dict[str, tuple[Pair, str]]] = {
    "table-unclear.year": (("tahunnya", "its year"), "--on 2024"),
    "table-unclear.years": (
        ("tahun laporannya ({known})", "the year of the report ({known})"),
        "--on {period}",
    ),
    "table-unclear.names": (
        ("kolom yang berisi nama rekamannya", "which column names the records"),
        '--columns "{option}"',
    ),
    "table-unclear.period": (("periodenya ({known})", "its period ({known})"), '--period "{period}"'),
    "table-unclear.decimal": (
        ("apakah {text}{at} ribuan atau desimal", "whether {text}{at} has thousands or decimals"),
        "--decimal ,",
    ),
    "table-unclear.dash": (("arti {text}{at}", "what {text} stands for{at}"), "--dash missing"),
}
"""Questions that one option answers: in words, and such an option."""


def together(questions: Sequence[Diagnostic], sheet: Sheet) -> list[Diagnostic]:
    """Gives the questions with those that an option answers as one of them; a single one stays as it is."""
    simple = [question for question in questions if question.key in _OPEN]
    if len(simple) < 2:  # noqa: PLR2004 - one question is asked in its own words
        return list(questions)
    simple.sort(key=lambda question: list(_OPEN).index(question.key))
    options = " ".join(_option(question) for question in simple)
    words = [_words(question) for question in simple]
    listed = ("; ".join(pair[0] for pair in words), "; ".join(pair[1] for pair in words))
    place = Place(sheet.file, sheet=sheet.name)
    asked = diagnose("table-unclear.open", place, listed=listed, options=command(options))
    return [asked, *(question for question in questions if question.key not in _OPEN)]


def last_known(question: Diagnostic) -> str:
    """Gives the last of the names that a question lists."""
    return str(dict(question.texts).get("known", "")).rpartition(", ")[2].strip("`")


def _option(question: Diagnostic) -> str:
    """An answer that could be given: of several periods the last one."""
    texts = {name: str(text) for name, text in question.texts}
    return _OPEN[question.key][1].format(**texts, period=last_known(question))


def _words(question: Diagnostic) -> Pair:
    """What is asked, in words, with the place in the table."""
    texts = {name: str(text) for name, text in question.texts}
    place = question.place
    within = place.within if place is not None and (place.line or place.cell) else ""
    indonesian, english = _OPEN[question.key][0]
    return (
        indonesian.format(**texts, at=f" di {within}" if within else ""),
        english.format(**texts, at=f" at {within}" if within else ""),
    )
