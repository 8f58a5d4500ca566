"""A report file as a whole, and the report of an example."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import mistakes, pointed_at, report, rules, write

from sakip_rules import Catalogue, DataError
from sakip_rules.reader import report as reader_report

BODIES = {
    "framework k": "levels: {d: {result: x, inputs: {x: {}}}}",
    "index a": "formula: 1",
    "scale s": "bands: [{category: X, from: 0}]\ndomain: {from: 0}",
}


def codes(folder: Path, text: str) -> list[str]:
    """What is wrong in a file of this text, and what it points at."""
    file = folder / "laporan.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        rules(folder / "rules", BODIES).read_report(file)
    return [f"{one.key} {pointed_at(one)}" for one in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("report: A\norganization: B\nyear: 2020\n", ["missing-key r"]),
        ("x: 1\n", ["missing-key x"] * 4),
        (
            "report: A\norganization: B\ntahun: 2020\nkerangka: contoh/k\n",
            ["unknown-key tahun", "unknown-key kerangka"],
        ),
        ("laporan: A\norganization: B\nframework: contoh/k\n", ["missing-key l", "unknown-key laporan"]),
        ("report: A\norganization: B\nyear: 20\nframework: contoh/k\n", ["bad-date.year 20"]),
        (
            "report: [A]\norganization: B\nyear: 2020\nframework: tiada\n",
            ["bad-value.text-expected [", "bad-value.reference tiada"],
        ),
        (
            "report: [A]\norganization: B\nyear: 2020\nframework: k\n",
            ["bad-value.text-expected [", "unknown-rule k"],
        ),
        ("report: A\norganization: B\nyear: 2020\nframework: contoh/tiada\n", ["unknown-rule contoh/tiada"]),
        ("report: A\norganization: B\nyear: 2020\nframework: contoh/a\n", ["unknown-rule.kind contoh/a"]),
        ("report: A\norganization: B\nyear: 2020\nframework: contoh/s\n", ["unknown-rule.kind contoh/s"]),
        ("report: A\norganization: B\nyear: 1999\nframework: contoh/k\n", ["not-yet-in-force contoh/k"]),
    ],
)
def test_without_its_own_keys_nothing_is_read(tmp_path: Path, text: str, found: list[str]) -> None:
    """Title, organization, year and framework."""
    assert codes(tmp_path, text) == found


SPELT = {
    "indicator i": "inputs: {terlayani: {}}\nformula: terlayani",
    "framework k": """
        levels:
          d:
            result: capaian
            inputs: {rentang: {type: range}, jumlah: {}, kasus: {each: {inputs: {nilai: {}}}}}
            steps: {capaian: jumlah}
          indikator: {under: d, result: realisasi, inputs: {realisasi: {from: rule}}}
    """,
}


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        ("jumla: 1", "jumlah"),
        ("indikatr: []", "indikator"),
        ("histori: {}", "history"),
        ("peroid: 2020", "period"),
        ("indikator: [{id: a, realisas: 1}]", "realisasi"),
        ("indikator: [{id: a, dokument: 1, titel: A}]", "title"),
        ("indikator: [{id: a, rule: contoh/i, data: {terlayan: 1}}]", "terlayani"),
        ("jumlah: {value: 1, documen: A}", "document"),
        ("kasus: [{nila: 1}]", "nilai"),
        ("history: {2019: {jumla: 1}}", "jumlah"),
        ("history: {2019: {capaia: 1}}", "capaian"),
        ("history: {2019: {dat: {}}}", "data"),
        ("printed: [{figure: jumla, value: 1}]", "jumlah"),
        ("printed: [{figure: capaia, value: 1}]", "capaian"),
        ("printed: [{figure: zzz, value: 1}]", "rentang.min"),
        ("printed: [{figure: zzz, value: 1}]", "rentang.max"),
    ],
)
def test_a_misspelt_name_is_told_with_the_one_that_is_meant(tmp_path: Path, body: str, meant: str) -> None:
    """Wherever a report has names: its own keys, inputs, levels, steps, columns, figures."""
    with pytest.raises(DataError) as caught:
        rules(tmp_path / "rules", SPELT).read_report(report(tmp_path, body))
    assert f"`{meant}`" in caught.value.diagnostics[-1].hint("en")


def test_a_key_beside_the_reports_own_hides_no_other_mistake(tmp_path: Path) -> None:
    """With all of its own keys a report is read to its end, however much another looks like one of them."""
    assert mistakes(tmp_path, BODIES, "yeer: 2020\nx: satu") == [
        "5 unknown-name.key yeer",
        "6 bad-value.number-word satu",
    ]


@pytest.mark.parametrize(
    ("period", "found"),
    [("period: {id: Triwulan II, en: Second quarter}", ("Triwulan II", "Second quarter")), ("", None)],
)
def test_a_report_may_say_which_part_of_the_year_it_is_of(
    tmp_path: Path, period: str, found: tuple[str, str] | None
) -> None:
    """In two languages, as it is written."""
    data = rules(tmp_path / "rules", BODIES).read_report(report(tmp_path, f"x: 1\n{period}"))
    assert data.period == found


@pytest.mark.parametrize(
    ("framework", "said"), [("contoh/a", "`framework`"), ("contoh/kk", "`contoh/k`"), ("k", "`contoh/k`")]
)
def test_what_a_report_could_be_computed_by_is_said(tmp_path: Path, framework: str, said: str) -> None:
    """Only a framework can: its kind, or its whole id."""
    file = tmp_path / "laporan.yaml"
    file.write_text(f"report: A\norganization: B\nyear: 2020\nframework: {framework}\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        rules(tmp_path / "rules", BODIES).read_report(file)
    (found,) = caught.value.diagnostics
    assert said in f"{found.message('en')} {found.hint('en')}"


def years(first: int, last: int) -> str:
    """A history of these years."""
    return "history: {" + ", ".join(f"{year}: {{x: 1}}" for year in range(first, last)) + "}"


def test_a_report_holds_thirty_years(tmp_path: Path) -> None:
    """The report's own is one of them."""
    catalogue = rules(tmp_path / "rules", BODIES)
    assert len(catalogue.read_report(report(tmp_path, years(1991, 2020))).years) == 30
    assert mistakes(tmp_path, BODIES, years(1990, 2020)) == ["1 file-too-large.years r"]
    with pytest.raises(DataError, match="31"):
        catalogue.read_report(report(tmp_path, years(1990, 2020)))


