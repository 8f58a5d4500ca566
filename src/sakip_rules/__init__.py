"""Declarative rules for Indonesian performance reports: computed exactly, explained, audited.

Names are imported when they are first used, so that `import sakip_rules` and `sakip --help` stay quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from sakip_rules.version import __version__

if TYPE_CHECKING:
    from sakip_rules.api import Catalogue, Report, Result, Rule
    from sakip_rules.diagnostics import DataError, RuleError, SakipRulesError, UsageError

_HOMES = {
    "Catalogue": "sakip_rules.api",
    "Report": "sakip_rules.api",
    "Result": "sakip_rules.api",
    "Rule": "sakip_rules.api",
    "DataError": "sakip_rules.diagnostics",
    "RuleError": "sakip_rules.diagnostics",
    "SakipRulesError": "sakip_rules.diagnostics",
    "UsageError": "sakip_rules.diagnostics",
}


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
    "Catalogue",
    "DataError",
    "Report",
    "Result",
    "Rule",
    "RuleError",
    "SakipRulesError",
    "UsageError",
    "__version__",
]
