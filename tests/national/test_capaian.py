"""The national achievement rules: published figures, zero targets, the two formulas of less-is-better."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bundled import bundled
from tests.independent import achievements

from sakip_rules import Catalogue, RuleError

ROOT = Path(__file__).parent.parent.parent
RULE_OF = {"tinggi": "nasional/capaian-makin-tinggi", "rendah": "nasional/capaian-makin-rendah"}


def named(row: Any) -> str:
    """How a published row is called in a test report."""
    return f"{row.place}-{row.name}".replace(" ", "-")


@pytest.mark.parametrize("row", achievements.ROWS, ids=named)
def test_published_rows_come_out_as_computed_apart(rules: Catalogue, row: Any) -> None:
    """Every row of the three published tables has exactly the value of plain fractions."""
    result = rules.rule(RULE_OF[row.formula], on=2025).evaluate(realisasi=row.realised, target=row.target)
    assert result.exact == row.exact


@pytest.mark.parametrize("row", achievements.ROWS, ids=named)
def test_how_published_rows_fit_is_stated_truly(row: Any) -> None:
    """A row said to be rounded, cut off or wrong is so by plain fractions."""
    assert achievements.fit_of(row) == row.fit


@pytest.mark.parametrize("row", achievements.ROWS, ids=named)
def test_published_rows_are_examples_of_their_rule(row: Any) -> None:
    """The rule file holds the example that the separate calculation writes."""
    text = (ROOT / "rules" / RULE_OF[row.formula] / "1.0.0.yaml").read_text(encoding="utf-8")
    assert f"{achievements.example(row)}\n" in text


@pytest.mark.parametrize("row", [row for row in achievements.ROWS if row.fit == "N"], ids=named)
def test_figures_that_do_not_recompute_are_errata(row: Any) -> None:
    """A printed figure that no rounding explains stands among the errata, with the true one."""
    text = (ROOT / "rules" / RULE_OF[row.formula] / "1.0.0.yaml").read_text(encoding="utf-8")
    printed, true = (figure.replace(".", ",") for figure in (row.printed, row.true))
    assert f'printed: "{printed}"\n    corrected: "{true}"' in text


@pytest.mark.parametrize("case", achievements.CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_other_published_figures_come_out_as_computed_apart(rules: Catalogue, case: Any) -> None:
    """Scores, shares and conversions have exactly the value of plain fractions."""
    result = rules.rule(f"nasional/{case.rule}", on=case.year).evaluate(**case.given)
    assert result.exact == case.exact


@pytest.mark.parametrize("case", achievements.CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_other_published_figures_are_printed_so_or_errata(case: Any) -> None:
    """A figure of a source is the computed one to its last digit, or is marked as a misprint."""
    assert (case.true == case.printed) is not case.erratum


def test_fifty_two_rows_of_one_kabupaten() -> None:
    """The kabupaten's tables are complete: 36 main indicators and 16 rows of its agencies."""
    assert (len(achievements.IKU), len(achievements.OPD), len(achievements.QUARTERS)) == (36, 16, 21)


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("nasional/capaian-makin-rendah", Fraction(-50)),
        ("nasional/capaian-makin-rendah-terbalik", Fraction(40)),
    ],
)
def test_more_than_twice_the_target(rules: Catalogue, rule: str, value: Fraction) -> None:
    """Where 2T < R one formula is negative and the other is not."""
    assert rules.rule(rule, on=2020).evaluate(realisasi=25, target=10).exact == value


