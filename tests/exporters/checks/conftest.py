"""More diagnostics than are shown."""

from collections.abc import Callable

import pytest

from sakip_rules.diagnostics import Diagnostic, Place, diagnose

Many = Callable[[int, int], list[Diagnostic]]


@pytest.fixture
def many() -> Many:
    """Gives errors in some files, some in each, all at different lines."""

    def errors(files: int, each: int) -> list[Diagnostic]:
        return [
            diagnose("bad-value.empty", Place(f"{file:03}.yaml", line + 1))
            for file in range(files)
            for line in range(each)
        ]

    return errors
