"""The right formula on the wrong thing: polarity, base, target, year."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from sakip_rules.audit.book import Key
from sakip_rules.audit.digits import exact_text
from sakip_rules.audit.hypotheses.case import Candidate, Case
from sakip_rules.audit.operands import names_of_step
from sakip_rules.languages import Pair
from sakip_rules.plans import InputPlan, StepPlan
from sakip_rules.vocabulary import POLARITIES
from sakip_rules.wording.values import number_pair

MAX_EXCHANGED = 4
"""With more operands of its own than this, a figure's operands are not exchanged."""

MAX_RECORDS = 11
"""Among more records than this, one of them would explain too much."""


def polarity(case: Case) -> Iterator[Candidate]:
    """Another polarity: bound to the called rule, or read by the record's own formula."""
    calculation = case.calculation
    if calculation is None:
        return
    own = [key for key in calculation.operands if _is_polarity(case, key)]
    for code in POLARITIES:
        changes = {key: code for key in own if case.book.carried(key) != code}
        bound = {name: code for name, used in calculation.polarities.items() if used != code and not own}
        value = calculation.value(changes, bound) if bound or changes else None
        if value is not None:
            message = (f"dihitung dengan arah {code}", f"computed with the polarity {code}")
            yield Candidate(value, message, dict.fromkeys([*map(case.name, changes), *bound], code))


def _is_polarity(case: Case, key: Key) -> bool:
    declared = case.book.declared(key.path, key.figure)
    return isinstance(declared, InputPlan) and declared.type == "polarity"


def another_figure(case: Case) -> Iterator[Candidate]:
    """One operand replaced by another figure of the record it stands in; of rows, in all rows."""
    calculation = case.calculation
    if calculation is None:
        return
    for group in _columns(calculation.operands):
        for name in _others(case, group[0]):
            changes = {key: case.book.number(key._replace(figure=name)) for key in group}
            numbers = {key: number for key, number in changes.items() if number is not None}
            value = calculation.value(numbers) if numbers else None
            if value is not None:
                told, used = case.told(numbers), group[0].figure
                message = (f"{name} dipakai sebagai {used}: {told[0]}", f"{name} used as {used}: {told[1]}")
                yield Candidate(value, message, case.changed(numbers))


def _columns(operands: tuple[Key, ...]) -> list[list[Key]]:
    """Groups operands of one name and year: those of rows belong together."""
    groups: dict[tuple[str, int], list[Key]] = {}
    for key in operands:
        groups.setdefault((key.figure, key.year), []).append(key)
    return list(groups.values())


def _others(case: Case, key: Key) -> list[str]:
    """Other numbers of the operand's record, of a like unit, that do not use the figure in question."""
    record = case.book.records.get(key.path)
    if record is None or case.book.number(key) is None:
        return []
    unit = _unit(case, key)
    names = [*record.level.record.inputs, *(step.name for step in record.level.record.steps)]
    if key.path == case.key.path:
        users = _users(record.level.record.steps, case.key.figure)
        names = [name for name in names if name not in users]
    found = []
    for name in names:
        other = _unit(case, key._replace(figure=name))
        if name != key.figure and (unit is None or other is None or unit == other):
            found.append(name)
    return found


def _unit(case: Case, key: Key) -> str | None:
    figure = case.book.figure(key)
    return figure.unit if figure is not None else None


def _users(steps: tuple[StepPlan, ...], figure: str) -> set[str]:
    """A figure and the steps that use it, over any number of steps; steps stand in order."""
    users = {figure}
    for step in steps:
        if any(path[0] in users for path in names_of_step(step)):
            users.add(step.name)
    return users


def exchanged(case: Case) -> Iterator[Candidate]:
    """Two operands of the record exchanged: target / realisasi for realisasi / target."""
    calculation = case.calculation
    if calculation is None:
        return
    own = {key: _own_number(case, key) for key in calculation.operands if key.path == case.key.path}
    numbers = {key: number for key, number in own.items() if number is not None}
    if len(numbers) > MAX_EXCHANGED:
        return
    for one, other in combinations(numbers, 2):
        changes = {one: numbers[other], other: numbers[one]}
        value = calculation.value(changes)
        if value is not None:
            names = (case.name(one), case.name(other))
            message = (f"{names[0]} dan {names[1]} tertukar", f"{names[0]} and {names[1]} exchanged")
            yield Candidate(value, message, case.changed(changes))


def _own_number(case: Case, key: Key) -> Fraction | None:
    """An operand's number; also that of an input of the record's indicator rule, which is no figure."""
    number = case.book.number(key)
    if number is not None or case.figure.origin != "rule":
        return number
    return _datum(case, key)


