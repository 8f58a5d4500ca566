"""An explanation as text: lines indented, wrapped, and styled by what they are."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_rules.explainer.lines import Line, render
from sakip_rules.exporters.look import Look


def export(lines: Sequence[Line], look: Look) -> str:
    """Gives the lines of an explanation as wide as the look allows."""
    return render(lines, width=look.width, paint=look.paint) + "\n"
