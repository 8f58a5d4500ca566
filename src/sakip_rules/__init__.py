"""Declarative rules for Indonesian performance reports: computed exactly, explained, audited.

Names are imported when they are first used, so that `import sakip_rules` and `sakip --help` stay quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from sakip_rules.version import __version__

if TYPE_CHECKING:
    from sakip_rules.api import (
        Catalogue,
        Choice,
        Classified,
        FigureValue,
        LookedUp,
        Receipt,
        Report,
        ReportRecord,
        Result,
        Rule,
        RuleBand,
        RuleInput,
        RuleSummary,
        UsedRule,
        Workspace,
    )
    from sakip_rules.api.audit import AuditedReport
    from sakip_rules.diagnostics import DataError, Diagnostic, Place, RuleError, SakipRulesError, UsageError

_ROOMS = {
    "sakip_rules.api.audit": ("AuditedReport",),
    "sakip_rules.api": (
        *(
            "Catalogue",
            "Choice",
            "Classified",
            "FigureValue",
            "LookedUp",
            "Receipt",
            "Report",
            "ReportRecord",
        ),
        *("Result", "Rule", "RuleBand", "RuleInput", "RuleSummary", "UsedRule", "Workspace"),
    ),
    "sakip_rules.diagnostics": (
        *("DataError", "Diagnostic", "Place", "RuleError", "SakipRulesError", "UsageError"),
    ),
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    """Gives a public name from the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(importlib.import_module(_HOMES[name]), name)
    return found


def __dir__() -> list[str]:
    """Gives the public names, those not imported yet too."""
    return __all__


__all__ = [
    "AuditedReport",
    "Catalogue",
    "Choice",
    "Classified",
    "DataError",
    "Diagnostic",
    "FigureValue",
    "LookedUp",
    "Place",
    "Receipt",
    "Report",
    "ReportRecord",
    "Result",
    "Rule",
    "RuleBand",
    "RuleError",
    "RuleInput",
    "RuleSummary",
    "SakipRulesError",
    "UsageError",
    "UsedRule",
    "Workspace",
    "__version__",
]
