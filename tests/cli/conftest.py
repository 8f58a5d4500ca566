"""The command as a person calls it, and the small rules and reports that it is called with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sakip_rules.cli import main

SMALL = Path(__file__).parent.parent / "small"
ROOT = SMALL.parent.parent

Sakip = Callable[..., Result]


@pytest.fixture
def sakip(monkeypatch: pytest.MonkeyPatch) -> Sakip:
    """Runs `sakip` with arguments, in Indonesian and 80 columns unless told otherwise."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("SAKIP_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: str, **environment: str) -> Result:
        return CliRunner().invoke(main, arguments, env=environment)

    return call


@pytest.fixture
def small(sakip: Sakip) -> Sakip:
    """Runs `sakip` with the rules of tests/small alone."""

    def call(*arguments: str, **environment: str) -> Result:
        return sakip(*arguments, "--rules", "tests/small/rules", "--no-bundled", **environment)

    return call
