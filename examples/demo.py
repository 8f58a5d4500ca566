"""What the project is for, on one screen: a report computed, one figure explained, its misprints found.

Run by `python3 run.py demo`. It uses the public API only, so it is also an example of it.
"""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from sakip_rules import Catalogue
from sakip_rules.api import Report
from sakip_rules.audit import Audit, Finding
from sakip_rules.languages import Language, Pair
from sakip_rules.numbers import indonesian, read_plain
from sakip_rules.results import Figure, ReportNode
from sakip_rules.wording.values import unit_name

REPORT = Path(__file__).with_name("dinsos-lumajang-2020.yaml")
RULE_FILE = "rules/lumajang/ketepatan-sasaran/1.0.0.yaml"
OUTCOME = "ketepatan-sasaran"
EXPLAINED = "kesejahteraan-pmks/penanganan"
EXPLAINED_LINES = 5
WORST = 5
WIDTH = 80
TITLE, UNIT = 30, 7

WHAT: Pair = (
    (
        "Laporan kinerja yang dihitung ulang dari data mentahnya, menurut rumus dalam berkas YAML: "
        "tepat sampai digit terakhir, setiap langkah dapat dibaca."
    ),
    (
        "A performance report computed again from its raw counts, by formulas in YAML files: "
        "exact to the last digit, and every step can be read."
    ),
)
HEADS: tuple[Pair, ...] = (
    ("Indikator", "Indicator"),
    ("Satuan", "Unit"),
    ("Target", "Target"),
    ("Realisasi", "Realised"),
    ("Capaian", "Achieved"),
    ("Kategori", "Category"),
)
TITLES = {
    "penanganan": "People with social welfare problems (PMKS) who were served",
    "kesejahteraan-meningkat": "PMKS who are better off after they were helped",
    "peningkatan-psks": "Growth in number and role of social welfare resources (PSKS)",
    "iku-bupati": "The regent's indicator: PMKS who get help for their basic needs",
}
"""The titles of the report's indicators, which are Indonesian, for readers of English."""

GRADES = "  (Baik Sekali, the report's best grade: very good.)"
COMMANDS = (
    f"sakip explain examples/{REPORT.name}",
    f"sakip audit examples/{REPORT.name}",
    "sakip rules capaian",
)


def main(arguments: list[str]) -> None:
    """Prints the five parts."""
    wanted = arguments[-1] if "--lang" in arguments else os.environ.get("SAKIP_LANG", "id")
    lang: Language = "en" if wanted.startswith("en") else "id"
    rules = Catalogue.bundled()
    report = rules.evaluate_report(REPORT)
    parts = (what_it_is(lang), table(report, lang), outcome(report, lang), explained(report, lang))
    for part in (*parts, misprints(rules.audit_report(REPORT), lang), next_commands(lang)):
        print("\n".join(part))


def said(pair: Pair, lang: Language) -> str:
    """A text in one language."""
    return pair[lang == "en"]


def heading(text: str) -> str:
    """A heading, bold on a terminal that can."""
    plain = not sys.stdout.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return text if plain else f"\x1b[1m{text}\x1b[0m"


def number(text: str | None, lang: Language) -> str:
    """A decimal text as its readers write it; anything else as it is."""
    if text is None:
        return "–"
    return indonesian(text) if lang == "id" and read_plain(text) is not None else text


def what_it_is(lang: Language) -> Iterator[str]:
    """One sentence."""
    yield from textwrap.wrap(said(WHAT, lang), WIDTH)


def table(report: Report, lang: Language) -> Iterator[str]:
    """The indicators of the report, as its third chapter has them, and their mean; no word is cut."""
    yield ""
    yield heading(f"1. {report.tree.title}")
    yield line([said(head, lang) for head in HEADS])
    for node in report:
        if node.level == "indikator":
            yield from indicator(node, lang)
    mean = report.tree.root.headline_figure
    cells = ["", "", "", shown(mean, lang), category_of(mean)]
    yield line([said(("Rata-rata sasaran", "Mean of the objectives"), lang), *cells])
    if lang == "en":
        yield GRADES


