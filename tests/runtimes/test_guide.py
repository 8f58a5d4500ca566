"""The programs that pages and READMEs show run, and print what is shown."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.runtimes.asking import program

from sakip_rules.cli import main

ROOT = Path(__file__).parents[2]
RUNTIMES = ROOT / "runtimes"
_PAGE = "aplikasi/javascript-php.md"
PAGES = [ROOT / "docs" / _PAGE, ROOT / "docs" / "en" / _PAGE]
EXPORT = re.compile(r"sakip (export [^\n`]*-o rencana\.json)")
SHOWN = re.compile(r"^```(js|php)\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IN_README = re.compile(r"^```(js|php)\n(.*?// ([^\n]*)\n)```$", re.MULTILINE | re.DOTALL)
AUTOLOAD = f"""<?php
spl_autoload_register(function (string $class): void {{
    require "{RUNTIMES.as_posix()}/php/src/" . substr($class, strlen("SakipRules\\\\")) . ".php";
}});
"""

pytestmark = pytest.mark.slow


def printed(kind: str, code: str, export: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Gives what a program prints, beside the exported plans and the packages that it imports."""
    monkeypatch.chdir(folder)
    assert CliRunner().invoke(main, export.split()).exit_code == 0
    (folder / "node_modules").mkdir()
    (folder / "node_modules" / "sakip-rules").symlink_to(RUNTIMES / "javascript")
    (folder / "vendor").mkdir()
    (folder / "vendor" / "autoload.php").write_text(AUTOLOAD, "utf-8")
    file = folder / {"js": "contoh.mjs", "php": "contoh.php"}[kind]
    file.write_text(code, "utf-8")
    command = [program({"js": "node", "php": "php"}[kind]), str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("page", PAGES, ids=["id", "en"])
@pytest.mark.parametrize("kind", ["js", "php"])
def test_a_guide_shows_what_its_programs_print(
    page: Path, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program of each language, with the plans that the page exports."""
    text = page.read_text("utf-8")
    (export,) = EXPORT.findall(text)
    ((code, shown),) = [(code, shown) for found, code, shown in SHOWN.findall(text) if found == kind]
    assert printed(kind, code, export, tmp_path, monkeypatch) == shown


@pytest.mark.parametrize(("kind", "package"), [("js", "javascript"), ("php", "php")])
def test_the_example_of_a_readme_runs(
    kind: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It prints what stands behind its last line."""
    text = (RUNTIMES / package / "README.md").read_text("utf-8")
    ((found, code, shown),) = IN_README.findall(text)
    (export,) = EXPORT.findall(text)
    whole = code if kind == "js" else f"<?php require 'vendor/autoload.php';\n{code}"
    assert (found, printed(kind, whole, export, tmp_path, monkeypatch)) == (kind, f"{shown}\n")


@pytest.mark.parametrize("package", ["javascript", "php"])
def test_a_readme_is_short(package: str) -> None:
    """It is read before anything else is."""
    assert len((RUNTIMES / package / "README.md").read_text("utf-8").splitlines()) <= 22
