"""Diagnostics as text for a person: place, message, source line with a caret, hint; 80 columns wide."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from typing import Final

from sakip_rules.diagnostics.core import Diagnostic, by_severity, printable
from sakip_rules.diagnostics.places import Place
from sakip_rules.languages import Language, Pair, say
from sakip_rules.vocabulary import Severity

SHOWN_A_FILE: Final = 50
SHOWN_A_RUN: Final = 1000
WIDTH: Final = 80
SOURCE_WIDTH: Final = 70
"""So many characters of a source line are shown, those around the place."""

_HEADS: Final[dict[Severity, Pair]] = {"error": ("galat", "error"), "warning": ("peringatan", "warning")}
_HINT: Final[Pair] = ("petunjuk", "hint")
_MORE: Final[Pair] = ("lagi", "more")
_CODE: Final = re.compile("`[^`]*`")
_GLUE: Final = "\0"


def render(diagnostic: Diagnostic, lang: Language = "id") -> str:
    """Gives one diagnostic as lines of text, without a line end at the end."""
    head = f"{say(_HEADS[diagnostic.severity], lang)}[{diagnostic.code}]: {diagnostic.message(lang)}"
    lines = _wrapped("", head)
    place = diagnostic.place
    if place is not None:
        lines.insert(0, printable(":".join(filter(None, (place.file, place.within)))))
        lines += _source(place)
    hint = diagnostic.hint(lang)
    if hint:
        lines += _wrapped(f"  {say(_HINT, lang)}: ", hint)
    return "\n".join(lines)


def _wrapped(begin: str, text: str) -> list[str]:
    """Breaks a text at its spaces, but not inside what stands between backticks."""
    glued = _CODE.sub(lambda code: code[0].replace(" ", _GLUE), text)
    lines = textwrap.wrap(
        glued,
        WIDTH,
        initial_indent=begin,
        subsequent_indent=" " * (len(begin) or 2),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_GLUE, " ") for line in lines]


def _source(place: Place) -> list[str]:
    """The source line, or the part of it around the place, and the caret below; a cell is shown whole."""
    if not place.source:
        return []
    before, name = (0, place.cell) if place.sheet else (place.column - 1, str(place.line))
    # A stretch of a long line: the place in its middle, unless the line ends before.
    last = max(0, len(place.source) - SOURCE_WIDTH)
    start = min(max(0, before - SOURCE_WIDTH // 2), last)
    shown = printable(place.source[start : start + SOURCE_WIDTH].replace("\t", "→"))
    if start:
        shown = "…" + shown[1:]
    if start < last:
        shown = shown[:-1] + "…"
    before -= start
    width = max(1, min(place.width, len(shown) - before))
    return [f"  {name} | {shown}", f"  {' ' * len(name)} | {' ' * before}{'^' * width}"]


def shown_of(diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], int]:
    """Gives the diagnostics that are shown, sorted, and how many more there are.

    At most 50 a file and 1,000 a run are shown (language reference, section 11).
    """
    shown: list[Diagnostic] = []
    hidden = 0
    of_file: dict[str, int] = {}
    for diagnostic in sorted(diagnostics, key=Diagnostic.sort_key):
        file = diagnostic.place.file if diagnostic.place else ""
        of_file[file] = of_file.get(file, 0) + 1
        if of_file[file] > SHOWN_A_FILE or len(shown) >= SHOWN_A_RUN:
            hidden += 1
        else:
            shown.append(diagnostic)
    return shown, hidden


def render_all(diagnostics: Iterable[Diagnostic], lang: Language = "id") -> str:
    """Gives all that is shown of a list of diagnostics, with a count of what is not."""
    shown, hidden = shown_of(diagnostics)
    parts = [render(diagnostic, lang) for diagnostic in shown]
    if hidden:
        parts.append(f"… {hidden} {say(_MORE, lang)}")
    return "\n\n".join(parts)


def summary_line(diagnostics: Iterable[Diagnostic], lang: Language = "id") -> str:
    """Gives the count of errors and warnings in words."""
    counts = by_severity(diagnostics)
    if lang == "en":
        return ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counts.items())
    return f"{counts['error']} galat, {counts['warning']} peringatan"
