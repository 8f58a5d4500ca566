"""Every hostile formula gets the verdict that the language demands, through the command and the library."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.hostile.generated import VALUES, VERDICTS
from tests.hostile.running import (
    Run,
    assert_told_kindly,
    check,
    frames_left,
    in_a_deep_stack,
    write_neighbours,
    write_rule,
)
from tests.hostile.skeletons import FORMULAS, HERE
from tests.plain import plain_file

from sakip_rules import Catalogue
from sakip_rules.expression.remembered import Remembered

STEPS_A_RULE = 30
FOLLOWED = {"unknown-name", "wrong-argument-count"}
FOLLOWS = "collection-outside-aggregate"  # a call that is no aggregate leaves the rows in it outside one
PREFIX = "  s00: '"


@dataclass(frozen=True)
class Case:
    """One formula and its verdict; a column where the language leaves no choice of it."""

    name: str
    formula: str
    verdict: str
    column: int | None = None

    @property
    def codes(self) -> set[str]:
        """The codes of which each error must be one; none for a sound formula."""
        return set() if self.verdict == "ok" else set(self.verdict.split(" or "))


@dataclass(frozen=True)
class Placed:
    """A case in a rule file, after the check of the directory that the file stands in."""

    case: Case
    file: Path
    line: int
    run: Run

    @property
    def errors(self) -> list[dict[str, Any]]:
        """The errors in the formula's own line."""
        return [entry for entry in self.run.of(self.file, self.line) if entry["severity"] == "error"]


def stored_cases() -> Iterator[Case]:
    """The formulas that are kept as text."""
    groups = plain_file(HERE / "formulas.yaml")
    for verdict, entries in groups.items():
        for entry in entries:
            formula, column = (
                (entry, None) if isinstance(entry, str) else (entry["formula"], int(entry["column"]))
            )
            yield Case(ascii(formula), formula, verdict, column)


CASES = [*stored_cases(), *(Case(name, *case) for name, case in VERDICTS.items())]
EVALUATIONS = plain_file(HERE / "evaluations.yaml")


def place(cases: list[Case], rules: Path) -> list[tuple[Case, Path, int]]:
    """Writes formulas as steps of rules, few enough for every diagnostic to be shown."""
    placed = []
    for begin in range(0, len(cases), STEPS_A_RULE):
        name = f"rumus-{begin}"
        text = FORMULAS.replace("NAME", name).replace("FORMULA", "a")
        file = rules / "contoh" / name / "1.0.0.yaml"
        for number, case in enumerate(cases[begin : begin + STEPS_A_RULE]):
            placed.append((case, file, text.count("\n") + 1))
            text += f"  s{number:02}: '{case.formula.replace(chr(39), chr(39) * 2)}'\n"
        write_rule(rules, name, text)
    write_neighbours(rules)
    return placed


def check_all(folder: Path) -> dict[Case, Placed]:
    """Checks all formulas, those of one verdict in one directory."""
    found: dict[Case, Placed] = {}
    for number, verdict in enumerate(dict.fromkeys(case.verdict for case in CASES)):
        found |= check_together(folder / str(number), [case for case in CASES if case.verdict == verdict])
    return found


def check_together(rules: Path, cases: list[Case]) -> dict[Case, Placed]:
    """Checks formulas in one directory; halves them after a crash, to find the one that is to blame."""
    placed = place(cases, rules)
    outcome = check(rules)
    if not outcome.crash or len(cases) == 1:
        return {case: Placed(case, file, line, outcome) for case, file, line in placed}
    middle = len(cases) // 2
    first = check_together(rules.with_name(f"{rules.name}a"), cases[:middle])
    return first | check_together(rules.with_name(f"{rules.name}b"), cases[middle:])


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> dict[Case, Placed]:
    """All formulas, checked once."""
    return check_all(tmp_path_factory.mktemp("formulas"))


