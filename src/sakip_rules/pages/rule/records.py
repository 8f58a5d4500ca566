"""What a record is given, computes and checks: of a rule, of the rows of a collection, of a level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.literals import LiteralError, read_literal
from sakip_rules.markup import NOTHING, Markup, joined, tag
from sakip_rules.pages.rule.formulas import call_block, drawn, formula_block, words
from sakip_rules.pages.rule.lexicon import INPUT, STEP, anchor_of, lexicon_of
from sakip_rules.pages.rule.typeset import typeset
from sakip_rules.pages.rule.view import facts_of
from sakip_rules.plans import InputPlan
from sakip_rules.wording.rules import rounding_words
from sakip_rules.wording.terms import TYPE_WORDS
from sakip_rules.wording.values import unit_name, value_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip_rules.languages import Pair
    from sakip_rules.models import Body, Check, FixedRow, FormulaField, Input, Step
    from sakip_rules.pages.rule.lexicon import Lexicon
    from sakip_rules.pages.rule.view import RuleView

CHECK: Final = "syarat"

_ROWS: Final[Pair] = ("daftar, satu baris per isian", "a list, one row for each entry")
_IF_NOT_GIVEN: Final[Pair] = ("bila tidak diisi:", "if not given:")
_CODES_OF: Final[Pair] = ("kode menurut", "codes by")
_CHOICES: Final[Pair] = ("pilihan:", "choices:")
_FROM_RULE: Final[Pair] = ("dari aturan indikatornya", "from its indicator rule")
_EACH_GIVEN: Final[Pair] = ("Setiap baris berisi:", "Each row holds:")
_EACH_COMPUTED: Final[Pair] = ("Dihitung di setiap baris:", "Computed in each row:")
_EACH_CHECKED: Final[Pair] = ("Syarat di setiap baris:", "Conditions in each row:")
_CATEGORY: Final[Pair] = ("kategori menurut", "category by")
_FIXED: Final[Pair] = ("Baris-baris tetap:", "Fixed rows:")
_ROW: Final[Pair] = ("baris", "row")
_ONLY_WARNS: Final[Pair] = ("bila tidak dipenuhi: hanya peringatan", "if it does not hold: a warning only")
_IS_WRONG: Final[Pair] = ("bila tidak dipenuhi: tidak dapat dihitung", "if it does not hold: not computable")


def inputs_list(body: Body, view: RuleView, names: Lexicon, path: tuple[str, ...] = ()) -> Markup:
    """Gives what a record is given, one entry an input; below a collection what each of its rows has."""
    entries = [
        _entry(INPUT, (*path, name), view.text(declared.title), _input(name, declared, view, names, path))
        for name, declared in body.inputs.items()
    ]
    return tag("dl", *entries, class_="inputs") if entries else NOTHING


def _entry(kind: str, path: tuple[str, ...], title: str, *content: Markup) -> Markup:
    """An input or a step: its name and title, where links to it lead, and all about it."""
    shown = [tag("code", path[-1])] + ([" ", title] if title else [])
    return joined([tag("dt", *shown, id=anchor_of(kind, *path)), tag("dd", *content)])


def _input(name: str, declared: Input, view: RuleView, names: Lexicon, path: tuple[str, ...]) -> Markup:
    facts = facts_of(_input_facts(name, declared, view))
    if declared.each is None:
        return facts
    row, below = declared.each, (*path, name)
    own = {**names, **lexicon_of(row, below)}
    return joined([
        facts,
        _labelled(_EACH_GIVEN, inputs_list(row, view, own, below), view),
        _labelled(_EACH_COMPUTED, steps_list(row, view, own, below), view),
        _labelled(_EACH_CHECKED, checks_list(row.checks, view, own, below), view),
    ])  # fmt: skip


def _labelled(label: Pair, content: Markup, view: RuleView) -> Markup:
    return joined([tag("p", view.say(label), class_="label"), content]) if content else NOTHING


def _input_facts(name: str, declared: Input, view: RuleView) -> list[str]:
    """Type, unit, choices, codes, where the value comes from, and what holds if none is given."""
    facts = [view.say(TYPE_WORDS[declared.type] if declared.each is None else _ROWS)]
    if declared.unit is not None:
        facts.append(unit_name(declared.unit, view.lang))
    if isinstance(declared.choices, tuple):
        codes = joined((tag("code", code) for code in declared.choices), ", ")
        facts.append(joined([view.say(_CHOICES), " ", codes]))
    elif declared.choices is not None:
        facts.append(joined([view.say(_CHOICES), " ", view.rule(declared.choices)]))
    if declared.codes is not None:
        facts.append(joined([view.say(_CODES_OF), " ", view.rule(declared.codes)]))
    if declared.from_ is not None:
        facts.append(view.say(_FROM_RULE))
    if declared.default is not None:
        facts.append(f"{view.say(_IF_NOT_GIVEN)} {default_words(name, declared, view)}")
    return facts


def default_words(name: str, declared: Input, view: RuleView) -> str:
    """Gives a default as data of its type; a CODE of a table, which is no literal, as it is written."""
    written = declared.default
    choices = (written,) if isinstance(written, str) else ()
    plan = InputPlan(name, (name, name), declared.type, declared.unit, choices)
    try:
        return value_words(read_literal(written, plan), None, view.lang)
    except LiteralError:
        return clean(str(written))


def steps_list(body: Body, view: RuleView, names: Lexicon, path: tuple[str, ...] = ()) -> Markup:
    """Gives what a record computes: each step, how, and what is done to its value."""
    entries = [
        _entry(STEP, (*path, name), view.text(step.title), _way(step, names, view), _treatment(step, view))
        for name, step in body.steps.items()
    ]
    return tag("dl", *entries, class_="steps") if entries else NOTHING


def _way(step: Step, names: Lexicon, view: RuleView) -> Markup:
    if step.formula is not None:
        return formula_block(step.formula, names, view)
    if step.rule is not None:
        return call_block(step.rule, step.with_, names, view)
    rows = [_fixed_row(place, row, names, view) for place, row in enumerate(step.rows or (), 1)]
    return joined([tag("p", view.say(_FIXED), class_="label"), *rows])


def _fixed_row(place: int, row: FixedRow, names: Lexicon, view: RuleView) -> Markup:
    """A row that the rule itself states: its id and its cells."""
    row_id, cells = row
    head = tag("strong", row_id) if row_id is not None else f"{view.say(_ROW)} {place}"
    shown = (_cell(name, cell, names, view) for name, cell in cells.items())
    return tag("div", tag("p", head), tag("ul", *shown), class_="row")


def _cell(name: str, cell: FormulaField, names: Lexicon, view: RuleView) -> Markup:
    label = joined([tag("code", name), " = "])
    if isinstance(cell, str):
        return tag("li", label, typeset(cell, names, view.lang, block=False), words(cell, names, view))
    return tag("li", label, formula_block(cell, names, view))


def _treatment(step: Step, view: RuleView) -> Markup:
    """What is done to the value of a step: its unit, its rounding, the scale it is banded by."""
    facts: list[str] = [unit_name(step.unit, view.lang)] if step.unit is not None else []
    if step.rounding is not None:
        facts.append(rounding_words(step.rounding, view.lang))
    if step.scale is not None:
        facts.append(joined([view.say(_CATEGORY), " ", view.rule(step.scale)]))
    return facts_of(facts)


def checks_list(
    checks: Iterable[Check], view: RuleView, names: Lexicon, path: tuple[str, ...] = ()
) -> Markup:
    """Gives each check: what must hold, what is said where it does not, and what follows then."""
    lines = [_check(place, check, view, names, path) for place, check in enumerate(checks, 1)]
    return tag("ol", *lines, class_="checks") if lines else NOTHING


def _check(place: int, check: Check, view: RuleView, names: Lexicon, path: tuple[str, ...]) -> Markup:
    severity = _ONLY_WARNS if check.severity == "warning" else _IS_WRONG
    return tag(
        "li",
        tag("p", view.prose(check.message), class_="message"),
        drawn(check.expect, names, view),
        facts_of([view.say(severity)]),
        id=anchor_of(CHECK, *path, str(place)),
    )
