"""What programs import (design: the Python API)."""

from sakip_rules.api.catalogue import Catalogue, bundled_folder
from sakip_rules.api.collection import RuleSummary
from sakip_rules.api.facts import Choice, RuleBand, RuleInput
from sakip_rules.api.outcomes import Classified, LookedUp, Result
from sakip_rules.api.receipts import Receipt
from sakip_rules.api.report import Report
from sakip_rules.api.rule import Rule
from sakip_rules.api.workspace import Workspace
from sakip_rules.exporters.seen import FigureValue, ReportRecord, UsedRule

__all__ = [
    "Catalogue",
    "Choice",
    "Classified",
    "FigureValue",
    "LookedUp",
    "Receipt",
    "Report",
    "ReportRecord",
    "Result",
    "Rule",
    "RuleBand",
    "RuleInput",
    "RuleSummary",
    "UsedRule",
    "Workspace",
    "bundled_folder",
]
