"""Figures computed with the right formula on the wrong thing."""

from pathlib import Path

import pytest
from tests.audit.invented import audited, cause, finding
from tests.written import report, rules

from sakip_rules import Catalogue


@pytest.mark.parametrize(
    ("path", "entry", "code", "with_"),
    [
        # (2 × 40 − 42.86) / 40 × 100
        ("satu/a", "figure: rasio, value: 92.85", "polarity", {"arah": "lower_is_better"}),
        # 12.5 / 10 × 100
        ("satu/b", "figure: rasio, value: 125", "polarity", {"arah": "higher_is_better"}),
        # 107.15 / 55 × 100 = 194.818…
        ("satu/a", "figure: rasio_akhir, value: 194.82", "another-figure", {"nilai": "107.15"}),
        # 42.86 / 55 × 100 = 77.927…
        ("satu/a", "figure: rasio, value: 77.93", "another-figure", {"patokan": "55"}),
        # 40 / 42.86 × 100 = 93.327…
        ("satu/a", "figure: rasio, value: 93.33", "exchanged", {"nilai": "40", "patokan": "42.86"}),
        # 70 / 30 × 100 = 233.333…
        ("satu/a", "figure: nilai, value: 233.33", "exchanged", {"ada": "70", "semua": "30"}),
        # 42.86 / 38 × 100 = 112.789…
        ("satu/a", "figure: rasio, value: 112.79", "another-year", {"patokan": "38"}),
        # 41.3 / 38 × 100 = 108.684…
        ("satu/a", "figure: rasio, value: 108.68", "another-year", {"rasio@2019": "2065/19"}),
        ("satu/a", "figure: patokan, value: 38", "another-year", {"patokan@2019": "38"}),
        # e has the same rule: 42.86 / 25 × 100
        ("satu/a", "figure: rasio, value: 171.44", "another-record", {"patokan": "25"}),
        ("satu/a", "figure: patokan, value: 25", "another-record", {"e:patokan": "25"}),
        # b stands beside it: 42.86 / 10 × 100
        ("satu/a", "figure: rasio, value: 428.60", "another-record", {"patokan": "10"}),
        ("satu/a", "figure: rasio, value: 42.86", "copied", {"nilai": "300/7"}),
    ],
)
def test_the_wrong_thing_is_named(
    tmp_path: Path, path: str, entry: str, code: str, with_: dict[str, str]
) -> None:
    """Polarity, base, target and year are named with the value that was used."""
    assert cause(tmp_path, path, entry) == (code, with_)


def test_a_column_is_exchanged_in_all_rows(tmp_path: Path) -> None:
    """The mean of serapan, 80 and 90, printed as the mean of rasio: (107.15 + 75)/2 = 91.075."""
    found = cause(tmp_path, "satu", "figure: serapan_rata, value: 91.08")
    assert found == ("another-figure", {"satu/a:serapan": "107.15", "satu/b:serapan": "75"})


def test_a_figure_of_another_unit_is_no_base(tmp_path: Path) -> None:
    """biaya, in rupiah, is not tried as nilai, in percent: 125000000 / 40 × 100."""
    assert cause(tmp_path, "satu/a", "figure: rasio, value: 312500000") is None


def test_a_figure_is_not_explained_by_what_uses_it(tmp_path: Path) -> None:
    """`lebih`, 7.15, needs `rasio`: it is not tried as its nilai, 7.15 / 40 × 100 = 17.875."""
    assert cause(tmp_path, "satu/a", "figure: rasio, value: 17.88") is None


def test_a_single_digit_is_not_explained_by_another_figure(tmp_path: Path) -> None:
    """With one digit any figure would do: 4 of g is not taken for the 5 of its patokan."""
    assert cause(tmp_path, "tiga/g", "figure: selisih, value: 1") is None


def cause_among(folder: Path, records: str) -> tuple[str, dict[str, str]] | None:
    """The code and the `with` of the cause of the one figure that a report of these records prints."""
    audited(folder, {})
    head = "report: R\norganization: B\nyear: 2020\nframework: contoh/kerangka\ntujuan:\n"
    (folder / "report.yaml").write_text(head + records, encoding="utf-8")
    (found,) = Catalogue.load(folder / "rules").audit_report(folder / "report.yaml").findings
    assert found.recomputed == "107.15"
    return None if found.cause is None else (found.cause.code, dict(found.cause.with_))


