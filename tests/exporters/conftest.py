"""What is exported: a small report, computed, with hostile titles and every kind of value; diagnostics."""

from pathlib import Path

import pytest

from sakip_rules import Catalogue
from sakip_rules.diagnostics import Diagnostic, Place, diagnose
from sakip_rules.results import ReportTree

SMALL = Path(__file__).parent.parent / "small"


@pytest.fixture(scope="session")
def tree() -> ReportTree:
    """The report of tests/small, computed."""
    return Catalogue.load(SMALL / "rules").evaluate_report(SMALL / "report.yaml").tree


@pytest.fixture(scope="session")
def error() -> Diagnostic:
    """An error at a place, in a file whose name is awkward."""
    return diagnose("bad-value.empty", Place("rules/a,b.yaml", 3, 5, 4, "  x: "))


@pytest.fixture(scope="session")
def placeless() -> Diagnostic:
    """An error that has no place."""
    return diagnose("bad-value.empty", None)
