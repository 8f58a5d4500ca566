"""Slips of a compiler: each changes one thing, and the battery must notice it."""

# ruff: noqa: ARG005, SLF001 - a slip stands on one line, takes what it is in place of, and reaches inside

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Any, Final

import pytest

from sakip_rules.compiled import (
    answer,
    arithmetic,
    code,
    door,
    figures,
    formulas,
    intake,
    levels,
    records,
    reports,
    rows,
    running,
    years,
)
from sakip_rules.compiled.known import Held, literal
from sakip_rules.evaluator.figures import as_it_is
from sakip_rules.numbers import round_pair
from sakip_rules.plans import band_of
from sakip_rules.values import MISSING, Absent, Row, not_computable

Slip = Callable[[pytest.MonkeyPatch], None]


def written(old: str, new: str) -> Slip:
    """Gives the slip of templates in which something else stands."""

    def slip(patch: pytest.MonkeyPatch) -> None:
        parsed = code._statements.__wrapped__
        changed = cache(lambda template: parsed(template.replace(old, new)))
        patch.setattr(code, "_statements", changed)

    return slip


def helper(name: str, other: Any) -> Slip:
    """Gives the slip of another function for the generated code."""
    return lambda patch: patch.setitem(running.HELPERS, name, other)


def instead(owner: Any, name: str, other: Any) -> Slip:
    """Gives the slip of another attribute."""
    return lambda patch: patch.setattr(owner, name, other)


_showing_of = answer.Showing.of


def read_anew(name: str, other: Any) -> Slip:
    """Gives the slip of another way to read; what was read before is not remembered, nor what is read now."""

    def slip(patch: pytest.MonkeyPatch) -> None:
        unread: dict[str, Any] = {"number": {}, "count": {}}
        for module in (door, intake):
            patch.setattr(module, "TEXTS", unread)
        patch.setattr(intake, name, other)

    return slip


def _leave_all(blocking: Absent | None, left: Absent | None, _why: Absent, value: Absent | None) -> Any:
    return blocking, running.left_by(left, value)


def _leave_none(blocking: Absent | None, left: Absent | None, why: Absent, _value: Absent | None) -> Any:
    return running.worse(blocking, why), left


def arithmetic_extreme(self: Any, sign: str, values: Any) -> Any:
    """The other end."""
    best, *others = (replace(each, x=None) for each in values)
    for more in others:
        best = self._better(sign, best, more)
    return best


def rows_first(cells: Any) -> Any:
    """What is known of the first cell only."""
    return Held(cells[0].kind, rows.VARIES, cells[0].d, rows.VARIES if cells[0].x else None)


