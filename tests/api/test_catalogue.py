"""A catalogue for programs: folders, days, reports, threads."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import pytest
from tests.written import outcome, report, rules, write

import sakip_rules
from sakip_rules import Catalogue, DataError, RuleError, UsageError

ROOT = Path(__file__).parents[2]
SIMPLE = "inputs: {x: {}}\nformula: x"


def refused(call: object, kind: type[UsageError | RuleError | DataError]) -> list[str]:
    """The codes of the error that a call raises."""
    with pytest.raises(kind) as caught:
        call()  # type: ignore[operator]  # a function
    assert str(caught.value)
    return [one.code for one in caught.value.diagnostics]


# ---------------------------------------------------------------- opening


def test_folders_are_read_together(tmp_path: Path) -> None:
    """Rules of one folder may refer to those of another; a folder given twice is read once."""
    write(tmp_path / "satu", "index a", "inputs: {x: {}}\nsteps: {b: {rule: contoh/b}}\nformula: b")
    write(tmp_path / "dua", "index b", SIMPLE)
    both = Catalogue.load(tmp_path / "satu", str(tmp_path / "dua"), tmp_path / "satu")
    assert (both.check(), len(both.rules.loaded)) == ([], 2)
    assert repr(both).startswith(f"<Catalogue of {tmp_path / 'satu'}, ")
    assert outcome(both.rule("contoh/a", on=2020).evaluate(x=3)) == 3


def test_a_catalogue_says_what_it_is_of(tmp_path: Path) -> None:
    """The bundled rules have no folder that the caller named."""
    assert repr(Catalogue.bundled()) == "<Catalogue of the bundled rules>"
    assert repr(Catalogue.bundled(tmp_path)) == f"<Catalogue of {tmp_path}, the bundled rules>"
    assert repr(Catalogue.from_texts({}, bundled=False)) == "<Catalogue of texts>"


def test_one_version_in_two_folders_is_an_error(tmp_path: Path) -> None:
    """Which one is meant cannot be known."""
    for folder in ("satu", "dua"):
        write(tmp_path / folder, "index a", SIMPLE)
    both = Catalogue.load(tmp_path / "satu", tmp_path / "dua")
    assert {one.code for one in both.check()} == {"versions-overlap"}
    assert refused(lambda: both.rule("contoh/a", on=2020), RuleError) == [
        "rule-has-errors",
        "versions-overlap",
    ]


def test_what_cannot_be_read_is_found_by_check(tmp_path: Path) -> None:
    """A file with errors; a folder that is not there, and a file in its place, are refused at once."""
    file = write(tmp_path, "index a", "formula: 1 +")
    assert [one.code for one in Catalogue.load(tmp_path).check()] == ["formula-not-allowed"]
    assert refused(lambda: Catalogue.load(tmp_path / "tiada"), RuleError) == ["no-file"]
    assert refused(lambda: Catalogue.load(file), RuleError) == ["id-path"]
    assert Catalogue.load().check() == []


@pytest.mark.parametrize("wrong", [7, None, b"rules"])
def test_what_is_no_path_is_refused(wrong: object) -> None:
    """For folders and for reports."""
    assert refused(lambda: Catalogue.load(wrong), UsageError) == ["bad-value"]  # type: ignore[arg-type]  # what programs without types do
    assert refused(lambda: Catalogue.load().evaluate_report(wrong), UsageError) == ["bad-value"]  # type: ignore[arg-type]  # as above


def test_floats_is_a_known_word(tmp_path: Path) -> None:
    """Anything else is a mistake of the call."""
    assert refused(lambda: Catalogue.load(tmp_path, floats="exact"), UsageError) == ["bad-value"]  # type: ignore[arg-type]  # as above
    assert Catalogue.bundled(floats="shortest").floats == "shortest"


def test_the_package_names_what_is_public() -> None:
    """Names are imported when they are first used; an unknown one is an AttributeError."""
    assert {name for name in dir(sakip_rules) if getattr(sakip_rules, name) is None} == set()
    assert set(dir(sakip_rules)) == set(sakip_rules.__all__)
    with pytest.raises(AttributeError, match="tiada"):
        sakip_rules.tiada  # noqa: B018 - the use of the name is what fails


# ---------------------------------------------------------------- rules


def test_a_version_in_force_on_a_day(tmp_path: Path) -> None:
    """A year means its last day; a point in time its date."""
    found = rules(
        tmp_path,
        {
            "index a@1.0.0": "valid_from: 2018\nvalid_to: 2020-06-30\n" + SIMPLE,
            "index a@2.0.0": "valid_from: 2020-07-01\n" + SIMPLE,
        },
    )
    late = datetime.datetime(2020, 6, 30, 23, 59, tzinfo=datetime.UTC)
    versions = [
        found.rule("contoh/a", on=on).reference[-5:] for on in (2019, 2020, datetime.date(2020, 6, 30), late)
    ]
    assert versions == ["1.0.0", "2.0.0", "1.0.0", "1.0.0"]
    assert refused(lambda: found.rule("contoh/a", on=2017), RuleError) == ["not-yet-in-force"]


def test_a_pinned_version_needs_no_day(tmp_path: Path) -> None:
    """Its references are then taken on the day of its examples."""
    found = rules(tmp_path, {"index a": "valid_from: 2018\n" + SIMPLE})
    assert found.rule("contoh/a@1.0.0").day == datetime.date(2018, 12, 31)
    assert found.rule("contoh/a@1.0.0", on=2030).day == datetime.date(2030, 12, 31)
    assert refused(lambda: found.rule("contoh/a@9.0.0"), RuleError) == ["unknown-rule"]
    assert refused(lambda: found.rule("contoh/a"), UsageError) == ["missing-key"]


@pytest.mark.parametrize("on", [0, -1, 10_000, True, "2020-13-01", 2020.5])
def test_a_bad_day(tmp_path: Path, on: object) -> None:
    """No year, or not even a number."""
    found = rules(tmp_path, {"index a": SIMPLE})
    assert refused(lambda: found.rule("contoh/a", on=on), UsageError) == ["bad-date"]  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize("reference", ["a", "contoh/a@1", "", None, 7, b"contoh/a"])
def test_no_reference(tmp_path: Path, reference: object) -> None:
    """Refused before anything is looked up."""
    found = rules(tmp_path, {"index a": SIMPLE})
    assert refused(lambda: found.rule(reference, on=2020), UsageError) == ["bad-value"]  # type: ignore[arg-type]  # as above


def test_a_rule_with_errors_cannot_be_used(tmp_path: Path) -> None:
    """Nor one that refers to it; whoever asks is told what is wrong in each file."""
    write(tmp_path, "index a", "inputs: {x: {}}\nformula: y")
    write(tmp_path, "index b", "inputs: {x: {}}\nsteps: {a: {rule: contoh/a}}\nformula: a")
    broken = Catalogue.load(tmp_path)
    has = "rule-has-errors"
    told = {"a": [has, "unknown-name"], "b": [has, "unknown-rule", "unknown-name"], "c": ["unknown-rule"]}
    for name, codes in told.items():
        found = refused(lambda name=name: broken.rule(f"contoh/{name}", on=2020), RuleError)
        assert found == codes


def test_threads_may_share_a_catalogue(tmp_path: Path) -> None:
    """The rules are checked once, and every thread gets the right result."""
    bodies = {
        f"index r{n}": f"inputs: {{x: {{}}}}\nsteps: {{b: {{rule: contoh/r{n + 1}}}}}\nformula: b + 1"
        for n in range(20)
    }
    bodies["index r20"] = SIMPLE
    for name, body in bodies.items():
        write(tmp_path, name, body)
    shared = Catalogue.load(tmp_path)

    def work(number: int) -> object:
        rule = shared.rule(f"contoh/r{number % 20}", on=2000 + number % 3)
        return shared.checked, outcome(rule.evaluate(x=number)) == number + 20 - number % 20

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(work, range(200)))
    assert set(found) == {(shared.checked, True)}


# ---------------------------------------------------------------- reports


def test_reports(tmp_path: Path) -> None:
    """Read, computed, audited; a file that is not there is a DataError."""
    found = rules(tmp_path / "rules", {"framework k": "levels: {d: {result: x, inputs: {x: {}}}}"})
    file = report(tmp_path, "x: 5\nprinted: [{figure: x, value: 5}]")
    assert found.read_report(file).root.years[2020].values == {"x": 5}
    assert found.evaluate_report(str(file)).tree.root.figure("x").value == Fraction(5)  # type: ignore[union-attr]  # it is there
    assert [one.verdict for one in found.audit_report(file).findings] == ["same"]
    for missing in (tmp_path / "tiada.yaml", tmp_path):
        assert refused(lambda missing=missing: found.evaluate_report(missing), DataError) == ["no-file"]
    file.write_text("report: A\nreport: B\n", encoding="utf-8")
    assert refused(lambda: found.evaluate_report(file), DataError) == ["duplicate-key"]


def test_examples_of_all_rules_and_their_progress(tmp_path: Path) -> None:
    """Progress counts rules, not examples."""
    found = rules(tmp_path, {"index a": SIMPLE, "index b": SIMPLE})
    told: list[tuple[int, int]] = []
    outcomes = found.run_examples(lambda done, number: told.append((done, number)))
    assert ([one.passed for one in outcomes], told) == ([True, True], [(1, 2), (2, 2)])
    assert len(found.run_examples()) == 2
