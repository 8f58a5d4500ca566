"""Figures that are right but for how they are written."""

from pathlib import Path

import pytest
from tests.audit.invented import cause, finding


@pytest.mark.parametrize(
    ("entry", "code", "with_"),
    [
        # 42.857… with one decimal is 42.9
        ("figure: nilai, value: 42.90", "padded", {"places": "1"}),
        # 42.857… without decimals is 43
        ("figure: nilai, value: 43.00", "padded", {"places": "0"}),
        # 41.3 / 38 × 100 = 108.684…
        ("figure: rasio, year: 2019, value: 108.69", "another-rounding", {"mode": "up", "places": "2"}),
        ("figure: rasio, value: 1.07", "factor", {"factor": "0.01"}),
        ("figure: rasio, value: 10715.00", "factor", {"factor": "100"}),
        # 77.927… / 100 = 0.779…: rounded 0.78, cut 0.77
        ("figure: rasio_akhir, value: 0.78", "factor", {"factor": "0.01"}),
        ("figure: rasio_akhir, value: 0.77", "factor", {"factor": "0.01", "mode": "down", "places": "2"}),
        ("figure: biaya, value: 125000", "factor", {"factor": "0.001"}),
        ("figure: biaya, value: 125", "factor", {"factor": "0.000001"}),
    ],
)
def test_how_it_is_written(tmp_path: Path, entry: str, code: str, with_: dict[str, str]) -> None:
    """Each way of writing is named with what was done."""
    assert cause(tmp_path, "satu/a", entry) == (code, with_)


def test_a_negative_figure_without_its_factor(tmp_path: Path) -> None:
    """The factor is found below zero too: selisih is 42.86 − 40 = 2.86, of b 12.5 − 10, of f 0 − 5 = −5."""
    assert cause(tmp_path, "tiga/f", "figure: selisih, value: -0.05") == ("factor", {"factor": "0.01"})


def test_only_rupiah_are_written_in_thousands(tmp_path: Path) -> None:
    """A percentage divided by 1,000 is not explained."""
    assert cause(tmp_path, "satu/a", "figure: rasio, value: 0.11") is None


def test_nothing_is_a_hundredth_of_something(tmp_path: Path) -> None:
    """A printed zero is not taken for a forgotten factor, though 0.05 rounds to it."""
    assert cause(tmp_path, "tiga/g", "figure: patokan, value: 0") is None


def test_zeros_behind_need_a_rounding_that_ends_there(tmp_path: Path) -> None:
    """42.70 is not 42.857… with one decimal, rounded or cut."""
    found = finding(tmp_path, "satu/a", "figure: nilai, value: 42.70")
    assert found.verdict == "differs"
    assert found.cause is None
