"""Lets the tests of this directory import the modules that build its corpus, by their full names."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))


@pytest.fixture(scope="session")
def framework(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of sound rules for the reports."""
    from tests.hostile.running import write_neighbours, write_rule  # noqa: PLC0415 - found only by the line above
    from tests.hostile.skeletons import FRAMEWORK  # noqa: PLC0415 - as above

    rules = tmp_path_factory.mktemp("rules")
    write_neighbours(rules)
    write_rule(rules, "kerangka", FRAMEWORK.replace("NAME", "kerangka"))
    return rules
