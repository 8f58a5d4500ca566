"""Slips that one may make with columns: each changes one part, and one of the rules here notices it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.columns.comparing import Given, answered, expected, listed
from tests.columns.making import ROUNDED_SCALE, SCALE
from tests.columns.test_formulas import every_row
from tests.columns.test_records import HEAD, near_ends
from tests.written import rules

from sakip_rules.columns import absent, formulas, groups, packing, records, settling, table, whole
from sakip_rules.columns.absent import OWN, Absents
from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.ratios import Ratios
from sakip_rules.columns.whole import Wholes
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.models import Rounding
from sakip_rules.plans import RulePlan
from sakip_rules.values import MISSING, Absent

Slip = Callable[[pytest.MonkeyPatch], None]

BODIES = (
    "formula: a / b * 3\nscale: contoh/skala",
    "formula: a / b\nscale: contoh/bulat\nchecks: [{expect: a <= b, message: M}]",
    "steps: {s: {formula: a / b, rounding: {places: 1, mode: half_even, carry: rounded}}}\nformula: s * c",
    "steps: {s: {formula: a / b}, u: {formula: s + 1 / c}}\nformula: u / 3\nrounding: {places: 0, mode: up}",
    "formula: max(min(a / b, c), -1) + abs(a) * clamp(b, 0, 10)",
    "formula: [{when: t, then: a / (b / c)}, {when: k == A or given(a), then: -a / 3}]",
    "formula: 1 if a * 3 <= b < c and not t else 1 / b + a\nrounding: {places: 2, mode: down, carry: exact}",
    "formula: a * 30000000 / (b * 7 + 1)\nrounding: {places: 4}",
    "formula: c / b * 100\nrounding: {places: 2, carry: rounded}",
    "formula: (a * 1000000000 - b * 1000000000) / 1000000007\nrounding: {places: 0}",
    "formula: a - b + (1 if a * 3000 < b * 3000 else 0)",
    "formula: a + 1 / b",
    "formula: 2 if given(a) else 3\nchecks: [{expect: a > 0, message: M, severity: warning}]",
    (
        "steps: {g: {rows: [{v: a / b, w: c}, {v: b, w: 2}, {v: c, w: a}]}}\n"
        "formula: mean(g.v, where=not t, weight=g.w) + max(g.v, where=g.w > 1) * count(g.v)"
    ),
    "steps: {g: {rows: [{v: a}, {v: c}]}}\nformula: sum(g.v, where=t) * 10 + first(g.v, where=g.v != 1)",
)


@cache
def battery(folder: Path) -> tuple[tuple[RulePlan, list[Given], list[tuple[object, ...]]], ...]:
    """Gives rules, data, and what the reference gives for them."""
    bodies = {f"index r{number}": HEAD + body for number, body in enumerate(BODIES)}
    catalogue = rules(folder, {**bodies, "scale skala": SCALE, "scale bulat": ROUNDED_SCALE})
    plans = [catalogue.rule(f"contoh/r{number}", on=2020).plan for number in range(len(BODIES))]
    tables: list[list[Given]] = [
        [*every_row()[::9], *broken()],
        [*near_ends()],
        [*near_ends()[::5], {"t": True}],
        *large(),
    ]
    found = [(plan, rows) for plan in plans if isinstance(plan, RulePlan) for rows in tables]
    return tuple((plan, rows, [expected(evaluate_rule(plan, row)) for row in rows]) for plan, rows in found)


def broken() -> list[Given]:
    """Gives rows with a mistake that the data state, beside one that arises."""
    stated = Absent("not_computable", "no-case")
    return [{"a": stated, "b": Fraction(0), "c": Fraction(1)}, {"a": stated, "b": Fraction(1), "t": True}]


def large() -> list[list[Given]]:
    """Gives numbers that floats cannot tell apart, ties that no float sees, and quotients beside ties."""
    near: list[Given] = [
        {"a": Fraction(2**53 + d), "b": Fraction(2**53 + d // 2), "c": Fraction(d)} for d in range(1, 40)
    ]
    ties: list[Given] = [
        {"a": Fraction(0), "b": Fraction(2 * 10**11), "c": Fraction((2 * q + 1) * sign * 10**7)}
        for q in range(10**6, 10**6 + 20)
        for sign in (1, -1)
    ]
    cancelling: list[Given] = [
        {"a": Fraction(2**61 + 7 * d), "b": Fraction(2**61 + 3 * d), "c": Fraction(d)} for d in range(20)
    ]
    beside: list[Given] = [
        {"a": Fraction(d), "b": Fraction(d), "c": Fraction((2**53 // d * 2 - 1) * d // 2, 10_000)}
        for d in range(2**19 + 1, 2**19 + 801, 2)
    ]
    return [near, ties, cancelling, beside]


def noticed(folder: Path) -> bool:
    """Says whether columns give anything that the reference does not."""
    for plan, rows, wanted in battery(folder):
        try:
            if listed(answered(plan, rows)) != wanted:
                return True
        except (ArithmeticError, AssertionError, IndexError):  # a slip may also stop the work
            return True
    return False


def _with(owner: object, name: str, value: object) -> Slip:
    return lambda patch: patch.setattr(owner, name, value)


def _entry(owner: Any, key: str, value: object) -> Slip:
    return lambda patch: patch.setitem(owner, key, value)


def _last_of_equals(a: Any, b: Any, out: Any) -> None:
    np.copyto(out, a)
    np.copyto(out, b, where=(b >> 5) >= (a >> 5))


def _turned(condition: Any, a: Any, b: Any, out: Any) -> None:
    np.copyto(out, a)
    np.copyto(out, b, where=condition)


def _as_open(plan: Any) -> Ladder:
    bands = _BANDS_OF(plan)
    return Ladder(plan, bands.lowest, tuple(rung._replace(closed=False) for rung in bands.rungs))


def _without_band(_bands: Ladder, _absent: Absent) -> None:
    return None


def _never_own(absents: Absents, absent: Absent, **_own: bool) -> int:
    return _CODE(absents, absent, own=False)


_BANDS_OF = Ladder.of
_CODE = Absents.code
_CODED = Absents.coded
_STEPS = settling._STEPS_UP  # noqa: SLF001 - a table is changed to see who notices

SLIPS: dict[str, Slip] = {
    "ties are rounded to even": _entry(_STEPS, "half_up", _STEPS["half_even"]),
    "ties below zero are rounded up": _entry(_STEPS, "half_up", lambda _q, r, d: 2 * r >= d),
    "half even is half up": _entry(
        settling.ROUNDINGS, "half_even", lambda x, out: np.floor(x + 0.5, out=out)
    ),
    "down is floor": _entry(settling.ROUNDINGS, "down", np.floor),
    "the theorem is stretched": _with(whole, "CERTAIN", 1 << 70),
    "2^54 is exact": _with(whole, "EXACT", 1 << 60),
    "nothing is in doubt": _with(Wholes, "_doubt", lambda *_: None),
    "what cancels keeps its error": _with(whole, "_off", lambda _a, _b: (2.0**-30, 2.0**-60)),
    "images decide comparisons": _with(
        settling.Order, "__call__", lambda order, a, b, _difference, out: order.call(a, b, out=out)
    ),
    "the last of equals wins": _with(formulas, "worse", _last_of_equals),
    "branches are swapped": _with(whole, "choose", _turned),
    "absent branches are swapped": _with(formulas, "choose", _turned),
    "ends are open": _with(Ladder, "of", _as_open),
    "absent values have no band": _with(Ladder, "of_absent", _without_band),
    "zero is not looked for": _with(
        Ratios, "is_zero", lambda ratios, _a: ratios.wholes.tape.constant(value=False, kind="?")
    ),
    "the sign of a divisor is lost": _with(Wholes, "sign", lambda wholes, _a: wholes.constant(1)),
    "no mistake is told": _with(Absents, "code", _never_own),
    "what data call a mistake is told": _with(
        Absents, "coded", lambda absents, absent: (_CODED(absents, absent) or 0) | OWN
    ),
    "hazards are not told": _with(records.RecordColumns, "_hazards", lambda *_: None),
    "checks are not made": _with(records.RecordColumns, "failure", lambda _columns: None),
    "given() passes mistakes over": _with(formulas, "counts", lambda a, out: np.equal(a, 0, out=out)),
    "defaults are forgotten": _with(packing.Packer, "_missing", lambda *_: None),
    "what is left is not computed": _with(table.TableRun, "_one_by_one", lambda *_: None),
    "what is not due blocks a sum": _with(absent, "_BLOCKING", 0),
    "rows leave nothing behind": _with(groups, "left_by", lambda _v, _w, _s, _t, out: out.fill(0)),
    "of no rows a value is missing": _with(groups, "NOT_APPLICABLE", MISSING),
    "one of two truths is enough": _with(formulas.Columns, "both", lambda _self, a, b: b if a is None else a),
    "what left the rows is added": _with(groups.SlotFold, "_if_kept", lambda _fold, _kept, number: number),
    "the first is the last": _entry(groups.SlotFold.functions, "first", groups.SlotFold.functions["last"]),
    "numbers are shown with other places": _with(table, "SHOWN", Rounding(places=1)),
}
