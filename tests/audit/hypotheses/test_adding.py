"""Figures made of many records in another way."""

from pathlib import Path

import pytest
from tests.audit.invented import cause


@pytest.mark.parametrize(
    ("path", "entry", "code", "with_"),
    [
        # (76.63 + 0) / 2 = 38.315
        ("dua", "figure: rasio, value: 38.32", "absent-as-zero", {"dua/d:rasio": "0"}),
        # 80 alone, without the 0 of f
        ("tiga", "figure: rasio, value: 80.00", "zero-as-absent", {"tiga/f:rasio": "not_applicable"}),
        # (107.15 + 75 + 76.63 + 0 + 80) / 5, without e, which stands under the agency itself
        (".", "figure: rasio, value: 67.76", "another-mean", {"mean(ukuran.rasio)": "67.756"}),
        # (91.075 + 76.63 + 40) / 3 = 69.235
        (
            ".",
            "figure: rasio_semua, value: 69.24",
            "mean-of-means",
            {
                "satu:mean(ukuran.rasio)": "91.075",
                "dua:mean(ukuran.rasio)": "76.63",
                "tiga:mean(ukuran.rasio)": "40",
            },
        ),
        # 145 / 175 × 100 = 82.857…, where the mean of 80 and 90 is 85
        (
            "satu",
            "figure: serapan_rata, value: 82.86",
            "ratio-of-sums",
            {"sum(belanja)": "145000000", "sum(biaya)": "175000000"},
        ),
        # 105 + 60, where 170 is given
        ("satu", "figure: pegawai, value: 165", "sum-of-parts", {"sum(ukuran.pegawai)": "165"}),
        # 175000000 + 20000000
        (".", "figure: biaya, value: 195000000", "part-left-out", {"tiga:biaya": "not_applicable"}),
    ],
)
def test_the_way_of_adding_is_named(
    tmp_path: Path, path: str, entry: str, code: str, with_: dict[str, str]
) -> None:
    """Rows left out, absent rows taken for zero, other means and sums are named."""
    assert cause(tmp_path, path, entry) == (code, with_)


def test_no_subset_of_rows_is_searched(tmp_path: Path) -> None:
    """Two rows left out explain nothing: 107.15, 75 and 76.63 have the mean 86.26."""
    assert cause(tmp_path, ".", "figure: rasio_semua, value: 86.26") is None
