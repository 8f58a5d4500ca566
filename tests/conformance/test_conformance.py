"""Runs the conformance suite: every YAML file beside this one, in the format of README.md."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.compiled.comparing import Comparing, compiled
from tests.compiled.reporting import Reporting
from tests.plain import plain, plain_file

from sakip_rules import Catalogue, SakipRulesError
from sakip_rules.api import Result
from sakip_rules.cli import main
from sakip_rules.compiled.rule import CompiledRule
from sakip_rules.plans import AnyPlan, RulePlan

HERE = Path(__file__).parent
DATA = sorted(HERE.glob("*/*.yaml"))

# Text, or lists and maps of data: not spelled out, because each use looks one level deep.
Datum = Any
Entry = Mapping[str, Datum]
RulesOf = Callable[[Path], Catalogue]

COMMON = {"title", "decided"}
RESULT = {"exact", "category", "status", "reason", "warnings", "errors"}
KEYS = {
    "evaluate": COMMON | RESULT | {"rule", "on", "given", "value"},
    "classify": COMMON | RESULT | {"rule", "on", "value"},
    "look_up": COMMON | RESULT | {"rule", "on", "codes", "value"},
    "reports": COMMON | {"report", "diagnostics", "expect", "nodes", "audit"},
}
FILE_KEYS = {"section", "sentence", "decided", "fill", "rules", "check", "test", *KEYS}
FIGURE_KEYS = {"value", "exact", "category", "status", "reason"}
RECORD_KEYS = {"status", "reason", "category", "rule", "title", "warnings"}
FINDING_KEYS = {"path", "figure", "year", "where", "printed", "recomputed", "verdict", "reason", "message"}
DIAGNOSTIC_KEYS = {"file", "code", "line", "column", "severity"}


@dataclass(frozen=True)
class Case:
    """One test: an entry of a file of the suite, of one of the lists it may hold."""

    file: Path
    kind: str
    number: int = 0

    def __str__(self) -> str:
        name = f"{self.file.parent.name}/{self.file.stem}"
        if self.kind not in KEYS:
            return f"{name}:{self.kind}"
        title = read(self.file)[self.kind][self.number].get("title", "")
        return f"{name}:{self.kind}-{self.number + 1}" + (f" {title}" if title else "")

    @property
    def entry(self) -> Entry:
        """What the file says about this case."""
        entry: Entry = read(self.file)[self.kind][self.number]
        return entry


@cache
def read(file: Path) -> Entry:
    """Gives the content of a file of the suite, with the long texts of `fill` in their places."""
    content = plain_file(file)
    long = {f"@{name}@": fill["text"] * int(fill["times"]) for name, fill in content.get("fill", {}).items()}
    filled: Entry = put_in(content, long) if long else content
    return filled


def put_in(datum: Datum, long: Mapping[str, str]) -> Datum:
    """Gives the datum with every name of `long` replaced by its text."""
    if isinstance(datum, dict):
        return {put_in(key, long): put_in(value, long) for key, value in datum.items()}
    if isinstance(datum, list):
        return [put_in(value, long) for value in datum]
    for name, text in long.items():
        datum = datum.replace(name, text)
    return datum


def cases(kind: str, key: str = "rule") -> list[Any]:
    """Gives one pytest parameter for every case of a kind that has a key."""
    found = [Case(file, kind, number) for file in DATA for number in range(len(read(file).get(kind, [])))]
    return [pytest.param(case, id=str(case)) for case in found if key in case.entry]


def write_rules(file: Path, directory: Path) -> Path:
    """Writes the rule files of a file of the suite below a directory, and gives it back."""
    for path, text in read(file).get("rules", {}).items():
        target = directory / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, str):
            target.write_bytes(text.encode("utf-8"))
        else:
            target.write_bytes(text["text"].encode(text["encoding"]))
    return directory


def nothing_for_null(datum: Datum) -> Datum:
    """Gives the datum with None for every plain `null`."""
    if isinstance(datum, dict):
        return {key: nothing_for_null(value) for key, value in datum.items()}
    if isinstance(datum, list):
        return [nothing_for_null(value) for value in datum]
    return None if datum == "null" else datum


@pytest.fixture(scope="session")
def rules_of(tmp_path_factory: pytest.TempPathFactory) -> RulesOf:
    """Gives the catalogue of a file of the suite; its cases share it, as the calls of a program do."""
    return cache(lambda file: Catalogue.load(str(write_rules(file, tmp_path_factory.mktemp("rules")))))


def find_rule(case: Case, rules_of: RulesOf) -> Any:
    """Gives the rule that a case uses, in force when it says."""
    catalogue = rules_of(case.file)
    on = case.entry.get("on")
    if on is None:
        return catalogue.rule(case.entry["rule"])
    day = int(on) if len(on) == len("2021") else dt.date.fromisoformat(on)
    return catalogue.rule(case.entry["rule"], on=day)


def expected_diagnostic(written: Datum) -> dict[str, str]:
    """Gives the map for a diagnostic written as `code line:column`."""
    if isinstance(written, dict):
        return written
    code, _, place = written.partition(" ")
    line, _, column = place.partition(":")
    stated = {"code": code, "line": line, "column": column}
    return {key: text for key, text in stated.items() if text}


def fits(expected: Mapping[str, str], found: Mapping[str, object]) -> bool:
    """Says whether a found diagnostic has all that is expected of it."""
    for key, text in expected.items():
        shown = str(found[key]).replace("\\", "/")
        if key == "file" and not ("/" + shown).endswith("/" + text):
            return False
        if key != "file" and shown != ("None" if text == "null" else text):
            return False
    return True


def assert_diagnostics(expected: Sequence[Datum], found: Sequence[Mapping[str, object]]) -> None:
    """Fails unless the found diagnostics are the expected ones, each once, in any order."""
    left = list(found)
    wanted = sorted(map(expected_diagnostic, expected), key=len, reverse=True)
    unseen = []
    for diagnostic in wanted:
        match = next((each for each in left if fits(diagnostic, each)), None)
        if match is None:
            unseen.append(diagnostic)
        else:
            left.remove(match)
    assert (unseen, left) == ([], []), "expected but not found, found but not expected"


def assert_errors(expected: Sequence[str], caught: BaseException) -> None:
    """Fails unless the error carries errors with exactly the expected codes."""
    found = [each.code for each in caught.diagnostics if each.severity == "error"]  # type: ignore[attr-defined] # of SakipRulesError, imported by callers
    assert sorted(found) == sorted(expected)


def nullable(text: str) -> str | None:
    """Gives None for the word `null`."""
    return None if text == "null" else text


def assert_result(entry: Entry, result: Any) -> None:
    """Fails unless a result is what the entry says."""
    status = entry.get("status", "ok")
    found: dict[str, object] = {"status": result.status, "reason": result.reason}
    expected: dict[str, object] = {"status": status, "reason": entry.get("reason")}
    if "category" in entry:
        found["category"], expected["category"] = result.category, nullable(entry["category"])
    assert found == expected


def assert_numbers(entry: Entry, result: Any) -> None:
    """Fails unless the rounded and the exact value of a result are what the entry says."""
    if entry.get("status", "ok") != "ok":
        assert (result.value, result.exact) == (None, None)
    if "value" in entry:
        assert format(result.value, "f") == entry["value"]
    if "exact" in entry:
        exact = nullable(entry["exact"])
        assert result.exact == (None if exact is None else Fraction(exact))


def assert_warnings(entry: Entry, diagnostics: Sequence[Any]) -> None:
    """Fails unless the warnings of a result are those that the entry names."""
    found = [each.code for each in diagnostics if each.severity == "warning"]
    assert sorted(found) == sorted(entry.get("warnings", []))


def files_with(key: str, kind: str) -> list[Any]:
    """Gives one pytest parameter for every file of the suite that has a key."""
    return [pytest.param(file, id=str(Case(file, kind))) for file in DATA if read(file).get(key)]


@pytest.mark.parametrize("file", files_with("rules", "check"))
def test_the_check_finds_exactly_what_the_suite_says(file: Path, tmp_path: Path) -> None:
    """`sakip check` reports exactly the diagnostics of `check`; its exit code says if one is an error."""
    rules = write_rules(file, tmp_path / "rules")
    run = CliRunner().invoke(main, ["check", str(rules), "--no-bundled", "--format", "json"])
    assert run.exit_code in (0, 1), run.output
    found = json.loads(run.stdout)["diagnostics"]
    assert_diagnostics(read(file).get("check", []), found)
    assert run.exit_code == int(any(each["severity"] == "error" for each in found))


@pytest.mark.parametrize("file", files_with("test", "test"))
def test_the_examples_pass_and_fail_as_the_suite_says(file: Path, tmp_path: Path) -> None:
    """`sakip test` names every example of `failed`; its exit code says if there is one."""
    rules = write_rules(file, tmp_path / "rules")
    run = CliRunner().invoke(main, ["test", str(rules), "--no-bundled"])
    failed = int(read(file)["test"]["failed"])
    assert run.exit_code == int(failed > 0), run.output
    assert run.output.count("example-differs") == failed, run.output


@pytest.mark.parametrize("case", cases("evaluate"))
def test_a_formula_rule_gives_what_the_suite_says(case: Case, rules_of: RulesOf) -> None:
    """A formula rule gives the value, category, status and reason that follow from the sentence."""
    given = nothing_for_null(case.entry.get("given", {}))
    result = use(case, rules_of, lambda rule: evaluated(rule, given))
    if result is not None:
        assert_result(case.entry, result)
        assert_numbers(case.entry, result)
        assert_warnings(case.entry, result.diagnostics)


@cache
def compiled_once(plan: AnyPlan) -> CompiledRule | None:
    """Gives a rule compiled, which all its cases share; None where it is left to the reference."""
    return compiled(plan) if isinstance(plan, RulePlan) else None


class Answered(Comparing):
    """Compares with what the reference has given already: it may have cost all that a record may cost."""

    def __init__(self, result: Result | None) -> None:
        super().__init__()
        self.result = result

    def wanted(self, rule: CompiledRule, given: Mapping[str, Datum]) -> Result | None:
        """Gives the result of the call; asks the reference where that was computed otherwise, or refused."""
        return self.result if type(self.result) is Result else super().wanted(rule, given)


def evaluated(rule: Any, given: Mapping[str, Datum]) -> Any:
    """Gives what a rule gives; compiled, if it can be, it gives the same."""
    result = None
    try:
        result = rule.evaluate(**given)
    finally:
        quick = compiled_once(rule.plan)
        assert quick is None or Answered(result).differences(quick, given) == []
    return result


@pytest.mark.parametrize("case", cases("classify"))
def test_a_scale_gives_what_the_suite_says(case: Case, rules_of: RulesOf) -> None:
    """A scale gives the number the category that follows from the sentence."""
    result = use(case, rules_of, lambda rule: rule.classify(case.entry["value"]))
    if result is not None:
        assert_result(case.entry, result)


@pytest.mark.parametrize("case", cases("look_up"))
def test_a_table_gives_what_the_suite_says(case: Case, rules_of: RulesOf) -> None:
    """A table gives the codes the number that follows from the sentence."""
    result = use(case, rules_of, lambda rule: rule.look_up(*case.entry["codes"]))
    if result is not None:
        assert_result(case.entry, result)
        assert_numbers(case.entry, result)


def use(case: Case, rules_of: RulesOf, call: Callable[[Any], Any]) -> Any:
    """Gives what using the case's rule gives; None, once it has ended with the expected `errors`."""
    if "errors" not in case.entry:
        return call(find_rule(case, rules_of))
    with pytest.raises(SakipRulesError) as caught:
        call(find_rule(case, rules_of))
    assert_errors(case.entry["errors"], caught.value)
    return None


