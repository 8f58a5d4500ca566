"""The records of a report as objects, for whoever computes them at once; each datum with its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sakip_rules.diagnostics import Path, Place
from sakip_rules.importer.drafts import Datum, Draft, RangeDatum, record_id

_SAID: Final = ("title", "unit", "note")


class ReportObject:
    """A report of a table as objects, as its text would be read; figures that are printed are left out."""

    def __init__(self, head: Sequence[tuple[str, str, str]], root: Draft) -> None:
        self.data: dict[str, Any] = {key: value for key, value, _ in head}
        self._places: dict[Path, Place] = {}
        open_drafts: list[tuple[Draft, dict[str, Any], Path]] = [(root, self.data, ())]
        while open_drafts:
            draft, into, path = open_drafts.pop()
            self._fill(draft, into, path)
            taken: dict[str, int] = {}
            for child in draft.children:
                listed = into.setdefault(child.level, [])
                own = {"id": record_id(child.short or child.title, taken)}
                own |= {key: said for key in _SAID if (said := getattr(child, key))}
                open_drafts.append((child, own, (*path, child.level, len(listed))))
                listed.append(own)

    def place(self, path: Sequence[str | int]) -> Place | None:
        """Gives the cell of a datum; of anything else, that of the name of its record."""
        ends = range(len(path), -1, -1)
        return next(
            (self._places[found] for end in ends if (found := tuple(path[:end])) in self._places), None
        )

    def _fill(self, draft: Draft, into: dict[str, Any], path: Path) -> None:
        if draft.place is not None:
            self._places[path] = draft.place
        into.update(_data(draft.data))
        if draft.history:
            into["history"] = {str(year): _data(given) for year, given in draft.history.items()}
        for (year, name), place in draft.cells.items():
            beside: Path = () if year is None else ("history", str(year))
            self._places[*path, *beside, name] = place


def _data(given: Mapping[str, Datum]) -> dict[str, Any]:
    return {name: _datum(datum) for name, datum in given.items()}


def _datum(datum: Datum) -> object:
    if isinstance(datum, str):
        return datum
    if isinstance(datum, RangeDatum):
        return {"min": datum.low, "max": datum.high}
    return {"status": datum.word, "note": datum.note} if datum.note else datum.word