SLIPS: Final[dict[str, Slip]] = {
    "a tie below zero goes up": written("-((d - n) // (d * 2))", "(n + d) // (d * 2)"),
    "rounding cuts": written("(n + d) // (d * 2)", "n // (d * 2)"),
    "another mode rounds as half_even": helper(
        "round_pair", lambda n, d, places, _mode: round_pair(n, d, places, "half_even")
    ),
    "tens are ones": helper("round_pair", lambda n, d, p, m: round_pair(n, d, max(p, 0), m)),
    "a denominator below zero stays": written("if d > 0:", "if d != 0:"),
    "division by zero is not seen": instead(
        arithmetic.Arithmetic, "broken", lambda self, _reason: literal(Fraction(0))
    ),
    "a quotient is turned": instead(
        arithmetic.Arithmetic,
        "divide",
        lambda self, a, b: self.branch(a.n, lambda: self._quotient(b, a), lambda: self.broken("no-case")),
    ),
    "a known denominator is forgotten": written("n * factor", "n"),
    "denominators are not made common": written("n * k", "n"),
    "a negative power is a positive one": instead(
        formulas.FormulaWriter,
        "power",
        lambda self, a, exponent: arithmetic.Arithmetic.power(self, a, abs(exponent)),
    ),
    "minus is left out": written("0 - n", "n"),
    "of two equal absent values the last wins": written("worse(a, b)", "worse(b, a)"),
    "the first absent value wins": helper("worse", lambda one, other: one or other),
    "a false with an absent one is false": written("x is None and not t", "x is not None or not t"),
    "an absent value beside a decision decides": written("x is None and t", "x is not None or t"),
    "not is left out": written("not t", "t"),
    "given sees a gap as given": written("x is None or is_given(x)", "True or x"),
    "given does not see what is broken": helper("is_given", lambda absent: absent is None),
    "a row that is not due blocks": helper("leave", _leave_none),
    "a missing row leaves": helper("leave", _leave_all),
    "what left is forgotten": written("x = left or NOT_APPLICABLE", "x = NOT_APPLICABLE"),
    "what left by its condition is forgotten": written("left = left_by(left, x)", "left = left"),
    "the first row is the second": written("kept == 1", "kept == 2"),
    "rows are counted twice": written("kept += 1", "kept += 2"),
    "a mean is a sum": written("d * kept", "d"),
    "a weight below zero is taken": written("below = True", "below = False"),
    "sums forget the other denominator": helper("plus", lambda n, d, m, _e: (n + m, d)),
    "products forget the denominator": helper("times", lambda n, d, m, _e: (n * m, d)),
    "the smallest is the largest": instead(
        arithmetic.Arithmetic,
        "extreme",
        lambda self, sign, values: arithmetic_extreme(self, ">=" if sign == "<=" else "<=", values),
    ),
    "a scale has no band for absent values": helper(
        "band", lambda p, n, d, x: (0, 1, x) if x else running.band(p, n, d, x)
    ),
    "a scale does not round": instead(running, "band_at", lambda plan, n, d: band_of(plan, Fraction(n // d))),
    "cells are taken for whole numbers": instead(formulas, "lcm", lambda *_: 1),
    "a cell that is not there has another reason": instead(
        formulas, "not_computable", lambda _reason: not_computable("not-in-table")
    ),
    "a failed check is passed over": written("failure = failure or absent", "failure = failure"),
    "an absent check fails": instead(
        records.RecordWriter,
        "decides",
        staticmethod(lambda value, *, decides: code.expression("not t", t=value.n)),
    ),
    "rounding is always carried": instead(
        formulas.FormulaWriter,
        "settled",
        lambda self, value, rounding: (
            value if rounding is None else self.strict([value], lambda: self.rounded(value, rounding))
        ),
    ),
    "a default is zero": instead(
        records.RecordWriter, "defaulted", lambda self, _declared: literal(Fraction(0))
    ),
    "a default of the data is passed over": instead(
        door, "given_or_default", lambda value, _: MISSING if value is None else value
    ),
    "an unknown name is passed over": written("not given.keys() <= known", "False"),
    "a count is any integer": written("int and lowest <= datum", "int and -99 <= datum"),
    "a word is any text": written("words.get(datum)", "(datum, 1, None)"),
    "thousands are decimals": read_anew("AMBIGUOUS", 99),
    "an absent word has another reason": read_anew("read_word", lambda _text: not_computable("no-case")),
    "a cell is of the first row only": instead(records, "like_of_cells", rows_first),
    "the shown number is the carried one": instead(
        answer.Showing, "of", lambda result: _showing_of(result)._replace(is_carried=True)
    ),
    "an absent result has no category": instead(answer, "band_of", lambda _plan, absent: absent),
    "nothing is told": written("told = True", "told = False"),
    "a hazard is not told": instead(answer, "_same", lambda _one, _other: True),
    "only the first pair of a chain counts": instead(
        formulas.FormulaWriter, "_joined", lambda self, _op, values: values[0]
    ),
    "rows of rows are those of the first": written(
        "for slots in rows:\n  body", "for slots in rows[:1]:\n  body"
    ),
}


def shown_by(name: str, other: Any) -> Slip:
    """Gives the slip of another function for the generated code of a level."""
    return lambda patch: patch.setitem(levels.LevelWriter.helpers, name, other)


def _unlike(head: Any, **changes: Any) -> Any:
    return head._replace(**changes)


_note = figures.FigureWriter._note
_head_of, _graded, _figure_of = figures.head_of, figures.graded, years.figure_of

REPORT_SLIPS: Final[dict[str, Slip]] = {
    "a hazard of a figure is not told": instead(figures, "hold_to", lambda *_: None),
    "a hazard of another rule's figure is not told": shown_by("hold_to", lambda *_: None),
    "what a scale refuses is not told": shown_by(
        "graded", lambda head, n, d, x: _graded(head, n, d, x) if x or 0 <= n <= 100 * d else None
    ),
    "an absent figure has no category": shown_by(
        "graded", lambda head, n, d, x: None if x else _graded(head, n, d, x)
    ),
    "the category is that of the number cut off": shown_by(
        "graded", lambda head, n, d, x: _graded(head, n // d, 1, x)
    ),
    "nothing of a record is told": written("told = True", "told = False"),
    "a warning of a record is not told": written("told or held", "held"),
    "the framework's rounding is forgotten": instead(
        figures, "head_of", lambda *given: _unlike(_head_of(*given), rounding=None)
    ),
    "a unit is not lent": instead(
        figures, "head_of", lambda declared, _, *more: _head_of(declared, declared.unit, *more)
    ),
    "a step has the rule's name": instead(
        figures, "head_of", lambda *given: _unlike(_head_of(*given), name="hasil")
    ),
    "the category of a rule is not inherited": written("(n, d, category, head)", "(n, d, None, head)"),
    "all cases have the first head": instead(
        figures.FigureWriter,
        "_note",
        lambda self, noted, exact, head, category: _note(self, noted, exact, noted.head or head, category),
    ),
    "the scale of a figure is forgotten": instead(
        years, "figure_of", lambda parts: _figure_of(parts)._replace(scale=None)
    ),
    "a default of a level is missing": instead(
        door, "given_or_default", lambda value, _: MISSING if value is None else value
    ),
    "what a rule gives is not rounded": instead(
        reports, "compile_indicator", lambda rule, declared, _: levels.compile_indicator(rule, declared, None)
    ),
    "the year before is this one": instead(
        reports, "year_before", lambda computed, year: computed.outward.get(year - 2, {})
    ),
    "a stated step is computed": instead(reports, "is_stated", lambda _data: False),
    "the reference sees numerators": shown_by("valued", lambda n, _, x: Fraction(n) if x is None else x),
    "the reference sees the lower end of a range": shown_by("spanned", lambda low, _: low),
    "a category that others see is its code": written("n if type(d) is int else d", "n"),
    "a category that is shown is its code": instead(
        years, "figure_of", lambda parts: _figure_of((parts[0], 1, *parts[2:]))
    ),
    "this year is not among the years": written("earlier + [row] if now else earlier", "earlier"),
    "a year that is not given is among the years": written("if now else earlier", "if year else earlier"),
    "rows of a record have no ids": shown_by("ids_of", lambda given: [None] * len(levels.ids_of(given))),
    "rows below have no ids": instead(reports, "Row", lambda _id, values: Row(None, values)),
    "the exact number is the rounded one": instead(
        years, "figure_of", lambda parts: exact_as_shown(_figure_of(parts))
    ),
    "what is missing was given": instead(
        years, "as_it_is", lambda declared, value, _origin: as_it_is(declared, value, "given")
    ),
    "rows of a record are rounded": instead(figures.FigureWriter, "gathered", records.RecordWriter.gathered),
    "rows of a record are counted once": written("for target in read:", "for target in read[:1]:"),
}
"""Slips of what computes reports."""


def exact_as_shown(figure: Any) -> Any:
    """A figure that has lost what its rounding took."""
    return figure._replace(exact=figure.value)