def test_corpus_is_large_enough() -> None:
    """At least 300 formulas stand in the corpus, none of them twice."""
    assert len(CASES) >= 300
    assert len({case.formula for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.verdict}: {case.name}"[:80])
def test_verdict(case: Case, placed: dict[Case, Placed]) -> None:
    """A formula gets exactly the codes of its verdict, in its own line, and an explanation."""
    assert placed[case].run.crash == ""
    errors = placed[case].errors
    codes = {entry["code"] for entry in errors}
    assert bool(codes) == bool(case.codes)
    if codes & FOLLOWED & case.codes:
        codes -= {FOLLOWS}
    assert codes <= case.codes
    assert placed[case].run.exit_code == (1 if case.codes else 0)
    for entry in errors:
        assert_told_kindly(entry)
    if case.column is not None:
        assert len(PREFIX) + case.column in [entry["column"] for entry in errors]


def verdicts(placed: dict[Case, Placed]) -> dict[Case, list[tuple[str, int, int]]]:
    """Code and place of every error, by case."""
    return {
        case: [(entry["code"], entry["line"], entry["column"]) for entry in item.errors]
        for case, item in placed.items()
    }


def test_same_verdicts_in_a_deep_stack(
    placed: dict[Case, Placed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Verdicts do not depend on how deep the caller's stack is."""
    monkeypatch.setattr(sys.modules["sakip_rules.expression.parse"], "_REMEMBERED", Remembered())
    assert sys.getrecursionlimit() == 1000
    deep = in_a_deep_stack(lambda: check_all(tmp_path), frames_left())
    assert verdicts(deep) == verdicts(placed)


def number(text: str) -> Fraction:
    """A stated value: a fraction, or powers such as `1/2^100` and `2^13000-1`."""
    power = re.fullmatch(r"(-?)(1/)?(\d+)\^(\d+)(-1)?", text)
    if power is None:
        return Fraction(text)
    size = Fraction(int(power[3]) ** int(power[4])) - (1 if power[5] else 0)
    return (-1 if power[1] else 1) * (1 / size if power[2] else size)


def datum(value: Any) -> Any:
    """A given value as the library takes it: powers are written out as digits."""
    if isinstance(value, str):
        return str(number(value)) if "^" in value else value
    return {key: datum(part) for key, part in value.items()}


def evaluate_formula(folder: Path, formula: str, given: dict[str, Any]) -> Any:
    """The result of a rule that has one formula."""
    quoted = "'" + formula.replace("'", "''") + "'"
    write_rule(folder, "nilai", FORMULAS.replace("NAME", "nilai").replace("FORMULA", quoted))
    write_neighbours(folder)
    return Catalogue.load(str(folder)).rule("contoh/nilai", on=2021).evaluate(**given)


@pytest.mark.parametrize("entry", EVALUATIONS, ids=lambda entry: json.dumps(entry)[:80])
def test_evaluation(entry: dict[str, Any], tmp_path: Path) -> None:
    """A dangerous formula gives its exact value, or the absent value that the language names."""
    given = {name: datum(value) for name, value in entry.get("given", {}).items()}
    if "rows" in entry:
        given["rows"] = [{"x": datum(value)} for value in entry["rows"]]
    result = evaluate_formula(tmp_path, entry["formula"], given)
    if "value" in entry:
        assert result.exact == number(entry["value"])
    else:
        status = {"not_computable": "error"}.get(entry["status"], entry["status"])
        assert {"not_computable": "error"}.get(str(result.status), str(result.status)) == status
        assert result.reason == entry.get("reason", result.reason)


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize("deep", [False, True], ids=["shallow", "900 frames deep"])
def test_generated_value(name: str, deep: bool, tmp_path: Path) -> None:
    """A formula at a limit of the language is computed exactly, however deep the caller's stack."""
    formula, given, value = VALUES[name]
    result = in_a_deep_stack(lambda: evaluate_formula(tmp_path, formula, given), frames_left() if deep else 0)
    assert result.exact == Fraction(value)
