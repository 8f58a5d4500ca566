"""Every hostile file gets a clear error that names its line, in bounded time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.hostile.generated_files import NO_FILES, Generated, report_files, rule_files
from tests.hostile.running import Run, assert_told_kindly, check, run, write_neighbours, write_rule
from tests.hostile.skeletons import FRAMEWORK, HERE, SKELETONS

import sakip_rules
from sakip_rules.loader import events

FILES_A_RUN = 40
SECONDS = 2.0
MEMORY = 300 * 2**20
MARK = "«"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and modes of POSIX")


@dataclass(frozen=True)
class Case:
    """One file, its verdict, and the line that must be named."""

    name: str
    verdict: str
    data: bytes
    line: int | None = None

    @property
    def codes(self) -> set[str]:
        """The codes of which one must be given; none for a sound file."""
        return (
            set()
            if self.verdict == "ok" or self.verdict.startswith("not ")
            else set(self.verdict.split(" or "))
        )

    @property
    def forbidden(self) -> str:
        """The code that must not be given."""
        return self.verdict.removeprefix("not ") if self.verdict.startswith("not ") else ""


def stored(kind: str) -> list[Case]:
    """The cases of the manifest that change one skeleton."""
    entries = yaml.load((HERE / "files.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)[kind]  # noqa: S506 - text only
    return [edited(kind, number, *entry) for number, entry in enumerate(entries)]


def edited(kind: str, number: int, verdict: str, old: str, new: str) -> Case:
    """A skeleton with one edit; the line of the mark is the line of the diagnostic."""
    skeleton = (
        SKELETONS[kind].replace("contoh/skala\n", "contoh/NAME\n").replace("contoh/tabel\n", "contoh/NAME\n")
    )
    if kind == "report":
        skeleton = SKELETONS[kind]
    assert old in skeleton, f"{kind} {number}: {old!r} is not in the skeleton"
    text = skeleton.replace(old, new, 1) if old else new
    before, mark, behind = text.partition(MARK)
    line = before.count("\n") + 1 if mark else None
    shown = f"{kind} {number} {verdict}: {ascii(new)[:50]}"
    return Case(shown, verdict, (before + behind).encode("utf-8", "surrogatepass"), line)


def from_generated(items: list[Generated]) -> list[Case]:
    """The generated files as cases."""
    return [Case(item.name, item.verdict, item.data, item.line) for item in items]


def as_they_are(kind: str) -> list[Case]:
    """The files that are kept as they are: `<verdict>@<line>.<name>.yaml`, a verdict with `+` for `or`."""
    found = []
    for file in sorted((HERE / "files" / kind).glob("*.yaml")):
        head, name, _ = file.name.split(".")
        verdict, _, line = head.partition("@")
        found.append(
            Case(
                f"{verdict}: {name}",
                verdict.replace("+", " or "),
                file.read_bytes(),
                int(line) if line else None,
            )
        )
    return found


RULES = [
    *(case for kind in ("index", "scale", "table", "framework") for case in stored(kind)),
    *from_generated(rule_files()),
    *as_they_are("rule"),
]
REPORTS = [*stored("report"), *from_generated(report_files()), *as_they_are("report")]


@dataclass(frozen=True)
class Checked:
    """A rule file after the check of the directory that it stands in."""

    case: Case
    file: Path
    run: Run

    @property
    def errors(self) -> list[dict[str, Any]]:
        """The errors of this file alone."""
        return [entry for entry in self.run.of(self.file) if entry["severity"] == "error"]


def rule_name(number: int) -> str:
    """A name as long as the word NAME that it takes the place of: sizes stay exact."""
    return f"k{number:03}"


def check_all(folder: Path, cases: list[Case]) -> dict[Case, Checked]:
    """Checks rule files, so many in one directory that all diagnostics are shown."""
    found: dict[Case, Checked] = {}
    for begin in range(0, len(cases), FILES_A_RUN):
        found |= check_together(folder / str(begin), cases[begin : begin + FILES_A_RUN])
    return found


def check_together(rules: Path, cases: list[Case]) -> dict[Case, Checked]:
    """Checks rule files in one directory; halves them after a crash, to find the file that is to blame."""
    write_neighbours(rules)
    files = {}
    for number, case in enumerate(cases):
        name = rule_name(number)
        files[case] = write_rule(rules, name, case.data.replace(b"NAME", name.encode()))
    outcome = check(rules)
    if not outcome.crash or len(cases) == 1:
        return {case: Checked(case, file, outcome) for case, file in files.items()}
    middle = len(cases) // 2
    halves = {"a": cases[:middle], "b": cases[middle:]}
    checked = [check_together(rules.with_name(f"{rules.name}{name}"), half) for name, half in halves.items()]
    return checked[0] | checked[1]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[Case, Checked]:
    """All rule files, checked once: those with few errors together, floods in a run of their own."""
    return check_all(tmp_path_factory.mktemp("files"), RULES)


@pytest.fixture(scope="module")
def framework(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of sound rules for the reports."""
    rules = tmp_path_factory.mktemp("rules")
    write_neighbours(rules)
    write_rule(rules, "kerangka", FRAMEWORK.replace("NAME", "kerangka"))
    return rules


