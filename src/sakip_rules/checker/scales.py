"""Checks of a scale: every number of its domain has exactly one band, proved, with a witness if not."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from sakip_rules.checker.findings import Findings
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.languages import Pair
from sakip_rules.links import shapes
from sakip_rules.models import ScaleRule
from sakip_rules.numbers import (
    NumberTextError,
    decimal_text,
    read_number,
    round_to,
    shortest_text,
)
from sakip_rules.scales import Flaw, Span, prove
from sakip_rules.wording.values import number_pair


def check_scale(rule: ScaleRule, findings: Findings) -> None:
    """Proves the scale, and asks for an example at every end of every band."""
    for flaw in prove(shapes.scale_of(rule)):
        _add(flaw, rule, findings)
    _check_shared(rule, findings)
    _check_examples(rule, findings)


def number_text(number: Fraction) -> Pair:
    """Gives a number for a message: Indonesian and English."""
    text = shortest_text(number)
    if text is None:
        text = decimal_text(number, 6)
    return number_pair(text)


def _add(flaw: Flaw, rule: ScaleRule, findings: Findings) -> None:
    texts: dict[str, str | Pair] = {"witness": number_text(flaw.witness)}
    for label, index in zip(("one", "other"), flaw.bands, strict=False):
        texts[label] = quoted(rule.bands[index].category)
    path: Path = ("bands", *flaw.bands[-1:])
    if flaw.kind == "gaps-unused":
        findings.at_key(flaw.kind, ("gaps",))
    elif flaw.kind != "scale-domain":
        findings.add(flaw.kind, path, **texts)
    elif _is_of_band(flaw, rule):
        findings.add("scale-domain.band", path, **texts)
    else:
        findings.add("scale-domain.stated" if rule.domain and flaw.bands else "scale-domain", path, **texts)


def _is_of_band(flaw: Flaw, rule: ScaleRule) -> bool:
    """Says whether the witness lies in the one band of the flaw: then all of it is outside the domain."""
    spans = [shapes.scale_of(rule).bands[index].span for index in flaw.bands]
    return len(spans) == 1 and spans[0] is not None and spans[0].contains(flaw.witness)


def _check_shared(rule: ScaleRule, findings: Findings) -> None:
    """Between two intervals of one category lies some number: else they are one interval."""
    places = None if rule.rounding is None else rule.rounding.places
    shared: dict[str, list[Span]] = {}
    for index, band in enumerate(shapes.scale_of(rule).bands):
        if band.span is not None:
            spans = shared.setdefault(band.category, [])
            if any(_meet(span, band.span, places) or _meet(band.span, span, places) for span in spans):
                at = ("bands", index, "category")
                findings.add("bad-value.category-adjacent", at, name=quoted(band.category))
            spans.append(band.span)


def _meet(low: Span, high: Span, places: int | None) -> bool:
    """Says whether one interval ends where the other begins, with no number (or multiple) between them."""
    if low.high is None or high.low is None or low.high > high.low:
        return False
    if places is None:
        return low.high == high.low and (low.high_closed or high.low_closed)
    step = Fraction(10) ** places
    end, begin = low.high * step, high.low * step
    first = math.floor(end) + 1 if low.high_closed else math.ceil(end)
    return first > begin or (first == begin and high.low_closed)


def _check_examples(rule: ScaleRule, findings: Findings) -> None:
    """Asks once for each number that an end is, as the scale sees it."""
    tried = {_seen(rule, number) for number in _given(rule)}
    for index, band in enumerate(rule.bands):
        for key in ("above", "from_", "exactly", "up_to", "below"):
            end = getattr(band, key)
            if end is not None and _seen(rule, end) not in tried:
                tried.add(_seen(rule, end))
                at = ("bands", index, key.removesuffix("_"))
                findings.warn("example-missing", at, number=number_text(end))


def _given(rule: ScaleRule) -> Iterator[Fraction]:
    """The numbers of the examples; the others are words, or no numbers, which running them says."""
    for example in rule.examples:
        try:
            yield read_number(example.given, rule.unit)
        except NumberTextError:
            continue


def _seen(rule: ScaleRule, number: Fraction) -> Fraction:
    """The number as the scale sees it: rounded first, if it says so."""
    if rule.rounding is None:
        return number
    return round_to(number, rule.rounding.places, rule.rounding.mode)
