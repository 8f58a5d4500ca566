"""The report as its printed figures have it."""

from pathlib import Path

import pytest
from tests.audit.invented import audited
from tests.written import report, rules


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


THROUGH = {
    "framework k": """
        levels:
          opd: {result: z, steps: {z: sum(t.s)}}
          t: {under: opd, result: s, steps: {s: sum(i.v)}}
          i:
            under: t
            result: v
            inputs: {a: {type: count}, b: {}, r: {type: range}}
            steps: {p: a * 2, q: b * 3, v: p + q + r.max}
    """
}


def of_z(folder: Path, printed: str, z: str) -> tuple[str, dict[str, str] | None]:
    """The verdict of z, printed beside some figures of the one record below, and the `with` of its cause.

    A is 5, b 7, r 1 to 2: p = 10, q = 21, v = 33; s, printed nowhere, and z are as much.
    """
    body = (
        f"printed: [{{figure: z, value: '{z}'}}]\n"
        f"t: [{{id: t, i: [{{id: i, a: 5, b: 7, r: {{min: 1, max: 2}}, printed: [{printed}]}}]}}]\n"
    )
    found = rules(folder / "rules", THROUGH).audit_report(report(folder, body)).findings[0]
    return found.verdict, None if found.cause is None else dict(found.cause.with_)


@pytest.mark.parametrize(
    ("printed", "z"),
    [
        ("{figure: p, value: 100}, {figure: q, value: 200}", "302"),  # 100 + 200 + 2
        ("{figure: a, value: 50}, {figure: b, value: 70}", "312"),  # 50 × 2 + 70 × 3 + 2
        ("{figure: a, value: 50}, {figure: q, value: 200}", "302"),
        ("{figure: a, year: 2019, value: 4}, {figure: q, value: 200}", "212"),  # of a year without data
        ("{figure: r, value: '40'}, {figure: q, value: 200}", "212"),  # no range is printed: r is as it was
    ],
)
def test_all_that_a_record_prints_stands_together(tmp_path: Path, printed: str, z: str) -> None:
    """Of several printed steps, inputs and years of one record none is lost."""
    assert of_z(tmp_path, printed, z) == ("follows", {"t:s": z})


def test_what_only_one_of_two_wrong_figures_gives_does_not_follow(tmp_path: Path) -> None:
    """100 + 21 + 2 = 123, as if only p had been wrong: no combinations are searched over steps."""
    assert of_z(tmp_path, "{figure: p, value: 100}, {figure: q, value: 200}", "123")[0] == "differs"


def test_a_printed_datum_does_not_take_the_data_of_the_rule_away(tmp_path: Path) -> None:
    """Patokan printed as 80: 42.86 / 80 × 100 = 53.58, and (53.58 + 75)/2 = 64.29 needs the rule's 42.86."""
    printed = {"satu/a": ["figure: patokan, value: 80"], "satu": ["figure: rasio, value: 64.29"]}
    assert verdicts(tmp_path, printed)["satu:rasio"] == ("follows", "printed-operand")
