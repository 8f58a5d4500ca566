"""Compiled levels give what the reference gives: the battery, bundled frameworks, random worlds."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from tests.compiled.report_battery import report_battery
from tests.compiled.reporting import Reporting
from tests.compiled.slips import REPORT_SLIPS
from tests.worlds.frameworks import reports_of
from tests.written import rules

from sakip_rules import Catalogue, DataError
from sakip_rules.catalogue import last_day_of
from sakip_rules.compiled.reports import QuickReport, compile_framework
from sakip_rules.evaluator import evaluate_report, tree
from sakip_rules.models import FrameworkRule
from sakip_rules.reader.report import read_example_report
from sakip_rules.resolver import Resolver

SAMPLE = Path(__file__).parents[2] / "examples" / "dinsos-lumajang-2020.yaml"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the battery is written."""
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="session")
def reporting() -> Reporting:
    """What the reference gives for the battery, computed once for all slips."""
    return Reporting()


@pytest.mark.broad
def test_the_battery(folder: Path, reporting: Reporting) -> None:
    """Every part of a level at its edges, all of it compiled; most records are computed, and not declined."""
    for asked in report_battery(folder):
        framework = compile_framework(asked[0].framework)
        assert framework.left == {}
        assert [each for report in asked for each in reporting.differences(report, framework)] == []
    counted = reporting.counted
    assert counted["computed"] > 1500
    assert 100 < counted["declined"] < counted["computed"] // 4
    assert all(counted[kind] > 200 for kind in ("Fraction", "Absent", "bool", "str", "Range"))


@pytest.mark.slow
@pytest.mark.parametrize("name", REPORT_SLIPS)
def test_a_slip_is_noticed(
    name: str, folder: Path, reporting: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each slip changes one thing, and then something of a report differs."""
    REPORT_SLIPS[name](monkeypatch)
    assert any(
        True
        for asked in report_battery(folder)
        for framework in [compile_framework(asked[0].framework)]
        for report in asked
        for _ in reporting.differences(report, framework)
    )


@pytest.mark.broad
def test_bundled_frameworks(bundled: Catalogue) -> None:
    """The reports of their examples, and the sample report."""
    reporting = Reporting()
    assert list(reporting.differences(bundled.read_report(SAMPLE))) == []
    for loaded in bundled.checked.usable:
        if isinstance(loaded.rule, FrameworkRule):
            for place, example in enumerate(loaded.rule.examples):
                report = read_example_report(
                    example,
                    loaded,
                    ("examples", place, "report"),
                    lambda year: Resolver(bundled.checked, last_day_of(year)),
                )
                assert list(reporting.differences(report)) == []
    assert reporting.counted["computed"] > 200


@pytest.mark.slow
def test_random_frameworks(tmp_path: Path) -> None:
    """New worlds each run; the seed of one where something differs is in the message."""
    reporting, first = Reporting(), random.SystemRandom().randrange(10**9)
    left: Counter[str] = Counter()
    for seed in range(first, first + 25):
        for report in reports_of(tmp_path / str(seed), seed, 3):
            left.update(compile_framework(report.framework).left.values())
            assert list(reporting.differences(report)) == [], seed
    assert reporting.counted["computed"] > 100, first


def test_limits_are_those_of_the_reference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What compiled levels may cost at most is no reason to refuse; what the reference refuses is refused."""
    framework = """
        levels:
          kantor: {result: s, steps: {s: sum(butir.c)}}
          butir: {under: kantor, result: c, inputs: {x: {}}, steps: {c: (x + x * 2 if x > 5 else 1)}}
    """
    catalogue = rules(tmp_path, {"framework k": framework})
    head = {"report": "R", "organization": "O", "year": 2020, "framework": "contoh/k"}
    report = catalogue.read_report(head | {"butir": [{"id": f"u{at}", "x": 1} for at in range(10)]})
    spent = 10 * 5 + 1 + 10 * 2  # comparison and 1; the sum, and for each row the row and its name
    for limit in (spent, spent - 1):
        monkeypatch.setattr(tree, "UNITS", limit)
        quick = QuickReport(compile_framework(report.framework), report)
        if limit == spent:
            assert evaluate_report(report, quick).root.now.figures["s"].value == 10
        else:
            with pytest.raises(DataError):
                evaluate_report(report, quick)
