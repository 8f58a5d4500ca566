"""Everything that a rule file states is on its page: nothing here knows what kinds of facts there are."""

import pytest
from tests.explainer.facts import kinds_of, untold
from tests.explainer.test_described import every_rule  # noqa: F401 - a fixture
from tests.pages.rule.conftest import view
from tests.pages.seen import words

from sakip_rules.languages import LANGUAGES
from sakip_rules.markup import joined
from sakip_rules.models import AnyRule
from sakip_rules.pages.rule.sheet import stated_sections


def seen(rule: AnyRule) -> str:
    """What a person sees on the pages of a rule in both languages, of what its file states."""
    return words(joined(joined(stated_sections(rule, [rule], view(lang))) for lang in LANGUAGES))


@pytest.mark.slow
def test_every_fact_of_every_rule_is_on_its_page(every_rule: list[AnyRule]) -> None:  # noqa: F811 - the fixture
    """Formulas, roundings, checks, defaults, scales, bindings, row formulas and checks, and all else."""
    # Explanations are asked about each rule; pages about one of each combination of facts.
    unlike = {frozenset(kinds_of(rule)): rule for rule in every_rule}
    assert len(unlike) > 200
    told = ((rule, untold(rule, seen)) for rule in unlike.values())
    assert [(rule.reference, facts) for rule, facts in told if facts] == []
