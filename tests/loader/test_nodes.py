"""Nodes of a file."""

from __future__ import annotations

from sakip_rules.loader import Mapping, Scalar

KEY = Scalar("a", 1, 1, 1, 2)
VALUE = Scalar("null", 1, 4, 1, 10, "'")


def test_nothing_is_nothing_in_quotes() -> None:
    """A scalar says whether it stands for nothing, by its text alone."""
    assert VALUE.is_null
    assert not KEY.is_null


def test_keys_and_values_of_a_map() -> None:
    """A map gives each key with its place, and its value; nothing for a key it does not have."""
    mapping = Mapping(1, 1, {"a": (KEY, VALUE)})
    assert (mapping.key("a"), mapping.get("a"), mapping.items) == (KEY, VALUE, [(KEY, VALUE)])
    assert (mapping.key("b"), mapping.get("b")) == (None, None)
