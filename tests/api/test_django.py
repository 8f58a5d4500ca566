"""The guide for Django: its files are written, and what it says they print is printed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
FILE = re.compile(r"^`(?P<path>[\w/]+\.py)`:\n\n```python\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n\$ python (?P<name>\S+)\n(?P<shown>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.slow
@pytest.mark.parametrize("page", ["aplikasi/django.md", "en/aplikasi/django.md"])
def test_the_application_of_the_guide_answers(page: str, tmp_path: Path) -> None:
    """With a database in memory: a form, a result, a mistake and a report."""
    text = (DOCS / page).read_text("utf-8")
    files = list(FILE.finditer(text))
    assert [found["path"] for found in files] == [
        *("kinerja/models.py", "kinerja/views.py", "kinerja/urls.py", "tes.py"),
    ]
    for found in files:
        file = tmp_path / found["path"]
        file.parent.mkdir(exist_ok=True)
        file.write_text(found["text"], "utf-8")
    (console,) = CONSOLE.finditer(text)
    done = subprocess.run(
        [sys.executable, console["name"]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert (done.stdout, done.stderr) == (console["shown"], "")
