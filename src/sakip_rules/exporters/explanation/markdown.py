"""An explanation as Markdown: headings, and below them lists within lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip_rules.explainer.lines import Line


def export(lines: Sequence[Line], look: Look) -> str:  # noqa: ARG001 - lines are in a language already
    """Gives the lines of an explanation: results in bold, as deep as they stand."""
    return "\n".join(_written(lines)) + "\n"


def _written(lines: Sequence[Line]) -> Iterator[str]:
    deepest = -1
    for line in lines:
        if not line.text:
            continue
        text = escaped(line.text.strip())
        if line.style == "title" and line.depth == 0:
            yield from ("", f"## {text}", "")
            deepest = -1
            continue
        # A list goes one step deeper at a time, whatever a line below a heading begins with.
        deepest = min(line.depth, deepest + 1)
        yield f"{'  ' * deepest}- {f'**{text}**' if line.style == 'result' else text}"
