"""The comparison with the reference can fail: whatever slip is planted, a rule notices it."""

from pathlib import Path

import pytest
from tests.columns.slips import SLIPS, noticed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the rules stand, once for all slips."""
    return tmp_path_factory.mktemp("slips")


@pytest.mark.broad
def test_without_a_slip_nothing_is_noticed(folder: Path) -> None:
    """Columns and reference agree on all of the rules."""
    assert not noticed(folder)


@pytest.mark.broad
@pytest.mark.parametrize("slip", SLIPS)
def test_every_slip_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch, slip: str) -> None:
    """By a value, an exact number, a category, a status, a reason, or a code that is told."""
    SLIPS[slip](monkeypatch)
    assert noticed(folder)
