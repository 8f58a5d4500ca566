"""Many records made one figure in another way: rows left out, absent taken for zero, other means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sakip_rules.audit.book import Key
from sakip_rules.audit.digits import exact_text
from sakip_rules.audit.hypotheses.misfit import Candidate, Misfit
from sakip_rules.expression import Formula
from sakip_rules.expression.tree import Aggregate, Dotted
from sakip_rules.languages import Pair
from sakip_rules.numbers import total
from sakip_rules.plans import StepPlan
from sakip_rules.results import ReportNode
from sakip_rules.values import NOT_APPLICABLE, Absent

MAX_LEFT_OUT = 30
"""With more rows than this, no single row is tried as the one left out."""


def absent_as_zero(misfit: Misfit) -> Iterator[Candidate]:
    """Rows that were not measured counted as zero."""
    absent = {key: Fraction(0) for key in _of_rows(misfit) if isinstance(misfit.book.carried(key), Absent)}
    value = misfit.value(absent)
    if value is not None:
        told = misfit.told(absent)
        message = (
            f"yang tidak ada dihitung sebagai nol: {told[0]}",
            f"absent figures counted as zero: {told[1]}",
        )
        yield Candidate(value, message, misfit.changed(absent))


def zero_as_absent(misfit: Misfit) -> Iterator[Candidate]:
    """Rows with zero left out, as if they had not been measured."""
    zeros = [key for key in _of_rows(misfit) if misfit.book.number(key) == 0]
    message = ("baris bernilai nol tidak ikut dihitung", "rows with zero were left out")
    yield from _without(misfit, zeros, message)


def part_left_out(misfit: Misfit) -> Iterator[Candidate]:
    """One row left out of a sum or mean."""
    keys = _of_rows(misfit)
    paths = list(dict.fromkeys(key.path for key in keys))
    if not 1 < len(paths) <= MAX_LEFT_OUT:
        return
    for path in paths:
        message = (f"{path} tidak ikut dihitung", f"{path} was left out")
        yield from _without(misfit, [key for key in keys if key.path == path], message)


def _of_rows(misfit: Misfit) -> list[Key]:
    """The operands that stand in records below."""
    return [key for key in misfit.operands if key.path != misfit.key.path]


def _without(misfit: Misfit, keys: list[Key], message: Pair) -> Iterator[Candidate]:
    value = misfit.value(dict.fromkeys(keys, NOT_APPLICABLE))
    if value is not None:
        yield Candidate(value, message, dict.fromkeys(map(misfit.name, keys), NOT_APPLICABLE.word))


def other_means(misfit: Misfit) -> Iterator[Candidate]:
    """The mean of all records of one level below, whichever level the formula takes."""
    for field, level, keys in _levels(misfit):
        numbers = _numbers(misfit, keys)
        if numbers:
            message = (
                f"rata-rata {field} dari semua {level} ({len(numbers)})",
                f"mean of {field} over every {level} ({len(numbers)})",
            )
            yield Candidate(_mean(numbers), message, {f"mean({level}.{field})": exact_text(_mean(numbers))})


def mean_of_means(misfit: Misfit) -> Iterator[Candidate]:
    """First the mean within each record directly below, then the mean of these."""
    aggregate = _aggregate(misfit)
    if aggregate is None or aggregate.function != "mean" or not isinstance(aggregate.argument, Dotted):
        return
    first, deep, field = aggregate.rows[0], aggregate.rows[-1], aggregate.argument.path[-1]
    if not misfit.book.look(len(_of_rows(misfit))):
        return
    means = []
    with_ = {}
    for child in misfit.book.nodes[misfit.key.path].children:
        below = misfit.book.below(child.path) if child.level == first else []
        keys = [Key(node.path, field, misfit.key.year) for node in below if node.level == deep]
        numbers = _numbers(misfit, keys)
        if numbers:
            means.append(_mean(numbers))
            with_[f"{child.path}:mean({deep}.{field})"] = exact_text(means[-1])
    if means:
        message = (
            f"rata-rata dari rata-rata {field} per {first}",
            f"mean of the means of {field} by {first}",
        )
        yield Candidate(_mean(means), message, with_)


def sum_of_parts(misfit: Misfit) -> Iterator[Candidate]:
    """The sum of the same figure over all records of one level below."""
    for field, level, keys in _levels(misfit):
        numbers = _numbers(misfit, keys)
        if numbers and field == misfit.key.figure:
            summed = _sum(numbers)
            message = (f"jumlah {field} dari semua {level}", f"sum of {field} over every {level}")
            yield Candidate(summed, message, {f"sum({level}.{field})": exact_text(summed)})


def ratio_of_sums(misfit: Misfit) -> Iterator[Candidate]:
    """A mean of ratios computed as the ratio of the sums of what the ratios are made of."""
    aggregate = _aggregate(misfit)
    if aggregate is None or not isinstance(aggregate.argument, Dotted):
        return
    field = aggregate.argument.path[-1]
    rows = [key for key in _of_rows(misfit) if key.figure == field and misfit.book.number(key) is not None]
    row = misfit.again.of(rows[0]) if rows else None
    if row is None:
        return
    sums: dict[Key, Fraction] = {}
    for operand in row.operands:
        if operand.path == rows[0].path and misfit.book.number(operand) is not None:
            sums[operand] = _sum(_numbers(misfit, [operand._replace(path=key.path) for key in rows]))
    value = row.value(sums) if sums else None
    if value is not None:
        with_ = {f"sum({key.figure})": exact_text(number) for key, number in sums.items()}
        message = (
            f"{field} dihitung dari jumlah, bukan rata-rata {field}",
            f"{field} computed from sums, not the mean of {field}",
        )
        yield Candidate(value, message, with_)


def _levels(misfit: Misfit) -> Iterator[tuple[str, str, list[Key]]]:
    """Gives the figure's own name, and the one that it aggregates, with the keys of each level below.

    For an aggregate first those at and below the rows that it takes, then those below in any place.
    """
    aggregate = _aggregate(misfit)
    fields = {misfit.key.figure: None}
    if aggregate is not None and isinstance(aggregate.argument, Dotted):
        fields[aggregate.argument.path[-1]] = None
    everything = list(misfit.book.below(misfit.key.path))
    if not misfit.book.look(len(everything)):
        return
    taken = everything if aggregate is None else _at_and_below(misfit, aggregate.rows[0])
    for nodes in (taken, everything):
        for field in fields:
            levels: dict[str, list[Key]] = {}
            for node in nodes:
                key = Key(node.path, field, misfit.key.year)
                if misfit.book.figure(key) is not None:
                    levels.setdefault(node.level, []).append(key)
            yield from ((field, level, keys) for level, keys in levels.items())


def _at_and_below(misfit: Misfit, level: str) -> list[ReportNode]:
    rows = [child for child in misfit.book.nodes[misfit.key.path].children if child.level == level]
    return [node for row in rows for node in row.walk()]


def _aggregate(misfit: Misfit) -> Aggregate | None:
    """The aggregate that the figure's formula is, if it is one."""
    step = misfit.book.declared(misfit.key.path, misfit.key.figure)
    how = step.how if isinstance(step, StepPlan) else None
    root = how.root if isinstance(how, Formula) else None
    return root if isinstance(root, Aggregate) else None


def _numbers(misfit: Misfit, keys: list[Key]) -> list[Fraction]:
    return [number for key in keys if (number := misfit.book.number(key)) is not None]


def _sum(numbers: Sequence[Fraction]) -> Fraction:
    found = total(numbers)
    assert isinstance(found, Fraction)  # noqa: S101 - a sum of exact numbers is exact
    return found


def _mean(numbers: Sequence[Fraction]) -> Fraction:
    return _sum(numbers) / len(numbers)
