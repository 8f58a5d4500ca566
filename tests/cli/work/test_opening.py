import shutil
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.opening import open_rules, tell_what_is_examined
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


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (["check", "tests/small"], "`sakip check tests/small/rules`"),
        (["test", "tests/small"], "`sakip test tests/small/rules`"),
        (["test", "tests/small/rules/contoh"], "`sakip test tests/small/rules`"),
        (["test", "tests/small/rules/contoh/rasio/1.0.0.yaml"], "`sakip test tests/small/rules`"),
        (
            ["evaluate", "tests/small/report.yaml", "--rules", "tests/small"],
            "`sakip evaluate … --rules tests/small/rules`",
        ),
    ],
)
def test_a_folder_of_the_wrong_height_is_mended_in_the_command_that_was_typed(
    sakip: Callable[..., Result], words: list[str], right: str
) -> None:
    """Where somebody runs the examples, the mend is not a command that only checks."""
    result = sakip(*words)
    assert result.exit_code == 3
    assert right in " ".join(result.stderr.split())


@pytest.mark.parametrize("folder", ["no/such/folder", __file__])
def test_a_folder_that_is_not_there_is_an_error(folder: str) -> None:
    """So is a file in its place."""
    with pytest.raises(RuleError):
        open_rules(NamedRules((folder,)))


@pytest.mark.parametrize("command", ["check", "test"])
def test_without_a_folder_it_is_said_that_the_bundled_rules_are_examined(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
) -> None:
    """Where a folder of rules lies here, and none was named; never of the bundled ones themselves."""
    ctx = click.Context(click.Command(command), info_name=f"sakip {command}")
    tell_what_is_examined(NamedRules(), None, "id")  # here they are the bundled ones
    monkeypatch.chdir(tmp_path)
    tell_what_is_examined(NamedRules(), None, "id")
    assert capsys.readouterr().err == ""
    shutil.copytree(SMALL, tmp_path / "rules")
    tell_what_is_examined(NamedRules(("rules",)), None, "id")
    tell_what_is_examined(NamedRules(), "rules", "id")
    assert capsys.readouterr().err == ""
    with ctx:
        tell_what_is_examined(NamedRules(), None, "id")
    said = f"Yang diperiksa aturan bawaan; folder `rules` di sini: sakip {command} rules\n"
    assert capsys.readouterr().err == said
