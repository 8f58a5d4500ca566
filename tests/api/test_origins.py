"""Where a catalogue comes from."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from tests.written import write

from sakip_rules import RuleError
from sakip_rules.api.origins import KEPT, Origin, reopened, whole

SIMPLE = "inputs: {x: {}}\nformula: x"


def test_a_catalogue_is_opened_once_a_process(tmp_path: Path) -> None:
    """Unless it is to be read again; at most eight are kept."""
    write(tmp_path, "index a", SIMPLE)
    origin = Origin((str(tmp_path),))
    first = reopened(origin)
    assert reopened(origin) is first
    assert reopened(origin, again=True) is not first
    second = reopened(origin)
    for number in range(KEPT):
        reopened(Origin((str(tmp_path),) * (number + 2)))
    assert reopened(origin) is not second


def test_a_folder_that_went_is_told(tmp_path: Path) -> None:
    """When the rules are asked for."""
    with pytest.raises(RuleError):
        reopened(Origin((str(tmp_path / "tiada"),)))


def test_a_folder_is_found_from_everywhere(tmp_path: Path) -> None:
    """Also where another folder is the current one."""
    with contextlib.chdir(tmp_path):
        assert whole("rules") == str(Path.cwd() / "rules")
