"""Reports as a program has them: a path, an open file, a mapping; one and the same report."""

from __future__ import annotations

import io
import json
from collections import UserDict
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.plain import plain_file
from tests.written import rules

from sakip_rules import Catalogue, DataError, Report, UsageError

ROOT = Path(__file__).parents[2]
BODIES = {
    "index capaian": "inputs: {r: {}, t: {}}\nformula: r / t * 100",
    "framework k": """
        levels:
          d: {result: x, inputs: {x: {}}}
          kelas:
            under: d
            inputs:
              penduduk: {type: count}
              target: {unit: persen}
              baris: {each: {inputs: {luas: {}}}}
            steps: {luas: sum(baris.luas), rasio: penduduk / target}
            result: rasio
        """,
}
HEAD = {"report": "Laporan", "organization": "Dinas", "year": 2020, "framework": "contoh/k"}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """A framework with counts, percentages and rows."""
    return rules(tmp_path, BODIES)


def data(**kelas: object) -> dict[str, Any]:
    """A report with one record of the level `kelas`."""
    return {**HEAD, "kelas": [{"id": "satu", **kelas}]}


def wrong(catalogue: Catalogue, report: object) -> list[tuple[str, tuple[str | int, ...]]]:
    """Key and path of all that is wrong with a report."""
    with pytest.raises(DataError) as caught:
        catalogue.evaluate_report(report)  # type: ignore[arg-type]  # whatever a program may give
    return [(one.key, one.path) for one in caught.value.diagnostics]


def figures(report: Report) -> list[object]:
    """All figures of a report, with all that is said of them but for lines of files."""
    return [
        (node.path, year.year, {name: figure[:9] for name, figure in year.record.figures.items()})
        for node in report
        for year in node.years
    ]


def test_one_report_in_every_form(catalogue: Catalogue, tmp_path: Path) -> None:
    """A file of YAML or JSON, open text, and objects give the same figures."""
    given = data(penduduk=1234, target=Decimal("12.50"), baris=[{"luas": Fraction(1, 3)}, {"luas": 1}])
    written = data(penduduk=1234, target="12.50", baris=[{"luas": "0.25"}, {"luas": 1}])
    exact = catalogue.evaluate_report(given).find("satu")
    assert exact is not None
    assert [exact.figure(name).value for name in ("luas", "rasio")] == [Fraction(4, 3), Fraction(2468, 25)]  # type: ignore[union-attr]  # it is there
    text = json.dumps(written)
    (tmp_path / "a.json").write_text(text)
    (tmp_path / "a.yaml").write_text(yaml.safe_dump(written))
    forms: list[Any] = [
        tmp_path / "a.json",
        str(tmp_path / "a.yaml"),
        io.StringIO(text),
        io.BytesIO(text.encode()),
    ]
    made = [catalogue.evaluate_report(form).to_dict() for form in [*forms, written, UserDict(written)]]
    assert all(one == made[0] for one in made)


def test_a_number_of_json_is_read_in_one_way(catalogue: Catalogue) -> None:
    """What may mean thousands in a text of a report means what JSON says it means."""
    assert wrong(catalogue, data(penduduk="1.234")) == [("ambiguous-number.count", ("kelas", 0, "penduduk"))]
    found = catalogue.evaluate_report(io.StringIO(json.dumps(HEAD)[:-1] + ', "x": 1.234}'))
    assert found.tree.root.figure("x").value == Fraction(1234, 1000)  # type: ignore[union-attr]  # it is there
    assert wrong(catalogue, data(penduduk=Decimal("1.234"))) == [
        ("bad-value.count", ("kelas", 0, "penduduk"))
    ]