def test_corpus_is_large_enough() -> None:
    """At least 300 files stand in the corpus, each with a name of its own."""
    assert len(RULES) + len(REPORTS) >= 300
    for cases in (RULES, REPORTS):
        names = [case.name for case in cases]
        assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("case", RULES, ids=lambda case: case.name)
def test_rule_file(case: Case, checked: dict[Case, Checked]) -> None:
    """A hostile rule file gets the code of its verdict in the right line; a sound one gets no error."""
    assert checked[case].run.crash == ""
    errors = checked[case].errors
    codes = {entry["code"] for entry in errors}
    if case.verdict == "ok":
        assert not errors
    assert case.forbidden not in codes
    if case.codes:
        assert codes & case.codes, f"wanted {case.verdict}, got {sorted(codes)}"
        assert checked[case].run.exit_code == 1
        lines = {entry["line"] for entry in errors if entry["code"] in case.codes}
        assert case.line is None or case.line in lines, f"wanted line {case.line}, got {sorted(lines)}"
    assert len(errors) <= 50
    for entry in errors:
        assert_told_kindly(entry)


def evaluate(report: Path | str, rules: Path) -> Run:
    """Evaluates a report with the rules of a directory."""
    return run("evaluate", report, "--rules", rules, "--format", "json")


@pytest.mark.parametrize("case", REPORTS, ids=lambda case: case.name)
def test_report(case: Case, framework: Path, tmp_path: Path) -> None:
    """A hostile report ends with its exit code and names file, line and code; nothing else is written."""
    report = tmp_path / "laporan.yaml"
    report.write_bytes(case.data)
    outcome = evaluate(report, framework)
    assert outcome.crash == ""
    if case.verdict in ("ok", "not_computable"):
        assert outcome.exit_code == (1 if case.verdict == "not_computable" else 0), outcome.output[:500]
    elif case.codes:
        assert outcome.exit_code == 3
        assert any(f"[{code}]" in outcome.output for code in case.codes), outcome.output[:500]
        assert case.line is None or f"laporan.yaml:{case.line}:" in outcome.output, outcome.output[:500]
    if case.forbidden:
        assert f"[{case.forbidden}]" not in outcome.output
    assert [entry.name for entry in tmp_path.iterdir()] == ["laporan.yaml"]


@pytest.mark.parametrize("name", NO_FILES)
def test_no_file_as_rule(name: str, tmp_path: Path) -> None:
    """What is no file stands where a rule should: an error that names it, and the check ends."""
    if name == "unreadable" and os.geteuid() == 0:
        pytest.skip("the superuser reads everything")
    write_neighbours(tmp_path)
    file = tmp_path / "contoh" / "aneh" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    NO_FILES[name](file)
    outcome = check(tmp_path)
    assert outcome.crash == ""
    assert outcome.exit_code == 1
    errors = [entry for entry in outcome.diagnostics if entry["file"].endswith("aneh/1.0.0.yaml")]
    assert [entry["code"] for entry in errors] == ["yaml-syntax"]
    assert_told_kindly(errors[0])


@pytest.mark.parametrize("name", [*NO_FILES, "nothing"])
def test_no_file_as_report(name: str, framework: Path, tmp_path: Path) -> None:
    """What is no file is given as a report: exit code 3, and a message that names it."""
    if name == "unreadable" and os.geteuid() == 0:
        pytest.skip("the superuser reads everything")
    file = tmp_path / "laporan.yaml"
    if name != "nothing":
        NO_FILES[name](file)
    outcome = evaluate(file, framework)
    assert outcome.crash == ""
    assert outcome.exit_code == 3
    assert "laporan.yaml" in outcome.output


@pytest.mark.parametrize(
    "name", ["a\nb.yaml", "\x1b[31m.yaml", "\u202elmay.yaml", "%s{0}.yaml", "-x.yaml", "a" * 200]
)
def test_strange_names(name: str, framework: Path, tmp_path: Path) -> None:
    """The name of a file is a stranger's text too: no terminal acts upon it in a message."""
    report = tmp_path / name
    report.write_text("teks\n", "utf-8")
    outcome = evaluate(report, framework)
    assert outcome.crash == ""
    assert outcome.exit_code == 3
    assert all(character.isprintable() or character == "\n" for character in outcome.output)


@pytest.mark.parametrize("path", ["", "\0", "a" * 5000, "/dev/null/x.yaml", "laporan.yaml/x"])
def test_paths_that_are_none(path: str, framework: Path) -> None:
    """A path that no system can open ends like a missing file."""
    outcome = evaluate(path, framework)
    assert outcome.crash == ""
    assert outcome.exit_code in {2, 3}


