"""The frameworks to start from: which rule gives an achievement, and what is limited."""

from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules import Catalogue

HEAD = "report: Laporan\norganization: Dinas\nyear: 2023\nframework: nasional/"
LIMITS = {"kerangka-lkjip": None, "kerangka-lkjip-batas-100": 100, "kerangka-lkjip-batas-120": 120}


def achievements(catalogue: Catalogue, text: str) -> dict[str, object]:
    """The exact achievement of every record below the root of a report, or why there is none."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "laporan.yaml"
        file.write_text(text, encoding="utf-8")
        root = catalogue.evaluate_report(file).tree.root
    figures = {node.path: node.figure("capaian", 2023) for node in root.walk() if node is not root}
    return {
        path: figure.exact if figure.absent is None else figure.absent.json_reason
        for path, figure in figures.items()
        if figure is not None
    }


def by_hand(polarity: str, target: int, figure: int) -> Fraction:
    """The achievement, as the reports that were read compute it."""
    if polarity == "higher_is_better":
        return Fraction(figure, target) * 100
    if polarity == "lower_is_better":
        return Fraction(2 * target - figure, target) * 100
    return Fraction(target - abs(target - figure), target) * 100


@pytest.mark.parametrize("framework", LIMITS)
@given(
    polarity=st.sampled_from(["higher_is_better", "lower_is_better", "closer_is_better"]),
    target=st.integers(1, 50),
    figure=st.integers(0, 200),
)
def test_the_polarity_chooses_the_formula(
    bundled: Catalogue, framework: str, polarity: str, target: int, figure: int
) -> None:
    """Whatever the direction; an achievement is limited to 0 and the cap before it is averaged."""
    text = (
        f"{HEAD}{framework}\nsasaran:\n  - id: s\n    indikator:\n"
        f"      - {{id: a, polarity: {polarity}, target: {target}, realisasi: {figure}}}\n"
        "      - {id: b, polarity: higher_is_better, target: 1, realisasi: 1}\n"
    )
    expected, limit = by_hand(polarity, target, figure), LIMITS[framework]
    if limit is not None:
        expected = min(max(expected, Fraction(0)), Fraction(limit))
    assert achievements(bundled, text) == {"s/a": expected, "s/b": 100, "s": (expected + 100) / 2}


def test_a_target_that_is_missed_altogether_breaks_nothing(bundled: Catalogue) -> None:
    """Nothing of the branch that is not taken is computed: target / realisasi would divide by zero here."""
    text = (
        f"{HEAD}kerangka-lkjip\nindikator:\n"
        "  - {id: a, polarity: higher_is_better, target: 4, realisasi: 0}\n"
        "  - {id: b, polarity: lower_is_better, target: 4, realisasi: 0}\n"
        "  - {id: c, polarity: lower_is_better, makin_rendah: rasio, target: 4, realisasi: 0}\n"
    )
    assert achievements(bundled, text) == {"a": 0, "b": 200, "c": "division-by-zero"}
