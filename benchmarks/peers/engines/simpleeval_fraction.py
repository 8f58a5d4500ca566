"""simpleeval, its numbers fractions and its formula parsed once."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import Any

from simpleeval import SimpleEval

from peers.shape import Engine

FORMULA = "bulat(bulat(selesai / semua * 100) / target * 100)"


def engine() -> Engine:
    """Gives the formula on one record, and many such formulas."""

    def half_up(value: Fraction) -> Fraction:
        return Fraction(floor(value * 100 + Fraction(1, 2)), 100)

    evaluator = SimpleEval(functions={"bulat": half_up})
    tree = evaluator.parse(FORMULA)

    def record(selesai: int | None, semua: int, target: str) -> float | None:
        if selesai is None:
            return None
        evaluator.names = {"selesai": Fraction(selesai), "semua": Fraction(semua), "target": Fraction(target)}
        return float(evaluator.eval(FORMULA, previously_parsed=tree))

    def rules(count: int) -> Any:  # noqa: ANN401 - a call
        trees = [evaluator.parse(FORMULA) for _ in range(count)]
        evaluator.names = {"selesai": Fraction(5), "semua": Fraction(8), "target": Fraction("29.42")}
        return lambda: [evaluator.eval(FORMULA, previously_parsed=one) for one in trees]

    return Engine(record, rules=rules)
