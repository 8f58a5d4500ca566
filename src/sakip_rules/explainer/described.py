"""A rule in words, without data: formula, inputs, scale, legal basis, versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Line
from sakip_rules.explainer.scaled import band_lines, boundary_lines, line_lines
from sakip_rules.explainer.sources import basis_lines
from sakip_rules.explainer.words import POLARITY, STATUS, number, rounding_words, safe
from sakip_rules.expression import parse
from sakip_rules.expression.text import to_words
from sakip_rules.languages import Language, say
from sakip_rules.models import AbsentValue, FrameworkRule, ScaleRule, TableRule
from sakip_rules.models.rules import table_nodes
from sakip_rules.numbers import read_plain, shortest_text

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule, Body, Case, FormulaRule, Input, Step

KINDS: Final[dict[str, Pair]] = {
    "indicator": ("rumus realisasi indikator", "indicator"),
    "achievement": ("capaian kinerja", "achievement"),
    "efficiency": ("efisiensi", "efficiency"),
    "index": ("nilai atau indeks", "index"),
    "scale": ("skala", "scale"),
    "table": ("tabel", "table"),
    "framework": ("kerangka pengukuran kinerja", "framework"),
}

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
    "basis": ("Dasar hukum", "Legal basis"),
    "versions": ("Versi", "Versions"),
}

_TYPES: Final[dict[str, Pair]] = {
    "number": ("angka", "number"),
    "count": ("cacah", "count"),
    "truth": ("ya atau tidak", "yes or no"),
    "choice": ("pilihan", "choice"),
    "polarity": ("arah indikator", "polarity"),
    "range": ("rentang", "range"),
}

_INTERPOLATED: Final[dict[str, Pair]] = {
    "refuse": (
        "di antara dua titik: garis lurus; di luar semua titik tidak ada nilainya",
        "between two points: a straight line; beyond all points there is no value",
    ),
    "hold": (
        "di antara dua titik: garis lurus; di luar semua titik: nilai ujungnya",
        "between two points: a straight line; beyond all points: the value at the end",
    ),
    "extend": (
        "di antara dua titik: garis lurus, diteruskan ke luar semua titik",
        "between two points: a straight line, extended beyond all points",
    ),
}

CELLS_SHOWN: Final = 40
WIDTH: Final = 80
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
        Line(0, f"{rule.reference} · {say(KINDS[rule.kind], lang)}", "quiet"),
        Line(0, safe(rule.title.pair, lang), "title"),
    ]
    if rule.description is not None:
        lines.append(Line(0, safe(rule.description.pair, lang)))
    lines += _content(rule, lang, width - INDENT)
    if scale is not None:
        shown = [*band_lines(scale, lang), Line(0, ""), *line_lines(scale, lang, width - INDENT)]
        lines += [*_section("scale", shown, lang), Line(1, scale.reference, "quiet")]
    lines += _section("errata", _errata(rule, lang), lang)
    lines += _section("basis", basis_lines([rule], lang), lang)
    lines += _section("versions", _versions(versions, lang), lang)
    return lines


def _section(key: str, lines: Iterable[Line], lang: Language) -> list[Line]:
    found = list(lines)
    return [Line(0, ""), Line(0, say(_HEADINGS[key], lang), "title"), *found] if found else []


def _content(rule: AnyRule, lang: Language, width: int) -> list[Line]:
    if isinstance(rule, ScaleRule):
        return [
            *_section("bands", band_lines(rule, lang), lang),
            *_section("line", line_lines(rule, lang, width), lang),
            *_section("ends", boundary_lines(rule, lang), lang),
        ]
    if isinstance(rule, TableRule):
        return _section("rows", _cells(rule, lang), lang)
    if isinstance(rule, FrameworkRule):
        return [line for name, level in rule.levels.items() for line in _level(name, level, lang)]
    titles = _titles(rule, lang)
    formula = [*_formula(rule.formula, titles, 1, lang), *_facts(rule, lang)]
    return [*_section("formula", formula, lang), *_body(rule, titles, lang)]


def _facts(rule: FormulaRule, lang: Language) -> Iterator[Line]:
    """Gives what holds for the result of a formula: unit, rounding, scale, polarity, and its aliases."""
    yield Line(1, f"{say(('satuan', 'unit'), lang)} {clean(rule.unit)}", "quiet")
    if rule.rounding is not None:
        yield Line(1, rounding_words(rule.rounding, lang), "quiet")
    if rule.scale is not None:
        yield Line(1, f"{say(('kategori menurut', 'category by'), lang)} {rule.scale}", "quiet")
    if rule.polarity is not None:
        yield Line(1, say(POLARITY[rule.polarity], lang), "quiet")
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
        yield Line(1, words)


def period(rule: AnyRule, lang: Language) -> str:
    """Gives the years a rule applies to: `sejak 2018`, `2018–2020`; days where it is not whole years."""
    since, until = rule.valid_from, rule.valid_to
    whole = (since.month, since.day) == (1, 1) and (until is None or (until.month, until.day) == (12, 31))
    first = str(since.year) if whole else str(since)
    if until is None:
        return f"{say(('sejak', 'since'), lang)} {first}"
    if not whole:
        return f"{first} – {until}"
    return first if since.year == until.year else f"{first}–{until.year}"


# ---------------------------------------------------------------- formulas


def _titles(body: Body, lang: Language) -> dict[str, str]:
    named: list[tuple[str, Input | Step]] = [*body.inputs.items(), *body.steps.items()]
    return {name: safe(entry.title.pair, lang) for name, entry in named if entry.title is not None}


def _formula(
    formula: str | tuple[Case, ...], titles: dict[str, str], depth: int, lang: Language
) -> Iterator[Line]:
    """Gives a formula as it is written and in words; of cases, each."""
    if isinstance(formula, str):
        yield Line(depth, formula)
        words = to_words(parse(formula), titles, lang)
        if words != formula:
            yield Line(depth + 1, words, "quiet")
        return
    for case in formula:
        yield Line(depth, _condition(case, titles, lang))
        outcome = case.then if case.then is not None else case.otherwise
        if isinstance(outcome, AbsentValue):
            yield Line(depth + 1, say(STATUS[outcome.status], lang))
        elif outcome is not None:
            yield from _formula(outcome, titles, depth + 1, lang)
        if case.note is not None:
            yield Line(depth + 1, safe(case.note.pair, lang), "quiet")


def _condition(case: Case, titles: dict[str, str], lang: Language) -> str:
    if case.when is None:
        return say(("selain itu:", "otherwise:"), lang)
    return f"{say(('bila', 'when'), lang)} {to_words(parse(case.when), titles, lang)}:"


def _body(body: Body, titles: dict[str, str], lang: Language) -> list[Line]:
    steps = (line for name, step in body.steps.items() for line in _step(name, step, titles, lang))
    checks = (
        line
        for check in body.checks
        for line in (Line(1, safe(check.message.pair, lang)), Line(2, check.expect, "quiet"))
    )
    return [
        *_section("inputs", _inputs(body, lang), lang),
        *_section("steps", steps, lang),
        *_section("checks", checks, lang),
    ]


def _inputs(body: Body, lang: Language) -> Iterator[Line]:
    for name, declared in body.inputs.items():
        title = f": {safe(declared.title.pair, lang)}" if declared.title is not None else ""
        facts = [say(_TYPES[declared.type] if declared.each is None else ("baris-baris", "rows"), lang)]
        facts += [clean(declared.unit)] if declared.unit is not None else []
        if declared.choices is not None:
            choices = declared.choices
            facts.append(clean(" | ".join(choices) if isinstance(choices, tuple) else str(choices)))
        if declared.codes is not None:
            facts.append(f"{say(('kode', 'codes'), lang)} {declared.codes}")
        yield Line(1, f"{name}{title} ({', '.join(facts)})")
        if declared.each is not None:
            yield from (Line(line.depth + 1, line.text, line.style) for line in _inputs(declared.each, lang))


def _step(name: str, step: Step, titles: dict[str, str], lang: Language) -> Iterator[Line]:
    title = f": {titles[name]}" if name in titles else ""
    unit = f" ({clean(step.unit)})" if step.unit is not None else ""
    yield Line(1, f"{name}{title}{unit}")
    if step.formula is not None:
        yield from _formula(step.formula, titles, 2, lang)
    elif step.rule is not None:
        yield Line(2, f"{say(('dengan aturan', 'by rule'), lang)} {step.rule}")
    for row_id, cells in step.rows or ():
        shown = ", ".join(f"{key} = {cell if isinstance(cell, str) else '…'}" for key, cell in cells.items())
        yield Line(2, f"{clean(row_id)}: {shown}" if row_id is not None else shown)


def _level(name: str, level: Body, lang: Language) -> Iterator[Line]:
    yield Line(0, "")
    title = getattr(level, "title", None)
    yield Line(0, name if title is None else f"{name}: {safe(title.pair, lang)}", "title")
    yield from _inputs(level, lang)
    titles = _titles(level, lang)
    for step_name, step in level.steps.items():
        yield from _step(step_name, step, titles, lang)


# ---------------------------------------------------------------- tables


def _cells(table: TableRule, lang: Language) -> Iterator[Line]:
    yield Line(1, f"{' × '.join(table.keys)} → {clean(table.unit)}", "quiet")
    if table.interpolate is not None:
        yield Line(1, say(_INTERPOLATED[table.outside], lang), "quiet")
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
