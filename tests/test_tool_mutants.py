"""The tool that changes the engine's own code: which changes it makes, and what it tells of them."""

import importlib
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
TOOL = ROOT / "tools" / "mutants"


def tool(name: str) -> Any:
    """A module of the tool."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module(f"mutants.{name}")
    finally:
        sys.path.remove(str(ROOT / "tools"))


def written(folder: Path, text: str) -> Path:
    """A module with a text."""
    file = folder / "small.py"
    file.write_text(textwrap.dedent(text), "utf-8")
    return file


def changes(folder: Path, text: str) -> list[tuple[str, str]]:
    """What every change of a text changes."""
    return [(one.before, one.after) for one in tool("changes").mutants(written(folder, text), folder)]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("x = a < b", ["x = a <= b", "x = a >= b"]),
        ("x = a == b", ["x = a != b"]),
        ("x = a not in b", ["x = a in b"]),
        ("x = a and b", ["x = a", "x = b", "x = a or b"]),
        ("x = a or b or c", ["x = a and b and c", "x = b or c", "x = a or c", "x = a or b"]),
        ("x = not a", ["x = a"]),
        ("x = a + b", ["x = a - b"]),
        ("x = a / b", ["x = a * b"]),
        ("x += a", ["pass", "x -= a"]),
        ("x = 1", ["x = 2", "x = 0"]),
        ("x = 0", ["x = 1"]),
        ("x = True", ["x = False"]),
        ("x = 'kata'", ["x = 'kataXX'"]),
        ("x = min(a)", ["x = max(a)"]),
        ("x = sorted(a)", ["x = list(a)"]),
        ("x = f(a, b=c)", ["x = f(a)"]),
        ("x = a if b else c", ["x = a if False else c", "x = a if True else c"]),
        ("x = [a for a in b if c]", ["x = [a for a in b]"]),
        ("x = a[b:]", ["x = a[None:]"]),
        ("x = {a: b, c: d}", ["x = {c: d}", "x = {a: b}"]),
        ("x = a.strip()", ["x = a"]),
        ("x = a.partition(b)", ["x = a.rpartition(b)"]),
        ("f(x)", ["pass"]),
        ("raise f", ["pass"]),
    ],
)
def test_the_changes_of_a_statement(tmp_path: Path, text: str, others: list[str]) -> None:
    """Every small change that is meant is made, and no other."""
    assert sorted(after for _, after in changes(tmp_path, text)) == sorted(others)


def test_the_changes_of_a_way_through(tmp_path: Path) -> None:
    """Conditions are taken for true and for false; what is returned is lost; loops end, or do not."""
    text = """
        def f(a, b=2):
            for x in a:
                if x:
                    continue
                while b:
                    break
            return a
    """
    assert changes(tmp_path, text) == [
        ("def f(a, b=2):", "def f(a, b=3):"),
        ("def f(a, b=2):", "def f(a, b=1):"),
        ("if x:", "if False:"),
        ("if x:", "if True:"),
        ("continue", "break"),
        ("while b:", "while False:"),
        ("break", "continue"),
        ("return a", "return None"),
    ]


def test_what_readers_and_the_type_checker_read_is_left(tmp_path: Path) -> None:
    """Docstrings, messages, f-strings, types, decorators, assertions and imports are not changed."""
    text = '''
        """Words."""
        from typing import TYPE_CHECKING, Final
        if TYPE_CHECKING:
            import x
        __all__ = ["A"]
        Side = tuple[int, str] | None
        @d(frozen=True)
        class A(B):
            """Words."""
            y: Final[int]
            z: int = field(repr=False)
            def f(self, a: "int") -> "str":
                assert a > 1
                match a:
                    case _:
                        assert_never(a)
                raise E("two words", f"a {a}")
    '''
    assert changes(tmp_path, text) == [("raise E('two words', f'a {a}')", "pass")]


def test_a_change_says_where_it_is(tmp_path: Path) -> None:
    """Its lines, its function, whether it needs an import; those that read alike are told apart."""
    text = "x = 1\nclass A:\n    def f(self):\n        g(\n            2)\n        g(2)\n"
    found = tool("changes").mutants(written(tmp_path, text), tmp_path)
    assert [
        (one.function, one.lines, one.nth, one.in_body) for one in found if one.after in ("x = 2", "g(3)")
    ] == [
        ("(module)", (1,), 1, False),
        ("A.f", (5, 4), 1, True),
        ("A.f", (6,), 2, True),
    ]
    assert len({one.name for one in found}) == len(found)
    assert found[0].shown == "small.py:1 (module)\n    - x = 1\n    + x = 2"


def test_a_change_that_takes_super_away_needs_an_import(tmp_path: Path) -> None:
    """A method without it closes over nothing, and a loaded one cannot be given such code."""
    text = "class A(B):\n    def __init__(self):\n        super().__init__(1)\n"
    found = tool("changes").mutants(written(tmp_path, text), tmp_path)
    assert [(one.after, one.in_body, one.is_in_place) for one in found] == [
        ("pass", True, False),
        ("super().__init__(2)", True, True),
        ("super().__init__(0)", True, True),
    ]


def test_a_long_line_is_shown_around_what_differs(tmp_path: Path) -> None:
    """Thirty characters on either side are enough to find it."""
    ((before, after),) = changes(tmp_path, f"x = f({'a, ' * 40} b == c, {'d, ' * 40})")
    assert (before, after) == (after.replace("!=", "=="), before.replace("==", "!="))
    assert len(before) < len("…" * 2 + "==") + 2 * 30 + 1


@pytest.mark.broad
def test_a_function_that_is_loaded_gets_the_changed_code(tmp_path: Path) -> None:
    """Under every name by which it is known, also as a method; what a cache holds is forgotten."""
    swapping = tool("swapping")
    text = "import functools\nclass A:\n    @functools.cache\n    def f(self): return 1 + 1\n"
    file = written(tmp_path, text)
    original = compile(text, str(file), "exec")
    names: dict[str, Any] = {"__name__": "small"}
    exec(original, names)  # noqa: S102 - this is how a module is loaded
    thing = names["A"]()
    assert thing.f() == 2
    found = tool("changes").mutants(file, tmp_path)
    (minus,) = (one for one in found if one.after == "return 1 - 1")
    other = compile(tool("changes").changed(file, minus.number), str(file), "exec")
    assert swapping.swap(original, other, swapping.loaded_functions({str(file)})) == 1
    assert thing.f() == 2
    (cache,) = swapping.loaded_caches((str(tmp_path),))
    cache.cache_clear()
    assert thing.f() == 0
    assert isinstance(names["A"].f.__wrapped__, FunctionType)


def test_a_long_test_is_passed_over_and_the_others_are_asked() -> None:
    """A change's tests take at most eight seconds together; one of ten seconds leaves them to the others."""
    (small, *_) = tool("changes").mutants(ROOT / "src/sakip_rules/values.py", ROOT / "src/sakip_rules")
    seconds = {
        "tests/test_values.py::long": 10.0,
        "tests/x.py::a": 3.0,
        "tests/x.py::b": 3.0,
        "tests/x.py::c": 3.0,
    }
    everywhere = (1 << 1000) - 1
    reach = tool("reach").Reach(seconds, {small.module: dict.fromkeys(seconds, everywhere)})
    chosen = tool("run").chosen(small, reach, ["tests/test_values.py::long"])
    assert len(chosen) == 2
    assert set(chosen) < set(seconds) - {"tests/test_values.py::long"}