@pytest.mark.parametrize("case", cases("reports", "report"))
def test_a_report_gives_what_the_suite_says(case: Case, rules_of: RulesOf, tmp_path: Path) -> None:
    """A report gives the figures that follow from the sentence, or ends with the diagnostics that do."""
    entry = case.entry
    catalogue = rules_of(case.file)
    report = tmp_path / "report.yaml"
    report.write_text(entry["report"], "utf-8")
    if "diagnostics" in entry:
        with pytest.raises(SakipRulesError) as caught:
            catalogue.evaluate_report(str(report))
        found = [seen(each) for each in caught.value.diagnostics if each.severity == "error"]
        assert_diagnostics(entry["diagnostics"], found)
        return
    assert list(Reporting().differences(catalogue.read_report(str(report)))) == []
    nodes = dict(by_path(catalogue.evaluate_report(str(report)).to_dict()["results"]))
    for path, figures in entry.get("expect", {}).items():
        for figure, expected in figures.items():
            found_figure = figure_of(nodes[path], figure, expected)
            assert (path, figure, found_figure) == (path, figure, wanted_figure(expected))
    for path, facts in entry.get("nodes", {}).items():
        found_facts = {key: nodes[path].get(key) for key in facts}
        assert (path, comparable(found_facts)) == (path, comparable(nothing_for_null(facts)))


