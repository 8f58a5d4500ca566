"""The framework that the tests of this folder compute with, in two versions."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.batch.reports.calling import ACHIEVEMENT, LATER, LEVELS
from tests.written import write


@pytest.fixture(autouse=True)
def _framework(_here: None, tmp_path: Path) -> None:
    write(tmp_path / "rules", "achievement capaian", ACHIEVEMENT)
    write(tmp_path / "rules", "framework kerangka", "valid_from: 2000\nvalid_to: 2020" + LEVELS)
    write(tmp_path / "rules", "framework kerangka@2.0.0", "valid_from: 2021" + LATER)
