"""The house around the code: what is true of every file, whoever wrote it."""

import ast
import doctest
import importlib
import importlib.metadata
import importlib.util
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "sakip_rules"
COLUMNS = {"numpy", "pyarrow"}  # of the extra, in its own room alone
CORE = {"pydantic", "pydantic_core", "yaml", "simpleeval", "click"}  # pydantic comes in two halves
# Modules between 350 and 400 lines: name -> why it is one thing. None may be longer.
LONG_FOR_A_REASON: dict[str, str] = {
    "src/sakip_rules/results.py": "shapes of what is computed, and what each tells: they name each other",
}

pytestmark = pytest.mark.broad  # it reads every file of the project


def tracked_files() -> list[Path]:
    """Every file that is in git or would be added to it."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [path for name in names.split("\0") if name and (path := ROOT / name).is_file()]


def modules() -> list[Path]:
    """Every module of the package, without the files that only mark a package."""
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path.name != "__init__.py"]


def python_files() -> list[Path]:
    """Every Python file of the project."""
    return [path for path in tracked_files() if path.suffix == ".py"]


@cache
def parsed(path: Path) -> ast.Module:
    """The code of a module; each is read once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    """How a file is called in messages: its path from the top of the repository."""
    return path.relative_to(ROOT).as_posix()


def text(*parts: str) -> str:
    """The text of one file, by its path from the top of the repository."""
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def test_every_module_has_a_test_file_of_its_name() -> None:
    """Who changes a module finds its tests by name."""
    tests = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    tested_together = {PACKAGE / "diagnostics" / "texts": "test_texts.py"}  # words, and no code
    wanted = {path: tested_together.get(path.parent, f"test_{path.name}") for path in modules()}
    assert [name(path) for path, test in wanted.items() if test not in tests] == []


def test_modules_stay_short() -> None:
    """A module has at most 350 lines, or a reason and at most 400."""
    lengths = {
        name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")
    }
    long = {module: lines for module, lines in lengths.items() if lines > 350}
    assert {module: lines for module, lines in long.items() if lines > 400} == {}
    assert long.keys() == LONG_FOR_A_REASON.keys()


