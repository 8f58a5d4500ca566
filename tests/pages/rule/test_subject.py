"""A version of a rule, as the subject of a page."""

from pathlib import Path

from tests.written import rules

from sakip_rules.pages.sources import SiteSources


def test_the_newest_version_has_the_address_of_the_rule(tmp_path: Path) -> None:
    """An older one stands below it."""
    versions = {"index a": "formula: 1\nvalid_to: 2010\n", "index a@1.10.0": "formula: 2\nvalid_from: 2011\n"}
    older, newest = SiteSources(rules(tmp_path, versions).checked).subjects
    assert (older.rule.version, older.is_newest, older.path) == ("1.0.0", False, "rumus/contoh/a/1.0.0.md")
    assert (newest.rule.version, newest.is_newest, newest.path) == ("1.10.0", True, "rumus/contoh/a.md")
