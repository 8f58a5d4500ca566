"""Figures that are right but for how they are written."""

from pathlib import Path

import pytest
from tests.audit.invented import cause, finding
from tests.written import report, rules


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


@pytest.mark.parametrize(
    ("printed", "factor", "said"),
    [
        (
            "1250",
            "100",
            (
                "data laporan ini, 12,5, belum dikalikan 100",
                "the datum of this report, 12.5, was not multiplied by 100",
            ),
        ),
        (
            "0.125",
            "0.01",
            (
                "data laporan ini, 12,5, dikalikan 100 dua kali",
                "the datum of this report, 12.5, was multiplied by 100 twice",
            ),
        ),
    ],
)
def test_of_a_datum_it_is_the_report_that_is_wrong(
    tmp_path: Path, printed: str, factor: str, said: tuple[str, str]
) -> None:
    """Nilai of b is given as 12.5: where another factor is printed, the datum has lost or gained it."""
    found = finding(tmp_path, "satu/b", f"figure: nilai, value: {printed}").cause
    assert found is not None
    assert (found.code, dict(found.with_), found.message) == ("factor", {"factor": factor}, said)


def test_a_default_is_a_datum_too(tmp_path: Path) -> None:
    """The rules have 12.5 where the data say nothing; the report prints 1250."""
    level = "{result: y, inputs: {x: {default: 12.5}}, steps: {y: x * 2}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    (found,) = catalogue.audit_report(report(tmp_path, "printed: [{figure: x, value: '1250'}]")).findings
    assert found.cause is not None
    assert found.cause.message[0] == "data laporan ini, 12,5, belum dikalikan 100"


def test_of_a_computed_figure_it_is_the_printing_that_is_wrong(tmp_path: Path) -> None:
    """1.07 for 107.15 lacks the factor, 10715 has it twice; rupiah may be in thousands."""
    for path, entry, said in (
        ("satu/a", "figure: rasio, value: 1.07", "perkalian 100 terlewat"),
        ("satu/a", "figure: rasio, value: 10715.00", "dikalikan 100 dua kali"),
        ("satu/a", "figure: biaya, value: 125000", "ditulis dalam ribuan"),
        ("satu/a", "figure: biaya, value: 125", "ditulis dalam jutaan"),
    ):
        found = finding(tmp_path, path, entry).cause
        assert found is not None
        assert found.message[0] == said


@pytest.mark.parametrize(
    ("mode", "printed", "told"),
    [
        ("down", "2.68", "half_up"),  # of 2.675
        ("ceiling", "-2.68", "half_up"),
        ("half_up", "-2.67", None),  # cut off
        ("down", "-2.68", "half_up"),
    ],
)
def test_rounded_in_another_mode(tmp_path: Path, mode: str, printed: str, told: str | None) -> None:
    """The rule rounds 2.675 or -2.675 in one mode, the report in another."""
    step = f"{{formula: x / 2, rounding: {{places: 2, mode: {mode}}}}}"
    level = f"{{result: y, inputs: {{x: {{}}}}, steps: {{y: {step}}}}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    x = "-5.35" if printed.startswith("-") else "5.35"
    (found,) = catalogue.audit_report(
        report(tmp_path, f"x: {x}\nprinted: [{{figure: y, value: '{printed}'}}]")
    ).findings
    assert found.cause is not None
    if told is None:
        assert found.verdict == "cut"
    else:
        assert (found.cause.code, dict(found.cause.with_)) == (
            "another-rounding",
            {"mode": told, "places": "2"},
        )


def test_a_tie_that_may_have_been_cut_may_have_gone_to_even(tmp_path: Path) -> None:
    """0.125 printed as 0.12: cut off, or rounded half to even."""
    level = "{result: y, inputs: {x: {}}, steps: {y: x / 2}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    text = "x: 0.25\nprinted: [{figure: y, value: '0.12'}]"
    (found,) = catalogue.audit_report(report(tmp_path, text)).findings
    assert found.verdict == "cut"
    assert found.also is not None
    assert (found.also.code, dict(found.also.with_)) == (
        "another-rounding",
        {"mode": "half_even", "places": "2"},
    )


@pytest.mark.parametrize(("printed", "places"), [("43.00", "1"), ("42.9700", "2"), ("42.90", None)])
def test_as_few_zeros_behind_as_will_do(tmp_path: Path, printed: str, places: str | None) -> None:
    """A given 42.974 is 42.97, 43.0 or 43: of 43.00 it is said that one place was left, and not none."""
    level = "{result: y, inputs: {x: {}}, steps: {y: x * 2}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    text = f"x: 42.9740\nprinted: [{{figure: x, value: '{printed}'}}]"
    (found,) = catalogue.audit_report(report(tmp_path, text)).findings
    assert found.verdict == "differs"
    padded = found.cause is not None and found.cause.code == "padded"
    assert (dict(found.cause.with_) if found.cause is not None and padded else None) == (
        None if places is None else {"places": places}
    )
