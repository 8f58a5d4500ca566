"""What a run over many reports has done: a line for each report, with all that it gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Final

from sakip_rules.batch.partial import BatchState, Partial
from sakip_rules.batch.sources import WrittenCell
from sakip_rules.importer.owners import Owner

APART: Final = "given-twice"
"""The code of a report whose rows do not stand together."""


@dataclass(slots=True)
class ReportState(BatchState):
    """What the lines say so far; `rows` are those of the table."""

    seen: dict[str, int] = field(default_factory=dict)
    """The line on which the rows of each report began: some hundred bytes a report."""

    apart: set[str] = field(default_factory=set)
    """Reports whose rows do not stand together."""

    refused: set[str] = field(default_factory=set)
    """Reports that cannot be computed."""


def key_of(owner: Owner) -> str:
    """Gives what tells one report from another, in a few letters."""
    return blake2b(repr(tuple(owner)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class ReportPartial(Partial):
    """The partial file of a run over many reports."""

    state: ReportState

    def rows(self) -> Iterator[tuple[list[WrittenCell], list[str | None]]]:
        """Gives the lines of each report that is done.

        A report whose rows do not stand together has one line: what its first rows gave is not its result.
        """
        for entry in self.entries():
            for line in self._lines(entry) if "report" in entry else ():
                yield [], line

    def _lines(self, entry: dict[str, Any]) -> list[list[str | None]]:
        lines: list[list[str | None]] = entry["lines"]
        if entry["report"] not in self.state.apart or not lines:
            return lines
        owner = dict(zip(self.made[:2], lines[0], strict=False))
        cells = {**owner, "path": ".", "status": "error", "diagnostics": APART}
        return [[cells.get(name) for name in self.made]]

    def _new_state(self) -> ReportState:
        return ReportState()

    def _take(self, entry: Any) -> None:  # noqa: ANN401 - a line of JSON
        if "report" not in entry:
            super()._take(entry)
            return
        state, key = self.state, entry["report"]
        state.rows += entry["rows"]
        if key in state.seen:
            state.apart.add(key)
        state.seen.setdefault(key, entry["line"])
        if entry["refused"] or key in state.apart:
            state.refused.add(key)
        state.wrong = len(state.refused)
