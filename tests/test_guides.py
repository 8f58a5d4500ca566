"""The guides for authors: files are written, commands are run, and print what the page shows.

A file is a `yaml` block below a line that is its path as code and a colon, or one line of it where that says
so (`path`, line 20:). A `console` block holds commands and their output; a line `…` stands for lines that the
page leaves out. Other `yaml` blocks are parts of rules.
"""

from __future__ import annotations

import doctest
import importlib.util
import keyword
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.plain import plain

from sakip_rules import Catalogue
from sakip_rules.cli import main
from sakip_rules.expression import FUNCTION_NAMES
from sakip_rules.models import HEADER_KEYS, RECORD_KEYS
from sakip_rules.models.words import RESERVED
from sakip_rules.vocabulary import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
FOLDERS = {"id": DOCS / "panduan", "en": DOCS / "en" / "panduan"}
PAGES = [(lang, page) for lang, folder in FOLDERS.items() for page in sorted(folder.glob("*.md"))]
NAMED = pytest.mark.parametrize(("lang", "page"), PAGES, ids=[f"{lang}-{page.stem}" for lang, page in PAGES])
BLOCK = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`(?:, (?:baris|line) (?P<line>\d+))?:\n\n)?"
    r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
COMMAND = re.compile(r"^\$ (?P<command>[^\n]*)\n(?P<output>(?:(?!\$ )[^\n]*\n)*)", re.MULTILINE)
HEAD = """\
kind: {kind}
id: contoh/potongan-{number}
version: 1.0.0
title: Potongan
valid_from: 2021
legal_basis: [{{document: Contoh buatan, confidence: applied}}]
"""
KINDS = {"bands:": "scale", "keys:": "table"}
EXAMPLES = "examples: [{title: kosong, given: {}, status: missing}]\n"


def blocks(page: Path) -> Iterator[re.Match[str]]:
    """The fenced blocks of a page, in order."""
    return BLOCK.finditer(page.read_text("utf-8"))


def snippets(page: Path) -> list[str]:
    """The parts of rules on a page."""
    return [found["text"] for found in blocks(page) if found["kind"] == "yaml" and not found["path"]]


def commands(page: Path) -> list[tuple[str, str]]:
    """The commands of a page, each with the output that is shown."""
    shown = [found["text"] for found in blocks(page) if found["kind"] == "console"]
    return [(found["command"], found["output"]) for text in shown for found in COMMAND.finditer(text)]


def run(command: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a command prints; `mkdir` and `cd` are done, a job of run.py is only looked up."""
    words = [word.strip("\"'") for word in re.findall(r"(?:\"[^\"]*\"|'[^']*'|\S)+", command)]
    match words:
        case ["sakip", *arguments]:
            return CliRunner().invoke(main, arguments).output
        case ["mkdir", name]:
            (folder / name).mkdir()
        case ["cd", name]:
            monkeypatch.chdir(name)
        case ["python3", "run.py", job]:
            assert job in jobs()
        case _:
            pytest.fail(f"no test can run this: {command}")
    return ""


def jobs() -> set[str]:
    """The jobs of run.py."""
    spec = importlib.util.spec_from_file_location("run_for_guides", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return set(module.JOBS)


def put(file: Path, text: str, line: str | None) -> None:
    """Writes a file, or one line of one that is there."""
    if line is not None:
        lines = file.read_text("utf-8").splitlines(keepends=True)
        lines[int(line) - 1] = text
        text = "".join(lines)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def agrees(shown: str, printed: str) -> bool:
    """Whether a page shows what a command printed, lines that it leaves out aside."""
    pattern = "".join(
        ".*\n" if line.strip() == "…" else re.escape(line + "\n") for line in shown.splitlines()
    )
    return re.fullmatch(pattern, printed, re.DOTALL) is not None


def played(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str, str]]:
    """Follows a page from its top to its end: each command, the output that is shown, and the one printed."""
    monkeypatch.chdir(folder)
    for found in blocks(page):
        if found["path"]:
            put(Path(found["path"]), found["text"], found["line"])
        elif found["kind"] == "console":
            for command in COMMAND.finditer(found["text"]):
                yield command["command"], command["output"], run(command["command"], folder, monkeypatch)


def test_a_line_of_dots_leaves_lines_out_and_nothing_else() -> None:
    """What is shown must be printed, in its place."""
    assert agrees("a\n…\nc\n", "a\nb\nb\nc\n")
    assert not agrees("a\n…\nc\n", "a\nb\nd\n")
    assert not agrees("a\n", "a\nb\n")


@NAMED
def test_what_a_guide_shows_is_what_its_commands_print(
    lang: str, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who follows a page from its top to its end sees what it shows."""
    monkeypatch.setenv("SAKIP_LANG", lang)
    monkeypatch.setenv("COLUMNS", "80")
    for command, shown, printed in played(page, tmp_path, monkeypatch):
        assert agrees(shown, printed), f"{command}\n{printed}"


@pytest.mark.parametrize("page", ["aplikasi/perintah.md", "en/aplikasi/perintah.md"])
def test_the_page_of_commands_shows_what_they_print(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files are written and its commands are run, from its top to its end."""
    monkeypatch.setenv("COLUMNS", "80")
    found = list(played(DOCS / page, tmp_path, monkeypatch))
    assert len(found) > 4
    for command, shown, printed in found:
        assert agrees(shown, printed), f"{command}\n{printed}"


@pytest.mark.parametrize("lang", FOLDERS)
def test_windows_runs_the_same_job(lang: str) -> None:
    """The PowerShell form calls the job of run.py that the page calls elsewhere, and what that job makes."""
    page = FOLDERS[lang] / "aturan-pertama.md"
    (block,) = [found["text"].splitlines() for found in blocks(page) if found["kind"] == "powershell"]
    job, activate = block[:2]
    assert job.replace("py ", "python3 ", 1) in {command for command, _ in commands(page)}
    (shell,) = [found["text"].splitlines() for found in blocks(page) if found["kind"] == "sh"]
    assert shell[0] == "source .venv/bin/activate"
    assert activate == r".venv\Scripts\Activate.ps1"


def whole(part: str, number: int) -> str:
    """The text of a whole rule file: of a part of one, with what it leaves out."""
    if part.startswith("kind:"):
        return part
    kind = next((kind for key, kind in KINDS.items() if key in part), "index")
    text = HEAD.format(kind=kind, number=number) + part
    text += "" if re.search("^unit:", text, re.MULTILINE) else "unit: nilai\n"
    return text + ("" if "examples:" in text or kind != "index" else EXAMPLES)


@NAMED
def test_every_part_of_a_rule_is_right(lang: str, page: Path, tmp_path: Path) -> None:
    """A part, made whole, passes the checks and its examples."""
    del lang
    for number, part in enumerate(snippets(page)):
        text = whole(part, number)
        found = plain(text)
        put(tmp_path / found["id"] / f"{found['version']}.yaml", text, None)
    if any(tmp_path.iterdir()):
        rules = Catalogue.load(tmp_path)
        assert [str(finding) for finding in rules.check()] == []
        assert [finding for outcome in rules.run_examples() for finding in outcome.diagnostics] == []


def test_every_block_of_every_page_is_closed() -> None:
    """One that is not shows its marks to readers, and no test runs it."""
    fences = {
        page: re.findall(r"^ *```", page.read_text("utf-8"), re.MULTILINE) for page in DOCS.rglob("*.md")
    }
    assert [page.relative_to(DOCS).as_posix() for page, marks in fences.items() if len(marks) % 2] == []