def test_what_only_runs_at_import_is_tried_with_the_tests_of_the_package(tmp_path: Path) -> None:
    """A table alone in its module is reached by no test that is seen: all of them are asked."""
    file = written(tmp_path, "TABLE = {'a': 1}")
    (first, *_) = tool("changes").mutants(file, tmp_path)
    reach = tool("reach").Reach({"tests/x.py::a": 0.1, "tests/x.py::b": 0.1}, {"small.py": {}})
    assert set(tool("run").chosen(first, reach)) == {"tests/x.py::a", "tests/x.py::b"}


SMALL = '''
"""A module."""
LIMIT = 3
def f(a, b):
    if a > LIMIT:
        return a + b
    while a:
        a -= 1
        b *= 2
    return -b if b else 0
'''
TESTS = """
import functools
from sakip_rules.small import f

@functools.cache
def known(): return f(4, 1), f(5, 1)
known()

def test_f(): assert known() == (5, 6)
def test_other(): assert f(2, 1) == -4
"""


OTHER = """
from sakip_rules.other import X

def test_x(): assert X == -16
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one module, with tests that do not notice everything."""
    shutil.copytree(
        TOOL, tmp_path / "tools" / "mutants", ignore=shutil.ignore_patterns("__pycache__", "*.yaml")
    )
    for path, text in {
        "src/sakip_rules/__init__.py": "",
        "src/sakip_rules/small.py": SMALL,
        "tests/test_small.py": TESTS,
        "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["src"]\nfilterwarnings = ["error"]\n',
        "tools/mutants/equivalent.yaml": "[]",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def tried(project: Path, *arguments: str) -> tuple[int, str]:
    """What the tool ends with and says."""
    command = [sys.executable, "tools/mutants", "small", *arguments, "--jobs", "1"]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    lines = [line for line in run.stdout.splitlines() if not line.startswith("no tests ran")]
    return run.returncode, "\n".join([*lines, *run.stderr.splitlines()[-6:]])


@pytest.mark.slow
def test_what_no_test_notices_is_told(project: Path) -> None:
    """Nobody asks at the limit, and nobody without b; a loop without end is noticed."""
    code, said = tried(project)
    told = [line.strip() for line in said.splitlines() if line.startswith(("    +", "survived:", "small:"))]
    assert code == 1
    assert told == [
        "survived: small.py:3 (module)",
        "+ LIMIT = 2",
        "survived: small.py:5 f",
        "+ if a >= LIMIT:",
        "survived: small.py:10 f",
        "+ return -b if True else 0",
        "survived: small.py:10 f",
        "+ return -b if b else 1",
        "small: 18 of 22 noticed, 81.8%",
    ]
    (project / "tests" / "test_small.py").write_text(
        TESTS + "def test_zero(): assert f(3, 0) == 0\n", "utf-8"
    )
    assert "small: 21 of 22 noticed" in tried(project, "--again")[1]
    equivalent = "- in: small.py f\n  because: minus zero is zero\n  changes: [[A, B]]\n"
    change = "'return -b if b else 0', 'return -b if True else 0'"
    listed = project / "tools" / "mutants" / "equivalent.yaml"
    listed.write_text(equivalent.replace("A, B", change), "utf-8")
    (project / "src/sakip_rules/other.py").write_text(
        "from sakip_rules.small import f\nX = f(3, 2)\n", "utf-8"
    )
    (project / "tests/test_other.py").write_text(OTHER, "utf-8")
    assert "other: 4 of 4 noticed" in tried(project, "other")[1]
    assert tried(project) == (0, "\nsmall: 21 of 21 noticed, 100.0%")
    listed.write_text(equivalent, "utf-8")
    code, said = tried(project)
    assert code == 1
    assert "no such change any more:\nsmall.py\nf\nA\nB\n1" in said
