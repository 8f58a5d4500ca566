"""The public names: described, typed, and never fewer than before."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from tests.api import reference

import sakip_rules

CLIENT: Final = """\
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_type

from sakip_rules import Catalogue, DataError, Diagnostic, FigureValue, Report, Result, Rule, SakipRulesError

rules = Catalogue.bundled("aturan-kami")
rule = rules.rule("lumajang/ketepatan-sasaran", on="2020")
assert_type(rule, Rule)
result = rule.evaluate(pmks_ksm=266787, pmks_dibantu="426.794,0")
assert_type(result.value, Decimal | None)
assert_type(result.exact, Fraction | None)
assert_type(result.to_dict("en", receipt=True), dict[str, Any])
assert_type(rule.evaluate_many([{"pmks_ksm": 1}], on_error="collect"), list[Result | DataError])
report = rules.evaluate_report({"report": "LKjIP", "year": 2020})
assert_type(report, Report)
for record in report.records:
    for name, figure in record.figures.items():
        assert_type(figure, FigureValue)
try:
    rules.audit_report("laporan.json").to_dict()
except SakipRulesError as error:
    assert_type(error.diagnostics, tuple[Diagnostic, ...])
    print(error.render("en"), error.to_list("id"), [one.path for one in error.diagnostics])
"""
WRONG: Final = """\
from sakip_rules import Catalogue

rules = Catalogue.bundled(floats="exact")
rules.rule("a/b", on=2020.5)
rules.rule("a/b", on=2020).evaluate(x=1).explain("fr")
rules.search("x", kind="skala")
rules.evaluate_report(7)
"""


def test_every_public_name_is_on_the_page() -> None:
    """And no other."""
    assert set(reference.NAMES) | {"__version__"} == set(sakip_rules.__all__)


@pytest.mark.slow
def test_the_page_of_names_is_that_of_the_code() -> None:
    """`python tests/api/reference.py` writes it."""
    for file, text in reference.pages().items():
        assert file.read_text("utf-8") == text, "run: python tests/api/reference.py"


def test_everything_public_says_what_it_is() -> None:
    """Each class and method has a description."""
    for name in reference.NAMES:
        stub = ast.parse(reference.stub(name)).body[0]
        assert isinstance(stub, ast.ClassDef)
        silent = [
            node.name
            for node in stub.body
            if isinstance(node, ast.FunctionDef)
            and not ast.get_docstring(node)
            and node.name not in reference.SHOWN_DUNDERS
        ]
        assert (name, ast.get_docstring(stub) is not None, silent) == (name, True, [])


def lost(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """What programs could use before and cannot use now."""
    known = {line.partition("(")[0]: line for line in now}
    return [line for line in before if not _still(line, known.get(line.partition("(")[0]))]


def _still(before: str, now: str | None) -> bool:
    """Whether calls that were right are right still: no parameter went, or became necessary."""
    if now is None or ("(" in before) != ("(" in now):
        return False
    if "(" not in before:
        return True
    old, new = (_arguments(line) for line in (before, now))
    places, required, named, rest = old
    return (
        new[0][: len(places)] == places
        and new[1] <= required
        and named <= new[2] | set(new[0])
        and rest <= new[3]
    )


def _arguments(line: str) -> tuple[list[str], set[str], set[str], set[str]]:
    """Names by place, those that must be given, those by name alone, and `*` and `**`."""
    args = ast.parse(f"def call({line.partition('(')[2]}: ...").body[0].args  # type: ignore[attr-defined]  # a function
    places = [arg.arg for arg in (*args.posonlyargs, *args.args)]
    required = set(places[: len(places) - len(args.defaults)])
    named = {arg.arg for arg in args.kwonlyargs}
    required |= {
        arg.arg for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True) if default is None
    }
    rest = {sign for sign, arg in (("*", args.vararg), ("**", args.kwarg)) if arg is not None}
    return places, required, named, rest


def test_nothing_public_was_lost() -> None:
    """Every name, attribute and parameter of `public.txt` is there; new ones are added to it."""
    kept, now = reference.SNAPSHOT.read_text("utf-8").splitlines(), reference.public_lines()
    assert lost(kept, now) == []
    assert [
        line for line in now if line.partition("(")[0] not in {line.partition("(")[0] for line in kept}
    ] == []


@pytest.mark.parametrize(
    ("before", "now", "is_lost"),
    [
        ("A.b", "A.c", True),
        ("A.b", "A.b(self)", True),
        ("A.b(self)", "A.b", True),
        ("A.b(self, x)", "A.b(self, x, y=1)", False),
        ("A.b(self, x)", "A.b(self, x, y)", True),
        ("A.b(self, x)", "A.b(self, y)", True),
        ("A.b(self, x, y)", "A.b(self, y, x)", True),
        ("A.b(self, x=1)", "A.b(self, x)", True),
        ("A.b(self, x)", "A.b(self, x=1)", False),
        ("A.b(self, *, x=1)", "A.b(self, x=1)", False),
        ("A.b(self, *, x=1)", "A.b(self, *, y=1)", True),
        ("A.b(self, **x)", "A.b(self)", True),
        ("A.b(self)", "A.b(self, *x)", False),
        ("A.b(self)", "A.b(self, *, x)", True),
    ],
)
def test_what_would_be_lost_is_seen(before: str, now: str, is_lost: bool) -> None:
    """A change that breaks a call, and one that does not."""
    assert (lost([before], [now]) == [before]) is is_lost


@pytest.mark.slow
def test_a_client_program_is_typed(tmp_path: Path) -> None:
    """By the package as it is installed: right uses pass, wrong words are told."""
    for name, text in (("client", CLIENT), ("wrong", WRONG)):
        (tmp_path / f"{name}.py").write_text(text)
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "client.py", "wrong.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    told = [line for line in done.stdout.splitlines() if ": error:" in line]
    assert [line.partition(":")[0] for line in told] == ["wrong.py"] * 5, done.stdout + done.stderr
