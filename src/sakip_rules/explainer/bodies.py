"""Inputs, steps and checks in words: of a rule, of the rows of a collection, of a framework's level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Line
from sakip_rules.expression import parse
from sakip_rules.expression.words import to_words
from sakip_rules.languages import Language, say
from sakip_rules.literals import LiteralError, read_literal
from sakip_rules.models import AbsentValue, CaseCall
from sakip_rules.plans import InputPlan
from sakip_rules.wording.rules import rounding_words
from sakip_rules.wording.terms import TYPE_WORDS
from sakip_rules.wording.values import absent_words, safe, unit_name, value_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sakip_rules.languages import Pair
    from sakip_rules.models import Body, Case, Check, FixedRow, FormulaField, Input, Level, Reference, Step

_EACH_COMPUTED: Final[Pair] = ("dihitung di setiap baris:", "computed in each row:")
_EACH_CHECKED: Final[Pair] = ("diperiksa di setiap baris:", "checked in each row:")
_CHECKED: Final[Pair] = ("diperiksa:", "checked:")
_ONLY_WARNS: Final[Pair] = ("bila tidak dipenuhi: hanya peringatan", "if it does not hold: a warning only")


def titles_of(body: Body, lang: Language) -> dict[str, str]:
    """Gives the titles that the inputs and steps of a record have, by name."""
    named: list[tuple[str, Input | Step]] = [*body.inputs.items(), *body.steps.items()]
    return {name: safe(entry.title.pair, lang) for name, entry in named if entry.title is not None}


def level_lines(name: str, level: Level, lang: Language) -> Iterator[Line]:
    """Gives a level of a framework: where its records stand, what they are given, compute, and check."""
    yield Line(0, "")
    yield Line(0, name if level.title is None else f"{name}: {safe(level.title.pair, lang)}", "title")
    if level.under:
        above = say((" atau ", " or "), lang).join(level.under)
        yield Line(1, f"{say(('berada di bawah', 'stands under'), lang)} {above}", "quiet")
    if level.result is not None:
        yield Line(1, f"{say(('nilai utamanya', 'its headline value is'), lang)} {level.result}", "quiet")
    yield from input_lines(level, 1, lang)
    yield from step_lines(level, 1, lang)
    yield from _labelled(_CHECKED, check_lines(level.checks, 2, lang), 1, lang)


def _labelled(label: Pair, lines: Iterable[Line], depth: int, lang: Language) -> list[Line]:
    below = list(lines)
    return [Line(depth, say(label, lang), "quiet"), *below] if below else []


def input_lines(body: Body, depth: int, lang: Language) -> Iterator[Line]:
    """Gives what a record is given; below a collection, what its rows are given, compute, and check."""
    for name, declared in body.inputs.items():
        title = f": {safe(declared.title.pair, lang)}" if declared.title is not None else ""
        yield Line(depth, f"{name}{title} ({', '.join(_input_facts(name, declared, lang))})")
        if declared.each is not None:
            yield from _each(declared.each, depth + 1, lang)


def _each(row: Body, depth: int, lang: Language) -> Iterator[Line]:
    yield from input_lines(row, depth, lang)
    yield from _labelled(_EACH_COMPUTED, step_lines(row, depth + 1, lang), depth, lang)
    yield from _labelled(_EACH_CHECKED, check_lines(row.checks, depth + 1, lang), depth, lang)


def _input_facts(name: str, declared: Input, lang: Language) -> Iterator[str]:
    """Gives type, unit, choices, codes, where the value comes from, and what holds if none is given."""
    yield say(TYPE_WORDS[declared.type] if declared.each is None else ("daftar baris", "list of rows"), lang)
    if declared.unit is not None:
        yield unit_name(declared.unit, lang)
    if declared.choices is not None:
        choices = declared.choices
        yield clean(" | ".join(choices) if isinstance(choices, tuple) else str(choices))
    if declared.codes is not None:
        yield f"{say(('kode', 'codes'), lang)} {declared.codes}"
    if declared.from_ is not None:
        yield say(("dari aturan indikatornya", "from its indicator rule"), lang)
    if declared.default is not None:
        yield f"{say(('bila tidak diisi:', 'if not given:'), lang)} {_default(name, declared, lang)}"


def _default(name: str, declared: Input, lang: Language) -> str:
    """Gives a default as data of its type; a CODE of a table, which is no literal, as it is written."""
    written = declared.default
    choices = (written,) if isinstance(written, str) else ()
    plan = InputPlan(name, (name, name), declared.type, declared.unit, choices)
    try:
        return value_words(read_literal(written, plan), None, lang)
    except LiteralError:
        return clean(str(written))


def step_lines(body: Body, depth: int, lang: Language) -> Iterator[Line]:
    """Gives what a record computes: each step, how, and what is done to its value."""
    titles = titles_of(body, lang)
    for name, step in body.steps.items():
        title = f": {titles[name]}" if name in titles else ""
        unit = f" ({unit_name(step.unit, lang)})" if step.unit is not None else ""
        yield Line(depth, f"{name}{title}{unit}")
        yield from _way(step, titles, depth + 1, lang)
        if step.rounding is not None:
            yield Line(depth + 1, rounding_words(step.rounding, lang), "quiet")
        if step.scale is not None:
            yield category_line(step.scale, depth + 1, lang)


def category_line(scale: Reference, depth: int, lang: Language) -> Line:
    """Gives the line that says which scale a value gets its category from."""
    return Line(depth, f"{say(('kategori menurut', 'category by'), lang)} {scale}", "quiet")


def _way(step: Step, titles: Mapping[str, str], depth: int, lang: Language) -> Iterator[Line]:
    if step.formula is not None:
        yield from formula_lines(step.formula, titles, depth, lang)
    if step.rule is not None:
        yield from _call(step.rule, step.with_, titles, depth, lang)
    for row in step.rows or ():
        yield from _fixed_row(row, titles, depth, lang)


def _call(
    rule: Reference, with_: Mapping[str, FormulaField], titles: Mapping[str, str], depth: int, lang: Language
) -> Iterator[Line]:
    """Gives a rule that computes a value, and what its inputs are bound to."""
    yield Line(depth, f"{say(('dengan aturan', 'by rule'), lang)} {rule}")
    for name, bound in with_.items():
        label = f"{name} {say(('diisi dengan', 'bound to'), lang)}"
        yield from _named_formula(label, bound, titles, depth + 1, lang)


def _fixed_row(row: FixedRow, titles: Mapping[str, str], depth: int, lang: Language) -> Iterator[Line]:
    """Gives a row of a rule in one line; with cases in a cell, each cell by itself."""
    row_id, cells = row
    named = f"{clean(row_id)}: " if row_id is not None else ""
    plain = [f"{name} = {cell}" for name, cell in cells.items() if isinstance(cell, str)]
    if len(plain) == len(cells):
        yield Line(depth, named + ", ".join(plain))
        return
    yield Line(depth, named.rstrip() or say(("baris:", "row:"), lang))
    for name, cell in cells.items():
        yield from _named_formula(f"{name} =", cell, titles, depth + 1, lang)


def _named_formula(
    label: str, formula: FormulaField, titles: Mapping[str, str], depth: int, lang: Language
) -> Iterator[Line]:
    """Gives a formula behind the name that takes its value, and in words; cases below the name."""
    if isinstance(formula, str):
        yield Line(depth, f"{label} {formula}")
        yield from _in_words(formula, titles, depth + 1, lang)
    else:
        yield Line(depth, label)
        yield from formula_lines(formula, titles, depth + 1, lang)


def formula_lines(
    formula: FormulaField, titles: Mapping[str, str], depth: int, lang: Language
) -> Iterator[Line]:
    """Gives a formula as it is written and in words; of cases, each."""
    if isinstance(formula, str):
        yield Line(depth, formula)
        yield from _in_words(formula, titles, depth + 1, lang)
        return
    for case in formula:
        yield Line(depth, _condition(case, titles, lang))
        outcome = case.outcome
        if isinstance(outcome, AbsentValue):
            yield Line(depth + 1, absent_words(outcome.value(), lang))
        elif isinstance(outcome, CaseCall):
            yield from _call(outcome.rule, outcome.with_, titles, depth + 1, lang)
        else:
            yield from formula_lines(outcome, titles, depth + 1, lang)
        if case.note is not None:
            yield Line(depth + 1, safe(case.note.pair, lang), "quiet")


def _in_words(formula: str, titles: Mapping[str, str], depth: int, lang: Language) -> Iterator[Line]:
    words = to_words(parse(formula), titles, lang)
    if words != formula:
        yield Line(depth, words, "quiet")


def _condition(case: Case, titles: Mapping[str, str], lang: Language) -> str:
    if case.when is None:
        return say(("selain itu:", "otherwise:"), lang)
    return f"{say(('bila', 'when'), lang)} {to_words(parse(case.when), titles, lang)}:"


def check_lines(checks: Iterable[Check], depth: int, lang: Language) -> Iterator[Line]:
    """Gives each check by its message, with the condition below; an error is what a check usually is."""
    for check in checks:
        yield Line(depth, safe(check.message.pair, lang))
        yield Line(depth + 1, check.expect, "quiet")
        if check.severity == "warning":
            yield Line(depth + 1, say(_ONLY_WARNS, lang), "quiet")
