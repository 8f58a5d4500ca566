"""Checks of a scale: every number of its domain has exactly one band, proved, with a witness if not."""

from __future__ import annotations

from fractions import Fraction

from sakip_rules.checker import shapes
from sakip_rules.checker.findings import Findings
from sakip_rules.checker.references import Path
from sakip_rules.diagnostics import quoted
from sakip_rules.models import Band, ScaleRule
from sakip_rules.numbers import decimal_text, indonesian, read_number, round_to, shortest_text
from sakip_rules.numbers import NumberTextError
from sakip_rules.scales import Flaw, prove


def check_scale(rule: ScaleRule, findings: Findings) -> None:
    """Proves the scale, and asks for an example at every end of every band."""
    for flaw in prove(shapes.scale_of(rule)):
        _add(flaw, rule, findings)
    _check_examples(rule, findings)


def number_text(number: Fraction) -> tuple[str, str]:
    """Gives a number for a message: Indonesian and English."""
    text = shortest_text(number)
    if text is None:
        text = decimal_text(number, 6)
    return indonesian(text), text


def _add(flaw: Flaw, rule: ScaleRule, findings: Findings) -> None:
    texts: dict[str, str | tuple[str, str]] = {"witness": number_text(flaw.witness)}
    bands = [rule.bands[index] for index in flaw.bands]
    for label, band in zip(("one", "other"), bands, strict=False):
        texts[label] = quoted(band.category)
    path: Path = ("bands", flaw.bands[-1]) if flaw.bands else ("bands",)
    if flaw.kind == "gaps-unused":
        findings.at_key(flaw.kind, ("gaps",))
    elif flaw.kind == "scale-domain":
        outside = len(bands) == 1 and not _covers(bands[0], flaw, rule)
        key = "scale-domain.band" if outside else "scale-domain"
        findings.add(key, path if outside else ("domain",) if rule.domain else ("bands",), **texts)
    else:
        findings.add(flaw.kind, path, **texts)


def _covers(band: Band, flaw: Flaw, rule: ScaleRule) -> bool:
    """Says whether the witness is a number of the domain (outside all bands), not of the band."""
    span = shapes.band_of(band).span
    return span is None or not span.contains(flaw.witness)


def _check_examples(rule: ScaleRule, findings: Findings) -> None:
    tried = set()
    for example in rule.examples:
        try:
            tried.add(_seen(rule, read_number(example.given)))
        except NumberTextError:
            continue
    asked: set[Fraction] = set()
    for index, band in enumerate(rule.bands):
        for key in ("above", "from_", "exactly", "up_to", "below"):
            end = getattr(band, key)
            if end is not None and _seen(rule, end) not in tried and end not in asked:
                asked.add(end)
                at = ("bands", index, key.rstrip("_"))
                findings.warn("example-missing", at, number=number_text(end))


def _seen(rule: ScaleRule, number: Fraction) -> Fraction:
    """The number as the scale sees it: rounded first, if it says so."""
    if rule.rounding is None:
        return number
    return round_to(number, rule.rounding.places, rule.rounding.mode)
