"""`sakip explain`: a figure of a report, a rule with inputs, or a rule by itself, in words and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.cli.work.inputs import read_inputs
from sakip_rules.cli.work.opening import find_rule, open_rules, reference_in
from sakip_rules.compiled.speed import speed_of
from sakip_rules.diagnostics import UsageError, nearest, quoted
from sakip_rules.diagnostics.core import argument, command, did_you_mean
from sakip_rules.explainer.lines import Line
from sakip_rules.explainer.steps import explain_node, explain_record
from sakip_rules.exporters import Look
from sakip_rules.extras import needed
from sakip_rules.languages import Language, Pair, say
from sakip_rules.plans import AnyPlan, RulePlan, ScalePlan, TablePlan
from sakip_rules.service.asking import describe, names_of

if TYPE_CHECKING:
    from sakip_rules.api import Catalogue
    from sakip_rules.models import Reference
    from sakip_rules.results import ReportNode, ReportTree

NO_TABLES: Final[Pair] = (
    "Tabel data (`evaluate_table`) memerlukan paket tambahan `columns`, yang belum terpasang.",
    "Tables of data (`evaluate_table`) need the extra `columns`, which is not installed.",
)


def run(  # noqa: PLR0913 - one for each option
    *,
    subject: str,
    words: tuple[str, ...],
    on: str | None,
    speed: bool,
    form: str,
    output: str | None,
    rules: NamedRules,
    lang: Language,
) -> int:
    """Prints an explanation."""
    catalogue = open_rules(rules)
    look = look_for(output, lang)
    reference = reference_in(catalogue, subject, "explain")
    if speed:
        lines = _speed(catalogue, reference, words, on, look)
    elif reference is not None:
        lines = _rule(catalogue, reference, words, on, look)
    else:
        lines = _report(catalogue, subject, words, on, lang)
    deliver("explanation", lines, form, look, output)
    return 0


def _report(
    catalogue: Catalogue, report: str, words: tuple[str, ...], on: str | None, lang: Language
) -> list[Line]:
    if on is not None:
        raise WrongUsageError(
            (
                "--on hanya untuk aturan; sebuah laporan menyebut tahunnya sendiri.",
                "--on is for rules only; a report names its own year.",
            )
        )
    if len(words) > 1:
        raise WrongUsageError(("Untuk laporan cukup satu JALUR.", "A report takes one PATH."))
    tree = catalogue.evaluate_report(report).tree
    path, name, year = _target(words[0] if words else ".")
    node = tree.root.find(path)
    if node is None:
        raise WrongUsageError(_no_path(tree, path))
    figure, year = name or node.headline, year or tree.year
    if figure is None:
        raise WrongUsageError(_no_headline(node))
    _must_have(node, figure, year)
    return explain_node(node, tree.framework, figure=figure, year=year, lang=lang)


def _target(text: str) -> tuple[str, str | None, int | None]:
    """Reads `path`, `path:figure`, `path:figure@2019` or `path@2019`."""
    path, at, year = text.rpartition("@")
    if not (at and re.fullmatch(r"[0-9]{4}", year)):
        path, year = text, ""
    path, colon, figure = path.partition(":")
    return path or ".", figure if colon else None, int(year) if year else None


def _no_headline(node: ReportNode) -> Pair:
    below = ", ".join(quoted(child.path) for child in node.children[:8])
    return (
        f"{quoted(node.path)} hanya memuat rekaman lain, tanpa nilai utama. Di bawahnya: {below}.",
        f"{quoted(node.path)} only holds other records and has no headline value. Below it: {below}.",
    )


def _no_path(tree: ReportTree, path: str) -> Pair:
    nodes = list(tree.root.walk())
    paths = [node.path for node in nodes]
    called = [node.path for node in nodes if path.casefold() in _names_of(node)]
    near = called[0] if len(called) == 1 else nearest(path, paths)
    if near is not None:
        return (
            f"Tidak ada {quoted(path)} dalam laporan ini. Maksud Anda {quoted(near)}?",
            f"There is no {quoted(path)} in this report. Did you mean {quoted(near)}?",
        )
    some = ", ".join(quoted(known) for known in paths[:8])
    return (
        f"Tidak ada {quoted(path)} dalam laporan ini. Jalurnya antara lain: {some}.",
        f"There is no {quoted(path)} in this report. Some of its paths: {some}.",
    )


def _names_of(node: ReportNode) -> set[str]:
    """What people may call a record who do not write its whole path: its id, and its title."""
    return {name.casefold() for name in (node.id, *node.title_pair)}


def _must_have(node: ReportNode, figure: str, year: int) -> None:
    of_year = node.of_year(year)
    if of_year is None:
        years = ", ".join(str(known) for known in sorted({node.now.year, *node.earlier}))
        raise WrongUsageError(
            (
                f"Tahun {year} tidak diberikan untuk {quoted(node.path)}. Yang ada: {years}.",
                f"The year {year} is not given for {quoted(node.path)}. There are: {years}.",
            )
        )
    if figure not in of_year.figures:
        hint = did_you_mean(figure, of_year.figures)
        raise WrongUsageError(
            (
                f"{quoted(node.path)} tidak mempunyai angka {quoted(figure)}. {hint[0]}",
                f"{quoted(node.path)} has no figure {quoted(figure)}. {hint[1]}",
            )
        )


def _rule(
    catalogue: Catalogue, reference: Reference, words: tuple[str, ...], on: str | None, look: Look
) -> list[Line]:
    rule = find_rule(catalogue, reference, on)
    if not words:
        return describe(catalogue, rule, look.lang, look.width)
    if isinstance(rule.plan, ScalePlan | TablePlan):
        asked = command("sakip evaluate " + " ".join(map(argument, (rule.reference, *words))))
        raise WrongUsageError(
            (
                f"Skala dan tabel dijelaskan tanpa data. Hasilnya dihitung dengan: {asked}",
                f"A scale or table is explained without data. What it gives is computed by: {asked}",
            )
        )
    inputs = read_inputs(words, names_of(rule))
    return explain_record(rule.evaluate_inputs(inputs).record, look.lang)


def _speed(
    catalogue: Catalogue, reference: Reference | None, words: tuple[str, ...], on: str | None, look: Look
) -> list[Line]:
    if reference is None or words:
        raise WrongUsageError(("--speed hanya untuk satu ATURAN.", "--speed is for one RULE alone."))
    rule = find_rule(catalogue, reference, on)
    said = [speed_of(rule.plan), *_of_tables(rule.plan)]
    return [Line(0, rule.reference, "title"), *(Line(1, say(words, look.lang)) for words in said)]


def _of_tables(plan: AnyPlan) -> Iterator[Pair]:
    """How a formula rule is computed on a table."""
    if not isinstance(plan, RulePlan):
        return
    try:
        needed("numpy", "columns")
    except UsageError:
        yield NO_TABLES
    else:
        from sakip_rules.columns.speed import table_speed_of  # noqa: PLC0415 - now it can be imported

        yield table_speed_of(plan)
