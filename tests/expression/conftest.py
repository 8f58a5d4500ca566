"""What the tests of formulas share."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest

FRAMES = 900


@pytest.fixture
def deep() -> Callable[[Callable[[], Any]], Any]:
    """Call something with 900 Python frames below it."""

    def call(work: Callable[[], Any], frames: int) -> Any:
        return work() if frames <= 0 else call(work, frames - 1)

    return lambda work: call(work, FRAMES - len(inspect.stack(0)))
