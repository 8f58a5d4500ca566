"""A small report, computed: hostile titles, ranges, an approximate figure, a stated one, absent ones."""

from pathlib import Path

import pytest

from sakip_rules import Catalogue
from sakip_rules.results import ReportTree

SMALL = Path(__file__).parent.parent / "small"


@pytest.fixture(scope="session")
def tree() -> ReportTree:
    """The report of tests/small, computed."""
    return Catalogue.load(SMALL / "rules").evaluate_report(SMALL / "report.yaml").tree
