"""A file that is written to is complete or as it was, whatever happens on the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.hostile.cases import REPORTS, named
from tests.hostile.running import run

import sakip_rules

OLD = "hasil lama\n"
DELAYS = (0.1, 0.3, 0.5, 0.7, 0.9)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="devices, links and signals of POSIX")


def stored(folder: Path, name: str) -> Path:
    """A report of the corpus as a file."""
    report = folder / "laporan.yaml"
    report.write_bytes(named(name, REPORTS).data)
    return report


@pytest.mark.parametrize("name", ["one level too deep", "401 digits", "bytes of gzip", "31 earlier years"])
def test_refused_report_leaves_the_old_result(name: str, framework: Path, tmp_path: Path) -> None:
    """A report with errors changes no file that stands where its result would."""
    report, result = stored(tmp_path, name), tmp_path / "hasil.json"
    result.write_text(OLD, "utf-8")
    outcome = run("evaluate", report, "--rules", framework, "--format", "json", "-o", result)
    assert (outcome.crash, outcome.exit_code) == ("", 3)
    assert result.read_text("utf-8") == OLD
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["hasil.json", "laporan.yaml"]


@pytest.mark.parametrize("target", [".", "tidak/ada.json", "laporan.yaml/x", "a" * 300, "/dev/full"])
def test_target_that_cannot_be_written(target: str, framework: Path, tmp_path: Path) -> None:
    """What cannot be written to is told without a trace, and nothing is left behind."""
    report = stored(tmp_path, "29 earlier years")
    before = report.read_bytes()
    output = target if target.startswith("/") else str(tmp_path / target)
    outcome = run("evaluate", report, "--rules", framework, "--format", "json", "-o", output)
    assert outcome.crash == ""
    assert outcome.exit_code in {2, 3}
    assert [entry.name for entry in tmp_path.iterdir()] == ["laporan.yaml"]
    assert report.read_bytes() == before


def test_link_is_followed(framework: Path, tmp_path: Path) -> None:
    """A link stays a link; the file that it names gets the result."""
    report, result, link = stored(tmp_path, "29 earlier years"), tmp_path / "a.json", tmp_path / "b.json"
    result.write_text(OLD, "utf-8")
    link.symlink_to(result)
    assert run("evaluate", report, "--rules", framework, "--format", "json", "-o", link).exit_code == 0
    assert link.is_symlink()
    assert json.loads(result.read_text("utf-8"))["report"] == "Laporan contoh"


@pytest.mark.parametrize("delay", DELAYS)
def test_killed_command_leaves_no_half_file(delay: float, framework: Path, tmp_path: Path) -> None:
    """A command that is killed at any moment leaves the old result or the whole new one."""
    report, result = stored(tmp_path, "2,000 records"), tmp_path / "hasil.json"
    result.write_text(OLD, "utf-8")
    words = ["evaluate", str(report), "--rules", str(framework), "--format", "json", "-o", str(result)]
    environment = {**os.environ, "PYTHONPATH": str(Path(sakip_rules.__file__).parents[1])}
    with subprocess.Popen([sys.executable, "-m", "sakip_rules", *words], env=environment) as process:
        time.sleep(delay)
        process.kill()
    text = result.read_text("utf-8")
    assert text == OLD or len(json.loads(text)["results"]["children"]) == 2001
