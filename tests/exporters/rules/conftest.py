"""The rules of tests/small, as a search finds them."""

from pathlib import Path

import pytest

from sakip_rules import Catalogue
from sakip_rules.explainer.search import Found, Wanted, search

SMALL = Path(__file__).parent.parent.parent / "small"


@pytest.fixture(scope="session")
def found() -> list[Found]:
    """All of them."""
    return list(search(Catalogue.load(SMALL / "rules").rules, Wanted()))
