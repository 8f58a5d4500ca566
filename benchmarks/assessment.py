"""One assessment: realisasi, capaian, band and efficiency, by the engine and written by hand."""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from timing import Measured, side_by_side

from sakip_rules import Catalogue

YEAR = 2020
INPUTS = {"pmks_ditangani": 426794, "pmks_seluruhnya": 541897}
TARGET, ABSORBED = "29.42", "98.37"

Assessment = tuple[Any, Any, str, Any]


def measure(rounds: int) -> dict[str, Measured]:
    """Measures the engine beside hand-written arithmetic that gives the same result."""
    work = {"engine": engine(), "fraction": by_hand(Fraction), "decimal": by_hand(Decimal)}
    exact, plain, rounded = (function() for function in work.values())
    if exact != plain or f"{rounded[1]:.2f}" != "267.71" or rounded[2] != plain[2]:
        raise SystemExit(f"the ways of computing differ: {exact}, {plain}, {rounded}")
    return side_by_side(work, rounds)


def engine() -> Callable[[], Assessment]:
    """Gives the assessment through the public API of the library, rules loaded and linked."""
    rules = Catalogue.bundled()
    realised = rules.rule("lumajang/penanganan-pmks", on=YEAR)
    achieved = rules.rule("lumajang/capaian-kinerja", on=YEAR)
    scale = rules.rule("lumajang/skala-capaian", on=YEAR)
    efficiency = rules.rule("lumajang/efisiensi-anggaran", on=YEAR)

    def assess() -> Assessment:
        realisasi = realised.evaluate(**INPUTS).exact
        capaian = achieved.evaluate(realisasi=realisasi, target=TARGET, polarity="higher_is_better").exact
        category = scale.classify(capaian).category
        efisiensi = efficiency.evaluate(capaian=capaian, serapan=ABSORBED).exact
        return realisasi, capaian, str(category), efisiensi

    return assess


def by_hand(number: Any) -> Callable[[], Assessment]:  # noqa: ANN401 - Fraction or Decimal: what is written is the same
    """Gives the same assessment as a programmer would write it down, without rules, checks or trace."""

    def assess() -> Assessment:
        realisasi = number(INPUTS["pmks_ditangani"]) / number(INPUTS["pmks_seluruhnya"]) * 100
        capaian = realisasi / number(TARGET) * 100
        if capaian > 100:  # noqa: PLR2004 - the ends of the regulation's table
            category = "Baik Sekali"
        elif capaian > 75:  # noqa: PLR2004 - as above
            category = "Baik"
        elif capaian >= 55:  # noqa: PLR2004 - as above
            category = "Cukup"
        else:
            category = "Kurang"
        return realisasi, capaian, category, capaian - number(ABSORBED)

    return assess
