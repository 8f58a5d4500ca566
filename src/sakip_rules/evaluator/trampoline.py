"""Runs tasks that wait for other tasks, on a list instead of Python's stack.

A task is a generator: it yields the task whose result it needs, and returns its own. So the longest
chain of rules that the language allows runs as a short one does, however deep the caller is.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

T = TypeVar("T")
Task = Generator["Task[Any]", Any, T]


def run(task: Task[T]) -> T:
    """Gives the result of a task, with those of all tasks that it waits for on the way."""
    stack: list[Task[Any]] = [task]
    result: Any = None
    while stack:
        try:
            needed = stack[-1].send(result)
        except StopIteration as done:
            stack.pop()
            result = done.value
        else:
            stack.append(needed)
            result = None
    final: T = result
    return final