def test_the_records_of_a_report_times_its_years_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every record counts in every year that occurs anywhere; where the years are too many, only they are."""
    bodies = {"framework k": "levels: {d: {result: x, inputs: {x: {}}}, i: {under: d}}"}
    body = f"i: [{{id: a}}, {{id: b}}]\n{years(2018, 2020)}"
    monkeypatch.setattr(reader_report, "MAX_RECORD_YEARS", 9)
    assert len(rules(tmp_path / "rules", bodies).read_report(report(tmp_path, body)).years) == 3
    monkeypatch.setattr(reader_report, "MAX_RECORD_YEARS", 8)
    assert mistakes(tmp_path, bodies, body) == ["1 file-too-large.record-years r"]
    monkeypatch.setattr(reader_report, "MAX_YEARS", 2)
    assert mistakes(tmp_path, bodies, body) == ["1 file-too-large.years r"]


def test_a_report_says_which_rules_it_used(tmp_path: Path) -> None:
    """Sorted, those that are called too; a pinned version out of force is a warning."""
    bodies = {
        "index a@1.0.0": "valid_to: 2010\nformula: 1",
        "framework k": "levels: {d: {result: y, steps: {y: {rule: contoh/a@1.0.0}}}}",
        "index z": "formula: 1",
    }
    data = rules(tmp_path / "rules", bodies).read_report(report(tmp_path, "note: N"))
    assert [source.reference for source in data.sources] == ["contoh/a@1.0.0", "contoh/k@1.0.0"]
    assert [one.code for one in data.warnings] == ["pinned-out-of-force"]
    assert (data.title, data.organization, data.year) == ("Laporan", "Dinas", 2020)


EXAMPLE = """
levels: {d: {result: x, inputs: {x: {}}, steps: {y: year}}}
examples:
  - title: T
    report: REPORT
    expect: {".": {y: 2021}}
"""


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("{year: 2021}", []),
        ("{year: 2021, report: A, organization: B, framework: contoh/k}", []),
        ("{year: 2021, x: 1, history: {2020: {x: 3}}}", []),
        ("{}", ["missing-key 10"]),
        ("{year: 20}", ["bad-date 10"]),
        ("{year: 2021, organization: []}", ["bad-value 10"]),
        ("{year: 2021, z: 1}", ["unknown-name 10"]),
        ("{year: 2021, x: satu, history: {2030: {}}}", ["bad-value 10", "bad-date 10"]),
        ("{year: 2022}", ["example-differs 11"]),
    ],
)
def test_the_report_of_an_example(tmp_path: Path, written: str, found: list[str]) -> None:
    """Its title, organization and framework may be left out; mistakes stand in the framework's file."""
    write(tmp_path, "framework k", EXAMPLE.replace("REPORT", written))
    (outcome,) = Catalogue.load(tmp_path).run_examples()
    assert [f"{one.code} {one.place.line if one.place else 0}" for one in outcome.diagnostics] == found
