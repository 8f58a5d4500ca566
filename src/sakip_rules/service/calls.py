"""What may be asked for, and how each is answered: one table for the worker and for HTTP."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.api.boundary import day_of
from sakip_rules.diagnostics import UsageError, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.explainer.search import Wanted, search
from sakip_rules.explainer.steps import explain_record
from sakip_rules.exporters.audit.json import audit_object
from sakip_rules.exporters.checks.json import checks_object
from sakip_rules.exporters.explanation.json import explanation_object
from sakip_rules.exporters.report.json import report_object
from sakip_rules.exporters.rules.json import rules_object
from sakip_rules.results import ROOT
from sakip_rules.service.asking import Answered, ask, describe
from sakip_rules.service.parts import RequestParts, wrong
from sakip_rules.service.texts import check_text
from sakip_rules.vocabulary import CONFIDENCES, KINDS

if TYPE_CHECKING:
    from sakip_rules.api import Catalogue, Rule
    from sakip_rules.exporters.objects import Json
    from sakip_rules.languages import Language

Answer = Callable[["Catalogue", RequestParts, "Language"], "Json"]


class ServiceCall(NamedTuple):
    """The parts that a request may have, and what answers it."""

    takes: tuple[str, ...]
    answer: Answer


def answer_call(catalogue: Catalogue, name: str, written: Mapping[str, object], lang: Language) -> Json:
    """Gives the answer to a request by the name of its call; raises `SakipRulesError`."""
    call = CALLS.get(name)
    if call is None:
        raise UsageError(
            [wrong("bad-request.call", "call", name=quoted(name), near=did_you_mean(name, CALLS))]
        )
    return call.answer(catalogue, RequestParts(written, call.takes), lang)


def _rule(catalogue: Catalogue, parts: RequestParts) -> Rule:
    return catalogue.rule(parts.needed("rule"), on=parts.text("on"))


def _evaluate(catalogue: Catalogue, parts: RequestParts, lang: Language) -> Json:
    return told(ask(_rule(catalogue, parts), parts.map("inputs")), parts, lang)


def told(answer: Answered, parts: RequestParts, lang: Language) -> Json:
    """Gives an answer as an object, with its receipt if that is asked for."""
    return answer.to_dict(lang, receipt=parts.truth("receipt"))


def _classify(catalogue: Catalogue, parts: RequestParts, lang: Language) -> Json:
    return told(_rule(catalogue, parts).classify(parts.any("value")), parts, lang)


def _look_up(catalogue: Catalogue, parts: RequestParts, lang: Language) -> Json:
    return told(_rule(catalogue, parts).look_up(*parts.items("codes")), parts, lang)


def _report(catalogue: Catalogue, parts: RequestParts, lang: Language) -> Json:
    return report_object(catalogue.evaluate_report(_source(parts)).tree, lang)


def _audit(catalogue: Catalogue, parts: RequestParts, lang: Language) -> Json:
    return audit_object(catalogue.audit_report(_source(parts)), lang)


def _source(parts: RequestParts) -> Mapping[str, object] | io.StringIO:
    """Gives the report of a request; the name of a file is none: files of this machine are not read."""
    report = parts.report("report")
    return io.StringIO(report) if isinstance(report, str) else report


def _explain(catalogue: Catalogue, parts: RequestParts, lang: Language) -> Json:
    if "report" in parts:
        report, path = catalogue.evaluate_report(_source(parts)), parts.text("path") or ROOT
        return explanation_object(report.steps(path, parts.text("figure"), parts.whole("year"), lang))
    if "inputs" in parts:
        record = _rule(catalogue, parts).evaluate_inputs(parts.map("inputs")).record
        return explanation_object(explain_record(record, lang))
    return explanation_object(describe(catalogue, _rule(catalogue, parts), lang))


def _check(catalogue: Catalogue, parts: RequestParts, lang: Language) -> Json:
    return checks_object(check_text(catalogue, parts.needed("text")), lang)


def _rules(catalogue: Catalogue, parts: RequestParts, lang: Language) -> Json:
    on = parts.text("on")
    wanted = Wanted(
        words=parts.texts("words"),
        owner=parts.text("owner"),
        kind=parts.choice("kind", KINDS),
        day=None if on is None else day_of(on),
        sector=parts.text("sector"),
        regulation=parts.text("regulation"),
        confidence=parts.choice("confidence", CONFIDENCES),
    )
    return rules_object(list(search(catalogue.rules, wanted)), lang)


CALLS: Final[Mapping[str, ServiceCall]] = {
    "evaluate": ServiceCall(("rule", "on", "inputs", "receipt"), _evaluate),
    "classify": ServiceCall(("rule", "on", "value", "receipt"), _classify),
    "look_up": ServiceCall(("rule", "on", "codes", "receipt"), _look_up),
    "report": ServiceCall(("report",), _report),
    "audit": ServiceCall(("report",), _audit),
    "explain": ServiceCall(("rule", "on", "inputs", "report", "path", "figure", "year"), _explain),
    "check": ServiceCall(("text",), _check),
    "rules": ServiceCall(("words", "owner", "kind", "on", "sector", "regulation", "confidence"), _rules),
}
"""Every call by its name."""
