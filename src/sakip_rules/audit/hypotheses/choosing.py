"""The right formula on the wrong thing: polarity, base, target, year."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from sakip_rules.audit.book import Key
from sakip_rules.audit.digits import exact_text
from sakip_rules.audit.hypotheses.misfit import Candidate, Misfit
from sakip_rules.audit.operands import reads_of_step
from sakip_rules.languages import Pair
from sakip_rules.plans import InputPlan, StepPlan
from sakip_rules.vocabulary import POLARITIES
from sakip_rules.wording.terms import POLARITY_WORDS
from sakip_rules.wording.values import number_pair

MAX_EXCHANGED = 4
"""With more operands of its own than this, a figure's operands are not exchanged."""

MAX_RECORDS = 11
"""Among more records than this, one of them would explain too much."""


def polarity(misfit: Misfit) -> Iterator[Candidate]:
    """Another polarity: bound to the called rule, or read by the record's own formula."""
    calculation = misfit.calculation
    if calculation is None:
        return
    own = [key for key in calculation.operands if _is_polarity(misfit, key)]
    for code in POLARITIES:
        changes = {key: code for key in own if misfit.book.carried(key) != code}
        bound = {} if own else dict.fromkeys(calculation.polarities, code)
        value = misfit.value(changes, bound)
        if value is not None:
            indonesian, english = POLARITY_WORDS[code]
            message = (
                f"dihitung dengan arah {indonesian} ({code})",
                f"computed with the polarity {english} ({code})",
            )
            yield Candidate(value, message, dict.fromkeys([*map(misfit.name, changes), *bound], code))


def _is_polarity(misfit: Misfit, key: Key) -> bool:
    declared = misfit.book.declared(key.path, key.figure)
    return isinstance(declared, InputPlan) and declared.type == "polarity"


def another_figure(misfit: Misfit) -> Iterator[Candidate]:
    """One operand replaced by another figure of the record it stands in; of rows, in all rows."""
    for group in _columns(misfit.operands):
        for name in _others(misfit, group[0]):
            changes = {key: misfit.book.number(key._replace(figure=name)) for key in group}
            numbers = {key: number for key, number in changes.items() if number is not None}
            value = misfit.value(numbers)
            if value is not None:
                told, used = misfit.told(numbers), group[0].figure
                message = (f"{name} dipakai sebagai {used}: {told[0]}", f"{name} used as {used}: {told[1]}")
                yield Candidate(value, message, misfit.changed(numbers))


def _columns(operands: tuple[Key, ...]) -> list[list[Key]]:
    """Groups operands of one name and year: those of rows belong together."""
    # Who takes the wrong column of a table takes it in every row.
    groups: dict[tuple[str, int], list[Key]] = {}
    for key in operands:
        groups.setdefault((key.figure, key.year), []).append(key)
    return list(groups.values())


def _others(misfit: Misfit, key: Key) -> list[str]:
    """Other numbers of the operand's record, of a like unit, that do not use the figure in question."""
    if misfit.book.number(key) is None:
        return []
    record = misfit.book.records[key.path]
    unit = _unit(misfit, key)
    names = [*record.level.record.inputs, *(step.name for step in record.level.record.steps)]
    if key.path == misfit.key.path:
        users = _users(record.level.record.steps, misfit.key.figure)
        names = [name for name in names if name not in users]
    units = {name: {unit, _unit(misfit, key._replace(figure=name))} - {None} for name in names}
    return [name for name, stated in units.items() if len(stated) <= 1]


def _unit(misfit: Misfit, key: Key) -> str | None:
    figure = misfit.book.figure(key)
    return figure.unit if figure is not None else None


def _users(steps: tuple[StepPlan, ...], figure: str) -> set[str]:
    """A figure and the steps that use it, over any number of steps; steps stand in order."""
    users = {figure}
    for step in steps:
        if any(read.path[0] in users for read in reads_of_step(step)):
            users.add(step.name)
    return users


def exchanged(misfit: Misfit) -> Iterator[Candidate]:
    """Two operands of the record exchanged: target / realisasi for realisasi / target."""
    own = {key: _own_number(misfit, key) for key in _own_operands(misfit)}
    numbers = {key: number for key, number in own.items() if number is not None}
    if len(numbers) > MAX_EXCHANGED:
        return
    for first, second in combinations(numbers, 2):
        changes = {first: numbers[second], second: numbers[first]}
        value = misfit.value(changes)
        if value is not None:
            names = (misfit.name(first), misfit.name(second))
            message = (f"{names[0]} dan {names[1]} tertukar", f"{names[0]} and {names[1]} exchanged")
            yield Candidate(value, message, misfit.changed(changes))


def _own_number(misfit: Misfit, key: Key) -> Fraction | None:
    """An operand's number; also that of an input of the record's indicator rule, which is no figure."""
    return _datum(misfit, key) if misfit.figure.origin == "rule" else misfit.book.number(key)


