from typing import Any

import pytest

from sakip_rules.exporters.subjects import ExampleRun


class Outcome:
    """Stands in for the outcome of an example."""

    def __init__(self, *, passed: bool) -> None:
        self.passed = passed


@pytest.mark.parametrize(("passed", "failed"), [(0, 0), (2, 1), (0, 3)])
def test_a_run_counts_its_examples(passed: int, failed: int) -> None:
    """Each has passed or failed."""
    outcomes: Any = [Outcome(passed=place < passed) for place in range(passed + failed)]
    run = ExampleRun(outcomes, [])
    assert (run.passed, run.failed) == (passed, failed)