@pytest.mark.slow
def test_the_bundled_report_as_json_is_the_same_report(tmp_path: Path) -> None:
    """All figures of a published report, with its printed figures and audit."""
    file = ROOT / "examples" / "dinsos-lumajang-2020.yaml"
    written = plain_file(file)
    bundled = Catalogue.bundled()
    expected = figures(bundled.evaluate_report(file))
    (tmp_path / "a.json").write_text(json.dumps(written))
    for form in (written, tmp_path / "a.json"):
        assert figures(bundled.evaluate_report(form)) == expected
        assert bundled.audit_report(form).findings == bundled.audit_report(file).findings


def test_every_mistake_has_its_path(catalogue: Catalogue) -> None:
    """Keys and row numbers, of data and of files alike."""
    given = data(penduduk="x", baris=[{"luas": 1}, {"luas": "y"}], asing=1)
    expected = {
        ("bad-value.number-word", ("kelas", 0, "penduduk")),
        ("bad-value.number-word", ("kelas", 0, "baris", 1, "luas")),
        ("unknown-name.key", ("kelas", 0, "asing")),
    }
    for form in (given, io.StringIO(json.dumps(given)), io.StringIO(yaml.safe_dump(given))):
        assert set(wrong(catalogue, form)) == expected


def test_the_header_of_data_is_checked_too(catalogue: Catalogue) -> None:
    """The year may be a number; a year that is none, and a key that is missing, are told."""
    assert catalogue.evaluate_report({**HEAD, "year": "2020"}).tree.year == 2020
    assert wrong(catalogue, {**HEAD, "year": 20}) == [("bad-date.year", ("year",))]
    assert wrong(catalogue, {**HEAD, "report": None}) == [("bad-value.empty", ("report",))]
    assert wrong(catalogue, {key: value for key, value in HEAD.items() if key != "year"}) == [
        ("missing-key", ())
    ]
    assert wrong(catalogue, {}) == [("missing-key", ())] * 4
    assert wrong(catalogue, {**HEAD, "kelas": [{"id": 1}, {"id": "1"}]}) == [
        ("duplicate-id.data", ("kelas", 1, "id"))
    ]
    assert wrong(catalogue, {"kind": "index", "id": "contoh/a"})[0][0] == "no-report.rule-file"


def test_floats_are_agreed_upon_when_the_catalogue_is_opened(tmp_path: Path) -> None:
    """Then pandas' NaN is a missing value."""
    kind = rules(tmp_path, BODIES, floats="shortest")
    assert wrong(Catalogue.load(tmp_path), data(target=0.1)) == [("float-given", ("kelas", 0, "target"))]
    node = kind.evaluate_report(data(target=0.1, penduduk=float("nan"))).find("satu")
    assert node is not None
    assert node.figure("target").value == Fraction(1, 10)  # type: ignore[union-attr]  # it is there
    assert node.figure("penduduk").absent.word == "missing"  # type: ignore[union-attr]  # as above


@pytest.mark.parametrize("report", [7, None, b"laporan.yaml", [("report", "x")], object()])
def test_what_is_no_report(catalogue: Catalogue, report: object) -> None:
    """Refused by its type, by every call that takes a report."""
    calls: tuple[Callable[[Any], object], ...] = (
        *(catalogue.evaluate_report, catalogue.read_report, catalogue.audit_report),
    )
    for call in calls:
        with pytest.raises(UsageError) as caught:
            call(report)
        assert [one.code for one in caught.value.diagnostics] == ["bad-value"]


def test_hostile_data_end_in_a_diagnostic(catalogue: Catalogue) -> None:
    """Circles, depths and floods; what `str` of a stranger's object would do is never asked."""

    class Odd:
        def __str__(self) -> str:
            raise RuntimeError

        __repr__ = __str__

    circle: dict[str, Any] = dict(HEAD)
    circle["kelas"] = [circle]
    reports: list[Mapping[Any, Any]] = [
        circle,
        {**HEAD, "x": Odd()},
        {**HEAD, Odd(): 1},
        {**HEAD, "x": 10**5000},
    ]
    assert [wrong(catalogue, report)[0][0] for report in reports] == [
        *("bad-value.cycle", "bad-value.python", "bad-value.key-no-text", "bad-value.digits"),
    ]
