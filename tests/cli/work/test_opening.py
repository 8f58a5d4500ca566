from pathlib import Path

import pytest

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.opening import open_rules
from sakip_rules.diagnostics import RuleError

SMALL = str(Path(__file__).parent.parent.parent / "small" / "rules")
IDS = ["contoh/capaian", "contoh/kerangka", "contoh/rasio", "contoh/skala"]
BUNDLED = "lumajang/capaian-kinerja"


def test_without_a_folder_the_bundled_rules_are_meant() -> None:
    """The rules that come with the library."""
    assert BUNDLED in open_rules(NamedRules()).rules.ids()


def test_folders_are_added_to_the_bundled_rules() -> None:
    """All that are named, by option or as argument; `--no-bundled` leaves only them."""
    for rules, folder in ((NamedRules((SMALL,)), None), (NamedRules(), SMALL)):
        assert {BUNDLED, *IDS} <= set(open_rules(rules, folder).rules.ids())
        assert open_rules(rules._replace(bundled=False), folder).rules.ids() == IDS


@pytest.mark.parametrize("folder", ["no/such/folder", __file__])
def test_a_folder_that_is_not_there_is_an_error(folder: str) -> None:
    """So is a file in its place."""
    with pytest.raises(RuleError):
        open_rules(NamedRules((folder,)))
