"""Every check of .ci/run can fail, and so can the count of covered code in .ci/nightly: each is tried."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent
RUN = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def commands(script: str, word: str) -> dict[str, list[str]]:
    """The commands by name of the lines of a script that begin with a word."""
    lines = map(shlex.split, script.splitlines())
    return {words[1]: words[2:] for words in lines if words[:1] == [word]}


GATES = commands(RUN, "gate")
NIGHTLY = commands((ROOT / ".ci" / "nightly").read_text(encoding="utf-8"), "part")
CHECKS = GATES | {part: NIGHTLY[part] for part in ("covered", "branches")}

RULE = """\
kind: index
id: contoh/serapan
version: 1.0.0
title: {id: Serapan anggaran, en: Absorption}
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
inputs: {realisasi: {}, pagu: {}}
formula: realisasi / pagu * 100
unit: persen
examples:
  - {title: tiga perempat, given: {realisasi: 3, pagu: 4}, result: 75}
"""
BRANCH = '''

def sign(number: int) -> str:
    """Say whether a number is negative."""
    return "-" if number < 0 else "+"


def size(number: int) -> int:
    """Give the size of a number."""
    if number < 0:
        number = -number
    return number
'''
SETS_UP = """\"\"\"Sets up a project that is nothing but a command.\"\"\"

from pathlib import Path

sakip = Path(".venv/bin/sakip")
sakip.parent.mkdir(parents=True)
sakip.write_text("#!/bin/sh\\necho sakip 1.0.0\\n", encoding="utf-8")
sakip.chmod(0o755)
"""
QUICK_OPTION = '''"""The option of the quick part."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """The quick part of these tests is all of them."""
    parser.addoption("--quick", action="store_true")
'''
DECLARED = """\
\"\"\"The commands.\"\"\"

from sakip_rules import formats, languages, version, vocabulary

