"""Which path is answered by what."""

from __future__ import annotations

import dataclasses
import datetime
import io
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.api import Result
from sakip_rules.api.boundary import day_of
from sakip_rules.diagnostics import DataError, Diagnostic, UsageError, diagnose, quoted
from sakip_rules.diagnostics.core import command
from sakip_rules.explainer.steps import explain_record
from sakip_rules.exporters.audit.json import audit_object
from sakip_rules.exporters.explanation.json import explanation_object
from sakip_rules.exporters.report.json import report_object
from sakip_rules.loader import REPORT_LIMITS, RULE_LIMITS
from sakip_rules.service.asking import ask, names_of
from sakip_rules.service.calls import CALLS, answer_call, told
from sakip_rules.service.parts import RequestParts, wrong
from sakip_rules.service.reading import read_request
from sakip_rules.service.web.messages import JSON, Asked, Reply
from sakip_rules.service.web.openapi import Description, newest_of, take_the_same
from sakip_rules.version import __version__

if TYPE_CHECKING:
    from sakip_rules.api import Catalogue, Rule
    from sakip_rules.languages import Language

BODY: Final = "<body>"
"""What diagnostics call the body of a request."""

WRAPPERS: Final = ("inputs", "data", "given")
"""What people put the data of a rule in, though they are the whole body."""

YAML: Final = ("application/yaml", "text/yaml")


class ToAnswer(NamedTuple):
    """All that an answer is made from."""

    catalogue: Catalogue
    description: Description
    asked: Asked
    names: tuple[str | None, ...]
    """What stands in the path where it may be anything."""

    parameters: Mapping[str, object]
    lang: Language


class Route(NamedTuple):
    """A method and a path, and what answers them; `heavy` is what may take long."""

    method: str
    path: re.Pattern[str]
    answer: Callable[[ToAnswer], Reply]
    heavy: bool = False


def _health(wanted: ToAnswer) -> Reply:
    RequestParts(wanted.parameters, ())
    rules = len(wanted.catalogue.knowledge.shelf.ids())
    return Reply.of({"status": "ok", "engine": __version__, "rules": rules})


def _openapi(wanted: ToAnswer) -> Reply:
    RequestParts(wanted.parameters, ("lang",))
    return Reply(200, wanted.description.text(wanted.lang)).tagged(wanted.asked)


def _rules(wanted: ToAnswer) -> Reply:
    takes = ("q", *(name for name in CALLS["rules"].takes if name != "words"))
    parts = RequestParts(wanted.parameters, takes)
    written = {name: value for name, value in wanted.parameters.items() if name != "q"}
    words = (parts.text("q") or "").split()
    return Reply.of(answer_call(wanted.catalogue, "rules", written | {"words": words}, wanted.lang)).tagged(
        wanted.asked
    )


def _rule(wanted: ToAnswer, parts: RequestParts) -> Rule:
    """Gives the rule that a path names: the version in it, or the one of the day that is asked for."""
    owner, name, version = wanted.names
    if version is not None:
        return wanted.catalogue.rule(f"{owner}/{name}@{version}", on=_day(parts))
    day = _day(parts)
    if day is None:
        raise UsageError([wrong("bad-request.on", "on", path=f"/v1/rules/{owner}/{name}")])
    rule = wanted.catalogue.rule(f"{owner}/{name}", on=day)
    must_take_the_same(wanted.catalogue, rule)
    return rule


def _day(parts: RequestParts) -> datetime.date | None:
    """Gives the day that the address asks for, if it does; raises `UsageError`."""
    text = parts.text("on")
    try:
        return None if text is None else day_of(text)
    except UsageError:
        raise UsageError([wrong("bad-date.query", "on", written=quoted(text or ""))]) from None


def must_not_be_wrapped(rule: Rule, given: Mapping[str, object]) -> None:
    """Raises `DataError` where the data stand one level too deep, as the worker has them."""
    names = names_of(rule)
    for name, inner in given.items():
        if len(given) == 1 and isinstance(inner, Mapping) and name in WRAPPERS and name not in names:
            texts = {"name": quoted(name), "sample": command(_sample_of(rule))}
            raise DataError([wrong("bad-request.wrapped", name, **texts)])


