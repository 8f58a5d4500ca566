"""Every plan that the suite makes goes through JSON, and the suite is computed with what comes back."""

from collections.abc import Callable
from typing import Any

import pytest

from sakip_rules.loader import LoadedRule
from sakip_rules.plans import AnyPlan
from sakip_rules.portable import plans_json, read_plans
from sakip_rules.resolver import Resolver

Seen = dict[int, tuple[AnyPlan, AnyPlan]]


@pytest.fixture(scope="session")
def seen() -> Seen:
    """The plans that went through JSON: those of a file, which its cases share, go once."""
    return {}


@pytest.fixture(autouse=True)
def _through_json(monkeypatch: pytest.MonkeyPatch, picture: Callable[[AnyPlan], Any], seen: Seen) -> None:
    """Plan -> JSON -> plan is the same plan, JSON -> plan -> JSON the same text."""
    made = Resolver.plan_of

    def plan_of(self: Resolver, item: LoadedRule) -> AnyPlan:
        plan = made(self, item)
        if id(plan) not in seen:
            text = plans_json(plan)
            (again,) = read_plans(text)
            assert plans_json(again) == text
            assert picture(again) == picture(plan)
            seen[id(plan)] = plan, again
        return seen[id(plan)][1]

    monkeypatch.setattr(Resolver, "plan_of", plan_of)
