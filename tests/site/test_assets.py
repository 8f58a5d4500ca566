"""The files that the workbench page loads: when they are made anew, and what is said if they cannot be."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from sakip_rules.site.workbench import assets
from sakip_rules.site.workbench.assets import ENGINE, MANIFEST, PYODIDE_FILES, AssetsError, make_assets


def filled(folder: Path, made_from: str) -> None:
    """Fills a folder as if it had been made."""
    for name in (*PYODIDE_FILES, ENGINE):
        (folder / name).write_bytes(b"ada")
    manifest = {"made_from": made_from, "files": dict.fromkeys((*PYODIDE_FILES, ENGINE), 3)}
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")


def test_what_is_made_from_the_same_parts_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build costs nothing, and needs no network."""
    monkeypatch.setenv("PATH", "")
    filled(tmp_path, assets.digest())
    make_assets(tmp_path)
    assert (tmp_path / ENGINE).read_bytes() == b"ada"


@pytest.mark.parametrize("missing", [MANIFEST, ENGINE])
def test_without_npm_it_is_said_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """A file that is gone is made again; without npm that cannot be."""
    monkeypatch.setenv("PATH", "")
    filled(tmp_path, assets.digest())
    (tmp_path / missing).unlink()
    with pytest.raises(AssetsError, match="npm"):
        make_assets(tmp_path)


def test_other_parts_are_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of engine or rules is seen."""
    monkeypatch.setenv("PATH", "")
    filled(tmp_path, "lama")
    with pytest.raises(AssetsError):
        make_assets(tmp_path)


def test_the_engine_holds_what_the_page_imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Engine, packages and rules, without what no page imports."""
    wheel = tmp_path / "pydantic_core.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("pydantic_core/__init__.py", "")
    monkeypatch.setattr(assets, "run", lambda *_: None)
    assets.lay_engine(tmp_path, tmp_path / "engine")
    laid = {file.relative_to(tmp_path / "engine").as_posix() for file in (tmp_path / "engine").rglob("*")}
    assert {"pydantic_core/__init__.py", "pydantic/main.py", "yaml/__init__.py", "simpleeval.py"} <= laid
    assert "sakip_rules/rules/nasional/sosial-ketepatan-sasaran/1.0.0.yaml" in laid
    assert "sakip_rules/site/workbench/bench.py" in laid
    assert not any(name.startswith("sakip_rules/cli/") for name in laid)