def ukuran(number: int, given: str) -> str:
    """Record number 1, 2, … of target 40, 40.01, …; the first prints the ratio of the last of eleven."""
    # 42.86 / 40.10 × 100 = 106.882…; nilai: 300/7 is rounded to 42.86 and carried so
    printed = "printed: [{figure: rasio, value: 106.88}]" if number == 1 else "printed: []"
    return f"{{id: u{number}, {given}, patokan: {40 + (number - 1) / 100:.2f}, {printed}}}"


@pytest.mark.parametrize(("records", "explained"), [(11, True), (12, False)])
def test_among_more_than_eleven_records_of_a_rule_none_is_tried(
    tmp_path: Path, records: int, explained: bool
) -> None:
    """The last of eleven records of one indicator rule explains; one more, and none does."""
    rule = "rule: contoh/bagian, data: {ada: 30, semua: 70}"
    numbers = range(1, records + 1)
    written = "".join(f"  - {{id: t{number}, ukuran: [{ukuran(number, rule)}]}}\n" for number in numbers)
    expected = ("another-record", {"patokan": "40.1"}) if explained else None
    assert cause_among(tmp_path, written) == expected


@pytest.mark.parametrize(("records", "explained"), [(11, True), (12, False)])
def test_among_more_than_eleven_records_beside_one_none_is_tried(
    tmp_path: Path, records: int, explained: bool
) -> None:
    """The same of records without a rule that stand under one record."""
    entries = ", ".join(ukuran(number, "nilai: 42.86") for number in range(1, records + 1))
    expected = ("another-record", {"patokan": "40.1"}) if explained else None
    assert cause_among(tmp_path, f"  - {{id: t, ukuran: [{entries}]}}\n") == expected


def cause_of_y(
    folder: Path, inputs: str, formula: str, given: str, printed: str
) -> tuple[str, dict[str, str]] | None:
    """The cause of y, the only step of a report of one record, printed otherwise."""
    level = f"{{result: y, inputs: {{{inputs}}}, steps: {{y: {formula}}}}}"
    body = f"{given}\nprinted: [{{figure: y, value: '{printed}'}}]"
    catalogue = rules(folder / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    (found,) = catalogue.audit_report(report(folder, body)).findings
    assert found.verdict == "differs"
    return None if found.cause is None else (found.cause.code, dict(found.cause.with_))


OF_FIVE_UNITS = ", ".join(f"{name}: {{unit: {unit}}}" for name, unit in zip("abcde", "vwxyz", strict=True))
"""Five inputs of units that do not go together: none of them is taken for another figure."""


@pytest.mark.parametrize(
    ("formula", "printed", "expected"),
    [
        ("(a - 3 * b) / c", "-5.88", {"a": "4", "b": "17"}),  # (4 - 51)/8
        ("(a - 3 * b) / c", "-0.24", {"a": "8", "c": "17"}),  # (8 - 12)/17
        ("(a - 3 * b) / c", "-1.75", {"b": "8", "c": "4"}),  # (17 - 24)/4
        ("(a - 3 * b) / c", "-3.00", None),  # (8 - 3 × 17)/4, …: three changed at once
        ("(a - 3 * b) / c + d * 1", "94.125", {"a": "4", "b": "17"}),
        ("(a - 3 * b) / c + d * 1 + e * 1", "294.125", None),  # with five there are too many ways
    ],
)
def test_two_operands_change_places(
    tmp_path: Path, formula: str, printed: str, expected: dict[str, str] | None
) -> None:
    """Any two of up to four operands of the record; of 17, 4 and 8 the right result is 0.625."""
    found = cause_of_y(tmp_path, OF_FIVE_UNITS, formula, "a: 17\nb: 4\nc: 8\nd: 100\ne: 200", printed)
    assert found == (None if expected is None else ("exchanged", expected))


@pytest.mark.parametrize(
    ("arah", "printed", "expected"),
    [
        ("higher_is_better", "51", {"arah": "lower_is_better"}),
        ("lower_is_better", "34", {"arah": "higher_is_better"}),
        ("higher_is_better", "52", None),
    ],
)
def test_a_polarity_that_the_formula_itself_reads(
    tmp_path: Path, arah: str, printed: str, expected: dict[str, str] | None
) -> None:
    """Of 17: twice as much where higher is better, three times where lower is."""
    inputs = "a: {}, arah: {type: polarity}"
    formula = "a * 2 if arah == higher_is_better else a * 3"
    found = cause_of_y(tmp_path, inputs, formula, f"a: 17\narah: {arah}", printed)
    assert found == (None if expected is None else ("polarity", expected))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("4.80", ("another-year", {"y@2019": "4.8"})),  # of 2019, not of 2018, which has the same
        ("8.50", ("another-year", {"b": "5"})),  # 17 × 5 / 10, with the b of 2017
        ("4.40", ("another-year", {"a": "11"})),  # 11 × 4 / 10
        ("5.50", ("another-year", {"y@2017": "5.5"})),
        ("17.00", ("copied", {"a": "17"})),
        ("12.00", None),  # the a of 2019 copied would be two changes
        ("6.70", None),
    ],
)
def test_other_years_from_the_latest_on(
    tmp_path: Path, printed: str, expected: tuple[str, dict[str, str]] | None
) -> None:
    """The figure of another year, else one operand of another year; 17 × 4 / 10 = 6.8 of this year."""
    given = (
        "a: 17\nb: 4\nhistory: {2019: {a: 12, b: 4}, 2018: {a: 12, b: 4}, 2017: {a: 11, b: 5}, 2016: {a: 17}}"
    )
    assert cause_of_y(tmp_path, OF_FIVE_UNITS, "a * b / 10", given, printed) == expected


