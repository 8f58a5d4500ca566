"""Figures computed with the right formula on the wrong thing."""

from pathlib import Path

import pytest
from tests.audit.invented import audited, cause

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
