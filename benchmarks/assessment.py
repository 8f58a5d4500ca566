"""One assessment: realisasi, capaian, band and efficiency; by the engine, by its reference alone, by hand."""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

import gc
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from timing import Measured, side_by_side

from sakip_rules import Catalogue, Result
from sakip_rules.compiled.code import expression
from sakip_rules.compiled.known import DOOR_BITS, Held, Names
from sakip_rules.compiled.records import RecordWriter
from sakip_rules.compiled.rule import compile_rule
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.plans import RulePlan
from sakip_rules.reader import read_arguments
from sakip_rules.values import Absent

YEAR = 2020
INPUTS = {"pmks_ditangani": 426794, "pmks_seluruhnya": 541897}
TARGET, ABSORBED = "29.42", "98.37"

Assessment = tuple[Any, Any, str, Any]


def measure(rounds: int) -> dict[str, Measured]:
    """Measures the engine, and parts of it, beside hand-written arithmetic that gives the same result.

    `alone`, `formulas`, `one` and `facts` are parts: what the three formulas take of integers that were read
    before, and the compiled functions of their rules, which read them; a call of one rule without and with
    the reading of its value, exact value and category.
    """
    work = {
        "engine": engine(),
        "reference": reference(),
        "fraction": by_hand(Fraction),
        "decimal": by_hand(Decimal),
    }
    exact, slow, plain, rounded = (function() for function in work.values())
    if not exact == slow == plain or f"{rounded[1]:.2f}" != "267.71" or rounded[2] != plain[2]:
        raise SystemExit(f"the ways of computing differ: {exact}, {slow}, {plain}, {rounded}")
    one = achieved()
    parts: dict[str, Callable[[], object]] = {
        "alone": alone(),
        "formulas": formulas(),
        "one": one,
        "facts": lambda: facts(one()),
        "one, decimal": one_by_hand,
    }
    gc.freeze()  # what is loaded stays: without this each turn would go through it once more
    return side_by_side(work | parts, rounds)


def one_by_hand() -> Decimal:
    """Gives the achievement of `achieved` as a programmer would write it down."""
    realisasi, target, polarity = Decimal(79), Decimal(29), "higher_is_better"
    return realisasi / target * 100 if polarity == "higher_is_better" else 2 - realisasi / target


def alone() -> Callable[[], object]:
    """Gives the three formulas, compiled, of integers that were read and are there: with their checks."""
    rules = Catalogue.bundled()
    realised, capaian, efficiency = (
        _of_integers(cast("RulePlan", rules.rule(f"lumajang/{name}", on=YEAR).plan))
        for name in ("penanganan-pmks", "capaian-kinerja", "efisiensi-anggaran")
    )
    given, everything = INPUTS.values()

    def compute() -> object:
        n, d, _ = realised(given, 1, everything, 1)
        n, d, _ = capaian(n, d, 2942, 100, "higher_is_better", 1)
        return efficiency(n, d, 9837, 100)

    found = cast("tuple[int, int, None]", compute())
    if Fraction(*found[:2]) != by_hand(Fraction)()[3]:
        raise SystemExit(f"the formulas alone give {found}")
    return compute


def _of_integers(plan: RulePlan) -> Callable[..., tuple[int, int, Absent | None]]:
    """Gives a formula as a function of numerator and denominator of each input; all of them are there."""
    writer, names, arguments = RecordWriter(), cast("Names", {}), list[str]()
    for place, (name, declared) in enumerate(plan.record.inputs.items()):
        own = [f"{part}{place}" for part in "nd"]
        kind = "number" if declared.type in ("number", "count") else "code"
        bits = DOOR_BITS if kind == "number" else 1
        is_count = declared.type == "count"
        names[(name,)] = Held(kind, own[0], 1 if is_count else own[1], None, bits, bits, is_count)
        arguments += own
    exact, result = writer.rule(plan, names)
    answer = expression("(n, d, x)", n=exact.n, d=exact.d, x=result.x)
    run: Callable[..., tuple[int, int, Absent | None]] = writer.finished(tuple(arguments), answer)[1]
    return run


def formulas() -> Callable[[], object]:
    """Gives the compiled functions of the three formula rules, which read their inputs; all are there."""
    rules = Catalogue.bundled()
    realised, capaian, efficiency = (
        compile_rule(rules.rule(f"lumajang/{name}", on=YEAR).plan).run  # type: ignore[arg-type]  # formula rules
        for name in ("penanganan-pmks", "capaian-kinerja", "efisiensi-anggaran")
    )
    achieving = {"realisasi": 79, "target": 29, "polarity": "higher_is_better"}
    absorbing = {"capaian": 267, "serapan": 98}

    def compute() -> object:
        return realised(INPUTS), capaian(achieving), efficiency(absorbing)

    return compute


def achieved() -> Callable[[], Result]:
    """Gives a call of one rule through the public API."""
    rule = Catalogue.bundled().rule("lumajang/capaian-kinerja", on=YEAR)

    def call() -> Result:
        return rule.evaluate(realisasi=79, target=29, polarity="higher_is_better")

    return call


def facts(result: Result) -> tuple[object, ...]:
    """Gives what most programs ask a result for."""
    return result.value, result.exact, result.category


def reference() -> Callable[[], Assessment]:
    """Gives the assessment by the reference, as it is computed without compiled rules."""
    rules = Catalogue.bundled()
    scale = rules.rule("lumajang/skala-capaian", on=YEAR)
    realised, achieved, efficiency = (
        cast("RulePlan", rules.rule(f"lumajang/{name}", on=YEAR).plan)
        for name in ("penanganan-pmks", "capaian-kinerja", "efisiensi-anggaran")
    )

    def exact(plan: RulePlan, **inputs: object) -> Fraction | None:
        return evaluate_rule(plan, read_arguments(plan, inputs)).result.fraction

    def assess() -> Assessment:
        realisasi = exact(realised, **INPUTS)
        capaian = exact(achieved, realisasi=realisasi, target=TARGET, polarity="higher_is_better")
        category = scale.classify(capaian).category
        return realisasi, capaian, str(category), exact(efficiency, capaian=capaian, serapan=ABSORBED)

    return assess


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
