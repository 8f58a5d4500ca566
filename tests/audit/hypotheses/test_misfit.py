"""What hypotheses are given and give."""

import pytest

from sakip_rules.audit.findings import Cause
from sakip_rules.audit.hypotheses.misfit import named_places, policy_of, told


@pytest.mark.parametrize(
    ("where", "places"),
    [
        (None, (None,)),
        ("Tabel 3", ("Tabel 3",)),
        ("Tabel 3 (rata-rata)", ("Tabel 3 (rata-rata)", "Tabel 3")),
    ],
)
def test_places(where: str | None, places: tuple[str | None, ...]) -> None:
    """A place belongs to itself and to the table that it is a part of; no place is a place too."""
    assert named_places(where) == places


def test_operands_in_words() -> None:
    """At most four operands are named, in the notation of each language."""
    assert told({"nilai": "1234.5"}) == ("nilai = 1.234,5", "nilai = 1234.5")
    assert told({"a": "1.5", "b": "2"}) == ("a = 1,5, b = 2", "a = 1.5, b = 2")
    five = told(dict.fromkeys("abcde", "1"))
    assert five[0] == "a = 1, b = 1, c = 1, d = 1, …"
    assert five[1] == "a = 1, b = 1, c = 1, d = 1, …"


@pytest.mark.parametrize("key", ["cap", "floor", "formula", "rule", "mode", "factor"])
def test_one_policy_is_one_way_of_computing(key: str) -> None:
    """Two causes are of one policy where cap, formula, rule, mode or factor are the same."""
    one = Cause("code", ("a", "a"), {key: "1", "target": "5"})
    same = Cause("code", ("b", "b"), {key: "1", "target": "6"})
    other = Cause("code", ("a", "a"), {key: "2", "target": "5"})
    assert policy_of(one) == policy_of(same) == ("code", "1")
    assert policy_of(one) != policy_of(other)
    assert policy_of(Cause("code", ("a", "a"), {"target": "5"})) == ("code", "")
