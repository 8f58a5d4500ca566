"""Rules that are not known only because their folder was not named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sakip_rules.cli.work.forgotten import with_folders
from sakip_rules.diagnostics import Diagnostic, Place, diagnose

SMALL = Path(__file__).parent.parent.parent / "small" / "rules"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which a person works, with the rules `contoh/…` somewhere below."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def unknown(name: str = "contoh/rasio", place: Place | None = None) -> Diagnostic:
    """What is said of a rule that is not known."""
    return diagnose("unknown-rule", place, name=f"`{name}`", near=("Maksud Anda …?", "Did you mean …?"))


def hint(found: Diagnostic) -> str:
    """The Indonesian hint that a diagnostic gets."""
    (told,) = with_folders([found])
    assert (told.code, told.place, told.severity) == (found.code, found.place, found.severity)
    return told.hint("id")


@pytest.mark.parametrize(
    ("folder", "option"),
    [("rules", "`--rules rules`"), ("aturan", "`--rules aturan`"), (".", "`--rules .`")],
)
def test_a_folder_here_is_named_by_its_option(here: Path, folder: str, option: str) -> None:
    """Whatever it is called."""
    shutil.copytree(SMALL, here / folder, dirs_exist_ok=True)
    for name in ("contoh/rasio", "contoh/rasio@1.0.0"):
        assert hint(unknown(name)) == f"Tambahkan {option} pada perintahnya."


def test_a_folder_beside_the_report_is_found_too(here: Path) -> None:
    """Its path leads there from here."""
    shutil.copytree(SMALL, here / "dinas sosial" / "rules")
    place = Place("dinas sosial/laporan.yaml", 4, 12)
    assert hint(unknown(place=place)) == 'Tambahkan `--rules "dinas sosial/rules"` pada perintahnya.'


@pytest.mark.parametrize("name", ["contoh/lain", "contoh/rasio@9.0.0", "rasio", "…"])
def test_a_rule_that_is_nowhere_near_is_said_as_before(here: Path, name: str) -> None:
    """Neither is a folder of its name without a version in it, one of other versions, nor a hidden one."""
    shutil.copytree(SMALL, here / "rules")
    shutil.copytree(SMALL / "contoh" / "rasio", here / ".arsip" / "contoh" / "lain")
    (here / "rules" / "contoh" / "lain").mkdir()
    assert hint(unknown(name)) == "Maksud Anda …?"


def test_other_diagnostics_stay(here: Path) -> None:
    """Also those of a rule that is of another kind."""
    shutil.copytree(SMALL, here / "rules")
    found = [diagnose("bad-value.empty", Place("a.yaml", 2, 3))]
    assert with_folders(found) == found
