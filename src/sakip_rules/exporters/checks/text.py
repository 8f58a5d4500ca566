"""What is wrong in rule files as text, and how many files were checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics import render_all, summary_line
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.subjects import Checks
from sakip_rules.languages import say

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

_NOTHING: Final[Pair] = ("tidak ada yang salah.", "nothing wrong.")


def export(checks: Checks, look: Look) -> str:
    """Gives each diagnostic with its place and hint, and the counts."""
    files, lang = checks.files, look.lang
    checked = say((f"{files} berkas diperiksa", f"{files} file{'s' * (files != 1)} checked"), lang)
    if not checks.diagnostics:
        return f"{checked}: {say(_NOTHING, lang)}\n"
    shown, counted = render_all(checks.diagnostics, lang), summary_line(checks.diagnostics, lang)
    return f"{shown}\n\n{checked}: {counted}\n"
