"""The files that the workbench page loads: when they are made anew, and what is said if they cannot be."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sakip_rules.site.workbench import assets
from sakip_rules.site.workbench.assets import ENGINE, MANIFEST, PYODIDE_FILES, AssetsError, make_assets

OURS, OTHERS = 230, 80
"""Modules that the first answer to a rule with a mistake imports: of this package, and of others."""
RULE = Path(__file__).parents[2] / "rules" / "lumajang" / "ketepatan-sasaran" / "1.0.0.yaml"
SAMPLE = Path(__file__).parents[2] / "examples" / "dinsos-lumajang-2020.yaml"
ASK = f"""
import json, shutil, sys
from pathlib import Path
engine = Path(sys.argv[1])
shutil.rmtree(engine / "pydantic_core")  # that of the browser; here the one of this Python answers
sys.path = [str(engine), *(path for path in sys.path if not path.endswith("/src"))]
sys.modules["pydantic"] = None  # it is not sent: whoever imports it fails
before = set(sys.modules)
import sakip_rules
assert Path(sakip_rules.__file__).is_relative_to(engine)
from sakip_rules.site.workbench.bench import Bench
(engine / "coba").mkdir()
bench = Bench(engine / "coba")
ask = lambda **asked: json.loads(bench.answer(json.dumps(dict(asked, lang="id"))))
text = Path({str(RULE)!r}).read_text("utf-8")
print(len(ask(do="look", at="rule", rule=text.replace("/ pmks", "/ pms"), report="")["diagnostics"]))
own = [name.startswith("sakip_rules") for name in set(sys.modules) - before]
print(sum(own), len(own) - sum(own))
text = ask(do="open", rule="nasional/sosial-ketepatan-sasaran")["text"]
rule = ask(do="look", at="rule", rule=text.replace("nasional/", "saya/", 1), report="")
print(rule["examples"]["summary"]["failed"])
report = ask(do="look", at="report", rule="", report=Path({str(SAMPLE)!r}).read_text("utf-8"))
print(next(row["value"] for row in report["report"]["rows"] if row.get("value", "").startswith("187")))
print(bool(ask(do="explain", path=report["report"]["rows"][1]["path"])["lines"]))
"""
"""Asks all that the page asks of the engine as it was laid, and of nothing else of this package."""


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


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the engine as it is laid for the browser; the compiled package is empty."""
    work = tmp_path_factory.mktemp("engine")
    with zipfile.ZipFile(work / "pydantic_core.whl", "w") as packed:
        packed.writestr("pydantic_core/__init__.py", "")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(assets, "run", lambda *_: None)
        assets.lay_engine(work, work / "engine")
    yield work / "engine"
    shutil.rmtree(work)


def test_the_engine_holds_what_the_page_imports(engine: Path) -> None:
    """Engine, packages and rules, without what no page imports."""
    laid = {file.relative_to(engine).as_posix() for file in engine.rglob("*")}
    assert {"pydantic_core/__init__.py", "yaml/__init__.py", "simpleeval.py"} <= laid
    assert "sakip_rules/rules/nasional/sosial-ketepatan-sasaran/1.0.0.yaml" in laid
    assert "sakip_rules/site/workbench/bench.py" in laid
    assert not any(name.startswith(("sakip_rules/cli/", "pydantic/")) for name in laid)


@pytest.mark.slow
def test_the_engine_as_it_is_laid_answers_all_that_the_page_asks(engine: Path) -> None:
    """Nothing that was left out is missed: a rule opened and looked at, a report, one of its figures.

    What the first answer imports is most of a start.
    """
    asked = [sys.executable, "-c", ASK, str(engine)]
    answers = subprocess.run(asked, check=False, capture_output=True, text=True)
    first, ours, others, *rest = answers.stdout.split()
    assert [first, *rest] == ["1", "0", "187,93", "True"], answers.stderr
    assert int(ours) <= OURS
    assert int(others) <= OTHERS


def test_of_the_standard_library_only_what_no_page_imports_is_left_out(tmp_path: Path) -> None:
    """Whatever engine, packages and Pyodide import stays."""
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        for name in ("decimal.py", "json/decoder.py", "unittest/mock.py", "pydoc.py"):
            packed.writestr(name, "")
    assets.lay_library(tmp_path / "all.zip", tmp_path / "library")
    laid = [
        file.relative_to(tmp_path / "library").as_posix() for file in (tmp_path / "library").rglob("*.py")
    ]
    assert sorted(laid) == ["decimal.py", "json/decoder.py"]
