"""Diagnostics as text for a person: place, message, source line with a caret, hint."""

from __future__ import annotations

from collections.abc import Iterable

from sakip_rules.diagnostics.core import Diagnostic, Place, by_severity, clean

SHOWN_A_FILE = 50
SHOWN_A_RUN = 1000
SOURCE_WIDTH = 100

WORDS = {
    "id": {"error": "galat", "warning": "peringatan", "hint": "petunjuk"},
    "en": {"error": "error", "warning": "warning", "hint": "hint"},
}


def render(diagnostic: Diagnostic, lang: str = "id") -> str:
    """Gives one diagnostic as lines of text, without a line end at the end."""
    words = WORDS["en" if lang == "en" else "id"]
    head = f"{words[diagnostic.severity]}[{diagnostic.code}]: {diagnostic.message(lang)}"
    lines = [head]
    place = diagnostic.place
    if place is not None:
        lines.insert(0, f"{clean(place.file)}:{place.line}:{place.column}")
        lines += _source(place)
    hint = diagnostic.hint(lang)
    if hint:
        lines.append(f"  {words['hint']}: {hint}")
    return "\n".join(lines)


def _source(place: Place) -> list[str]:
    if not place.source:
        return []
    start = max(0, place.column - SOURCE_WIDTH) if len(place.source) > SOURCE_WIDTH else 0
    shown = clean(place.source[start : start + SOURCE_WIDTH])
    number = str(place.line)
    width = max(1, min(place.width, SOURCE_WIDTH, len(shown) - (place.column - 1 - start)))
    caret = " " * (place.column - 1 - start) + "^" * width
    return [f"  {number} | {shown}", f"  {' ' * len(number)} | {caret}"]


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


def render_all(diagnostics: Iterable[Diagnostic], lang: str = "id") -> str:
    """Gives all that is shown of a list of diagnostics, with a count of what is not."""
    shown, hidden = shown_of(diagnostics)
    parts = [render(diagnostic, lang) for diagnostic in shown]
    if hidden:
        parts.append(f"… {hidden} more" if lang == "en" else f"… {hidden} lagi")
    return "\n\n".join(parts)


def summary_line(diagnostics: Iterable[Diagnostic], lang: str = "id") -> str:
    """Gives the count of errors and warnings in words."""
    counts = by_severity(diagnostics)
    if lang == "en":
        return f"{counts['error']} errors, {counts['warning']} warnings"
    return f"{counts['error']} galat, {counts['warning']} peringatan"