def test_one_class_has_one_name() -> None:
    """A name means one thing in the whole package: a class of that name, and no other."""
    homes: dict[str, list[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(name(path))
    assert {class_name: files for class_name, files in homes.items() if len(files) > 1} == {}


def test_long_loops_name_what_they_go_through() -> None:
    """In a loop of more than five lines `one` or `item` no longer says what it is."""
    vague = {"one", "found", "item", "thing"}
    loops = [
        f"{name(path)}:{loop.lineno}"
        for path in PACKAGE.rglob("*.py")
        for loop in ast.walk(parsed(path))
        if isinstance(loop, ast.For) and (loop.end_lineno or 0) - loop.lineno > 5
        if vague & {target.id for target in ast.walk(loop.target) if isinstance(target, ast.Name)}
    ]
    assert loops == []


def test_no_comment_is_a_banner() -> None:
    """What needs a heading inside a module is a module."""
    banner = re.compile(r"^ *# *-{4,}", re.MULTILINE)
    assert [name(path) for path in PACKAGE.rglob("*.py") if banner.search(path.read_text("utf-8"))] == []


@pytest.mark.slow
def test_no_file_holds_a_path_or_host_of_a_machine() -> None:
    """A clone works anywhere: no file names a folder of one machine, or the host a package came from."""
    machine = re.compile(
        r"(?:^|[^\w.])/(?:home|root|tmp|work|Users)/|[A-Z]:\\Users|https?://[^\s)]+/(?:simple|packages)/|python[h]osted"
    )
    found = []
    for path in tracked_files():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [f"{name(path)}:{number}" for number, line in enumerate(lines, 1) if machine.search(line)]
    assert found == []


def commands_of_sakip() -> list[str]:
    """The names of the commands that `sakip` has."""
    return list(importlib.import_module("sakip_rules.cli").main.commands)


def test_the_readme_shows_commands_that_exist() -> None:
    """Every command that a page shows is one that can be typed."""
    pages = "\n".join(
        text(page) for page in ("README.md", "CONTRIBUTING.md", "docs/index.md", "docs/en/index.md")
    )
    jobs = set(re.findall(r"python3 run\.py (\w+)", pages))
    commands = set(re.findall(r"`sakip ([a-z]+)", pages))
    assert {"demo", "test"} <= jobs <= script("run").JOBS.keys()
    assert {"evaluate", "explain", "audit", "check", "test"} <= commands <= set(commands_of_sakip())


def test_the_readme_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python example of the README gives what it says."""
    monkeypatch.chdir(ROOT)
    outcome = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert outcome.attempted >= 6
    assert outcome.failed == 0


@pytest.mark.parametrize("page", ["docs/tentang/arsitektur.md", "docs/en/tentang/arsitektur.md"])
def test_the_architecture_page_lists_every_module(page: str) -> None:
    """Each module of the import contract has its row, from the lowest layer to the highest."""
    contract = tomllib.loads(text("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]
    layers = [{module.strip() for module in layer.split("|")} for layer in reversed(contract["layers"])]
    rows = re.findall(r"^\| `(\w+)` \|", text(page), re.MULTILINE)
    assert [{rows.pop(0) for _ in layer} for layer in layers] == layers
    assert rows == []


def test_the_changelog_speaks_to_both_readers() -> None:
    """Every version of the change log has the headings Rules and Engine."""
    versions = re.split(r"^## ", text("CHANGELOG.md"), flags=re.MULTILINE)[1:]
    assert versions
    for version in versions:
        assert re.findall(r"^### (.+)$", version, re.MULTILINE) == ["Rules", "Engine"]


@pytest.mark.slow
def test_every_silenced_check_gives_its_reason() -> None:
    """Behind `noqa`, `type: ignore` and `no cover` stands why."""
    silenced = re.compile(r"#\s*(?:noqa|type: ignore|pragma: no (?:cover|branch))\b.*")
    reasoned = re.compile(
        r"#\s*(?:noqa: [A-Z0-9, ]+|type: ignore\[[\w, -]+\]|pragma: no \w+)\s+[-#]+ \w.{3,}"
    )
    places = [
        f"{name(path)}:{number}"
        for path in python_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (match := silenced.search(line)) and path != Path(__file__) and not reasoned.match(match[0])
    ]
    assert places == []


def imports(tree: ast.AST) -> Iterator[str]:
    """The top-level names of all packages that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def is_binary_float(node: ast.AST) -> bool:
    """Whether a node of a program makes a binary float."""
    literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
    call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
    return literal or call


def test_the_core_needs_four_packages() -> None:
    """The library imports the standard library, itself, and the four core packages."""
    known = CORE | {"sakip_rules"} | set(sys.stdlib_module_names)
    used = {(path, package) for path in PACKAGE.rglob("*.py") for package in imports(parsed(path))}
    builds_sites = {
        (path, package) for path, package in used if package == "mkdocs" and is_of_the_plugin(path)
    }
    on_columns = {(path, package) for path, package in used if is_of_columns(path) and package in COLUMNS}
    more = used - builds_sites - on_columns
    assert {(name(path), package) for path, package in more if package not in known} == set()


def is_of_the_plugin(path: Path) -> bool:
    """Whether a module belongs to the plugin of MkDocs, which MkDocs loads and nothing else."""
    return PACKAGE / "site" in path.parents


def is_of_columns(path: Path) -> bool:
    """Whether a module computes on columns: on floats that are proved to be exact (decision 0029)."""
    return PACKAGE / "columns" in path.parents


def test_no_module_makes_a_binary_float() -> None:
    """No float literal and no call of float stands in the library, but on columns: numbers are exact."""
    places = [
        f"{name(path)}:{getattr(node, 'lineno', 0)}"
        for path in PACKAGE.rglob("*.py")
        if not is_of_columns(path)
        for node in ast.walk(parsed(path))
        if is_binary_float(node)
    ]
    assert places == []


def pinned(requirement_file: str) -> set[str]:
    """The names of the packages that a requirement file pins, each with at least one hash."""
    blocks = re.split(r"\n(?=\w)", text("requirements", requirement_file))
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}\b", block) for block in blocks)
    return {block.partition("==")[0].partition("[")[0] for block in blocks}


def pins(requirement_file: str) -> Iterator[Requirement]:
    """The pins of a requirement file, each with its extras."""
    for line in text("requirements", requirement_file).splitlines():
        if "==" in line and not line.lstrip().startswith(("#", "-")):
            yield Requirement(line.rstrip(" \\"))


def needs_of(pin: Requirement) -> Iterator[Requirement]:
    """What an installed package needs here, with the extras that its pin asks for."""
    for line in importlib.metadata.requires(pin.name) or ():
        need = Requirement(line)
        if need.marker is None or any(need.marker.evaluate({"extra": e}) for e in pin.extras or {""}):
            yield need


@pytest.mark.parametrize("requirement_file", ["run.txt", "test.txt"])
def test_no_pin_lacks_an_extra_that_another_needs(requirement_file: str) -> None:
    """Where a package needs `coverage[toml]`, the pin is `coverage[toml]`; only some pips mind."""
    extras = {canonicalize_name(pin.name): pin.extras for pin in pins(requirement_file)}
    here = [pin for pin in pins(requirement_file) if pin.marker is None or pin.marker.evaluate()]
    lacking = {
        f"{pin.name} needs {need}"
        for pin in here
        for need in needs_of(pin)
        if not need.extras <= extras.get(canonicalize_name(need.name), set())
    }
    assert lacking == set()


def wanted(requirements: list[str]) -> set[str]:
    """The normalized names of packages that requirements such as `PyYAML>=6` ask for."""
    return {
        re.split(r"[<>=!~;\[ ]", requirement)[0].lower().replace("_", "-") for requirement in requirements
    }


def test_requirement_files_pin_what_the_project_asks_for() -> None:
    """Every package of pyproject.toml is pinned with hashes, and the small set is part of the large one."""
    settings = tomllib.loads(text("pyproject.toml"))
    project = settings["project"]
    small = wanted(project["dependencies"]) | wanted(settings["dependency-groups"]["build"])
    large = small.union(*(wanted(extra) for extra in project["optional-dependencies"].values()))
    assert small <= pinned("run.txt")
    assert large | pinned("run.txt") <= pinned("test.txt")


def build(kind: str, folder: Path) -> list[str]:
    """Build one kind of wheel and give back the names of the files in it."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = folder.glob("*.whl")
    return zipfile.ZipFile(wheel).namelist()


@pytest.mark.slow
def test_the_wheel_holds_every_rule(tmp_path: Path) -> None:
    """The published package has each file of rules/ beside the code."""
    rules = {f"sakip_rules/{name(path)}" for path in (ROOT / "rules").rglob("*.yaml")}
    assert rules
    scripts = {"sakip_rules/site/calculator/runtime/index.js", "sakip_rules/site/workbench/page/worker.mjs"}
    assert rules | scripts | {"sakip_rules/py.typed"} <= set(build("wheel:standard", tmp_path))


@pytest.mark.slow
def test_an_editable_install_copies_no_rule(tmp_path: Path) -> None:
    """An editable install is a path to src/: no copy of a rule can grow stale."""
    files = build("wheel:editable", tmp_path)
    assert [file for file in files if file.endswith((".yaml", ".py"))] == []
    assert any(file.endswith(".pth") for file in files)


def script(stem: str) -> ModuleType:
    """A script at the top of the repository, as a module."""
    specification = importlib.util.spec_from_file_location(stem, ROOT / f"{stem}.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module
