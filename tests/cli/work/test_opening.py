from pathlib import Path

import pytest

from sakip_rules.cli.work.failures import FileFailureError
from sakip_rules.cli.work.opening import open_rules

SMALL = Path(__file__).parent.parent.parent / "small" / "rules"


def test_without_a_folder_the_bundled_rules_are_meant() -> None:
    """The rules that come with the library."""
    assert "lumajang/capaian-kinerja" in open_rules(()).rules.ids()


def test_folders_take_the_place_of_the_bundled_rules() -> None:
    """All that are named, by option or as argument, and no others."""
    ids = ["contoh/capaian", "contoh/kerangka", "contoh/rasio", "contoh/skala"]
    assert open_rules((str(SMALL),)).rules.ids() == ids
    assert open_rules((), str(SMALL)).rules.ids() == ids


@pytest.mark.parametrize("folder", ["no/such/folder", __file__])
def test_a_folder_that_is_not_there_is_an_error(folder: str) -> None:
    """So is a file in its place."""
    with pytest.raises(FileFailureError):
        open_rules((folder,))
