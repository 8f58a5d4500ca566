"""Tests of changes to the data of a rule file."""

from __future__ import annotations

from sakip_rules.mutation.edits import Edit, applied, slip

DATA = {"a": "1", "list": [{"from": "0", "up_to": "5"}, {"above": "5"}]}


def test_a_slip_without_edits_sets_the_text_at_its_path() -> None:
    """The text at the path becomes what the slip says."""
    assert applied(DATA, slip("constant", ("a",), "1", "2"))["a"] == "2"


def test_the_original_stays_as_it_was() -> None:
    """A change is made in a copy."""
    applied(DATA, slip("end", ("list", 0), "x", "y", Edit(("list", 0), remove=True)))
    assert DATA["list"] == [{"from": "0", "up_to": "5"}, {"above": "5"}]


def test_a_key_gets_another_name_in_its_place() -> None:
    """Renaming keeps the order of the keys and the value."""
    changed = applied(DATA, slip("end", ("list", 0, "from"), "", "", Edit(("list", 0, "from"), key="above")))
    assert list(changed["list"][0].items()) == [("above", "0"), ("up_to", "5")]


def test_several_edits_are_made_together() -> None:
    """A boundary that two bands share moves in both."""
    moved = Edit(("list", 0, "up_to"), "6"), Edit(("list", 1, "above"), "6")
    changed = applied(DATA, slip("threshold", ("list", 0, "up_to"), "5", "6", *moved))
    assert changed["list"] == [{"from": "0", "up_to": "6"}, {"above": "6"}]
