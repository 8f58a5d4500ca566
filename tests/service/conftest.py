"""The small rules that requests are about."""

from pathlib import Path

import pytest

from sakip_rules import Catalogue

SMALL = Path(__file__).parent.parent / "small"


@pytest.fixture(scope="session")
def small() -> Catalogue:
    """The rules of tests/small alone."""
    return Catalogue.load(SMALL / "rules")