def _datum(misfit: Misfit, key: Key) -> Fraction | None:
    year = misfit.book.records[key.path].years.get(key.year)
    found = (year.data or {}).get(key.figure) if year is not None else None
    return found if isinstance(found, Fraction) else None


def another_year(misfit: Misfit) -> Iterator[Candidate]:
    """The figure of another year left standing; else one operand of another year."""
    for year in _other_years(misfit):
        number = _exact(misfit, misfit.key._replace(year=year))
        if number is not None:
            key = misfit.key._replace(year=year)
            message = (f"angka tahun {year}", f"the figure of {year}")
            yield Candidate(number, message, {misfit.name(key): exact_text(number)})
    yield from _with_operands(misfit, _of_other_years(misfit))


def _other_years(misfit: Misfit) -> list[int]:
    return [year for year in misfit.book.years(misfit.key.path)[::-1] if year != misfit.key.year]


def _exact(misfit: Misfit, key: Key) -> Fraction | None:
    figure = misfit.book.figure(key)
    return figure.fraction if figure is not None else None


def _of_other_years(misfit: Misfit) -> Iterator[tuple[Key, Fraction, Pair]]:
    for key in _own_operands(misfit):
        for year in _other_years(misfit):
            other = key._replace(year=year)
            number = _own_number(misfit, other)
            if number is not None and number != _own_number(misfit, key):
                yield key, number, (f"tahun {year}", f"of {year}")


def _own_operands(misfit: Misfit) -> list[Key]:
    return [key for key in misfit.operands if key.path == misfit.key.path]


def _with_operands(misfit: Misfit, others: Iterator[tuple[Key, Fraction, Pair]]) -> Iterator[Candidate]:
    """The figure with one operand changed, for each of some operands from elsewhere."""
    for key, number, of in others:
        value = misfit.value({key: number})
        if value is not None:
            said = number_pair(exact_text(number))
            message = (
                f"dihitung dengan {key.figure} {of[0]}: {said[0]}",
                f"computed with the {key.figure} {of[1]}: {said[1]}",
            )
            yield Candidate(value, message, misfit.changed({key: number}))


def another_record(misfit: Misfit) -> Iterator[Candidate]:
    """One given operand of another record: of the same indicator rule, else beside this one.

    A given figure itself is looked for only in records of the same rule.
    """
    twins = _twins(misfit)
    if misfit.calculation is None:
        for path in twins:
            key = misfit.key._replace(path=path)
            number = misfit.book.number(key)
            if number is not None:
                of = _of_record(misfit, key)
                yield Candidate(
                    number, (f"angka {of[0]}", f"the figure {of[1]}"), {misfit.name(key): exact_text(number)}
                )
    others = dict.fromkeys([*twins, *_neighbours(misfit)])
    yield from _with_operands(misfit, _of_records(misfit, list(others)))


def _twins(misfit: Misfit) -> list[str]:
    """Records of the level that name the same indicator rule, with this one: one with several targets."""
    mine = misfit.book.records[misfit.key.path]
    if mine.rule is None:
        return []
    paths = misfit.book.of_rule[mine.level.name, mine.rule.source.id]
    return paths if len(paths) <= MAX_RECORDS else []


def _neighbours(misfit: Misfit) -> list[str]:
    """Records of the same level under the same one, if they are not too many."""
    mine = misfit.book.nodes[misfit.key.path]
    above = misfit.book.parents.get(mine.path)
    beside = () if above is None else misfit.book.nodes[above].children
    if len(beside) > MAX_RECORDS:
        return []
    return [node.path for node in beside if node.level == mine.level]


def _of_records(misfit: Misfit, paths: list[str]) -> Iterator[tuple[Key, Fraction, Pair]]:
    for key in _own_operands(misfit):
        figure = misfit.book.figure(key)
        if figure is None or figure.origin != "given":
            continue
        for path in paths:
            other = key._replace(path=path)
            number = misfit.book.number(other)
            if number is not None and number != misfit.book.number(key):
                yield key, number, _of_record(misfit, other)


def _of_record(misfit: Misfit, key: Key) -> Pair:
    """Names another record, and the document in which its datum stands."""
    document = misfit.book.nodes[key.path].documents.get(key.figure)
    behind = f" ({document})" if document else ""
    return f"{key.path}{behind}", f"of {key.path}{behind}"


def copied(misfit: Misfit) -> Iterator[Candidate]:
    """An operand of the record printed in place of the figure: a base quantity for its percentage, too."""
    for key in _own_operands(misfit):
        number = _datum(misfit, key) if misfit.figure.origin == "rule" else _exact(misfit, key)
        if number is not None:
            message = (f"angka {key.figure} disalin", f"the figure {key.figure} was copied")
            yield Candidate(number, message, {misfit.name(key): exact_text(number)})