__all__ = ["formats", "languages", "version", "vocabulary"]
"""
BRANCH_TEST = '''
from sakip_rules.version import size, sign


def test_size() -> None:
    """Sizes are not negative."""
    assert size(-1) == 1
    assert sign(-1) == "-"
'''

pytestmark = pytest.mark.gates


def write(path: Path, text: str) -> None:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def append(path: Path, text: str) -> None:
    """Add text at the end of a file."""
    write(path, path.read_text(encoding="utf-8") + text)


def layers() -> list[str]:
    """The modules that the import contract names."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    return [module.strip() for layer in contract["layers"] for module in layer.split("|")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with this one's settings, in which every check passes."""
    for file in ("pyproject.toml", "mkdocs.yml", ".ci/branches.py", ".ci/fresh.py"):
        write(tmp_path / file, (ROOT / file).read_text(encoding="utf-8"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    own = re.sub(r"^      (reports|workbench): .*$", "", settings, flags=re.MULTILINE)
    own = own.replace("  - sakip:\n", "  - sakip:\n      bundled: false\n      rules: [rules]\n")
    write(tmp_path / "mkdocs.yml", own)
    for page in re.findall(r"[\w/-]+\.md$", settings, re.MULTILINE):
        write(tmp_path / "docs" / page, f"# {page}\n")
    for page in (
        "rujukan/bahasa-aturan.md",
        "en/rujukan/bahasa-aturan.md",
    ):  # made pages lead there
        headings = re.findall(r"^#+ .*$", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.MULTILINE)
        write(tmp_path / "docs" / page, "\n\n".join(headings) + "\n")
    for module in (
        "__init__",
        *layers(),
        "cli/__init__",
        "cli/signals",
        "cli/streams",
        "cli/declared/__init__",
    ):
        write(tmp_path / "src" / "sakip_rules" / f"{module}.py", f'"""The module {module}."""\n')
    (tmp_path / "src" / "sakip_rules" / "cli.py").unlink()
    write(tmp_path / "src" / "sakip_rules" / "cli" / "work" / "__init__.py", '"""What commands do."""\n')
    write(tmp_path / "src" / "sakip_rules" / "cli" / "declared" / "commands.py", DECLARED)
    append(tmp_path / "src" / "sakip_rules" / "version.py", '\n__version__ = "1.0.0"\n')
    write(tmp_path / "run.py", SETS_UP)
    for script in ("tools/made/__init__.py", "examples/shown.py"):
        write(tmp_path / script, '"""Nothing."""\n')
    test = "from sakip_rules.cli.declared.commands import version\n\n\ndef test_it() -> None:\n"
    write(tmp_path / "tests" / "conftest.py", QUICK_OPTION)
    write(tmp_path / "tests" / "test_version.py", f'{test}    """It is."""\n    assert version.__version__\n')
    write(tmp_path / "rules" / "contoh" / "serapan" / "1.0.0.yaml", RULE)
    totals = '{"totals": {"covered_branches": 95, "num_branches": 100}}'
    write(tmp_path / ".coverage.json", totals)
    return tmp_path


def command(gate: str) -> list[str]:
    """The command of .ci/run, started with the Python and the tools that run these tests."""
    words = CHECKS[gate]
    if words[:3] == ["python3", "run.py", "test"]:
        return [sys.executable, "-m", "pytest", *words[3:]]
    if words[0] == "python":
        return [sys.executable, *words[1:]]
    if words[0] == "sakip":
        return [sys.executable, "-c", "from sakip_rules.cli import main; main()", *words[1:]]
    return [str(TOOLS / words[0]), *words[1:]]


def outcome(gate: str, project: Path) -> tuple[int, str]:
    """Run the check in the project; gives back its exit code and everything that it printed."""
    source = (ROOT if CHECKS[gate][0] in ("sakip", "mkdocs") else project) / "src"
    outer = {key: value for key, value in os.environ.items() if not key.startswith(("COV", "PYTEST"))}
    own = {"PYTHONPATH": str(source), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    known = {
        "MYPY_CACHE_DIR": str(project.parent / "mypy")
    }  # of packages: they are the same for every project
    done = subprocess.run(
        command(gate),
        cwd=project,
        env={**outer, **own, **known},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def with_the_engine(project: Path) -> None:
    """The project is this one's engine and the proof of its workbooks, with a small report and its rules."""
    shutil.copytree(ROOT / "src" / "sakip_rules", project / "src" / "sakip_rules", dirs_exist_ok=True)
    shutil.copytree(ROOT / "tests" / "small" / "rules", project / "rules", dirs_exist_ok=True)
    proof = ("exporters/live/proof.py", "exporters/workbook/test_history.py")
    for file in ("bundled.py", "perturbed.py", "rule_sheets.py", "spreadsheets.py", "written.py", *proof):
        write(project / "tests" / file, (ROOT / "tests" / file).read_text(encoding="utf-8"))
    report = (ROOT / "tests" / "small" / "report.yaml").read_text(encoding="utf-8")
    write(project / "examples" / "dinsos-lumajang-2020.yaml", report)


def must_be_here(gate: str) -> None:
    """LibreOffice is installed where .ci/run runs; elsewhere what needs it is skipped."""
    if gate == "workbooks" and shutil.which("soffice") is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice is not on this machine")


def setup_that_fails(project: Path) -> None:
    """A package cannot be installed."""
    append(project / "run.py", 'raise SystemExit("no matching distribution")\n')


def unused_import(project: Path) -> None:
    """A module imports what it does not use."""
    append(project / "src/sakip_rules/version.py", "import os\n")


def crooked_layout(project: Path) -> None:
    """A line is not laid out as the formatter does."""
    append(project / "src/sakip_rules/version.py", "__all__ = [ '__version__' ]\n")


def untyped_function(project: Path) -> None:
    """A function has no types."""
    append(project / "src/sakip_rules/version.py", "\n\ndef double(x):\n    return x * 2\n")


def import_against_the_stream(project: Path) -> None:
    """The lowest layer imports the highest."""
    append(project / "src/sakip_rules/diagnostics.py", "from sakip_rules import cli\n")


def module_without_a_layer(project: Path) -> None:
    """A new module has no place among the layers."""
    write(project / "src/sakip_rules/helpers.py", '"""Anything."""\n')


def siblings_that_know_each_other(project: Path) -> None:
    """Of two modules in one layer, one imports the other."""
    append(project / "src/sakip_rules/audit.py", "from sakip_rules import explainer\n")


def declaration_that_needs_the_engine(project: Path) -> None:
    """The help of a command imports a module of the engine, by way of another."""
    append(project / "src/sakip_rules/cli/streams.py", "from sakip_rules import numbers\n")


def declaration_that_imports_the_work(project: Path) -> None:
    """A command is imported before it runs."""
    append(project / "src/sakip_rules/cli/declared/commands.py", "from sakip_rules.cli import work\n")


def unknown_name_in_a_rule(project: Path) -> None:
    """A formula uses a name that nothing declares."""
    rule = project / "rules/contoh/serapan/1.0.0.yaml"
    write(rule, RULE.replace("realisasi / pagu", "realisasi / pago"))


def wrong_example(project: Path) -> None:
    """A rule's example expects another number than its formula gives."""
    write(project / "rules/contoh/serapan/1.0.0.yaml", RULE.replace("result: 75", "result: 76"))


def formula_that_cuts(project: Path) -> None:
    """A formula of a workbook cuts digits where the engine rounds them."""
    with_the_engine(project)
    rounding = project / "src/sakip_rules/exporters/workbook/rounding.py"
    text = rounding.read_text(encoding="utf-8")
    write(rounding, text.replace('"half_up": "ROUND({0},0)"', '"half_up": "TRUNC({0})"'))


def broken_link(project: Path) -> None:
    """A page links to a page that is not there."""
    append(project / "docs/index.md", "\n[tidak ada](tidak-ada.md)\n")


def page_outside_the_menu(project: Path) -> None:
    """A page is not reached from the menu."""
    write(project / "docs/tersembunyi.md", "# Tersembunyi\n")


def failing_test(project: Path) -> None:
    """A test fails."""
    append(project / "tests/test_version.py", '    assert version.__version__ == "2.0.0"\n')


def warning_in_a_test(project: Path) -> None:
    """Code warns while a test runs."""
    append(
        project / "tests/test_version.py", "    import warnings\n\n    warnings.warn('old', stacklevel=1)\n"
    )


def uncovered_code(project: Path) -> None:
    """Code has branches that no test takes."""
    append(project / "src/sakip_rules/version.py", BRANCH)
    write(project / "tests/test_size.py", BRANCH_TEST.replace("    assert size(-1) == 1\n", ""))


def uncovered_branches(project: Path) -> None:
    """Fewer than 95 of 100 branches are covered."""
    write(project / ".coverage.json", '{"totals": {"covered_branches": 94, "num_branches": 100}}')


FAULTS: list[tuple[str, Callable[[Path], None], str]] = [
    ("fresh", setup_that_fails, "no matching distribution"),
    ("lint", unused_import, "F401"),
    ("format", crooked_layout, "version.py"),
    ("types", untyped_function, "no-untyped-def"),
    ("imports", import_against_the_stream, "sakip_rules.diagnostics -> sakip_rules.cli"),
    ("imports", module_without_a_layer, "helpers"),
    ("imports", siblings_that_know_each_other, "sakip_rules.audit -> sakip_rules.explainer"),
    ("imports", declaration_that_needs_the_engine, "sakip_rules.cli.streams -> sakip_rules.numbers"),
    (
        "imports",
        declaration_that_imports_the_work,
        "sakip_rules.cli.declared.commands -> sakip_rules.cli.work",
    ),
    ("rules", unknown_name_in_a_rule, "unknown-name"),
    ("examples", wrong_example, "example-differs"),
    ("workbooks", formula_that_cuts, "wanted"),
    ("docs", broken_link, "tidak-ada.md"),
    ("docs", page_outside_the_menu, "tersembunyi.md"),
    ("tests", failing_test, "1 failed"),
    ("tests", warning_in_a_test, "UserWarning: old"),
    ("covered", failing_test, "1 failed"),
    ("covered", uncovered_code, "Required test coverage of 95"),
    ("branches", uncovered_branches, "94 of 100"),
]


@pytest.mark.parametrize("gate", CHECKS)
def test_a_right_project_passes(gate: str, project: Path) -> None:
    """Without a fault each check passes, so what it refuses below is the fault."""
    must_be_here(gate)
    if gate == "workbooks":
        with_the_engine(project)
    code, printed = outcome(gate, project)
    assert code == 0, printed


@pytest.mark.parametrize(
    ("gate", "plant", "evidence"), FAULTS, ids=[f"{g}-{p.__name__}" for g, p, _ in FAULTS]
)
def test_a_planted_fault_fails(
    gate: str, plant: Callable[[Path], None], evidence: str, project: Path
) -> None:
    """Each check refuses a project with one fault, and says which."""
    must_be_here(gate)
    plant(project)
    code, printed = outcome(gate, project)
    assert code == 1, printed
    assert evidence in printed


def test_every_check_has_a_fault() -> None:
    """No check of .ci/run is left unproved, nor is what the night counts as covered."""
    assert {gate for gate, _, _ in FAULTS} == CHECKS.keys()


@pytest.mark.parametrize("broken", [None, *GATES])
def test_one_failed_check_fails_the_run_and_stops_no_other(broken: str | None, tmp_path: Path) -> None:
    """.ci/run runs every check whatever the others do, reports each, and fails if one failed."""
    write(tmp_path / ".ci" / "run", RUN)
    write(tmp_path / ".ci" / "programs", "#!/bin/sh\n")
    (tmp_path / ".ci" / "programs").chmod(0o755)
    failing = GATES.get(broken or "", [])[2:]
    write(tmp_path / "run.py", f"import sys\nsys.exit(sys.argv[1:] == {failing or None!r})\n")
    write(tmp_path / ".ci" / "fresh.py", f"raise SystemExit({broken == 'fresh':d})\n")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    words = GATES.get(broken or "", [""])
    for tool in {gate[0] for gate in GATES.values()} - {"python3"}:
        condition = f'[ "$*" != "{" ".join(words[1:])}" ]' if tool == words[0] else "true"
        stub = tmp_path / ".venv" / "bin" / tool
        write(stub, f"#!/bin/sh\n{condition}\n")
        stub.chmod(0o755)
    done = subprocess.run(
        ["bash", ".ci/run"],  # noqa: S607 - wherever bash is
        cwd=tmp_path,
        env={**os.environ, "CI": "true"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
    )
    table = [line.split(maxsplit=1) for line in done.stdout.splitlines()[-len(GATES) :]]
    assert table == [[gate, "failed (1)" if gate == broken else "ok"] for gate in GATES]
    assert done.returncode == int(broken is not None)
