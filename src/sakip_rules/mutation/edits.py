"""One small change to the data of a rule file, and how to apply it."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from sakip_rules.diagnostics import Path


@dataclass(frozen=True, slots=True)
class Edit:
    """Sets the value at a path, takes it away, or gives it another key."""

    path: Path
    value: Any = None
    remove: bool = False
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """A way in which a pen slips: its kind, where, what stood there and what stands there now."""

    kind: str
    path: Path
    was: str
    now: str
    edits: tuple[Edit, ...]


def slip(kind: str, path: Path, was: str, now: str, *edits: Edit) -> Slip:
    """Gives a slip; without edits, the text at the path becomes `now`."""
    return Slip(kind, path, was, now, edits or (Edit(path, now),))


def applied(data: dict[str, Any], made: Slip) -> dict[str, Any]:
    """Gives a copy of a rule file's data with the change in it."""
    changed = copy.deepcopy(data)
    for edit in made.edits:
        owner: Any = changed
        for part in edit.path[:-1]:
            owner = owner[part]
        last = edit.path[-1]
        if edit.key is not None:
            _rename(owner, str(last), edit.key)
        elif edit.remove:
            del owner[last]
        else:
            owner[last] = edit.value
    return changed


def _rename(owner: dict[str, Any], old: str, new: str) -> None:
    """Gives a key another name in its place."""
    items = [(new if key == old else key, item) for key, item in owner.items()]
    owner.clear()
    owner.update(items)