def _sample_of(rule: Rule) -> str:
    """Gives how the data of a rule begin."""
    return f'{{"{next(iter(names_of(rule)), "…")}": …}}'


def must_take_the_same(catalogue: Catalogue, rule: Rule) -> None:
    """Raises `UsageError` for a version that takes other data than the newest, as which its path is typed."""
    rule_id = rule.loaded.rule.id
    if rule.loaded is catalogue.knowledge.of([rule_id]).catalogue.versions[rule_id][-1]:
        return  # nearly always: nothing need be compared
    newest = newest_of(catalogue, rule_id)
    if newest is None or newest.reference == rule.reference or take_the_same(newest, rule):
        return
    texts = {"used": quoted(rule.reference), "newest": quoted(newest.reference)}
    raise UsageError(
        [diagnose("bad-request.version", None, path=quoted(f"/v1/rules/{rule.reference}"), **texts)]
    )


def _evaluate(wanted: ToAnswer) -> Reply:
    parts = RequestParts(wanted.parameters, ("on", "receipt", "trace"))
    trace = parts.truth("trace")
    rule = _rule(wanted, parts)
    text = wanted.asked.text(RULE_LIMITS.size, JSON)
    given = read_request(text, BODY, _sample_of(rule), RULE_LIMITS)
    must_not_be_wrapped(rule, given)
    decimals = list(decimals_in(given))
    if decimals:
        raise DataError(decimals)
    answer = ask(rule, given)
    object_ = told(answer, parts, wanted.lang)
    if trace and isinstance(answer, Result):
        object_ |= explanation_object(explain_record(answer.record, wanted.lang))
    return Reply.of(object_)


def _report(wanted: ToAnswer) -> Reply:
    return Reply.of(report_object(wanted.catalogue.evaluate_report(_source(wanted)).tree, wanted.lang))


def _audit(wanted: ToAnswer) -> Reply:
    return Reply.of(audit_object(wanted.catalogue.audit_report(_source(wanted)), wanted.lang))


def _source(wanted: ToAnswer) -> io.StringIO:
    """Gives the report in the body: JSON, or YAML as report files are."""
    RequestParts(wanted.parameters, ())
    text = io.StringIO(wanted.asked.text(REPORT_LIMITS.size, JSON, *YAML))
    text.name = BODY  # what diagnostics call it
    return text


def _check(wanted: ToAnswer) -> Reply:
    RequestParts(wanted.parameters, ())
    text = wanted.asked.text(RULE_LIMITS.size, *YAML)
    return Reply.of(answer_call(wanted.catalogue, "check", {"text": text}, wanted.lang))


def decimals_in(value: object, at: tuple[str | int, ...] = ()) -> Iterator[Diagnostic]:
    """Gives a mistake for each number with decimals: programs that send one may have computed with floats."""
    if isinstance(value, Decimal) and value != value.to_integral_value():
        yield dataclasses.replace(diagnose("bad-request.decimal", None, text=f"{value:f}"), argument=at)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from decimals_in(item, (*at, name))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from decimals_in(item, (*at, place))


_VERSION: Final = r"(?:@([0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}))?"


def _path(text: str) -> re.Pattern[str]:
    name = r"([a-z0-9]+(?:-[a-z0-9]+)*)"
    return re.compile(text.replace("{}", name))


ROUTES: Final = (
    Route("GET", _path("/health"), _health),
    Route("GET", _path("/openapi.json"), _openapi, heavy=True),
    Route("GET", _path("/v1/rules"), _rules, heavy=True),
    Route("POST", _path("/v1/rules/{}/{}" + _VERSION), _evaluate),
    Route("POST", _path("/v1/reports"), _report, heavy=True),
    Route("POST", _path("/v1/audits"), _audit, heavy=True),
    Route("POST", _path("/v1/checks"), _check, heavy=True),
)
