"""A record of a report in a year, as its compiled level gave it: figures are made when they are looked at."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from sakip_rules.compiled.figures import PARTS
from sakip_rules.diagnostics import Diagnostic
from sakip_rules.evaluator.figures import as_it_is
from sakip_rules.evaluator.kept import Computing, Head, Recomputed
from sakip_rules.evaluator.tree import Computed
from sakip_rules.evaluator.values import given_or_default
from sakip_rules.results import Figure, Origin, settle
from sakip_rules.values import Value


class CompiledYear(Recomputed):
    """What it shows: the parts of its figures, which tell nothing but their values."""

    __slots__ = ("_given", "_indicator", "_parts")

    _record: Computed

    def __init__(
        self,
        year: int,
        computing: Computing,
        record: Computed,
        parts: tuple[tuple[Any, ...], tuple[Any, ...] | None],
        given: Mapping[str, Value],
    ) -> None:
        """`parts` are those of its steps, and of what its indicator rule gave."""
        super().__init__(year, computing, record)
        self._parts, self._indicator = parts
        self._given = given

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures by name, in order, without their traces."""
        found: dict[str, Figure] = {}
        for name, declared in self._record.data.level.record.inputs.items():
            if declared.from_rule and self._indicator is not None:
                found[name] = figure_of(self._indicator)
            elif declared.each is None:
                given = self._given.get(name)
                origin: Origin = "default" if given is None else "given"
                found[name] = as_it_is(declared, given_or_default(given, declared), origin)
        for place in range(0, len(self._parts), PARTS):
            figure = figure_of(self._parts[place : place + PARTS])
            found[figure.name] = figure
        return found

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Nothing: what is worth telling, the reference computes."""
        return ()


def figure_of(parts: tuple[Any, ...]) -> Figure:
    """Gives a figure of its parts; a number has an integer as its numerator."""
    n, d, inherited, head, absent, own = parts
    exact: Value
    if absent is not None:
        exact = value = absent
    elif type(n) is int:
        exact, value = settle(Fraction(n, d), head.rounding)
    else:
        exact = value = n if isinstance(d, int) else d
    figure: Figure = head.figure(value, exact, own or inherited)
    return figure


def parts_of(figure: Figure) -> tuple[Any, ...]:
    """Gives the parts of the figure of a number."""
    exact, absent = figure.exact, figure.absent
    n, d = exact.as_integer_ratio() if isinstance(exact, Fraction) else (0, 1)
    head = Head(figure.name, figure.title, figure.unit, figure.origin, figure.rounding, figure.scale, None)
    return n, d, figure.category, head, absent, None
