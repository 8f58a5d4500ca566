"""What an audit gives."""

from sakip_rules.audit import Audit, Finding


def test_the_summary_counts_every_verdict() -> None:
    """Verdicts that no finding has are counted too, as zero."""
    found = Finding(".", "rasio", 2020, None, "1.00", "1.01", "cut")
    assert Audit("Laporan", [found, found]).summary == {
        "same": 0,
        "cut": 2,
        "follows": 0,
        "differs": 0,
        "not_recomputable": 0,
    }
