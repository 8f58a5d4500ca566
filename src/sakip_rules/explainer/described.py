"""A rule in words, without data: formula, inputs, scale, legal basis, versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final, assert_never

from sakip_rules.diagnostics.core import clean
from sakip_rules.diagnostics.rendering import WIDTH
from sakip_rules.explainer.bodies import (
    category_line,
    check_lines,
    formula_lines,
    input_lines,
    level_lines,
    step_lines,
    titles_of,
)
from sakip_rules.explainer.lines import Line
from sakip_rules.explainer.scaled import band_lines, boundary_lines, line_lines
from sakip_rules.explainer.sources import basis_lines
from sakip_rules.languages import Language, say
from sakip_rules.models import FormulaRule, FrameworkRule, ScaleRule, TableRule
from sakip_rules.models.rules import table_nodes
from sakip_rules.numbers import read_plain, shortest_text
from sakip_rules.wording.rules import period, rounding_words, unit_words
from sakip_rules.wording.terms import KIND_WORDS, MEASURES_WORDS, OUTSIDE_WORDS, POLARITY_WORDS
from sakip_rules.wording.values import number, safe, unit_name

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule

_HEADINGS: Final[dict[str, Pair]] = {
    "formula": ("Rumus", "Formula"),
    "inputs": ("Masukan", "Inputs"),
    "steps": ("Langkah", "Steps"),
    "checks": ("Pemeriksaan", "Checks"),
    "bands": ("Rentang", "Bands"),
    "scale": ("Kategori hasilnya", "Category of the result"),
    "line": ("Garis bilangan", "Number line"),
    "ends": ("Di sekitar batas", "Around the ends"),
    "errata": ("Salah cetak di sumbernya", "Misprints in the source"),
    "rows": ("Isi tabel", "Rows"),
    "levels": ("Semua jenjang", "All levels"),
    "basis": ("Dasar hukum", "Legal basis"),
    "versions": ("Versi", "Versions"),
}

CELLS_SHOWN: Final = 40
INDENT: Final = 2


def describe_rule(
    rule: AnyRule,
    versions: Iterable[AnyRule],
    lang: Language = "id",
    *,
    width: int = WIDTH,
    scale: ScaleRule | None = None,
) -> list[Line]:
    """Gives the lines that say what a rule does and which versions of it there are.

    `scale` is the one that gives a formula rule its category, if it is to be shown. Only the number line
    of a scale needs the `width` that lines will be wrapped to.
    """
    lines = [
        Line(0, f"{rule.reference} · {say(KIND_WORDS[rule.kind], lang)}", "quiet"),
        Line(0, safe(rule.title.pair, lang), "title"),
    ]
    if rule.also_called:
        named = f"{say(('disebut juga', 'also called'), lang)} {clean(', '.join(rule.also_called))}"
        lines.append(Line(0, named, "quiet"))
    if rule.description is not None:
        lines.append(Line(0, safe(rule.description.pair, lang)))
    lines += _content(rule, lang, width - INDENT)
    if scale is not None:
        shown = [*band_lines(scale, lang), Line(0, ""), *line_lines(scale, lang, width - INDENT)]
        lines += [*_section("scale", shown, lang), Line(1, scale.reference, "quiet")]
    lines += _section("errata", _errata(rule, lang), lang)
    lines += _section("basis", basis_lines(rule.reference, rule.title.pair, rule.legal_basis, lang), lang)
    lines += _section("versions", _versions(versions, lang), lang)
    return lines


def _section(key: str, lines: Iterable[Line], lang: Language) -> list[Line]:
    below = list(lines)
    return [Line(0, ""), Line(0, say(_HEADINGS[key], lang), "title"), *below] if below else []


def _content(rule: AnyRule, lang: Language, width: int) -> list[Line]:
    match rule:
        case FormulaRule():
            return _of_formula(rule, lang)
        case ScaleRule():
            return _of_scale(rule, lang, width)
        case TableRule():
            cells = _section("rows", _cells(rule, lang), lang)
            return [*cells, *_section("checks", check_lines(rule.checks, 1, lang), lang)]
        case FrameworkRule():
            shared = _section("levels", [*_rounding(rule, lang), *_aliases(rule)], lang)
            levels = (level_lines(name, level, lang) for name, level in rule.levels.items())
            return [*shared, *chain.from_iterable(levels)]
        case _:
            assert_never(rule)


def _of_scale(rule: ScaleRule, lang: Language, width: int) -> list[Line]:
    return [
        *_section("bands", band_lines(rule, lang), lang),
        *_section("line", line_lines(rule, lang, width), lang),
        *_section("ends", boundary_lines(rule, lang), lang),
    ]


def _of_formula(rule: FormulaRule, lang: Language) -> list[Line]:
    formula = formula_lines(rule.formula, titles_of(rule, lang), 1, lang)
    return [
        *_section("formula", [*formula, *_facts(rule, lang)], lang),
        *_section("inputs", input_lines(rule, 1, lang), lang),
        *_section("steps", step_lines(rule, 1, lang), lang),
        *_section("checks", check_lines(rule.checks, 1, lang), lang),
    ]


def _facts(rule: FormulaRule, lang: Language) -> Iterator[Line]:
    """Gives what holds for the result of a formula, and what its codes and aliases mean."""
    yield Line(1, unit_words(rule.unit, lang), "quiet")
    yield from _rounding(rule, lang)
    if rule.scale is not None:
        yield category_line(rule.scale, 1, lang)
    if rule.polarity is not None:
        yield Line(1, say(POLARITY_WORDS[rule.polarity], lang), "quiet")
    if rule.measures is not None:
        yield Line(1, say(MEASURES_WORDS[rule.measures], lang), "quiet")
    if rule.codes is not None:
        yield Line(1, f"{say(('kode menurut', 'codes by'), lang)} {rule.codes}", "quiet")
    yield from _aliases(rule)


def _rounding(rule: FormulaRule | FrameworkRule, lang: Language) -> Iterator[Line]:
    if rule.rounding is not None:
        yield Line(1, rounding_words(rule.rounding, lang), "quiet")


def _aliases(rule: FormulaRule | FrameworkRule) -> Iterator[Line]:
    for alias, reference in rule.uses.items():
        yield Line(1, f"{alias} = {reference}", "quiet")


def _errata(rule: AnyRule, lang: Language) -> Iterator[Line]:
    printed, corrected = say(("tercetak", "printed"), lang), say(("seharusnya", "should be"), lang)
    for erratum in rule.errata:
        said = f"{printed} {clean(erratum.printed)}, {corrected} {clean(erratum.corrected)}"
        yield Line(1, f"{clean(erratum.where)}: {said}")
        if erratum.note is not None:
            yield Line(2, safe(erratum.note.pair, lang), "quiet")


def _versions(versions: Iterable[AnyRule], lang: Language) -> Iterator[Line]:
    for rule in versions:
        words = f"{rule.version}  {period(rule, lang)}"
        if rule.supersedes is not None:
            words += f", {say(('menggantikan', 'supersedes'), lang)} {rule.supersedes.version}"
        if rule.gap is not None:
            yield Line(1, safe(rule.gap.pair, lang), "quiet")
        yield Line(1, words)


def _cells(table: TableRule, lang: Language) -> Iterator[Line]:
    yield Line(1, f"{' × '.join(table.keys)} → {unit_name(table.unit, lang)}", "quiet")
    if table.interpolate is not None:
        yield Line(1, say(OUTSIDE_WORDS[table.outside], lang), "quiet")
    cells = [(path, cell) for path, cell in table_nodes(table.rows) if not isinstance(cell, dict)]
    for path, cell in cells[:CELLS_SHOWN]:
        yield Line(1, f"{clean(', '.join(path))}: {_cell(cell, lang)}")
    if len(cells) > CELLS_SHOWN:
        more = len(cells) - CELLS_SHOWN
        yield Line(1, say((f"dan {more} lagi", f"and {more} more"), lang))


def _cell(cell: str | None, lang: Language) -> str:
    value = None if cell is None else read_plain(cell)
    text = None if value is None else shortest_text(value)
    return say(("tidak diisi", "undefined"), lang) if text is None else number(text, lang)