def indicator(node: ReportNode, lang: Language) -> Iterator[str]:
    """One indicator; a long title goes on below."""
    realised, target, headline = node.figure("realisasi"), node.figure("target"), node.headline_figure
    numbers = [shown(figure, lang) for figure in (target, realised, headline)]
    title = node.title_pair[lang == "en"]
    first, *rest = textwrap.wrap(TITLES.get(node.id, title) if lang == "en" else title, TITLE)
    yield line([first, unit_of(realised, lang), *numbers, category_of(headline)])
    yield from (f"  {more}" for more in rest)


def line(cells: list[str]) -> str:
    """One line of the table: title, unit, three numbers, category."""
    title, unit, target, realised, achieved, category = cells
    numbers = f"{target:>8}{realised:>10}{achieved:>9}"
    return f"  {title:{TITLE}} {unit:{UNIT}}{numbers}  {category}".rstrip()


def category_of(figure: Figure | None) -> str:
    """The category of a figure, if it has one."""
    return "" if figure is None or figure.category is None else figure.category.label


def shown(figure: Figure | None, lang: Language) -> str:
    """A figure as it is printed; of one that is not there, nothing."""
    return "" if figure is None or figure.text is None else number(figure.text, lang)


def unit_of(figure: Figure | None, lang: Language) -> str:
    """The unit of a figure."""
    unit = "" if figure is None or figure.unit is None else figure.unit
    return unit_name(unit, lang)


def outcome(report: Report, lang: Language) -> Iterator[str]:
    """The formula that came with the report of 2020: a file, and no change of code."""
    node = report.find(OUTCOME)
    realised = None if node is None else node.figure("realisasi")
    value = shown(realised, lang)
    yield ""
    yield heading(said(("2. Rumus hasil yang baru: satu berkas", "2. A new outcome formula: one file"), lang))
    yield f"  KS = pmks_ksm / pmks_dibantu * 100 = 266787 / 426794 * 100 = {value}"
    yield f"  {RULE_FILE}"


def explained(report: Report, lang: Language) -> Iterator[str]:
    """How one figure came about, by which rule."""
    yield ""
    yield heading(f"3. sakip explain {REPORT.name} {EXPLAINED}")
    steps = [line for line in report.explain(EXPLAINED, lang=lang).splitlines()[3:] if line.strip()]
    for line in steps[:EXPLAINED_LINES]:
        yield from textwrap.wrap(line, WIDTH - 2, initial_indent="  ", subsequent_indent="      ")


def misprints(audit: Audit, lang: Language) -> Iterator[str]:
    """The figures that are furthest from what the data give, each with its place and cause."""
    counts = audit.summary
    yield ""
    wrong, follow, count = counts["differs"], counts["follows"], len(audit.findings)
    indonesian_text = f"{count} angka tercetak: {wrong} keliru, {follow} mengikutinya; lima yang terparah"
    english_text = f"{count} printed figures: {wrong} wrong, {follow} follow from them; the five worst"
    yield heading(f"4. {said((indonesian_text, english_text), lang)}")
    for finding in worst(audit):
        pair = f"{number(finding.printed, lang):>7} → {number(finding.recomputed, lang):<7}"
        yield f"  {pair} {finding.where or ''}"
        none = ("sebabnya tidak ditemukan", "no cause was found")
        cause = said(finding.cause.message if finding.cause is not None else none, lang)
        yield from textwrap.wrap(cause, WIDTH, initial_indent=" " * 20, subsequent_indent=" " * 20)


def worst(audit: Audit) -> list[Finding]:
    """The wrong figures by how many times they are off, each once."""
    wrong = {(f.path, f.figure, f.printed): f for f in audit.findings if off(f) > 0}
    return sorted(wrong.values(), key=off, reverse=True)[:WORST]


def off(finding: Finding) -> Fraction:
    """How far a printed figure is from the recomputed one, as a part of that; 0 of what is not wrong."""
    printed, recomputed = (read_plain(text or "") for text in (finding.printed, finding.recomputed))
    if finding.verdict != "differs" or printed is None or not recomputed:
        return Fraction(0)
    return abs(printed - recomputed) / abs(recomputed)


def next_commands(lang: Language) -> Iterator[str]:
    """Three commands to try."""
    yield ""
    yield heading(said(("Coba sendiri:", "Try yourself:"), lang))
    yield from (f"  .venv/bin/{command}{' --lang en' * (lang == 'en')}" for command in COMMANDS)


if __name__ == "__main__":
    main(sys.argv[1:])