TWINS = {
    "framework k": """
        levels:
          opd: {result: y, steps: {y: sum(i.t)}}
          i: {under: opd, result: r, inputs: {r: {from: rule}, t: {unit: orang}, u: {unit: orang}}}
    """,
    "index satu": "inputs: {x: {}}\nformula: x * 10",
    "index dua": "inputs: {x: {}}\nformula: x * 20",
}


def cause_of_t(folder: Path, value: str, others: str) -> tuple[str, dict[str, str]] | None:
    """The cause of t of a record, 40, printed otherwise beside some other records."""
    first = "i:\n  - {id: a, rule: contoh/satu, data: {x: 3}, t: 40, "
    body = f"{first}printed: [{{figure: t, value: '{value}'}}]}}\n{others}"
    (found,) = rules(folder / "rules", TWINS).audit_report(report(folder, body)).findings
    assert found.verdict == "differs"
    return None if found.cause is None else (found.cause.code, dict(found.cause.with_))


def test_a_given_figure_is_looked_for_in_records_of_its_rule(tmp_path: Path) -> None:
    """B has no t; c, of the same indicator rule, has 55; d has 66, but another rule."""
    others = (
        "  - {id: b, rule: contoh/satu, data: {x: 4}}\n"
        "  - {id: c, rule: contoh/satu, data: {x: 4}, t: 55}\n"
        "  - {id: d, rule: contoh/dua, data: {x: 4}, t: 66}\n"
    )
    assert cause_of_t(tmp_path, "55", others) == ("another-record", {"c:t": "55"})
    assert cause_of_t(tmp_path, "66", others) is None
    assert cause_of_t(tmp_path, "30", others) is None  # its own r, which is no t


def test_only_given_operands_come_from_other_records(tmp_path: Path) -> None:
    """B stands beside a and has the nilai 12.5: 12.5 / 40 = 31.25. But the nilai of a is computed."""
    assert cause(tmp_path, "satu/a", "figure: rasio, value: 31.25") is None


def test_a_column_of_like_unit_only(tmp_path: Path) -> None:
    """The sum of u, 7 + 8, for that of t; not the sum of r, which is of another unit and would be 70."""
    others = "  - {id: b, rule: contoh/satu, data: {x: 4}, t: 55, u: 8}\n"
    for value, expected in (("15", {"a:t": "7", "b:t": "8"}), ("70", None)):
        body = (
            f"printed: [{{figure: y, value: '{value}'}}]\n"
            "i:\n  - {id: a, rule: contoh/satu, data: {x: 3}, t: 40, u: 7}\n" + others
        )
        (found,) = rules(tmp_path / "rules", TWINS).audit_report(report(tmp_path, body)).findings
        told = None if found.cause is None else (found.cause.code, dict(found.cause.with_))
        assert told == (None if expected is None else ("another-figure", expected))


