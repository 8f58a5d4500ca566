"""Tasks that wait for tasks, on a list."""

from __future__ import annotations

import pytest

from sakip_rules.evaluator.trampoline import Task, run


def counted(number: int) -> Task[int]:
    """Adds one to what the task below gives."""
    if number == 0:
        return 0
    below = yield counted(number - 1)
    return int(below) + 1


def test_a_task_gets_the_results_of_those_it_waits_for() -> None:
    """However many wait for each other: far more than Python's stack holds."""
    assert [run(counted(number)) for number in (0, 1, 50_000)] == [0, 1, 50_000]


def broken() -> Task[int]:
    """A task that fails while another waits for it."""
    yield counted(1)
    raise LookupError


def waiting() -> Task[int]:
    """Waits for a task that fails."""
    found = yield broken()
    return int(found)


def test_an_error_of_a_task_is_the_error_of_the_run() -> None:
    """Nothing is swallowed."""
    with pytest.raises(LookupError):
        run(waiting())
