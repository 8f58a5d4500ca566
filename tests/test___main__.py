import os
import subprocess
import sys
from pathlib import Path

import pytest

from sakip_rules import __version__

ROOT = Path(__file__).parent.parent


def sakip(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the module as a program."""
    command = [sys.executable, "-m", "sakip_rules", *arguments]
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, check=False, timeout=60)


@pytest.mark.slow
def test_the_module_is_the_command() -> None:
    """`python -m sakip_rules` calls itself sakip."""
    assert sakip("--version").stdout.split() == [b"sakip", __version__.encode()]
    assert b"sakip [PILIHAN]" in sakip("--help", PYTHONUTF8="1").stdout


@pytest.mark.slow
def test_an_old_encoding_does_not_crash_it() -> None:
    """With cp1252 on standard output, signs that it lacks are written plainly; the exit code stays."""
    ended = sakip(
        *("explain", "--rules", "tests/small/rules", "tests/small/report.yaml", "a"),
        PYTHONIOENCODING="cp1252",
    )
    assert ended.returncode == 0
    assert "tepatnya 100/3 ~ 33,333333" in ended.stdout.decode("cp1252")
    assert ended.stderr == b""
