"""All that a rule file states of how it computes, as sections of its page: from the model alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from sakip_rules.links.shapes import scale_of
from sakip_rules.markup import NOTHING, Markup, joined, tag
from sakip_rules.models import FormulaRule, FrameworkRule, ScaleRule, TableRule
from sakip_rules.pages.rule.bands import bands_table, boundaries_table, scale_facts
from sakip_rules.pages.rule.cells import cells_table
from sakip_rules.pages.rule.formulas import formula_block
from sakip_rules.pages.rule.levels import aliases_in, aliases_list, framework_facts, levels_list, levels_tree
from sakip_rules.pages.rule.lexicon import STEP, Meaning, lexicon_of
from sakip_rules.pages.rule.records import checks_list, inputs_list, steps_list
from sakip_rules.pages.rule.view import facts_of, section
from sakip_rules.pictures.scale import scale_picture
from sakip_rules.wording.rules import rounding_words
from sakip_rules.wording.terms import MEASURES_WORDS, POLARITY_WORDS
from sakip_rules.wording.values import unit_name

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule
    from sakip_rules.pages.rule.lexicon import Lexicon
    from sakip_rules.pages.rule.view import RuleView

HEADINGS: Final[dict[str, Pair]] = {
    "rumus": ("Rumus", "Formula"),
    "masukan": ("Masukan", "Inputs"),
    "langkah": ("Langkah", "Steps"),
    "syarat": ("Syarat", "Conditions"),
    "skala": ("Skala", "Scale"),
    "tabel": ("Isi tabel", "Table"),
    "jenjang": ("Semua jenjang", "All levels"),
}
_CELLS: Final[Pair] = ("isi sel", "cells")
_ROWS: Final[Pair] = ("baris tabel", "rows of the table")
_CATEGORY: Final[Pair] = ("kategori menurut", "category by")
_CODES: Final[Pair] = ("kode menurut", "codes by")


def formula_section(rule: AnyRule, view: RuleView) -> Markup:
    """Gives what a rule computes: formula and steps, the scale, the table, the tree of levels."""
    match rule:
        case FormulaRule():
            return _formula(rule, view)
        case ScaleRule():
            drawn = scale_picture(scale_of(rule), view.lang)
            tables = (bands_table(rule, view), scale_facts(rule, view), boundaries_table(rule, view))
            return _section("skala", view, drawn, *tables)
        case TableRule():
            return _section("tabel", view, cells_table(rule, view))
        case FrameworkRule():
            return _section("jenjang", view, levels_tree(rule, view), framework_facts(rule, view))
        case _:
            assert_never(rule)


def record_sections(rule: AnyRule, view: RuleView) -> Markup:
    """Gives what a rule is given and what it checks; of a framework, every level."""
    match rule:
        case FormulaRule():
            names = names_of(rule, view)
            return joined([
                _section("masukan", view, inputs_list(rule, view, names)),
                _section("syarat", view, checks_list(rule.checks, view, names)),
            ])  # fmt: skip
        case ScaleRule():
            return NOTHING
        case TableRule():
            return _section("syarat", view, checks_list(rule.checks, view, _names_of_cells(rule)))
        case FrameworkRule():
            return levels_list(rule, view)
        case _:
            assert_never(rule)


def _names_of_cells(rule: TableRule) -> Lexicon:
    """What the checks of a table call its cells and its codes."""
    keys = {f"rows.{key}": Meaning((key, key), "tabel") for key in rule.keys}
    return {**keys, "rows": Meaning(_ROWS, "tabel"), "rows.value": Meaning(_CELLS, "tabel")}


def names_of(rule: FormulaRule, view: RuleView) -> Lexicon:
    """Gives what the names in a rule's formulas stand for."""
    return {**aliases_in(rule.uses, view), **lexicon_of(rule)}


def _section(key: str, view: RuleView, *content: str) -> Markup:
    return section(key, view.say(HEADINGS[key]), *content)


def _formula(rule: FormulaRule, view: RuleView) -> Markup:
    names = names_of(rule, view)
    steps = steps_list(rule, view, names)
    return _section(
        "rumus",
        view,
        formula_block(rule.formula, names, view),
        _formula_facts(rule, view),
        aliases_list(rule, view),
        joined([tag("h3", view.say(HEADINGS["langkah"]), id=STEP), steps]) if steps else NOTHING,
    )


def _formula_facts(rule: FormulaRule, view: RuleView) -> Markup:
    """Gives what holds for the result of a formula."""
    facts: list[str] = [unit_name(rule.unit, view.lang)]
    if rule.rounding is not None:
        facts.append(rounding_words(rule.rounding, view.lang))
    if rule.scale is not None:
        facts.append(joined([view.say(_CATEGORY), " ", view.rule(rule.scale)]))
    if rule.polarity is not None:
        facts.append(view.say(POLARITY_WORDS[rule.polarity]))
    if rule.measures is not None:
        facts.append(view.say(MEASURES_WORDS[rule.measures]))
    if rule.codes is not None:
        facts.append(joined([view.say(_CODES), " ", view.rule(rule.codes)]))
    return facts_of(facts)
