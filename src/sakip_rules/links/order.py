"""The order of things that need each other: each after those it needs, and the circles that have no order."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

Needs = Callable[[str], Sequence[str]]

SEARCHED: Final = 200
"""How many needs are looked at to show one circle; a longer one is shown cut."""


class CircleError(Exception):
    """Things that need each other; carries the circle, its first member twice."""

    def __init__(self, path: tuple[str, ...]) -> None:
        super().__init__(path)
        self.path = path


class Component(NamedTuple):
    """One name that stands for itself, or names that all need each other, directly or through others."""

    names: tuple[str, ...]
    is_circle: bool


def components(wanted: Iterable[str], needs: Needs) -> list[Component]:
    """Gives every name once, each component after those that it needs, else as wanted.

    Tarjan's strongly connected components, with a stack: a chain may be as long as it likes.
    """
    return _Walk(needs).through(wanted)


class _Walk:
    def __init__(self, needs: Needs) -> None:
        self.needs = needs
        self.number: dict[str, int] = {}
        self.low: dict[str, int] = {}
        """The lowest number that a name is known to lead back to."""
        self.waiting: list[str] = []
        self.done: set[str] = set()
        self.need_themselves: set[str] = set()
        self.agenda: list[tuple[str, Iterator[str]]] = []
        self.found: list[Component] = []

    def through(self, wanted: Iterable[str]) -> list[Component]:
        for first in wanted:
            if first not in self.number:
                self.enter(first)
            while self.agenda:
                self.step()
        return self.found

    def enter(self, name: str) -> None:
        self.number[name] = self.low[name] = len(self.number)
        self.waiting.append(name)
        self.agenda.append((name, iter(self.needs(name))))

    def step(self) -> None:
        name, rest = self.agenda[-1]
        for need in rest:
            if need not in self.number:
                self.enter(need)
                return
            if (
                need not in self.done
            ):  # what is done is a component of its own, and leads back to nothing here
                self.low[name] = min(self.low[name], self.number[need])
            if need == name:
                self.need_themselves.add(name)
        self.leave(name)

    def leave(self, name: str) -> None:
        self.agenda.pop()
        if self.agenda:
            above = self.agenda[-1][0]
            self.low[above] = min(self.low[above], self.low[name])
        if self.low[name] == self.number[name]:
            first = len(self.waiting) - 1
            while self.waiting[first] != name:
                first -= 1
            names = tuple(self.waiting[first:])
            del self.waiting[first:]
            self.done.update(names)
            self.found.append(Component(names, len(names) > 1 or name in self.need_themselves))


def circle_through(start: str, members: Container[str], needs: Needs) -> tuple[str, ...]:
    """Gives the shortest circle from a member of a circular component back to it, the member twice.

    Where that takes too long to find, its middle is left out.
    """
    before: dict[str, str] = {start: start}
    searched = 0
    queue = [start]
    for name in queue:
        for need in needs(name):
            searched += 1
            if need == start:
                return _path_to(name, before, start)
            if need in members and need not in before:
                before[need] = name
                queue.append(need)
        if searched > SEARCHED:
            break
    return (start, queue[1], "…", start)


def _path_to(name: str, before: Mapping[str, str], start: str) -> tuple[str, ...]:
    path = [start]
    while name != start:
        path.append(name)
        name = before[name]
    return (start, *reversed(path))


def in_order(wanted: Iterable[str], needs: Needs) -> list[str]:
    """Gives every name after those that it needs, else as wanted; raises `CircleError`."""
    found = components(wanted, needs)
    for names, is_circle in found:
        if is_circle:
            raise CircleError(circle_through(names[0], set(names), needs))
    return [names[0] for names, _ in found]


__all__ = ["CircleError", "Component", "Needs", "circle_through", "components", "in_order"]