def test_same_verdicts_with_the_pure_parser(
    checked: dict[Case, Checked], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PyYAML's C and pure parsers lead to the same codes in the same lines."""
    monkeypatch.setattr(events, "EVENT_PARSER", yaml.SafeLoader)
    pure = check_all(tmp_path, RULES)

    def verdicts(found: dict[Case, Checked]) -> dict[str, object]:
        return {
            case.name: item.run.crash or [(entry["code"], entry["line"]) for entry in item.errors]
            for case, item in found.items()
        }

    fast, slow = verdicts(checked), verdicts(pure)
    assert {name: (fast[name], slow[name]) for name in fast if fast[name] != slow[name]} == {}


WORST = [
    "most bytes",
    "most nodes",
    "one node too many",
    "most lines",
    "a megabyte of '['",
    "a megabyte of 'a '",
    "a megabyte of '\\x1b[31m'",
    "19,000 lines of 'a: b'",
    "a billion laughs",
    "a chain of 1,000 steps",
    "a circle of 900 steps",
    "10,000 cells",
    "10,000 unknown keys",
    "10,000 wrong inputs",
    "900 unknown names",
]
MEASURE = """\
import re, resource, sys, time
from pathlib import Path
from click.testing import CliRunner
from sakip_rules.cli import main
start = time.process_time()
result = CliRunner().invoke(main, sys.argv[1:])
used = time.process_time() - start
status = Path("/proc/self/status")
if status.exists():  # ru_maxrss also counts what the parent held when it started this one
    largest = int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read_text())[1]) * 1024
else:
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(result.exit_code, used, largest)
"""


def measure(arguments: list[str], path: Path) -> tuple[int, float, int]:
    """Exit code, processor seconds and largest memory of one command in a process of its own."""
    code = path / "measure.py"
    code.write_text(MEASURE, "utf-8")
    package = Path(sakip_rules.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, str(code), *arguments],
        env={**os.environ, "PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    exit_code, used, largest = done.stdout.split()
    return int(exit_code), float(used), int(largest)


@pytest.mark.parametrize("name", WORST)
def test_worst_rules_are_bounded(name: str, tmp_path: Path) -> None:
    """The costliest rule files are judged within two seconds of processor time and 300 MB."""
    (case,) = (case for case in RULES if case.name == name)
    rules = tmp_path / "rules"
    write_rule(rules, rule_name(0), case.data.replace(b"NAME", rule_name(0).encode()))
    exit_code, used, largest = measure(["check", str(rules), "--format", "json"], tmp_path)
    assert exit_code == (1 if case.codes else exit_code)
    assert exit_code in (0, 1)
    assert used <= SECONDS
    assert largest <= MEMORY


WORST_REPORTS = [
    "one node too many",
    "8 MiB of brackets",
    "8 MiB of letters",
    "one byte too many",
    "31 earlier years",
]


@pytest.mark.parametrize("name", WORST_REPORTS)
def test_worst_reports_are_bounded(name: str, framework: Path, tmp_path: Path) -> None:
    """The costliest refused reports are refused within two seconds of processor time and 300 MB."""
    (case,) = (case for case in REPORTS if case.name == name)
    report = tmp_path / "laporan.yaml"
    report.write_bytes(case.data)
    exit_code, used, largest = measure(["evaluate", str(report), "--rules", str(framework)], tmp_path)
    assert exit_code == 3
    assert used <= SECONDS
    assert largest <= MEMORY


def test_pipe_does_not_wait(framework: Path, tmp_path: Path) -> None:
    """A pipe without a writer is refused at once."""
    pipe = tmp_path / "laporan.yaml"
    os.mkfifo(pipe)
    start = time.monotonic()
    assert evaluate(pipe, framework).exit_code == 3
    assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize(("references", "verdict"), [(500, "ok"), (501, "file-too-large")])
def test_chain_of_references(references: int, verdict: str, tmp_path: Path) -> None:
    """A chain of 500 references between rules is checked; a longer one is refused."""
    write_chain(tmp_path, references)
    outcome = check(tmp_path)
    assert outcome.crash == ""
    codes = {entry["code"] for entry in outcome.diagnostics if entry["severity"] == "error"}
    assert codes == (set() if verdict == "ok" else {verdict})


def write_chain(rules: Path, references: int) -> None:
    """Rules of which each calls the next, with so many references from the first to the last."""
    head = "kind: index\nid: contoh/NAME\nversion: 1.0.0\ntitle: Mata rantai\nvalid_from: 2020\n"
    head += "legal_basis: [{document: Contoh buatan, confidence: applied}]\nunit: satuan\ninputs: {a: {}}\n"
    tail = "examples:\n  - {title: satu, given: {a: 1}, result: 1}\n"
    for number in range(references + 1):
        middle = "formula: a\n"
        if number < references:
            middle = f"steps:\n  lanjut: {{rule: contoh/m{number + 1}}}\nformula: lanjut\n"
        write_rule(rules, f"m{number}", (head + middle + tail).replace("NAME", f"m{number}"))
