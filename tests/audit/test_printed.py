"""The report as its printed figures have it."""

from pathlib import Path

from tests.audit.invented import audited


def verdicts(folder: Path, printed: dict[str, list[str]]) -> dict[str, tuple[str, str | None]]:
    """Verdict and cause of each printed figure, by path and figure."""
    return {
        f"{found.path}:{found.figure}": (found.verdict, found.cause.code if found.cause else None)
        for found in audited(folder, printed).findings
    }


def test_one_misprint_is_one_error(tmp_path: Path) -> None:
    """107.15 printed as 170.15: the means (170.15 + 75)/2 = 122.575 and that one's mean follow from it.

    badan: (122.58 + 76.63 + 40)/3 = 79.736…: what the means are printed as is what is averaged.
    """
    found = verdicts(
        tmp_path,
        {
            "satu/a": ["figure: rasio, value: 170.15"],
            "satu": ["figure: rasio, value: 122.58"],
            ".": ["figure: rasio, value: 79.74"],
        },
    )
    assert found["satu/a:rasio"][0] == "differs"
    assert found["satu:rasio"] == ("follows", "printed-operand")
    assert found[".:rasio"] == ("follows", "printed-operand")


def test_what_follows_may_follow_through_figures_that_are_not_printed(tmp_path: Path) -> None:
    """The mean of `satu` is printed nowhere: (122.58 + 76.63 + 40)/3 = 79.736… still follows from 170.15."""
    found = verdicts(
        tmp_path, {"satu/a": ["figure: rasio, value: 170.15"], ".": ["figure: rasio, value: 79.74"]}
    )
    assert found[".:rasio"] == ("follows", "printed-operand")


def test_what_follows_may_follow_through_a_called_rule(tmp_path: Path) -> None:
    """Patokan printed as 80 instead of 40: 42.86 / 80 × 100 = 53.575, which the called rule gives."""
    found = verdicts(tmp_path, {"satu/a": ["figure: patokan, value: 80", "figure: rasio, value: 53.58"]})
    assert found["satu/a:rasio"] == ("follows", "printed-operand")


def test_a_figure_of_its_own_error_does_not_follow(tmp_path: Path) -> None:
    """The mean printed as 99.99 comes from neither the data nor the printed figures."""
    found = verdicts(
        tmp_path, {"satu/a": ["figure: rasio, value: 170.15"], "satu": ["figure: rasio, value: 99.99"]}
    )
    assert found["satu:rasio"][0] == "differs"


def test_a_printing_of_what_is_absent_is_wrong_too(tmp_path: Path) -> None:
    """D has no nilai; with the printed 5 it has 5 / 7 × 100 = 71.43, and dua (76.63 + 71.43)/2 = 74.03.

    c is printed as 76.6, rightly: what follows is computed from the exact 76.63, not from that.
    """
    found = verdicts(
        tmp_path,
        {
            "dua/d": ["figure: nilai, value: 5"],
            "dua/c": ["figure: rasio, value: 76.6"],
            "dua": ["figure: rasio, value: 74.03"],
        },
    )
    assert found["dua:rasio"] == ("follows", "printed-operand")


def test_right_printings_stand_for_figures_where_nothing_else_explains(tmp_path: Path) -> None:
    """From 107 and 77, both right, (107 + 75)/2 = 91 and (91 + 77 + 40)/3 = 69.33; exactly it is 69.24."""
    found = verdicts(
        tmp_path,
        {
            "satu/a": ["figure: rasio, value: 107"],
            "dua/c": ["figure: rasio, value: 77"],
            ".": ["figure: rasio, value: 69.33"],
        },
    )
    assert found[".:rasio"] == ("follows", "printed-operand")


def test_a_printed_result_of_the_rule_stands_for_what_its_data_give(tmp_path: Path) -> None:
    """Nilai printed as 50 for 42.86: 50 / 40 × 100 = 125, printed nowhere, and (125 + 75)/2 = 100."""
    printed = {"satu/a": ["figure: nilai, value: 50.00"], "satu": ["figure: rasio, value: 100.00"]}
    mean, _ = audited(tmp_path, printed).findings
    assert mean.verdict == "follows"
    assert mean.cause is not None
    assert dict(mean.cause.with_) == {"satu/a:rasio": "125"}
