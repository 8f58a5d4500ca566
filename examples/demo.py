"""What the project is for, in one screenful: a report computed, one figure explained, its misprints found.

Run by `python3 run.py demo`. It uses the public API only, so it is also an example of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from sakip_rules import Catalogue
from sakip_rules.api import Report
from sakip_rules.languages import Language
from sakip_rules.numbers import indonesian

REPORT = Path(__file__).with_name("dinsos-lumajang-2020.yaml")
EXPLAINED = "kesejahteraan-pmks/penanganan"
EXPLAINED_LINES = 8
CARRIED = "printed-operand"
WIDTH = 79
VERDICTS = {
    "same": "sama",
    "cut": "dipotong",
    "differs": "berbeda",
    "not_recomputable": "tidak dapat dihitung",
}


def main() -> None:
    """Prints the three parts."""
    lang: Language = "en" if os.environ.get("SAKIP_LANG", "id").startswith("en") else "id"
    rules = Catalogue.bundled()
    report = rules.evaluate_report(REPORT)
    print_computed(report, lang)
    print_explained(report, lang)
    print_audit(rules, lang)


def heading(text: str) -> None:
    """Prints a heading, bold on a terminal that can."""
    plain = not sys.stdout.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    print(text if plain else f"\x1b[1m{text}\x1b[0m")


def print_computed(report: Report, lang: Language) -> None:
    """The headline figures: every indicator, and what is added up from them."""
    computed = "from raw counts" if lang == "en" else "dihitung dari data mentahnya"
    heading(f"1. {report.tree.title}, {computed}")
    print(f"  {'':38} {'target':>6} {'nyata' if lang == 'id' else 'actual':>6} {'capaian':>7}")
    for node in report:
        headline = node.headline_figure
        figures = [node.figure("target"), node.figure("realisasi"), headline]
        if headline is None or headline.text is None or headline.category is None or node.level == "kegiatan":
            continue
        cells = [indonesian(figure.text) if figure and figure.text else "" for figure in figures]
        title = node.title_pair[lang == "en"]
        print(f"  {cut(title, 38):38} {cells[0]:>6} {cells[1]:>6} {cells[2]:>7}  {headline.category.label}")


def print_explained(report: Report, lang: Language) -> None:
    """How one figure came about, by which rule, on what legal basis."""
    heading(f"2. sakip explain {REPORT.name} {EXPLAINED}")
    lines = report.explain(EXPLAINED, lang=lang).splitlines()
    steps = [line for line in lines[3:] if line.strip()]
    basis = next(i for i, line in enumerate(steps) if line.startswith(("Dasar hukum", "Legal basis")))
    for line in [*steps[:EXPLAINED_LINES], *steps[basis : basis + 4]]:
        print(f"  {cut(line, WIDTH - 2)}")


def print_audit(rules: Catalogue, lang: Language) -> None:
    """Every misprint once, with its cause; a cause is given only where it yields the printed digits."""
    audit = rules.audit_report(REPORT)
    names = {} if lang == "en" else VERDICTS
    counts = ", ".join(
        f"{count} {names.get(verdict, verdict)}" for verdict, count in audit.summary.items() if count
    )
    heading(f"3. sakip audit: {counts}")
    cuts = unique(finding.printed for finding in audit.findings if finding.verdict == "cut")
    differing = [finding for finding in audit.findings if finding.verdict == "differs"]
    carried = unique(
        finding.printed for finding in differing if finding.cause and finding.cause.code == CARRIED
    )
    seen: set[tuple[str, str, str]] = set()
    for finding in differing:
        key = (finding.path, finding.figure, finding.printed)
        if key in seen or finding.printed in carried:
            continue
        seen.add(key)
        none = "no cause found" if lang == "en" else "tidak ditemukan sebabnya"
        cause = finding.cause.message[lang == "en"] if finding.cause else none
        left = f"  {shown(finding.printed):>11} → {shown(finding.recomputed):<8} "
        print(left + cut(cause, WIDTH - len(left)))
    print_group("cut instead of rounded", "dipotong, bukan dibulatkan", cuts, lang)
    print_group("computed from misprints above", "dihitung dari angka yang keliru", carried, lang)


def print_group(english_text: str, indonesian_text: str, printed: list[str], lang: Language) -> None:
    """Figures that went wrong in one way, on one line."""
    text = english_text if lang == "en" else indonesian_text
    print("  " + cut(f"{text}: {' · '.join(shown(one) for one in printed)}", WIDTH - 2))


def unique(texts: Iterable[str]) -> list[str]:
    """The texts in order, each once."""
    return list(dict.fromkeys(texts))


def cut(text: str, width: int) -> str:
    """The text, or as much of it as fits."""
    return text if len(text) <= width else text[: width - 1] + "…"


def shown(text: str | None) -> str:
    """A printed or recomputed text, numbers in Indonesian form."""
    return "–" if text is None else indonesian(text) if text.lstrip("-").replace(".", "").isdigit() else text


if __name__ == "__main__":
    main()
