from collections.abc import Callable

import pytest

from sakip_rules.exporters.mutants.counting import counts, killed_percent
from sakip_rules.mutation import Fate, RuleMutants

Fated = Callable[..., RuleMutants]


def test_fates_are_counted_over_all_rules(fated: Fated) -> None:
    """Each fate has its number, also if it is zero."""
    assert counts([fated("killed", "alike"), fated("killed")]) == {
        "refused": 0,
        "killed": 2,
        "alike": 1,
        "survived": 0,
    }


@pytest.mark.parametrize(
    ("fates", "percent"),
    [
        (("killed", "killed", "survived"), "66.6"),
        (("killed", "refused", "alike"), "100.0"),
        (("survived",), "0.0"),
        (("alike", "refused"), None),
    ],
)
def test_the_share_is_of_what_examples_could_notice_and_is_never_rounded_up(
    fated: Fated, fates: tuple[Fate, ...], percent: str | None
) -> None:
    """Refused and alike changes do not count; 99.96 % is not 100 %."""
    assert killed_percent([fated(*fates)]) == percent