@pytest.mark.parametrize("case", cases("reports", "audit"))
def test_an_audit_finds_what_the_suite_says(case: Case, tmp_path: Path) -> None:
    """`sakip audit` has one finding for each printed figure, with the verdict that the sentence asks for."""
    rules = write_rules(case.file, tmp_path / "rules")
    report = tmp_path / "report.yaml"
    report.write_text(case.entry["report"], "utf-8")
    run = CliRunner().invoke(
        main, ["audit", str(report), "--rules", str(rules), "--no-bundled", "--format", "json"]
    )
    assert run.exit_code in (0, 1), run.output
    found = json.loads(run.stdout)["findings"]
    assert_diagnostics(case.entry["audit"], found)
    assert run.exit_code == int(any(each["verdict"] != "same" for each in found))


def comparable(datum: Datum) -> Datum:
    """Gives facts of a record with the exact numbers as fractions, here and in earlier years.

    Without `by_name`, which says once more, figure by figure, what the other maps say.
    """
    if not isinstance(datum, dict):
        return datum
    exact = {"exact": {name: Fraction(text) for name, text in datum.get("exact", {}).items()}}
    parts = {key: comparable(value) for key, value in datum.items() if key not in ("exact", "by_name")}
    return parts | exact


def seen(diagnostic: Any) -> dict[str, object]:
    """Gives a diagnostic object as `sakip check --format json` would show it."""
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "file": place.file if place else "",
        "line": place.line if place else 0,
        "column": place.column if place else 0,
    }


