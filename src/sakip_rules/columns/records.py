"""The plan of a rule, noted on a tape: inputs, steps, result, checks, categories, what is told of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

import numpy as np

from sakip_rules.columns.absent import OWN, Absents
from sakip_rules.columns.formulas import Codes, Column, Columns, Numbers, Truths, numbers, truths
from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.packing import Packed
from sakip_rules.columns.ratios import Ratio
from sakip_rules.columns.settling import choose
from sakip_rules.columns.tape import Array, Kind, Tape
from sakip_rules.columns.whole import NoColumnError, Whole
from sakip_rules.expression import Formula
from sakip_rules.models import Rounding
from sakip_rules.numbers.printing import DISPLAY_PLACES
from sakip_rules.plans import CasePlan, RulePlan, StepPlan
from sakip_rules.values import Absent, not_computable

CHECK_FAILED: Final = not_computable("check-failed")
NO_CASE: Final = not_computable("no-case")
HAZARD: Final = "display-hazard"
_SHOWN: Final = Rounding(places=DISPLAY_PLACES)
BITS: Final = 16


@dataclass(frozen=True, slots=True)
class Noted:
    """What a rule gives: the shown number in units of its last place, the exact one, and registers.

    A register that is not there says: none is absent, nothing is told, no row is in doubt.
    """

    tape: Tape
    units: Whole
    above: Whole
    below: Whole
    absent: int | None
    rung: int | None
    told: int | None
    doubt: int | None
    bands: Ladder | None


class Words:
    """What numbers stand for in the columns of one table: the same in every run over some of its rows."""

    def __init__(self) -> None:
        self.absents = Absents()
        self.codes: dict[object, int] = {}
        """The CODEs of choices and categories."""
        self.told: list[str] = []
        """The codes of diagnostics: each has a bit."""


class RuleColumns:
    """Notes one rule over data in known bounds."""

    def __init__(self, plan: RulePlan, words: Words) -> None:
        self.plan = plan
        self.words = words
        self.tape = Tape()
        self.absents = words.absents
        self.columns = Columns(self.tape, words.absents, plan.record.aliases, words.codes)
        self.told: list[int] = []

    def noted(self, inputs: Mapping[str, Packed]) -> Noted:
        """Gives the registers of the result; raises `NoColumnError`."""
        for name, packed in inputs.items():
            self.columns.names[name] = self._input(name, packed)
        for step in self.plan.record.steps:
            self.columns.names[step.name] = self._figure(step)[0]
        carried, exact, bands, rung = self._figure(self.plan.result)
        self.columns.names["result"] = carried
        absent = self._checked(exact.absent)
        rounding = self.plan.result.rounding or _SHOWN
        units = self.columns.wholes.counted(
            self.columns.ratios.units(numbers(exact), rounding.places, rounding.mode)
        )
        above, below = self.columns.ratios.pair(numbers(exact))
        told, doubt = self._any(self.told, "u2"), self._any(self.columns.wholes.doubts, "?")
        return Noted(self.tape, units, above, below, absent, rung, told, doubt, bands)

    def _input(self, name: str, packed: Packed) -> Column:
        absent = None if packed.absent is None else self.tape.source(f"{name}?", "u1")
        if packed.kind == "truth":
            return Truths(self.tape.source(name, "?"), absent)
        if packed.kind == "code":
            return Codes(self.tape.source(name, "i2"), absent)
        above = self.columns.wholes.source(name, packed.low, packed.high)
        return Numbers(Ratio(Fraction(1, 10**packed.places), above, self.columns.ratios.one), absent)

    def _any(self, registers: list[int], kind: Kind) -> int | None:
        """What any of some columns says."""
        found: int | None = None
        for register in dict.fromkeys(registers):
            found = register if found is None else self.tape.note(np.bitwise_or, found, register, kind=kind)
        return found

    # steps

    def _figure(self, step: StepPlan) -> tuple[Column, Column, Ladder | None, int | None]:
        """A step as later ones see it, and before its rounding; its scale, and on which rung it stands."""
        exact = self._blamed(self._computed(step.how))
        carried = exact
        if step.rounding is not None and isinstance(exact, Numbers) and step.rounding.carry == "rounded":
            ratio = self.columns.ratios.rounded(exact.ratio, step.rounding.places, step.rounding.mode)
            carried = Numbers(ratio, exact.absent)
        if step.scale is None:
            return carried, exact, None, None
        bands = Ladder.of(step.scale)
        return carried, exact, bands, self._banded(bands, carried, exact, step.rounding or _SHOWN)

    def _computed(self, how: object) -> Column:
        if isinstance(how, Formula):
            return self.columns.formula(how)
        if isinstance(how, tuple):
            return self._cases(how)
        raise NoColumnError("call" if hasattr(how, "rule") else "rows")

    def _cases(self, cases: tuple[CasePlan, ...]) -> Column:
        """The first case whose condition holds: chosen from the last one backwards."""
        values = [self._then(case) for case in cases]
        found = next((value for value in values if value is not None), None) or self._nothing()
        found = self._always(NO_CASE, found)
        for case, value in zip(reversed(cases), reversed(values), strict=True):
            chosen = self._always(case.then, found) if isinstance(case.then, Absent) else value
            assert chosen is not None  # noqa: S101 - a case has a formula, or an absent value
            if case.when is None:
                found = chosen
            else:
                found = self.columns.chosen(truths(self.columns.formula(case.when)), chosen, found)
        return found

    def _then(self, case: CasePlan) -> Column | None:
        if isinstance(case.then, Formula):
            return self.columns.formula(case.then)
        if isinstance(case.then, Absent):
            return None
        raise NoColumnError("call")

    def _nothing(self) -> Column:
        return Numbers(self.columns.ratios.constant(Fraction(0)))

    def _always(self, absent: Absent, like: Column) -> Column:
        """A column that is absent in all rows, of the same type as another one."""
        return replace(like, absent=self.absents.register(self.tape, absent, own=True))

    # what is told

    def _blamed(self, column: Column) -> Column:
        """Tells what is not computable here for the first time; it is then passed on as an operand."""
        if column.absent is None:
            return column
        own = {
            code: absent for code, absent in self.absents.known().items() if absent.word == "not_computable"
        }
        bits = np.zeros(256, "u2")
        for code, absent in own.items():
            bits[code | OWN] = self._bit(str(absent.reason))
        if bits.any():
            self.told.append(self.tape.note(_Lookup(bits), column.absent, kind="u2"))
        passed = self.tape.note(np.bitwise_and, column.absent, self.tape.constant(255 - OWN, "u1"), kind="u1")
        return replace(column, absent=passed)

    def _bit(self, code: str) -> int:
        told = self.words.told
        if code not in told:
            told.append(code)
        if len(told) > BITS:
            raise NoColumnError("codes")
        return 1 << told.index(code)

    def _tell(self, code: str, truth: int) -> None:
        bit = self.tape.constant(self._bit(code), "u2")
        self.told.append(self.tape.note(np.multiply, truth, bit, kind="u2"))

    def _there(self, truth: int, column: Column) -> int:
        """Where a truth holds of a value that is there."""
        there = self.columns.is_there(column)
        return truth if there is None else self.tape.note(np.logical_and, truth, there, kind="?")

    def _banded(self, bands: Ladder, carried: Column, exact: Column, shown: Rounding) -> int:
        """The rung of the carried value; tells where it has no category, or would show as another one."""
        ratios = self.columns.ratios
        rung = bands.note(ratios, numbers(carried))
        for reason in dict.fromkeys(bands.refused.values()):
            refused = np.array([bands.refused.get(place) == reason for place in range(len(bands.answers))])
            self._tell(reason, self._there(self.tape.note(_Lookup(refused), rung, kind="?"), carried))
        if carried is exact:
            self._hazards(bands, rung, exact, shown)
        return rung

    def _hazards(self, bands: Ladder, rung: int, exact: Column, shown: Rounding) -> None:
        printed = bands.note(
            self.columns.ratios, self.columns.ratios.rounded(numbers(exact), shown.places, shown.mode)
        )
        alike = bands.alike()
        if alike is not None:
            rung, printed = (self.tape.note(_Lookup(alike), one, kind="u1") for one in (rung, printed))
        differs = self.tape.note(np.not_equal, rung, printed, kind="?")
        if bands.refused:
            named = np.array([place not in bands.refused for place in range(len(bands.answers))])
            differs = self.tape.note(
                np.logical_and, differs, self.tape.note(_Lookup(named), rung, kind="?"), kind="?"
            )
        self._tell(HAZARD, self._there(differs, exact))

    def _checked(self, absent: int | None) -> int | None:
        """The absent values of the result, a failed check before all others; tells each check that fails."""
        for check in reversed(self.plan.record.checks):
            verdict = truths(self.columns.formula(check.expect))
            failed = self._there(self.tape.note(np.logical_not, verdict.register, kind="?"), verdict)
            self._tell("check-failed", failed)
            if check.severity == "error":
                mark = self.absents.register(self.tape, CHECK_FAILED)
                before = self.tape.constant(0, "u1") if absent is None else absent
                absent = self.tape.note(choose, failed, mark, before, kind="u1")
        return absent


@dataclass(frozen=True, slots=True, eq=False)
class _Lookup:
    """Looks each byte of a column up in a list."""

    entries: Array

    def __call__(self, places: Array, out: Array) -> None:
        """Fills what stands at each place."""
        np.take(self.entries, places, out=out, mode="clip")
