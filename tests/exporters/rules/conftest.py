"""The rules of tests/small, as a search finds them."""

from pathlib import Path

import pytest

from sakip_rules import Catalogue
from sakip_rules.explainer.search import ListedRule, Wanted, search

SMALL = Path(__file__).parent.parent.parent / "small"


@pytest.fixture(scope="session")
def found() -> list[ListedRule]:
    """All of them."""
    return list(search(Catalogue.load(SMALL / "rules").rules, Wanted()))