def by_path(root: Entry) -> Iterator[tuple[str, Entry]]:
    """Gives every node of a report's tree with its path; the root is `.`."""
    waiting: list[tuple[str, Entry]] = [(".", root)]
    while waiting:
        path, node = waiting.pop()
        yield path, node
        above = "" if path == "." else path + "/"
        waiting += [(above + child["id"], child) for child in node["children"]]


def wanted_figure(expected: Datum) -> dict[str, object]:
    """Gives the map that `figure_of` gives if all is as expected."""
    if isinstance(expected, str):
        return {"value": expected}
    wanted: dict[str, object] = {
        key: nullable(text) if isinstance(text, str) else sorted(text) for key, text in expected.items()
    }
    if "status" in expected and expected["status"] != "ok":
        wanted.setdefault("reason", None)
    if isinstance(wanted.get("exact"), str):
        wanted["exact"] = Fraction(str(wanted["exact"]))
    return wanted


def figure_of(node: Entry, figure: str, expected: Datum) -> dict[str, object]:
    """Gives of a figure of a node what is expected of it."""
    keys = set(wanted_figure(expected))
    if figure == ".":
        return record_facts(node, keys)
    name, _, year = figure.partition("@")
    facts = node["history"][year] if year else node
    absent = facts.get("absent", {}).get(name, {"status": "ok"})
    exact = facts.get("exact", {}).get(name)
    found = {
        "value": facts["values"].get(name),
        "exact": None if exact is None else Fraction(exact),
        "category": facts.get("categories", {}).get(name),
        "status": absent["status"],
        "reason": absent.get("reason"),
    }
    return {key: found[key] for key in keys}


def record_facts(node: Entry, keys: set[str]) -> dict[str, object]:
    """Gives of a node itself what is expected of it."""
    warnings = [each["code"] for each in node["diagnostics"] if each["severity"] == "warning"]
    return {key: sorted(warnings) if key == "warnings" else node.get(key) for key in keys}


def examples_in(rules: Entry) -> int:
    """Counts the examples that rule files hold."""
    read_rules = [plain(text) for text in rules.values()]
    return sum(len(rule.get("examples", [])) for rule in read_rules)


def test_files_of_the_suite_have_only_keys_that_are_compared() -> None:
    """A misspelt key would make a case that cannot fail."""
    for file in DATA:
        assert_compared(file)


def assert_compared(file: Path) -> None:
    """Fails, with the file's name, if the file has a key that nothing is compared with."""
    content = read(file)
    assert {"section", "sentence"} <= set(content) <= FILE_KEYS, file
    for kind, keys in KEYS.items():
        for entry in content.get(kind, []):
            assert set(entry) <= keys, (file, entry)
            compared = bool({"expect", "nodes", "audit"} & set(entry))
            assert kind != "reports" or ("diagnostics" in entry) != compared, (file, entry)
    for written in content.get("check", []):
        assert set(expected_diagnostic(written)) <= DIAGNOSTIC_KEYS, (file, written)
    if "test" in content:
        assert sum(map(int, content["test"].values())) == examples_in(content["rules"]), file
    for report in content.get("reports", []):
        assert all(set(finding) <= FINDING_KEYS for finding in report.get("audit", [])), file
        for figures in report.get("expect", {}).values():
            for figure, expected in figures.items():
                known = RECORD_KEYS if figure == "." else FIGURE_KEYS
                assert isinstance(expected, str) or set(expected) <= known, (file, figure)


def test_no_two_cases_of_the_suite_are_the_same() -> None:
    """Two entries of one file that ask and expect the same are one entry too many."""
    for file in DATA:
        for kind in KEYS:
            entries = Counter(json.dumps(entry, sort_keys=True) for entry in read(file).get(kind, []))
            assert [entry for entry, times in entries.items() if times > 1] == [], file
