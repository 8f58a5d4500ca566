"""Every hostile file gets a clear error that names its line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.hostile.cases import EXAMPLES, REPORTS, RULES, Case, rule_name
from tests.hostile.no_files import NO_FILES
from tests.hostile.running import (
    Run,
    assert_told_kindly,
    check,
    evaluate,
    frames_left,
    in_a_deep_stack,
    run,
    write_neighbours,
    write_rule,
)

FILES_A_RUN = 40
SMALL = 100_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and modes of POSIX")


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
        files[case] = write_rule(rules, name, case.as_rule(name))
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


def test_corpus_is_large_enough() -> None:
    """At least 300 files stand in the corpus, each with a name of its own."""
    assert len(RULES) + len(REPORTS) + len(EXAMPLES) >= 300
    for cases in (RULES, REPORTS, EXAMPLES):
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
    assert not codes & {case.forbidden, "no-report"}  # nothing there is taken for a report
    if case.codes:
        assert codes & case.codes, f"wanted {case.verdict}, got {sorted(codes)}"
        assert checked[case].run.exit_code == 1
        lines = {entry["line"] for entry in errors if entry["code"] in case.codes}
        assert case.line is None or case.line in lines, f"wanted line {case.line}, got {sorted(lines)}"
    assert len(errors) <= 50
    for entry in errors:
        assert_told_kindly(entry)


Computed = Callable[[Case], tuple[Path, Run]]


@pytest.fixture(scope="module")
def computed(framework: Path, tmp_path_factory: pytest.TempPathFactory) -> Computed:
    """Gives the file of a report, in a folder of its own, and what became of it: computed once."""

    def compute(case: Case) -> tuple[Path, Run]:
        report = tmp_path_factory.mktemp("report") / "laporan.yaml"
        report.write_bytes(case.data)
        return report, evaluate(report, framework)

    return cache(compute)


@pytest.mark.parametrize("case", REPORTS, ids=lambda case: case.name)
def test_report(case: Case, computed: Computed) -> None:
    """A hostile report ends with its exit code and names file, line and code; nothing else is written."""
    report, outcome = computed(case)
    assert outcome.crash == ""
    if case.verdict in ("ok", "not_computable"):
        assert outcome.exit_code == (1 if case.verdict == "not_computable" else 0), outcome.output[:500]
    elif case.codes:
        assert outcome.exit_code == 3
        assert any(f"[{code}]" in outcome.output for code in case.codes), outcome.output[:500]
        assert case.line is None or f"laporan.yaml:{case.line}:" in outcome.output, outcome.output[:500]
    if case.forbidden:
        assert f"[{case.forbidden}]" not in outcome.output
    assert [entry.name for entry in report.parent.iterdir()] == ["laporan.yaml"]


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case.name)
def test_example(case: Case, tmp_path: Path) -> None:
    """What an example of a stranger expects is read, never executed, when the examples are run."""
    file = write_rule(tmp_path, rule_name(0), case.as_rule(rule_name(0)))
    outcome = run("test", tmp_path, "--format", "json")
    assert outcome.crash == ""
    assert outcome.exit_code == (1 if case.codes else 0)
    codes = {entry["code"] for entry in outcome.of(file, case.line)}
    assert codes & case.codes or not case.codes, f"wanted {case.verdict}, got {sorted(codes)}"
    for entry in outcome.of(file):
        assert_told_kindly(entry)


def test_same_rule_verdicts_in_a_deep_stack(checked: dict[Case, Checked], tmp_path: Path) -> None:
    """What is said of a rule file does not depend on how deep the caller's stack is."""
    small = [case for case in RULES if len(case.data) <= SMALL]
    deep = in_a_deep_stack(lambda: check_all(tmp_path, small), frames_left())

    def verdicts(found: dict[Case, Checked]) -> dict[str, object]:
        return {
            case.name: [(entry["code"], entry["line"], entry["column"]) for entry in found[case].errors]
            for case in small
        }

    assert [case.name for case in small if deep[case].run.crash] == []
    assert verdicts(deep) == verdicts(checked)


def test_same_report_verdicts_in_a_deep_stack(framework: Path, computed: Computed) -> None:
    """What is said of a report, and what it gives, does not depend on how deep the caller's stack is."""
    for case in REPORTS:
        if len(case.data) <= SMALL:
            report, outcome = computed(case)
            deep = in_a_deep_stack(lambda: evaluate(report, framework), frames_left())  # noqa: B023 - called at once
            assert deep == outcome, case.name


UNREADABLE = ("link to itself", "socket", "unreadable")
"""What the system does not open; the others are there, but no files, or not there."""


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
    leads_out = not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(tmp_path))
    code = "id-path" if leads_out else "unreadable" if name in UNREADABLE else "no-file"
    assert [entry["code"] for entry in errors] == [code]
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
