"""Small rules of the data, run by the engine when a page is made: what a reader sees is what it gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.checker import check_catalogue
from sakip_rules.diagnostics import RuleError
from sakip_rules.examples.runner import resolvers, run_rule_examples
from sakip_rules.loader.rules import read_rule_file
from sakip_rules.models import FormulaRule, ScaleRule
from sakip_rules.pages.answers import Answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip_rules.languages import Pair
    from sakip_rules.loader import LoadedRule
    from sakip_rules.pages.answers import Answer

OWNER: Final = "contoh"
VERSION: Final = "1.0.0"
_STATED: Final = {
    "title": "{id: Contoh, en: Example}",
    "valid_from": "2020",
    "legal_basis": "[{document: Contoh buatan, confidence: applied}]",
}
"""What every rule has; a body may state it otherwise."""


@dataclass(frozen=True, slots=True)
class SampleRun:
    """The files of a small rule and those it refers to, and what came of the examples of the first."""

    texts: tuple[str, ...]
    outcomes: tuple[tuple[Pair, Answer | None], ...]
    """The title of each example with its answer; none for tables and frameworks, whose examples agreed."""


def run_sample(bodies: Mapping[str, str]) -> SampleRun:
    """Runs rules of the data, `kind name` -> what the file says beside its head.

    Raises `RuleError` where a rule has errors, or an example differs from what it expects.
    """
    texts = {f"{name.partition(' ')[2]}": _written(name, body) for name, body in bodies.items()}
    files = [read_rule_file(text, f"{OWNER}/{name}/{VERSION}.yaml") for name, text in texts.items()]
    checked = check_catalogue(RuleCatalogue(files))
    resolver_of = resolvers(checked)
    wrong = [found for found in checked.diagnostics if found.severity == "error"]
    for loaded in checked.usable:
        wrong += [
            found for outcome in run_rule_examples(loaded, resolver_of) for found in outcome.diagnostics
        ]
    if wrong:
        raise RuleError(wrong)
    shown = next(iter(texts))
    first = next(loaded for loaded in checked.usable if loaded.rule.id == f"{OWNER}/{shown}")
    return SampleRun(tuple(texts.values()), tuple(_outcomes(first, Answers(checked))))


def _written(name: str, body: str) -> str:
    """A whole file: the head that every rule has, then the body."""
    kind, _, called = name.partition(" ")
    head = {"kind": kind, "id": f"{OWNER}/{called}", "version": VERSION, **_STATED}
    lines = [f"{key}: {value}" for key, value in head.items() if f"\n{key}:" not in f"\n{body}"]
    return "\n".join([*lines, body])


def _outcomes(loaded: LoadedRule, answers: Answers) -> Iterator[tuple[Pair, Answer | None]]:
    rule = loaded.rule
    for example in rule.examples:
        computed = isinstance(rule, FormulaRule | ScaleRule)
        given = getattr(example, "given", None)
        answer = answers.answer(rule.id, rule.valid_from.year, given) if computed else None
        yield example.title.pair, answer
