"""The receipt of a result: which rules, which engine, which day it was computed with."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from sakip_rules.diagnostics import RuleError, diagnose, quoted
from sakip_rules.exporters.seen import UsedRule
from sakip_rules.version import __version__


class Receipt(NamedTuple):
    """The rules that were used, by id, version and hash of their files; the engine; the day.

    Whoever has the same receipt and the same data computes the same.
    """

    rules: tuple[UsedRule, ...]
    day: datetime.date
    """The day on which the versions in force were taken."""

    engine: str = __version__

    def to_dict(self) -> dict[str, Any]:
        """The receipt as JSON sees it."""
        return {
            "engine": self.engine,
            "day": self.day.isoformat(),
            "rules": [used._asdict() for used in self.rules],
        }


def changed(before: tuple[UsedRule, ...], now: tuple[UsedRule, ...]) -> list[str]:
    """Gives the references of the rules of which one receipt has another file than another, or none."""
    return sorted(used.reference for used in set(before) ^ set(now))


def refusal(references: list[str]) -> RuleError:
    """Gives the error of a result whose rules are not those any more that it was computed with."""
    named = ", ".join(dict.fromkeys(map(quoted, references)))
    return RuleError([diagnose("rule-changed", None, name=named)])
