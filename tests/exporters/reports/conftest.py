"""Two reports that were asked for: one that could be computed, with a hostile name, and one with an error."""

import pytest

from sakip_rules.diagnostics import DataError, Diagnostic
from sakip_rules.exporters.subjects import NamedReport
from sakip_rules.results import ReportTree


@pytest.fixture(scope="session")
def reports(tree: ReportTree, error: Diagnostic) -> list[NamedReport]:
    """As the command line makes them."""
    return [NamedReport("=1+1.yaml", tree), NamedReport("b.yaml", DataError([error]))]