@pytest.mark.parametrize(
    ("path", "entry", "said"),
    [
        (
            "satu/a",
            "figure: rasio_akhir, value: 194.82",
            ("rasio dipakai sebagai nilai: nilai = 107,15", "rasio used as nilai: nilai = 107.15"),
        ),
        (
            "satu/a",
            "figure: rasio, value: 93.33",
            ("nilai dan patokan tertukar", "nilai and patokan exchanged"),
        ),
        ("satu/a", "figure: patokan, value: 38", ("angka tahun 2019", "the figure of 2019")),
        # 41.3 / 40 × 100
        (
            "satu/a",
            "figure: rasio, value: 103.25",
            ("dihitung dengan nilai tahun 2019: 41,3", "computed with the nilai of 2019: 41.3"),
        ),
        ("satu/a", "figure: patokan, value: 25", ("angka e", "the figure of e")),
        (
            "satu/a",
            "figure: rasio, value: 428.60",
            ("dihitung dengan patokan satu/b: 10", "computed with the patokan of satu/b: 10"),
        ),
        ("satu/a", "figure: rasio, value: 42.86", ("angka nilai disalin", "the figure nilai was copied")),
        (
            "satu/a",
            "figure: rasio, value: 92.85",
            (
                "dihitung dengan arah makin rendah makin baik (lower_is_better)",
                "computed with the polarity lower is better (lower_is_better)",
            ),
        ),
    ],
)
def test_both_languages_name_the_wrong_thing(
    tmp_path: Path, path: str, entry: str, said: tuple[str, str]
) -> None:
    """Each in its own notation."""
    found = finding(tmp_path, path, entry).cause
    assert found is not None
    assert found.message == said


@pytest.mark.parametrize(
    ("documents", "printed", "said"),
    [
        ("document: Renja", "55", "angka b (Renja)"),
        ("document: Renja, year: 2021", "55", "angka b (Renja (2021))"),
    ],
)
def test_the_document_of_another_record_is_said(
    tmp_path: Path, documents: str, printed: str, said: str
) -> None:
    """Where the datum of the other record stands, if the report says so."""
    others = f"  - {{id: b, rule: contoh/satu, data: {{x: 4}}, t: {{value: 55, {documents}}}}}\n"
    first = "i:\n  - {id: a, rule: contoh/satu, data: {x: 3}, t: 40, "
    body = f"{first}printed: [{{figure: t, value: '{printed}'}}]}}\n{others}"
    (found,) = rules(tmp_path / "rules", TWINS).audit_report(report(tmp_path, body)).findings
    assert found.cause is not None
    assert found.cause.message[0] == said


@pytest.mark.parametrize(
    ("of_a", "of_b", "explained"),
    [("v", "v", True), ("v", "w", False), (None, "w", True), ("v", None, True), (None, None, True)],
)
def test_what_has_no_unit_may_be_taken_for_anything(
    tmp_path: Path, of_a: str | None, of_b: str | None, explained: bool
) -> None:
    """Y is 17 × 3; of the 4 of b it would be 12."""
    units = ["" if unit is None else f"unit: {unit}" for unit in (of_a, of_b)]
    inputs = f"a: {{{units[0]}}}, b: {{{units[1]}}}"
    found = cause_of_y(tmp_path, inputs, "a * 3", "a: 17\nb: 4", "12.00")
    assert found == (("another-figure", {"a": "4"}) if explained else None)


def test_what_uses_a_figure_is_no_operand_of_it_over_any_number_of_steps(tmp_path: Path) -> None:
    """Y is 34, w 34 + 4 = 38, v 38 × 5 = 190: y is explained neither by w, 76, nor by v, 380."""
    level = "{result: y, inputs: {a: {}, b: {}}, steps: {y: a * 2, w: y + b, v: w * 5, u: b * 7}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    for printed, expected in (("76", None), ("380", None), ("56", {"a": "28"})):
        body = f"a: 17\nb: 4\nprinted: [{{figure: y, value: '{printed}'}}]"
        (found,) = catalogue.audit_report(report(tmp_path, body)).findings
        told = None if found.cause is None else dict(found.cause.with_)
        assert told == expected


def test_in_rows_a_step_that_uses_a_figure_of_that_name_may_be_the_wrong_column(tmp_path: Path) -> None:
    """`lebih` of the rows needs their own `rasio`, not the mean: (7.15 - 25) / 2 = -8.925."""
    found = cause(tmp_path, "satu", "figure: rasio, value: -8.93")
    assert found == ("another-figure", {"satu/a:rasio": "7.15", "satu/b:rasio": "-25"})


def test_the_data_of_an_indicator_rule_are_not_taken_from_its_record(tmp_path: Path) -> None:
    """40 / 70 × 100 = 57.142…: patokan is no number of persons."""
    assert cause(tmp_path, "satu/a", "figure: nilai, value: 57.14") is None


