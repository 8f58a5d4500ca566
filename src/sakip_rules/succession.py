"""Which versions of a rule stand on each day, where some take the place of others (`supersedes`).

Versions that supersede each other are a graph in which every version leads to at most one other. On a day
a version is *replaced* where one in force leads to it, directly or through others, in force or not. All days
are gone through once: a version that comes into force, or goes out of it, changes only what it leads to, as
far as nobody else leads there.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from sakip_rules.models import Dated


class Succession:
    """All versions of one rule whose days are known, by file, and what each supersedes."""

    def __init__(self, dated: Mapping[str, Dated]) -> None:
        self.dated = dated
        self.first: dict[str, str] = {}
        """The file of each version; of two files that state one, the first."""
        for file, validity in dated.items():
            self.first.setdefault(validity.version, file)
        self.circles = self._circles()
        """For each version of a circle one of its versions, the same for all of them."""
        self.changes = _changes(dated)
        """For each day of a change the files that go out of force, and those that come into it."""
        self.turns = tuple(sorted(self.changes))
        """The days on which a version begins, or is over, sorted."""

    def following(self, file: str) -> str | None:
        """Gives the version that a file supersedes."""
        supersedes = self.dated[file].supersedes
        return None if supersedes is None else str(supersedes.version)

    def superseded_by(self, file: str) -> Iterator[str]:
        """Gives the versions that a file supersedes, directly or through others, the nearest first."""
        seen: set[str] = set()
        version = self.following(file)
        while version is not None and version not in seen:
            seen.add(version)
            yield version
            version = self.following(self.first[version]) if version in self.first else None

    def in_circle(self, file: str) -> bool:
        """Says whether a version supersedes itself, directly or through others."""
        version = self.dated[file].version
        if self.first[version] == file:
            return version in self.circles
        return version in self.superseded_by(file)

    def _circles(self) -> dict[str, str]:
        circles: dict[str, str] = {}
        walked: dict[str, str] = {}
        """By version, from which one it was come to first."""
        for start in self.first:
            version: str | None = start
            path: list[str] = []
            while version in self.first and version not in walked:
                walked[version] = start
                path.append(version)
                version = self.following(self.first[version])
            if version is not None and walked.get(version) == start and version in path:
                circles.update(dict.fromkeys(path[path.index(version) :], version))
        return circles

    def standing(self, usable: Mapping[str, object]) -> list[tuple[str, ...]]:
        """Gives the usable files that stand from each turn of days on, in the order of `usable`.

        The first entry is of the time before all turns. Where versions in force supersede each other in a
        circle none stands; the last of them is given then.
        """
        order = {file: place for place, file in enumerate(usable)}
        days = _Days(self, order)
        found: list[tuple[str, ...]] = [()]
        for ending, beginning in (self.changes[day] for day in self.turns):
            for file in ending:
                days.turn(file, holds=False)
            for file in beginning:
                days.turn(file, holds=True)
            found.append(tuple(sorted(days.standing or days.last(), key=order.__getitem__)))
        return found


def _changes(dated: Mapping[str, Dated]) -> dict[datetime.date, tuple[list[str], list[str]]]:
    changes: dict[datetime.date, tuple[list[str], list[str]]] = {}
    for file, validity in dated.items():
        last = validity.valid_to or datetime.date.max
        changes.setdefault(validity.valid_from, ([], []))[1].append(file)
        if last < datetime.date.max:
            changes.setdefault(last + datetime.timedelta(days=1), ([], []))[0].append(file)
    return changes


class _Days:
    """Which versions are in force and which are replaced, on the day that is looked at."""

    def __init__(self, succession: Succession, order: Mapping[str, int]) -> None:
        self.succession = succession
        self.order = order
        self.in_force: set[str] = set()
        self.standing: set[str] = set()
        self.leading: dict[str, int] = {}
        """How many files lead to a version that is replaced; of a circle they are counted at one version."""
        self.files: dict[str, list[str]] = {}
        for file, validity in succession.dated.items():
            self.files.setdefault(self.counted_at(validity.version), []).append(file)

    def counted_at(self, version: str) -> str:
        return self.succession.circles.get(version, version)

    def is_replaced(self, file: str) -> bool:
        return self.leading.get(self.counted_at(self.succession.dated[file].version), 0) > 0

    def is_of_circle(self, file: str) -> bool:
        version = self.succession.dated[file].version
        return version in self.succession.circles and self.succession.first[version] == file

    def turn(self, file: str, *, holds: bool) -> None:
        """Takes a file into force, or out of it."""
        if holds:
            self.in_force.add(file)
        else:
            self.in_force.discard(file)
        self.settle(file)
        change = 1 if holds else -1
        if self.is_of_circle(file):
            self.lead(self.counted_at(self.succession.dated[file].version), change)
        elif not self.is_led_to(file):
            self.follow(file, change)

    def is_led_to(self, file: str) -> bool:
        """Says whether a file leads on though it is not in force: only the first of a version does."""
        first = self.succession.first[self.succession.dated[file].version]
        return first == file and self.is_replaced(file)

    def follow(self, file: str | None, change: int) -> None:
        """Counts that a file leads to the version that it supersedes, or no longer, and what follows."""
        while file is not None:
            version = self.succession.following(file)
            if version is None or not self.lead(self.counted_at(version), change):
                return
            file = self.succession.first.get(version)
            if version in self.succession.circles or file in self.in_force:
                return  # a circle leads nowhere else; what is in force led on before

    def lead(self, version: str, change: int) -> bool:
        """Counts one file more, or less, that leads to a version; says whether that made a difference."""
        before = self.leading.get(version, 0)
        self.leading[version] = before + change
        if (before > 0) == (before + change > 0):
            return False
        for file in self.files.get(version, ()):
            self.settle(file)
        return True

    def settle(self, file: str) -> None:
        if file in self.in_force and file in self.order and not self.is_replaced(file):
            self.standing.add(file)
        else:
            self.standing.discard(file)

    def last(self) -> list[str]:
        """Gives the last file in force, where there is one."""
        usable = [file for file in self.in_force if file in self.order]
        return [max(usable, key=self.order.__getitem__)] if usable else []


__all__ = ["Succession"]
