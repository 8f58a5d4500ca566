"""Rows of collections side by side: a collection is as many slots as its longest has rows, each a record.

In which rows of the table a slot is filled stands in a truth beside it. So an aggregate is a sum, a choice or
a comparison of slots, and as quick as a formula that names each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Final

import numpy as np

from sakip_rules.columns.absent import blocking, left_by
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
        self.zero, self.one = (self.ratios.constant(Fraction(number)) for number in (0, 1))
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
        self.count = self._sum(self._if_kept(each, self.one) for each in self.kept)
        return compute(self)

    def _slots(self) -> Sequence[Slot]:
        """The slots of the path, each level within the one before: one flat list."""
        path = self.node.rows
        slots = _group(self.columns.names.get(path[0]))
        for part in path[1:]:
            slots = tuple(
                replace(inner, there=self.columns.both(outer.there, inner.there))
                for outer in slots
                for inner in _group(outer.fields.get(part))
            )
        return slots

    def _take(self, slot: Slot) -> None:
        """Lets a slot remain, or leave, in each row of the table."""
        columns, node = self.columns, self.node
        condition = None if node.where is None else truths(columns.node(node.where))
        value = Numbers(self.one, slot.absent) if node.counts_rows else columns.node(node.argument)
        weight = None if node.weight is None else columns.node(node.weight)
        stays = slot.there
        if condition is not None:
            stays = columns.both(stays, columns.certainly(condition, decides=False))
        worst = columns.worst(*(part.absent for part in (condition, value, weight) if part is not None))
        if worst is not None:
            everywhere = self.tape.constant(value=True, kind="?")
            stay, there = (everywhere if truth is None else truth for truth in (stays, slot.there))
            self.blocking.append(self.tape.note(blocking, worst, stay, kind="u1"))
            if value.absent is not None:
                self.left.append(self.tape.note(left_by, value.absent, worst, stay, there, kind="u1"))
            stays = columns.both(stays, columns.is_there(worst))
        self.kept.append(_Kept(replace(value, absent=None), weight, stays))

    def _if_kept(self, kept: _Kept, number: Ratio) -> Ratio:
        """A number where its slot remains, else zero; its divisor stays as it is."""
        if kept.where is None:
            return number
        nothing = self.ratios.wholes.constant(0)
        return replace(number, above=self.ratios.wholes.select(kept.where, number.above, nothing))

    def _sum(self, terms: Iterable[Ratio]) -> Ratio:
        total = self.zero
        for term in terms:
            total = self.ratios.add(total, term)
        return total

    # what the rows that remain give

    def _blocked(self) -> int | None:
        return self.columns.worst(*self.blocking)

    def _absent(self) -> int | None:
        """What blocks; where no slot remains, the worst that left, or not applicable."""
        none = self.ratios.is_zero(self.count)
        if self.tape.is_never(none):
            return self._blocked()
        nothing = self.columns.absents.register(self.tape, NOT_APPLICABLE)
        left = self.columns.first(self.columns.worst(*self.left), nothing)
        assert left is not None  # noqa: S101 - one of the two is there
        return self.columns.first(self._blocked(), self.tape.note(np.multiply, left, none, kind="u1"))

    def _counted(self) -> Column:
        return Numbers(self.count, self._blocked())

    def _summed(self) -> Numbers:
        terms = (self._if_kept(each, numbers(each.value)) for each in self.kept)
        return Numbers(self._sum(terms), self._absent())

    def _multiplied(self) -> Column:
        product = self.one
        for each in self.kept:
            value = numbers(each.value)
            if each.where is not None:
                value = self.ratios.select(each.where, value, self.one)
            product = self.ratios.multiply(product, value)
        return Numbers(product, self._absent())

    def _mean(self) -> Column:
        if self.node.weight is None:  # without any row there is nothing to divide, and that was told
            return self.columns.divided(self._summed().ratio, self.count, self._absent())
        weights = [self._if_kept(each, numbers(each.weight)) for each in self.kept]
        pairs = zip(self.kept, weights, strict=True)
        total = self._sum(self.ratios.multiply(numbers(each.value), weight) for each, weight in pairs)
        absent = self._absent()
        for weight in weights:
            below = self.ratios.order(np.less, weight, self.zero)
            absent = self.columns.broken(absent, below, "outside-domain")
        return self.columns.divided(total, self._sum(weights), absent)

    def _extreme(self, call: Callable[..., Any]) -> Column:
        """The best of the slots that remain; `some` says where one before does (none: everywhere)."""
        found, some = (numbers(self.kept[0].value), self.kept[0].where) if self.kept else (self.zero, None)
        for each in self.kept[1:]:
            value = numbers(each.value)
            better = self.ratios.order(call, value, found)
            if some is not None:
                better = self.tape.note(np.logical_or, better, self.columns.negation(some), kind="?")
            if each.where is None:
                some = None
            else:
                better = self.tape.note(np.logical_and, better, each.where, kind="?")
                if some is not None:
                    some = self.tape.note(np.logical_or, some, each.where, kind="?")
            found = self.ratios.select(better, value, found)
        return Numbers(found, self._absent())

    def _at_an_end(self, kept: Sequence[_Kept]) -> Column:
        """The value of the first of some slots that remains: chosen from the last one backwards."""
        found: Column = kept[-1].value if kept else Numbers(self.zero)
        for each in reversed(kept[:-1]):
            there = self.tape.constant(value=True, kind="?") if each.where is None else each.where
            found = self.columns.chosen(Truths(there), each.value, found)
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


def _group(known: Known | None) -> Sequence[Slot]:
    if not isinstance(known, Slots):
        raise NoColumnError("rows")
    return known.slots
