"""IKPA: the version of each year, two readings of the dispensation, agreement with another program."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.independent import indices

from sakip_rules import Catalogue, SakipRulesError

ROOT = Path(__file__).parents[2]
WHOLE = {
    "revisi_dipa": "80.00",
    "deviasi_hal_iii": "87.51",
    "penyerapan": "99.93",
    "kontraktual": "99.04",
    "tagihan": "96.15",
    "up_tup": "94.21",
    "capaian_output": "100.00",
}
TYPES = ("pegawai", "barang", "modal", "bansos")
SCORES = st.decimals("0", "110", places=2).map(str)
SPENDING = st.lists(
    st.tuples(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=4
)
bounded = settings(max_examples=25, deadline=None)


@pytest.mark.parametrize(
    ("year", "version"),
    [(2020, "1.0.0"), (2021, "2.0.0"), (2022, "3.0.0"), (2023, "3.0.0"), (2024, "4.0.0"), (2026, "4.0.0")],
)
def test_a_performance_year_has_the_weights_of_its_own_regulation(
    rules: Catalogue, year: int, version: str
) -> None:
    """The version is chosen by the year that is reported, not by the day of computing."""
    assert rules.rule("nasional/ikpa", on=year).reference == f"nasional/ikpa@{version}"


@pytest.mark.parametrize(
    ("name", "year", "code", "neighbour"),
    [
        ("ikpa", 2019, "not-yet-in-force", "1.0.0"),
        ("ikpa-revisi-dipa", 2021, "no-longer-in-force", "1.0.0"),
        ("ikpa-deviasi-hal-iii", 2021, "not-yet-in-force", "1.0.0"),
        ("ikpa-kategori", 2021, "not-yet-in-force", "1.0.0"),
    ],
)
def test_a_year_whose_rule_is_not_known_is_refused(
    rules: Catalogue, name: str, year: int, code: str, neighbour: str
) -> None:
    """What was not read for a year is not borrowed from another year; the neighbour in time is named."""
    with pytest.raises(SakipRulesError) as caught:
        rules.rule(f"nasional/{name}", on=year)
    assert code in str(caught.value)
    assert neighbour in str(caught.value)


@pytest.mark.parametrize(("penalty", "printed"), [("0", "95.06"), ("0.75", "94.31")])
def test_the_spreadsheet_comes_out_only_with_rounded_parts(
    rules: Catalogue, penalty: str, printed: str
) -> None:
    """Unrounded parts would sum to 95.0525 and print 95.05."""
    result = rules.rule("nasional/ikpa", on=2024).evaluate(**WHOLE, pengurangan_dispensasi=penalty)
    assert str(result.value) == printed


def test_4_995_permil_has_two_readings(rules: Catalogue) -> None:
    """The unrounded ratio is beyond 4.99; rounded to three places it is within 4.999."""
    counts = {"spm_dispensasi": 999, "spm_triwulan_4": 200_000}
    spreadsheet = rules.rule("nasional/ikpa-dispensasi-spm", on=2024).evaluate(**counts)
    rounded = rules.rule("nasional/ikpa-dispensasi-spm-tiga-desimal", on=2024).evaluate(**counts)
    assert (spreadsheet.exact, rounded.exact) == (Fraction(1), Fraction(3, 4))


@bounded
@given(scores=st.lists(SCORES, min_size=7, max_size=7), absent=st.sets(st.integers(0, 6), max_size=6))
def test_the_total_is_the_same_computed_apart(rules: Catalogue, scores: list[str], absent: set[int]) -> None:
    """Whatever the scores, and whichever indicators do not apply, two programs give one total."""
    values: dict[str, str] = dict(zip(WHOLE, scores, strict=True))
    values |= {name: "not_applicable" for place, name in enumerate(WHOLE) if place in absent}
    values["pengurangan_dispensasi"] = "0.25"
    result = rules.rule("nasional/ikpa", on=2024).evaluate(**values)
    assert result.exact == indices.COMPUTE["ikpa@4.0.0"](values)["result"]


@bounded
@given(months=st.lists(SPENDING, min_size=1, max_size=12))
def test_the_deviation_is_the_same_computed_apart(
    rules: Catalogue, months: list[list[tuple[int, int, int]]]
) -> None:
    """For any plan and spending two programs give one score, December being left out."""
    data = [
        {
            "nomor": str(number),
            "belanja": [{"pagu": str(a), "rpd": str(b), "realisasi": str(c)} for a, b, c in rows],
        }
        for number, rows in enumerate(months, 1)
    ]
    result = rules.rule("nasional/ikpa-deviasi-hal-iii", on=2024).evaluate(bulan=data)
    expected = indices.COMPUTE["ikpa-deviasi-hal-iii@2.0.0"]({"bulan": data})["result"]
    assert result.value == Decimal(expected.numerator) / expected.denominator


@bounded
@given(
    quarters=st.lists(
        st.lists(
            st.tuples(st.integers(0, 3), st.integers(1, 10**9), st.integers(0, 10**9)), min_size=1, max_size=4
        ),
        min_size=1,
        max_size=4,
    )
)
def test_the_absorption_is_the_same_computed_apart(
    rules: Catalogue, quarters: list[list[tuple[int, int, int]]]
) -> None:
    """For any ceilings and spending two programs give one score."""
    data = [
        {
            "nama": f"tw{number}",
            "belanja": [
                {"jenis": TYPES[kind], "pagu": str(ceiling), "realisasi": str(spent)}
                for kind, ceiling, spent in rows
            ],
        }
        for number, rows in enumerate(quarters, 1)
    ]
    result = rules.rule("nasional/ikpa-penyerapan", on=2024).evaluate(triwulan=data)
    expected = indices.COMPUTE["ikpa-penyerapan@1.0.0"]({"triwulan": data})["result"]
    assert result.value == Decimal(expected.numerator) / expected.denominator
