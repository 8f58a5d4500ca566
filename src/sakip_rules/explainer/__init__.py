"""A result in words and formulas, step by step; a rule in words."""

from sakip_rules.explainer.described import describe_rule
from sakip_rules.explainer.lines import Line, Paint, Style, render, unpainted
from sakip_rules.explainer.steps import explain_node, explain_record, result_lines

__all__ = [
    "Line",
    "Paint",
    "Style",
    "describe_rule",
    "explain_node",
    "explain_record",
    "render",
    "result_lines",
    "unpainted",
]
