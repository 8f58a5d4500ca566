"""Small rules of the data, run by the engine when a page is made: what a reader sees is what it gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.checker import check_catalogue
from sakip_rules.diagnostics import DataError, RuleError
from sakip_rules.evaluator import evaluate_report
from sakip_rules.examples.runner import resolvers, run_rule_examples
from sakip_rules.loader.document import parse_document
from sakip_rules.loader.gate import REPORT_LIMITS
from sakip_rules.loader.rules import read_rule_file
from sakip_rules.models import FormulaRule, ScaleRule
from sakip_rules.pages.answers import Answers
from sakip_rules.reader.report import read_report
from sakip_rules.wording.values import figure_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip_rules.checker import Checked
    from sakip_rules.languages import Language, Pair
    from sakip_rules.loader import LoadedRule
    from sakip_rules.pages.answers import Answer

OWNER: Final = "contoh"
FIRST_VERSION: Final = "1.0.0"
_STATED: Final = {
    "title": "{id: Contoh, en: Example}",
    "valid_from": "2020",
    "legal_basis": "[{document: Contoh buatan, confidence: applied}]",
}
"""What every rule has; a body may state it otherwise."""
_AS_WRITTEN: Final[Pair] = ("hasilnya seperti tertulis", "as written")
"""Of a framework's or a table's example, which states what came out."""


@dataclass(frozen=True, slots=True)
class SampleRun:
    """The files of a small rule and those it refers to, and what came of the examples of the first."""

    texts: tuple[str, ...]
    outcomes: tuple[tuple[Pair, Pair], ...]
    """The title of each example with its answer in words; of a report, of each record with its main value."""


def run_sample(bodies: Mapping[str, str], report: str = "") -> SampleRun:
    """Runs rules of the data, `kind name` or `kind name@version` -> what the file says beside its head.

    Raises `SakipRulesError` where a rule or the report has errors, or an example comes out otherwise.
    """
    texts = {_file(name): _written(name, body) for name, body in bodies.items()}
    checked = check_catalogue(RuleCatalogue([read_rule_file(text, file) for file, text in texts.items()]))
    resolver_of = resolvers(checked)
    wrong = [found for found in checked.diagnostics if found.severity == "error"]
    for loaded in checked.usable:
        for outcome in run_rule_examples(loaded, resolver_of):
            wrong += outcome.diagnostics
    if wrong:
        raise RuleError(wrong)
    if report:
        return SampleRun((report, *texts.values()), tuple(_records(report, checked)))
    first = next(loaded for loaded in checked.usable if loaded.file == next(iter(texts)))
    return SampleRun(tuple(texts.values()), tuple(_outcomes(first, Answers(checked))))


def _file(name: str) -> str:
    _, called, version = _parts(name)
    return f"{OWNER}/{called}/{version}.yaml"


def _parts(name: str) -> tuple[str, str, str]:
    """The kind, name and version of `kind name` or `kind name@version`."""
    kind, _, called = name.partition(" ")
    called, _, version = called.partition("@")
    return kind, called, version or FIRST_VERSION


def _written(name: str, body: str) -> str:
    """A whole file: the head that every rule has, then the body."""
    kind, called, version = _parts(name)
    head = {"kind": kind, "id": f"{OWNER}/{called}", "version": version, **_STATED}
    lines = [f"{key}: {value}" for key, value in head.items() if f"\n{key}:" not in f"\n{body}"]
    return "\n".join([*lines, body])


def _outcomes(loaded: LoadedRule, answers: Answers) -> Iterator[tuple[Pair, Pair]]:
    rule = loaded.rule
    for example in rule.examples:
        if not isinstance(rule, FormulaRule | ScaleRule):
            yield example.title.pair, _AS_WRITTEN
            continue
        answer = answers.answer(rule.id, rule.valid_from.year, getattr(example, "given", None))
        yield example.title.pair, (_answered(answer, "id"), _answered(answer, "en"))


def _answered(answer: Answer, lang: Language) -> str:
    """What a rule gives as it is shown: a formula rule its rounded result with its class."""
    if answer.record is None:
        return answer.words(lang)
    shown = figure_words(answer.record.result, lang)
    return shown if answer.category is None else f"{shown} ({answer.category})"


def _records(report: str, checked: Checked) -> Iterator[tuple[Pair, Pair]]:
    document, diagnostics = parse_document(report, "laporan.yaml", REPORT_LIMITS)
    if document is None:
        raise DataError(diagnostics)
    for node in evaluate_report(read_report(document, checked)).root.walk():
        figure = node.headline_figure
        if figure is not None:
            yield node.title_pair, (figure_words(figure, "id"), figure_words(figure, "en"))
