import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sakip_rules import __version__
from sakip_rules.__main__ import COLLECTED_AT, WITHOUT_PLUGINS, run

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


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [("evaluate", "examples/dinsos-lumajang-2020.yaml"), ("explain", "lumajang/capaian-kinerja")],
)
def test_a_command_imports_what_it_uses(arguments: tuple[str, str]) -> None:
    """What others need stays away: imports are most of the time that a command takes."""
    program = (
        f"import sys; sys.path[:0] = {[*sys.path, str(ROOT / 'src')]!r}\n"
        "from sakip_rules.cli import main\n"
        f"try:\n    main({list(arguments)!r})\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write('imported: ' + ' '.join(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    imported = done.stderr.rpartition("imported: ")[2].split()
    rooms = {name.split(".")[1] for name in imported if name.startswith("sakip_rules.")}
    assert rooms.isdisjoint({"audit", "examples", "mutation", "pages", "portable"})
    others = {f"sakip_rules.{name}" for name in ("expression.latex", "expression.mathml", "models.schema")}
    assert others.isdisjoint(imported)
    assert {"difflib", "email", "pydantic", "traceback"}.isdisjoint(imported)
    assert ("sakip_rules.explainer.described" in imported) is (arguments[0] == "explain")


def test_the_process_waits_with_collecting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Garbage is looked for seldom, and not at the end; the exit code is that of the command."""
    told: list[object] = []
    monkeypatch.setattr(gc, "set_threshold", told.append)
    monkeypatch.setattr(gc, "freeze", lambda: told.append("frozen"))
    monkeypatch.setattr(sys, "argv", ["sakip", "tidak-ada"])
    with pytest.raises(SystemExit) as leaving:
        run()
    assert leaving.value.code == 2
    assert told == [COLLECTED_AT, "frozen"]


@pytest.mark.parametrize(("said", "holds"), [(None, "1"), ("0", "0")])
def test_no_plugins_are_looked_for(said: str | None, holds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages that lie beside it are not a command's business, but for whoever says so."""
    monkeypatch.setattr(gc, "set_threshold", lambda _objects: None)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(sys, "argv", ["sakip", "tidak-ada"])
    monkeypatch.setenv(WITHOUT_PLUGINS, said or "")
    if said is None:
        monkeypatch.delenv(WITHOUT_PLUGINS)
    with pytest.raises(SystemExit):
        run()
    assert os.environ[WITHOUT_PLUGINS] == holds
