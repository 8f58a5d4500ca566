"""Everything that a rule file states is on its page: nothing here knows what kinds of facts there are."""

from collections.abc import Iterator
from functools import cache

import pytest
from tests.explainer.facts import kinds_of, untold
from tests.explainer.test_described import every_rule  # noqa: F401 - a fixture
from tests.pages.rule.conftest import view
from tests.pages.seen import words

from sakip_rules.languages import LANGUAGES
from sakip_rules.models import AnyRule
from sakip_rules.pages.rule.sheet import stated_sections

words_of_section = cache(words)
"""A change of a rule leaves most of its sections as they are."""


def seen(rule: AnyRule) -> Iterator[str]:
    """What a person sees on the pages of a rule in both languages, of what its file states."""
    return (
        words_of_section(part) for lang in LANGUAGES for part in stated_sections(rule, [rule], view(lang))
    )


@pytest.mark.slow
def test_every_fact_of_every_rule_is_on_its_page(every_rule: list[AnyRule]) -> None:  # noqa: F811 - the fixture
    """Formulas, roundings, checks, defaults, scales, bindings, row formulas and checks, and all else."""
    # Explanations are asked about each rule; pages about one of each combination of facts.
    unlike = {frozenset(kinds_of(rule)): rule for rule in every_rule}
    assert len(unlike) > 200
    told = ((rule, untold(rule, seen)) for rule in unlike.values())
    assert [(rule.reference, facts) for rule, facts in told if facts] == []