WITH_POLARITY = {
    "framework k": "levels: {opd: {result: r, inputs: {r: {from: rule}}}}",
    "index satu": "inputs: {p: {type: polarity}, x: {}, z: {}}\n"
    "formula: x / z if p == higher_is_better else z / x",
}


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("0.9375", ("another-year", {"x": "15"})),  # 15 / 16 of the x of 2019
        ("2.2857", ("polarity", {"p": "lower_is_better"})),  # 16 / 7
        ("16.00", ("copied", {"z": "16"})),
        ("0.5111", None),
    ],
)
def test_data_of_a_rule_that_are_no_numbers(
    tmp_path: Path, printed: str, expected: tuple[str, dict[str, str]] | None
) -> None:
    """7 / 16 = 0.4375: a polarity is neither exchanged with a number nor copied, and 2018 has no data."""
    body = (
        "rule: contoh/satu\ndata: {p: higher_is_better, x: 7, z: 16}\n"
        "history: {2019: {data: {p: lower_is_better, x: 15, z: 16}}, 2018: {r: 3}}\n"
        f"printed: [{{figure: r, value: '{printed}'}}]"
    )
    (found,) = rules(tmp_path / "rules", WITH_POLARITY).audit_report(report(tmp_path, body)).findings
    told = None if found.cause is None else (found.cause.code, dict(found.cause.with_))
    assert told == expected


def test_only_records_of_the_level_stand_beside_one(tmp_path: Path) -> None:
    """Y of a is 17 × 3; the 5 of b, of its level, gives 15; the 4 of c, of another, would give 12."""
    level = "{under: opd, result: y, inputs: {x: {}}, steps: {y: x * 3}}"
    bodies = {
        "framework k": f"levels: {{opd: {{result: z, steps: {{z: sum(i.y)}}}}, i: {level}, j: {level}}}"
    }
    for printed, expected in (("15", ("another-record", {"x": "5"})), ("12", None)):
        body = (
            f"i: [{{id: a, x: 17, printed: [{{figure: y, value: '{printed}'}}]}}, {{id: b, x: 5}}]\n"
            "j: [{id: c, x: 4}]\n"
        )
        (found,) = rules(tmp_path / "rules", bodies).audit_report(report(tmp_path, body)).findings
        told = None if found.cause is None else (found.cause.code, dict(found.cause.with_))
        assert told == expected


def test_a_polarity_is_tried_in_all_rows_that_have_another(tmp_path: Path) -> None:
    """2 × 17 + 3 × 5 = 49; with higher everywhere 44, with lower 66: only the rows that change are named."""
    formula = "sum(i.a * 2 if i.arah == higher_is_better else i.a * 3)"
    level = "{under: opd, result: a, inputs: {a: {}, arah: {type: polarity}}}"
    bodies = {"framework k": f"levels: {{opd: {{result: y, steps: {{y: '{formula}'}}}}, i: {level}}}"}
    for printed, expected in (
        ("44", {"q:arah": "higher_is_better"}),
        ("66", {"p:arah": "lower_is_better"}),
    ):
        body = (
            f"printed: [{{figure: y, value: '{printed}'}}]\n"
            "i: [{id: p, a: 17, arah: higher_is_better}, {id: q, a: 5, arah: lower_is_better}]\n"
        )
        (found,) = rules(tmp_path / "rules", bodies).audit_report(report(tmp_path, body)).findings
        assert found.cause is not None
        assert (found.cause.code, dict(found.cause.with_)) == ("polarity", expected)


def test_a_year_that_only_records_below_give_has_no_data_of_the_rule(tmp_path: Path) -> None:
    """2019 is given for the record, because j has it; the record's own rule has no data of that year."""
    bodies = {
        "framework k": """
            levels:
              opd: {result: z, steps: {z: sum(i.r)}}
              i: {under: opd, result: r, inputs: {r: {from: rule}}}
              j: {under: i, result: x, inputs: {x: {}}}
        """,
        "index satu": "inputs: {x: {}, z: {}}\nformula: x / z",
    }
    body = (
        "i:\n  - {id: a, rule: contoh/satu, data: {x: 7, z: 16}, printed: [{figure: r, value: '0.5111'}], "
        "j: [{id: b, x: 3, history: {2019: {x: 4}}}]}\n"
    )
    (found,) = rules(tmp_path / "rules", bodies).audit_report(report(tmp_path, body)).findings
    assert (found.verdict, found.cause) == ("differs", None)