def test_both_languages_have_the_same_guides() -> None:
    """An English page has the path of its Indonesian twin."""
    names = {lang: {page.name for page in folder.glob("*.md")} for lang, folder in FOLDERS.items()}
    assert names["id"] == names["en"]


@pytest.mark.parametrize(
    "page", [f"{lang}aplikasi/{name}.md" for lang in ("", "en/") for name in ("python", "pandas")]
)
def test_what_a_page_for_programmers_shows_is_what_python_gives(page: str) -> None:
    """Every line behind `>>>` is run."""
    outcome = doctest.testfile(str(DOCS / page), module_relative=False, encoding="utf-8")
    assert outcome.attempted > 5
    assert outcome.failed == 0


@pytest.mark.parametrize("lang", FOLDERS)
def test_the_reserved_names_are_those_of_the_code(lang: str) -> None:
    """The page lists every word that no input, level or code may be called, and no other."""
    text = (FOLDERS[lang] / "nama.md").read_text("utf-8")
    rows = re.findall(r"^\| [^`|]+\|([^|]*`[^|]+)\|", text, re.MULTILINE)
    listed = [set(re.findall("`([^`]+)`", row)) for row in rows]
    keys = {*HEADER_KEYS, *RECORD_KEYS}
    assert listed == [set(FUNCTION_NAMES), set(RESERVED), set(keyword.kwlist), set(WORDS), keys]


@pytest.mark.parametrize("lang", FOLDERS)
def test_a_stumble_has_the_message_that_the_page_says(lang: str, tmp_path: Path) -> None:
    """Each wrong line of the page about YAML gives its code, and each right one passes."""
    page = FOLDERS[lang] / "yaml.md"
    first = next(found for found in blocks(page) if found["path"])
    file = tmp_path / Path(first["path"]).relative_to("rules")
    rows = re.findall(
        r"^\| (\d+) \| `([^|]+)` \| `([^|]+)` \| `([a-z-]+)` \|", page.read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) > 10
    for line, wrong, right, code in rows:
        before = re.match(" *", first["text"].splitlines()[int(line) - 1])
        indent = before[0] if before else ""
        put(file, first["text"], None)
        put(file, f"{indent}{right}\n", line)
        assert [str(finding) for finding in Catalogue.load(tmp_path).check()] == [], right
        put(file, f"{indent}{wrong}\n", line)
        assert code in {finding.code for finding in Catalogue.load(tmp_path).check()}, wrong


@pytest.mark.parametrize("lang", FOLDERS)
def test_what_stands_for_excel_is_taken_from_the_parts_below(lang: str) -> None:
    """Each formula in the second column of the table is part of a rule that is checked and computed."""
    page = FOLDERS[lang] / "dari-excel.md"
    rows = re.findall(r"^\| [^|]+ \| (`[^|]+) \|", page.read_text("utf-8"), re.MULTILINE)
    formulas = [formula for row in rows for formula in re.findall("`([^`]+)`", row)]
    assert len(formulas) > 25
    rules = "\n".join(snippets(page))
    assert [formula for formula in formulas if formula not in rules] == []