@pytest.mark.parametrize(
    ("rule", "answer"),
    [
        ("nasional/capaian-makin-tinggi", "division-by-zero"),
        ("nasional/capaian-makin-rendah", "division-by-zero"),
        ("nasional/capaian-makin-rendah-terbalik", "division-by-zero"),
        ("nasional/capaian-makin-rendah-terbalik-nol", 100),
        ("nasional/capaian-target-nol-nihil", 0),
        ("nasional/capaian-target-nol-seratus", 0),
        ("nasional/capaian-target-nol-batas", "tidak-dinilai"),
        ("nasional/capaian-makin-rendah-target-nol", 120),
        ("nasional/capaian-target-negatif", "check-failed"),
    ],
)
def test_target_zero_and_realised_zero(rules: Catalogue, rule: str, answer: int | str) -> None:
    """Each habit for a target of zero gives its own stated answer when nothing was realised either."""
    result = rules.rule(rule, on=2020).evaluate(realisasi=0, target=0)
    assert (result.reason or result.exact) == answer


def test_target_zero_against_the_worst_case(rules: Catalogue) -> None:
    """With a worst case a target of zero that is met counts 100."""
    rule = rules.rule("nasional/capaian-kasus-terburuk", on=2026)
    assert rule.evaluate(realisasi=0, target=0, terburuk=8).exact == 100


numbers = st.fractions(min_value=Fraction(1, 100), max_value=1000, max_denominator=100)


@given(target=numbers, realised=numbers)
@settings(max_examples=40)
def test_three_ways_to_write_less_is_better(target: Fraction, realised: Fraction) -> None:
    """Plan less excess, twice the target less realised, and one plus one less the ratio are one formula."""
    rule = bundled().rule("nasional/capaian-makin-rendah", on=2020)
    exact = rule.evaluate(realisasi=realised, target=target).exact
    assert exact == (2 * target - realised) / target * 100 == (1 + (1 - realised / target)) * 100


@given(target=numbers, realised=numbers)
@settings(max_examples=40)
def test_both_formulas_meet_on_target_alone(target: Fraction, realised: Fraction) -> None:
    """The inverse ratio is never below the difference, and equal to it only exactly on target."""
    catalogue = bundled()
    both = {"realisasi": realised, "target": target}
    difference = catalogue.rule("nasional/capaian-makin-rendah", on=2020).evaluate(**both).exact
    inverse = catalogue.rule("nasional/capaian-makin-rendah-terbalik", on=2020).evaluate(**both).exact
    assert difference is not None
    assert inverse is not None
    assert inverse >= difference
    assert (inverse == difference) == (realised == target)


def test_range_target_keeps_to_the_formula_where_the_regulation_miscounts(rules: Catalogue) -> None:
    """92 against 80-90 is 102.22, whatever the regulation prints."""
    rule = rules.rule("nasional/capaian-rentang", on=2021)
    target = {"min": 80, "max": 90}
    assert rule.evaluate(realisasi=92, target=target).exact == Fraction(920, 9)
    assert rule.evaluate(realisasi=70, target=target).exact == Fraction(175, 2)


@pytest.mark.parametrize(
    ("achievement", "value"),
    [("98", 88), ("100", 109), ("110.01", 120), ("59", 49), ("60", 50), ("79", 69), ("80", 70), ("99", 89)],
)
def test_conversion_of_staff_performance(rules: Catalogue, achievement: str, value: int) -> None:
    """The conversion of PermenPANRB 8/2021 gives its printed samples and the ends of its classes."""
    assert rules.rule("nasional/konversi-skp", on=2021).evaluate(capaian=achievement).exact == value


@pytest.mark.parametrize("achievement", ["79.5", "99.5", "100.5"])
def test_conversion_of_staff_performance_has_holes(rules: Catalogue, achievement: str) -> None:
    """Between two classes with whole-number ends there is no value."""
    assert rules.rule("nasional/konversi-skp", on=2021).evaluate(capaian=achievement).reason == "no-case"


@pytest.mark.parametrize(("year", "code"), [(2020, "not-yet-in-force"), (2022, "no-longer-in-force")])
def test_conversion_of_staff_performance_lives_one_year(rules: Catalogue, year: int, code: str) -> None:
    """Asked before or after its life, the conversion says so."""
    with pytest.raises(RuleError) as caught:
        rules.rule("nasional/konversi-skp", on=year)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == [code]
