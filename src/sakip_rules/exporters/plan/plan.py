"""Plans as JSON of the format `sakip-plan/1`."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_rules.exporters.look import Look
from sakip_rules.plans import AnyPlan
from sakip_rules.portable import plans_json


def export(plans: Sequence[AnyPlan], _look: Look) -> str:
    """Gives plans, and all that they refer to."""
    return plans_json(*plans)
