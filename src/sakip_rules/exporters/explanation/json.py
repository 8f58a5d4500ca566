"""An explanation as JSON: its lines, each with its depth and what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import to_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.explainer.lines import Line
    from sakip_rules.exporters.objects import Json


def export(lines: Sequence[Line], look: Look) -> str:  # noqa: ARG001 - lines are in a language already
    """Gives the lines of an explanation as JSON text."""
    return to_text(explanation_object(lines))


def explanation_object(lines: Sequence[Line]) -> Json:
    """Gives the lines of an explanation, those that are headings or results marked so; no blank ones."""
    return {
        "lines": [
            {"depth": line.depth, "about": line.about, "style": line.style, "text": line.text}
            for line in lines
            if line.text
        ]
    }
