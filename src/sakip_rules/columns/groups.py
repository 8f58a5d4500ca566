"""Rows of collections side by side: a collection is as many slots as its longest has rows, each a record.

In which rows of the table a slot is filled stands in a truth beside it. So an aggregate is a sum, a choice or
a comparison of slots, and as quick as a formula that names each of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Final

import numpy as np

from sakip_rules.columns.absent import blocking, first, left_by
from sakip_rules.columns.ratios import Ratio
from sakip_rules.columns.values import Column, Known, Numbers, Slot, Slots, Truths, numbers, truths
from sakip_rules.columns.whole import NoColumnError
from sakip_rules.values import NOT_APPLICABLE

if TYPE_CHECKING:
    from sakip_rules.columns.formulas import Columns
    from sakip_rules.expression.tree import Aggregate


MOST_SLOTS: Final = 24
"""A longer collection is computed by itself: each slot is noted."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a slot gives, its weight, and where it remains (none: everywhere)."""

    value: Column
    weight: Column | None
    where: int | None


class SlotFold:
    """One aggregate while it is noted: which slots remain where, and what they give (language 3.5)."""

    def __init__(self, columns: Columns, node: Aggregate) -> None:
        self.columns, self.node = columns, node
        self.tape, self.ratios = columns.tape, columns.ratios
        self.blocking: list[int] = []
        self.left: list[int] = []
        self.kept: list[_Kept] = []

    def value(self) -> Column:
        """Gives what the slots that remain give together."""
        compute = self.functions.get(self.node.function)
        if compute is None:
            raise NoColumnError("irrational")
        for slot in self._slots():
            with self.columns.within({(*self.node.rows, name): field for name, field in slot.fields.items()}):
                self._take(slot)
        self.count = self._sum([self._if_kept(each, self.ratios.constant(Fraction(1))) for each in self.kept])
        return compute(self)

    def _slots(self) -> list[Slot]:
        """The slots of the path, each level within the one before: one flat list."""
        path = self.node.rows
        slots = self._group(self.columns.names.get(path[0])).slots
        for part in path[1:]:
            slots = tuple(
                replace(inner, there=self.columns.both(outer.there, inner.there))
                for outer in slots
                for inner in self._group(outer.fields.get(part)).slots
            )
        return list(slots)

    @staticmethod
    def _group(known: Known | None) -> Slots:
        if not isinstance(known, Slots):
            raise NoColumnError("rows")
        return known

    def _take(self, slot: Slot) -> None:
        """Lets a slot remain, or leave, in each row of the table."""
        columns, node = self.columns, self.node
        condition = None if node.where is None else truths(columns.node(node.where))
        value: Column = Numbers(self.ratios.constant(Fraction(1)), slot.absent)
        if not node.counts_rows:
            value = columns.node(node.argument)
        weight = None if node.weight is None else columns.node(node.weight)
        stays = slot.there
        if condition is not None:
            stays = columns.both(stays, columns.certainly(condition, decides=False))
        worst = columns.worst([part for part in (condition, value, weight) if part is not None])
        if worst is not None:
            everywhere = self.tape.constant(value=True, kind="?")
            stay = everywhere if stays is None else stays
            there = everywhere if slot.there is None else slot.there
            self.blocking.append(self.tape.note(blocking, worst, stay, kind="u1"))
            if value.absent is not None:
                self.left.append(self.tape.note(left_by, value.absent, worst, stay, there, kind="u1"))
            stays = columns.both(stays, columns.no_absent(worst))
        self.kept.append(_Kept(replace(value, absent=None), weight, stays))

    def _if_kept(self, kept: _Kept, number: Ratio, otherwise: int = 0) -> Ratio:
        """A number where its slot remains, else one that changes nothing; its divisor stays as it is."""
        if kept.where is None:
            return number
        if otherwise:
            return self.ratios.select(kept.where, number, self.ratios.constant(Fraction(otherwise)))
        nothing = self.ratios.wholes.constant(0)
        return replace(number, above=self.ratios.wholes.select(kept.where, number.above, nothing))

    def _sum(self, numbers_: list[Ratio]) -> Ratio:
        total = self.ratios.constant(Fraction(0))
        for number in numbers_:
            total = self.ratios.add(total, number)
        return total

    # what the rows that remain give

    def _blocked(self) -> int | None:
        return self.columns.worst_of(self.blocking)

    def _absent(self) -> int | None:
        """What blocks; where no slot remains, the worst that left, or not applicable."""
        absent = self._blocked()
        none = None if any(kept.where is None for kept in self.kept) else self.ratios.is_zero(self.count)
        if none is None:
            return absent
        nothing = self.columns.absents.register(self.tape, NOT_APPLICABLE)
        left = self.columns.worst_of(self.left)
        left = nothing if left is None else self.tape.note(first, left, nothing, kind="u1")
        left = self.tape.note(np.multiply, left, none, kind="u1")
        return left if absent is None else self.tape.note(first, absent, left, kind="u1")

    def _counted(self) -> Column:
        return Numbers(self.count, self._blocked())

    def _summed(self) -> Column:
        return Numbers(
            self._sum([self._if_kept(each, numbers(each.value)) for each in self.kept]), self._absent()
        )

    def _multiplied(self) -> Column:
        product = self.ratios.constant(Fraction(1))
        for each in self.kept:
            product = self.ratios.multiply(product, self._if_kept(each, numbers(each.value), 1))
        return Numbers(product, self._absent())

    def _mean(self) -> Column:
        if self.node.weight is None:
            return self._over(numbers(self._summed()), self.count, self._absent(), told=False)
        weights = [self._if_kept(each, numbers(each.weight)) for each in self.kept if each.weight is not None]
        values = [
            self.ratios.multiply(numbers(each.value), weight)
            for each, weight in zip(self.kept, weights, strict=True)
        ]
        absent, zero = self._absent(), self.ratios.constant(Fraction(0))
        for weight in weights:
            if weight.factor < 0 or weight.above.low < 0:
                below = self.ratios.order(np.less, weight, zero)
                absent = self.columns.broken(absent, below, "outside-domain")
        return self._over(self._sum(values), self._sum(weights), absent, told=True)

    def _over(self, total: Ratio, divisor: Ratio, absent: int | None, *, told: bool) -> Column:
        """A quotient; without any slot there is nothing to divide, and that was told."""
        zero = self.ratios.is_zero(divisor)
        if told:
            absent = self.columns.broken(absent, zero, "division-by-zero")
        return Numbers(self.ratios.multiply(total, self.ratios.inverse(divisor, zero)), absent)

    def _extreme(self, call: Callable[..., Any]) -> Column:
        """The best of the slots that remain; `some` says where one before does (none: everywhere)."""
        some: int | None = self.tape.constant(value=False, kind="?")
        found = self.ratios.constant(Fraction(0))
        for place, each in enumerate(self.kept):
            value = numbers(each.value)
            if place == 0:
                found, some = value, each.where
                continue
            if some is None and each.where is None:
                found = self.ratios.extreme(call, found, value)
                continue
            better = self.ratios.order(call, value, found)
            if some is not None:
                better = self.tape.note(np.logical_or, better, self.columns.negation(some), kind="?")
                some = (
                    None if each.where is None else self.tape.note(np.logical_or, some, each.where, kind="?")
                )
            if each.where is not None:
                better = self.tape.note(np.logical_and, better, each.where, kind="?")
            found = self.ratios.select(better, value, found)
        return Numbers(found, self._absent())

    def _at_an_end(self, kept: list[_Kept]) -> Column:
        """The value of the first of some slots that remains: chosen from the last one backwards."""
        if not kept:
            return Numbers(self.ratios.constant(Fraction(0)), self._absent())
        found = kept[-1].value
        for each in reversed(kept[:-1]):
            found = (
                each.value
                if each.where is None
                else self.columns.chosen(Truths(each.where), each.value, found)
            )
        return replace(found, absent=self._absent())

    functions: ClassVar[dict[str, Callable[[SlotFold], Column]]] = {
        "count": _counted,
        "sum": _summed,
        "product": _multiplied,
        "mean": _mean,
        "min": lambda self: self._extreme(np.less),
        "max": lambda self: self._extreme(np.greater),
        "first": lambda self: self._at_an_end(self.kept),
        "last": lambda self: self._at_an_end(self.kept[::-1]),
    }
