"""The engine's side of the workbench page: one request about the texts in its editor, one answer, both JSON.

The same module runs in a browser (Pyodide) and in the tests: it knows no page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from sakip_rules.api import Catalogue
from sakip_rules.audit import Audit, Finding
from sakip_rules.diagnostics import Diagnostic, SakipRulesError
from sakip_rules.diagnostics.core import known_language
from sakip_rules.explainer.described import describe_rule
from sakip_rules.explainer.lines import Line
from sakip_rules.explainer.steps import explain_node
from sakip_rules.exporters.audit.words import cause_words, counted, named, value
from sakip_rules.exporters.examples.json import examples_object
from sakip_rules.exporters.report.figures import remark, shown, title_of, unit_of
from sakip_rules.exporters.subjects import ExampleRun
from sakip_rules.languages import Language, say
from sakip_rules.loader.stated import path_of_text
from sakip_rules.models import Reference
from sakip_rules.results import ROOT, ReportNode, ReportTree
from sakip_rules.wording.terms import VERDICT_WORDS
from sakip_rules.wording.values import unit_name

Json = dict[str, Any]

REPORT: Final = "laporan.yaml"
_NEAR: Final = re.compile(r"`([^`]+)`\?$")


class Bench:
    """A folder that holds what stands in the editor: at most one rule of one's own, and one report."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rule: Path | None = None
        self.report = folder / REPORT

    def answer(self, request: str) -> str:
        """Gives the answer to a request; both are JSON text.

        A request says what to `do` (`look` at the texts, `explain` a figure, `open` a bundled rule, `list`
        their ids) and in which `lang`. Raises `KeyError` or `ValueError` for what no page asks.
        """
        asked = json.loads(request)
        jobs: Mapping[str, Callable[[Json, Language], Json]] = {
            "look": self._look,
            "explain": self._explain,
            "open": self._open,
            "list": self._list,
        }
        answered = jobs[asked["do"]](asked, known_language(asked["lang"]))
        return json.dumps(answered, ensure_ascii=False)

    def _look(self, asked: Json, lang: Language) -> Json:
        self._lay(asked["rule"], asked["report"])
        try:
            return self._report(lang) if asked["at"] == "report" else self._rule(lang)
        except SakipRulesError as error:
            return {"diagnostics": _shown(error.diagnostics, lang)}

    def _lay(self, rule: str, report: str) -> None:
        """Puts the texts where files with these ids belong."""
        if self.rule is not None:
            self.rule.unlink()
            self.rule = None
        if rule.strip():
            self.rule = self.folder / path_of_text(rule)
            self.rule.parent.mkdir(parents=True, exist_ok=True)
            self.rule.write_text(rule, encoding="utf-8", newline="")
        self.report.write_text(report, encoding="utf-8", newline="")

    def _catalogue(self) -> Catalogue:
        return Catalogue.bundled() if self.rule is None else Catalogue.bundled(self.folder)

    def _rule(self, lang: Language) -> Json:
        if self.rule is None:
            return {"diagnostics": []}
        catalogue = self._catalogue()
        diagnostics = [found for found in catalogue.check() if found.code != "bundled-hidden"]
        answer: Json = {"diagnostics": _shown(diagnostics, lang)}
        if any(found.severity == "error" for found in diagnostics):
            return answer
        outcomes = catalogue.run_examples()
        run = ExampleRun(outcomes, [found for outcome in outcomes for found in outcome.diagnostics])
        reference = f"{self.rule.parent.relative_to(self.folder).as_posix()}@{self.rule.stem}"
        rule = catalogue.rule(reference).loaded.rule
        return answer | {
            "reference": reference,
            "description": _lines(describe_rule(rule, [rule], lang)),
            "examples": _examples(run, lang),
        }

    def _report(self, lang: Language) -> Json:
        catalogue = self._catalogue()
        data = catalogue.read_report(self.report)
        report = catalogue.evaluate_report(self.report)
        return {
            "diagnostics": _shown(data.warnings, lang),
            "report": _rows(report.tree, lang),
            "audit": _findings(catalogue.audit_report(self.report), lang),
        }

    def _explain(self, asked: Json, lang: Language) -> Json:
        """How one figure of the report that was looked at last came about."""
        tree = self._catalogue().evaluate_report(self.report).tree
        node = tree.root.find(asked["path"])
        if node is None:
            return {"lines": []}
        figure = asked.get("figure") or node.headline
        return {"lines": _lines(explain_node(node, tree.framework, figure=figure, year=tree.year, lang=lang))}

    def _open(self, asked: Json, _lang: Language) -> Json:
        """The text of a bundled rule, its newest version."""
        reference = Reference.parse(asked["rule"])
        files = Catalogue.bundled().knowledge.shelf.versions(reference.id) if reference is not None else []
        if not files:
            return {"text": None}
        return {"text": Path(files[-1].file).read_text(encoding="utf-8")}

    def _list(self, _asked: Json, _lang: Language) -> Json:
        return {"rules": sorted(Catalogue.bundled().knowledge.shelf.ids())}


def _shown(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic], lang: Language) -> list[Json]:
    return [found.to_dict(lang) | _mark(found) for found in diagnostics]


def _mark(diagnostic: Diagnostic) -> Json:
    """How much of its line a diagnostic means, and the word to put there if it is known."""
    place = diagnostic.place
    if place is None or not place.width:
        return {}
    named = (_NEAR.search(text[0]) for _, text in diagnostic.texts if not isinstance(text, str))
    near = next((match[1] for match in named if match is not None), None)
    return {"width": place.width} | ({} if near is None else {"mend": near})


def _lines(lines: list[Line]) -> list[Json]:
    return [{"depth": line.depth, "text": line.text, "style": line.style} for line in lines]


def _examples(run: ExampleRun, lang: Language) -> Json:
    shown = examples_object(run, lang)
    return {"summary": shown["summary"], "examples": shown["examples"]}


def _rows(tree: ReportTree, lang: Language) -> Json:
    """Gives a report as a table: a row a record, with its headline in words."""
    rows = [_row(node, tree.organization, lang) for node in tree.root.walk()]
    return {"title": tree.title, "year": tree.year, "rows": rows}


def _row(node: ReportNode, organization: str, lang: Language) -> Json:
    depth = 0 if node.path == ROOT else node.path.count("/") + 1
    row = {"path": node.path, "depth": depth, "title": title_of(node, organization, lang)}
    figure = node.headline_figure
    if figure is None:
        return row
    unit = unit_of(node, figure)
    return row | {
        "figure": say(figure.title, lang),
        "value": shown(figure, lang),
        "unit": unit_name(unit, lang) if unit else "",
        "remark": remark(figure, lang),
    }


def _findings(audit: Audit, lang: Language) -> Json:
    """Gives an audit as a table: the counts in words, and a row for each figure that is not the same."""
    rows = [_finding(finding, lang) for finding in audit.findings if finding.verdict != "same"]
    return {"counts": counted(audit, lang), "rows": rows}


def _finding(finding: Finding, lang: Language) -> Json:
    return {
        "path": finding.path,
        "figure": named(finding),
        "where": finding.where,
        "printed": value(finding.printed, lang),
        "recomputed": value(finding.beside, lang),
        "verdict": finding.verdict,
        "said": say(VERDICT_WORDS[finding.verdict], lang),
        "cause": cause_words(finding, lang),
    }