def _datum(case: Case, key: Key) -> Fraction | None:
    year = case.book.records[key.path].years.get(key.year)
    found = (year.data or {}).get(key.figure) if year is not None else None
    return found if isinstance(found, Fraction) else None


def another_year(case: Case) -> Iterator[Candidate]:
    """The figure of another year left standing; else one operand of another year."""
    for year in _other_years(case):
        number = _exact(case, case.key._replace(year=year))
        if number is not None:
            key = case.key._replace(year=year)
            message = (f"angka tahun {year}", f"the figure of {year}")
            yield Candidate(number, message, {case.name(key): exact_text(number)})
    yield from _with_operands(case, _of_other_years(case))


def _other_years(case: Case) -> list[int]:
    return [year for year in case.book.years(case.key.path)[::-1] if year != case.key.year]


def _exact(case: Case, key: Key) -> Fraction | None:
    figure = case.book.figure(key)
    return figure.fraction if figure is not None else None


def _of_other_years(case: Case) -> Iterator[tuple[Key, Fraction, Pair]]:
    for key in _own_operands(case):
        for year in _other_years(case):
            other = key._replace(year=year)
            number = _own_number(case, other)
            if number is not None and number != _own_number(case, key):
                yield key, number, (f"tahun {year}", f"of {year}")


def _own_operands(case: Case) -> list[Key]:
    operands = case.calculation.operands if case.calculation is not None else ()
    return [key for key in operands if key.path == case.key.path]


def _with_operands(case: Case, others: Iterator[tuple[Key, Fraction, Pair]]) -> Iterator[Candidate]:
    """The figure with one operand changed, for each of some operands from elsewhere."""
    calculation = case.calculation
    for key, number, of in others:
        value = calculation.value({key: number}) if calculation is not None else None
        if value is not None:
            said = number_pair(exact_text(number))
            message = (
                f"dihitung dengan {key.figure} {of[0]}: {said[0]}",
                f"computed with the {key.figure} {of[1]}: {said[1]}",
            )
            yield Candidate(value, message, case.changed({key: number}))


def another_record(case: Case) -> Iterator[Candidate]:
    """One given operand of another record: of the same indicator rule, else beside this one.

    A given figure itself is looked for only in records of the same rule.
    """
    twins = _twins(case)
    if case.calculation is None:
        for path in twins:
            key = case.key._replace(path=path)
            number = case.book.number(key)
            if number is not None:
                of = _of_record(case, key)
                yield Candidate(
                    number, (f"angka {of[0]}", f"the figure {of[1]}"), {case.name(key): exact_text(number)}
                )
    yield from _with_operands(case, _of_records(case, [*twins, *_neighbours(case, twins)]))


def _twins(case: Case) -> list[str]:
    """Records of the same level that name the same indicator rule: one indicator, several targets."""
    mine = case.book.records[case.key.path]
    if mine.rule is None:
        return []
    found = case.book.of_rule[mine.level.name, mine.rule.source.id]
    return [path for path in found if path != mine.path] if len(found) <= MAX_RECORDS else []


def _neighbours(case: Case, twins: list[str]) -> list[str]:
    """Records of the same level under the same one, if they are not too many."""
    mine = case.book.nodes[case.key.path]
    above = case.book.parents.get(mine.path)
    beside = () if above is None else case.book.nodes[above].children
    if len(beside) > MAX_RECORDS:
        return []
    known = {mine.path, *twins}
    return [node.path for node in beside if node.level == mine.level and node.path not in known]


def _of_records(case: Case, paths: list[str]) -> Iterator[tuple[Key, Fraction, Pair]]:
    for key in _own_operands(case):
        figure = case.book.figure(key)
        if figure is None or figure.origin != "given":
            continue
        for path in paths:
            other = key._replace(path=path)
            number = case.book.number(other)
            if number is not None and number != case.book.number(key):
                yield key, number, _of_record(case, other)


def _of_record(case: Case, key: Key) -> Pair:
    """Names another record, and the document in which its datum stands."""
    document = case.book.nodes[key.path].documents.get(key.figure)
    behind = f" ({document})" if document else ""
    return f"{key.path}{behind}", f"of {key.path}{behind}"


def copied(case: Case) -> Iterator[Candidate]:
    """An operand of the record printed in place of the figure computed from it."""
    for key in _own_operands(case):
        number = _exact(case, key)
        if number is not None:
            message = (f"angka {key.figure} disalin", f"the figure {key.figure} was copied")
            yield Candidate(number, message, {case.name(key): exact_text(number)})
