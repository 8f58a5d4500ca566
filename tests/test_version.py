import re
import subprocess
import sys
from pathlib import Path

import pytest

from sakip_rules.version import __version__

ROOT = Path(__file__).parent.parent


def test_version_is_semantic() -> None:
    """The version is three numbers, as receipts state it."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


def test_newest_changelog_entry_is_this_version() -> None:
    """The newest heading of the change log names this version."""
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert __version__ in headings[0]


@pytest.mark.slow
def test_the_build_reads_this_version() -> None:
    """What is built and installed carries the version that the engine states."""
    command = [sys.executable, "-m", "hatchling", "version"]
    assert (
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.strip()
        == __version__
    )
