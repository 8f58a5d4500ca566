"""Texts that no spreadsheet takes for a formula."""

from __future__ import annotations

from typing import Final

from sakip_rules.diagnostics.core import clean

_STARTS: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What begins a formula, also in the width of Chinese letters, which some spreadsheets take for the same."""


def guarded(text: str) -> str:
    """Gives a stranger's text with `'` before what would begin a formula, and without control characters."""
    shown = clean(text)
    return f"'{shown}" if shown.lstrip().startswith(_STARTS) else shown
