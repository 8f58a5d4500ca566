"""Where the bundled rules are found."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipapp
from collections.abc import Iterator
from pathlib import Path

import pytest

from sakip_rules import RuleError
from sakip_rules.api import bundle, bundled_folder

ROOT = Path(__file__).parent.parent.parent
STRANGE = "lain/lain/1.0.0.yaml"


@pytest.fixture(autouse=True)
def _afresh() -> Iterator[None]:
    """What was found for one place is forgotten before and after."""
    bundled_folder.cache_clear()
    yield
    bundled_folder.cache_clear()


def test_an_editable_install_points_at_the_repository() -> None:
    """It is known by its own description."""
    assert bundled_folder() == ROOT / "rules"


def test_a_wheel_has_them_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder `rules` that happens to lie beside the package is never meant."""
    package = tmp_path / "src" / "sakip_rules"
    package.mkdir(parents=True)
    monkeypatch.setattr(bundle, "PACKAGE", package)
    (tmp_path / "rules").mkdir()
    (tmp_path / "pyproject.toml").write_text('name = "lain"\n', "utf-8")
    with pytest.raises(RuleError):
        bundled_folder()
    (package / "rules").mkdir()
    assert bundled_folder() == package / "rules"


@pytest.mark.slow
def test_an_archive_carries_its_own(tmp_path: Path) -> None:
    """A zipapp checks and evaluates with the rules inside it, whatever lies beside it."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "src", content, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "rules", content / "sakip_rules" / "rules")
    archive = tmp_path / "sakip.pyz"
    zipapp.create_archive(content, archive, main="sakip_rules.cli:main")
    strange = tmp_path / "rules" / STRANGE
    strange.parent.mkdir(parents=True)
    strange.write_text("kind: [", "utf-8")

    def sakip(*arguments: str) -> str:
        command = [sys.executable, str(archive), *arguments]
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    assert sakip("check").endswith(" berkas diperiksa: tidak ada yang salah.\n")
    report = ROOT / "examples" / "dinsos-lumajang-2020.yaml"
    assert "62,51" in sakip("evaluate", str(report))
