"""Examples of frameworks: a report is given, figures of its records must come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from sakip_rules.diagnostics import Path, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.evaluator import evaluate_report
from sakip_rules.examples.comparison import Comparison, compared
from sakip_rules.loader import LoadedRule
from sakip_rules.models import FrameworkExample
from sakip_rules.reader import read_example_report
from sakip_rules.resolver import Resolver
from sakip_rules.results import Figure, ReportNode

EXPECTED: Final = ("value", "category", "status", "reason")
_FIGURE: Final = re.compile(r"([a-z][a-z0-9_]*)(?:@([0-9]{4}))?")


def run_framework(
    example: FrameworkExample,
    loaded: LoadedRule,
    resolver_of: Callable[[int], Resolver],
    comparison: Comparison,
) -> None:
    """Runs one example of a framework, with the rules of its report's year."""
    data = read_example_report(example, loaded, (*comparison.path, "report"), resolver_of)
    root = evaluate_report(data).root
    for path, figures in example.expect.items():
        node = root.find(path)
        if node is None:
            comparison.report("unknown-name.path", ("expect", path), name=quoted(path))
            continue
        for name, expected in figures.items():
            _compare(node, name, expected, ("expect", path, name), comparison)


def _compare(node: ReportNode, name: str, written: object, at: Path, comparison: Comparison) -> None:
    """Compares one figure, `name` or `name@year`, with what is expected of it."""
    figure = _figure(node, name)
    if figure is None:
        comparison.report("unknown-name.example-figure", at, name=quoted(name))
        return
    expected = _expectation(written, at, comparison)
    if (value := expected.get("value")) is not None:
        comparison.number(at, value, compared(figure), figure.unit)
    if "category" in expected:
        comparison.category((*at, "category"), name, expected["category"], figure.in_category)
    if (status := expected.get("status")) is not None:
        comparison.absent(at, status, expected.get("reason"), figure.value)


def _figure(node: ReportNode, name: str) -> Figure | None:
    match = _FIGURE.fullmatch(name)
    if match is None:
        return None
    return node.figure(match[1], int(match[2]) if match[2] is not None else None)


def _expectation(written: object, at: Path, comparison: Comparison) -> dict[str, str | None]:
    """Gives what is expected, each part as text, or no category; what cannot fail is a mistake."""
    if isinstance(written, str):
        return {"value": written}
    if not isinstance(written, Mapping) or not written.keys() & {"value", "category", "status"}:
        comparison.report("missing-key.example-result", at)
        return {}
    expected: dict[str, str | None] = {}
    for key, part in written.items():
        if key not in EXPECTED:
            hint = did_you_mean(key, EXPECTED)
            comparison.report("unknown-key", (*at, key), name=quoted(key), hint=hint)
        elif not isinstance(part, str) and (key, part) != ("category", None):
            comparison.report("bad-value.text", (*at, key))
        else:
            expected[key] = part
    return expected
