"""Every operation on files of every reader and writer fails once: nothing is half done, all is said.

A file that is written is the old one or the new one, nothing lies beside it, the exit code is a designed one,
and a person reads one message; a program that imports the library sees only `SakipRulesError`.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults.failing import Failing

from sakip_rules import Catalogue, SakipRulesError
from sakip_rules.api import Workspace
from sakip_rules.cli.declared.commands import main
from sakip_rules.pages import making
from sakip_rules.pages.paper import MADE_BY

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="what is open there cannot be replaced"),
]
SMALL = Path(__file__).parent.parent / "small"
OLD = "lama"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Rules, a report and a place for output, each time the same."""
    shutil.copytree(SMALL / "rules", tmp_path / "rules")
    shutil.copy(SMALL / "report.yaml", tmp_path / "report.yaml")
    (tmp_path / "data.json").write_text('{"realisasi": "3", "target": 4}', "utf-8")
    (tmp_path / "out").mkdir()
    return tmp_path


# Each way to read: a report and rules by id, all rules, rules and their examples; what writes is the same.
COMMANDS = {
    "evaluate": ("evaluate", "report.yaml", "--format", "json", "-o", "out/o"),
    "check": ("check", "rules", "--format", "json", "-o", "out/o"),
    "test": ("test", "rules", "-o", "out/o"),
    "rules": ("rules", "-o", "out/o"),
    "export": ("export", "contoh/rasio", "--on", "2021", "-o", "out/o"),
}


def run(folder: Path, arguments: tuple[str, ...], failing: Failing) -> tuple[int, str]:
    """Exit code and standard error of a command while an operation fails."""
    said = io.TextIOWrapper(io.BytesIO(), "utf-8")
    words = [*arguments, "--rules", "rules"] if arguments[0] not in ("check", "test") else [*arguments]
    with pytest.MonkeyPatch.context() as patch, failing.watching():
        patch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "utf-8"))
        patch.setattr(sys, "stderr", said)
        with pytest.raises(SystemExit) as leaving:
            main([*words[:1], *(_below(folder, word) for word in words[1:]), "--no-bundled", "--lang", "en"])
    said.flush()
    assert isinstance(leaving.value.code, int)
    return leaving.value.code, said.buffer.getvalue().decode()


def _below(folder: Path, word: str) -> str:
    """A word of a command, a path below the folder as a whole path: only those are watched."""
    return str(folder / word) if word.startswith("out") or (folder / word).exists() else word


def below(folder: Path) -> dict[str, bytes]:
    """All files, with what they hold."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_survives_every_fault(folder: Path, name: str) -> None:
    """Old or new, told, nothing left behind."""
    target = folder / "out" / "o"
    before = {**below(folder), "out/o": OLD.encode()}
    target.write_text(OLD, "utf-8")
    whole = Failing(folder)
    code, _ = run(folder, COMMANDS[name], whole)
    made = target.read_bytes()
    assert made != OLD.encode()
    assert {"open", "read", "close", "write", "flush", "fsync", "chmod", "replace"} <= set(whole.done)
    for number, operation in enumerate(whole.done):
        target.write_text(OLD, "utf-8")
        failing = Failing(folder, number)
        found, said = run(folder, COMMANDS[name], failing)
        at = f"{name}: {operation} number {number}: exit code {found}: {said}"
        content = target.read_bytes()
        assert below(folder) == {**before, "out/o": content}, at
        assert "Traceback" not in said, at
        assert "internal" not in said, at
        if found == code and content == made:
            continue  # the program did without it, as it may: what it gives is the same
        if name == "rules" and "are not listed" in said:
            continue
        if found == 1 and name in ("check", "test"):
            assert b"cannot be" in content or b"regular file" in content, at  # it did its work, and says so
            continue
        assert (found, content) == (3, OLD.encode()), at
        assert said.startswith(("error: ", "error[")) or "\nerror[" in said, at


def test_pages_are_whole_or_as_they_were(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`sakip docs` writes many files: each of them is the old one or the new one."""
    made = {"a.md": page("baru"), "b/c.md": page("baru")}
    monkeypatch.setattr(making, "make_pages", lambda *_: made)
    texts = {page("lama").encode(), page("baru").encode()}
    whole = Failing(folder)
    for number in (None, *range(len(_docs(folder, whole)))):
        shutil.rmtree(folder / "out")
        for path in ("a.md", "gone.md"):
            (folder / "out" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "out" / path).write_text(page("lama"), "utf-8")
        failing = Failing(folder, number)
        code, said = run(folder, ("docs", "--out", "out"), failing)
        at = f"{failing.done[-1]} number {number}: exit code {code}: {said}"
        files = {file.name: file.read_bytes() for file in (folder / "out").rglob("*") if file.is_file()}
        assert set(files.values()) <= texts, at
        assert files.keys() <= {"a.md", "c.md", "gone.md"}, at
        assert code == (0 if said == "" else 3), at
        assert (code == 0) == (files == {"a.md": made["a.md"].encode(), "c.md": made["b/c.md"].encode()}), at


def page(text: str) -> str:
    """A page that was made."""
    return f"---\n{MADE_BY}: sakip\n---\n{text}\n"


def _docs(folder: Path, failing: Failing) -> list[str]:
    run(folder, ("docs", "--out", "out"), failing)
    return failing.done


def test_a_new_file_is_whole_or_not_there(folder: Path) -> None:
    """`sakip new` makes folders, too; what it made of them may stay."""
    file = folder / "rules" / "contoh" / "baru" / "1.0.0.yaml"
    whole = Failing(folder)
    words = ("new", "index", "contoh/baru")
    assert run(folder, words, whole)[0] == 0
    made = file.read_bytes()
    for number, operation in enumerate(whole.done):
        shutil.rmtree(file.parent, ignore_errors=True)
        code, said = run(folder, words, Failing(folder, number))
        at = f"{operation} number {number}: exit code {code}: {said}"
        left = [one.read_bytes() for one in file.parent.rglob("*") if one.is_file()]
        assert left == ([made] if code == 0 else []), at
        assert code in (0, 3), at
        assert (said == "") == (code == 0), at


CALLS: dict[str, Callable[[Path], object]] = {
    "load": lambda folder: Catalogue.load(folder / "rules").check(),
    "bundled": lambda folder: Catalogue.bundled(folder / "rules").rule("contoh/rasio", on=2021),
    "report": lambda folder: Catalogue.load(folder / "rules").evaluate_report(folder / "report.yaml"),
    "examples": lambda folder: Catalogue.load(folder / "rules").run_examples(),
    "workspace": lambda folder: Workspace(folder / "rules").checked,
}


@pytest.mark.parametrize("name", CALLS)
def test_only_errors_of_the_library_leave_it(folder: Path, name: str) -> None:
    """Whatever the system says: what is wrong is in the error, or in what the call gives."""
    whole = Failing(folder)
    with whole.watching():
        CALLS[name](folder)
    assert "scandir" in whole.done
    for number in range(len(whole.done)):
        failing = Failing(folder, number)
        with failing.watching(), contextlib.suppress(SakipRulesError):
            CALLS[name](folder)
        assert len(failing.done) > number
