"""What is said of a path that leads to nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.loader.absent import no_file, no_folder


def hint(found: Diagnostic) -> str:
    """The hint in Indonesian."""
    return found.hint("id")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two reports, a table, a hidden file and a folder."""
    for name in ("laporan-2019.yaml", "laporan-2019.csv", "kinerja.yaml.txt", ".laporan-2020.yaml"):
        (tmp_path / name).touch()
    (tmp_path / "laporan-2020").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("laporan-2020.yaml", "laporan-2019.yaml"),  # not the folder, nor what is hidden
        ("laporan-2020.csv", "laporan-2019.csv"),  # of two alike the one with that ending
        ("laporan-2019", "laporan-2019.yaml"),
        ("laporan-2019.yml", "laporan-2019.yaml"),
        ("kinerja.yaml", "kinerja.yaml.txt"),
    ],
)
def test_the_name_that_was_meant_is_shown(asked: str, meant: str, folder: Path) -> None:
    """As a path that can be typed in the place of the one that was given."""
    assert hint(no_file(folder / asked, f"di/sini/{asked}")) == f"Maksud Anda `di/sini/{meant}`?"
    assert hint(no_file(folder / asked, asked)) == f"Maksud Anda `{meant}`?"


def test_endings_alone_make_no_names_alike(folder: Path) -> None:
    """Then the folder that was looked in is named: one may have started in another."""
    found = no_file(folder / "zzz.yaml", "zzz.yaml")
    assert str(folder)[:50] in hint(found)
    assert "Tidak ada nama yang mirip" in hint(found)
    assert found.place is not None
    assert (found.place.file, found.place.within) == ("zzz.yaml", "")


def test_a_folder_is_looked_for_among_folders(folder: Path) -> None:
    """And the folder above may be missing, too."""
    assert hint(no_folder(folder / "laporan-2021", "laporan-2021")) == "Maksud Anda `laporan-2020`?"
    assert hint(no_file(folder / "tiada" / "a.yaml", "tiada/a.yaml")) == "Folder `tiada` juga tidak ada."


def test_a_link_to_nothing_is_not_offered_for_itself(folder: Path) -> None:
    """It is said what it is."""
    (folder / "tautan.yaml").symlink_to("hilang.yaml")
    assert no_file(folder / "tautan.yaml", "tautan.yaml").key == "no-file.link"
