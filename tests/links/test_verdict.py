"""Tests of `sakip_rules.links.verdict`."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

import pytest

from sakip_rules.catalogue import NotFound, last_day_of
from sakip_rules.checker import Checked
from sakip_rules.diagnostics import Place, RuleError, diagnose
from sakip_rules.models import Reference

Checker = Callable[[Mapping[str, str]], Checked]

RULE = "inputs: {x: {}}\nformula: x\n"
WRONG = "inputs: {x: {}}\nformula: x + y\nwarna: merah\nrasa: manis\n"
CALL = "inputs: {x: {}}\nsteps: {s: {rule: contoh/o}}\nformula: s + x\n"


def _refusal(checked: Checked, rule_id: str) -> RuleError:
    found = checked.find(Reference(rule_id), last_day_of(2020))
    assert isinstance(found, NotFound)
    return checked.refusal(found, Place("laporan.yaml", 3))


def _told(error: RuleError) -> list[tuple[str, str, int]]:
    """Of each diagnostic the code, the folder of its file, and the line."""
    places = [(one.code, one.place) for one in error.diagnostics]
    return [(code, PurePath(place.file).parts[-2:][0], place.line) for code, place in places if place]


def test_what_a_reference_means(checked: Checker) -> None:
    """A rule without errors, or why there is none."""
    found = checked({"a": RULE, "o": WRONG})
    assert not isinstance(found.find(Reference("contoh/a"), last_day_of(2020)), NotFound)
    missing = found.find(Reference("contoh/o"), last_day_of(2020))
    assert isinstance(missing, NotFound)
    assert missing.key == "unknown-rule.errors"


def test_errors_of_the_file_in_the_way_are_brought(checked: Checker) -> None:
    """All of them, with file and line, behind the reference itself."""
    assert _told(_refusal(checked({"o": WRONG}), "contoh/o")) == [
        ("unknown-rule", "laporan.yaml", 3),
        ("unknown-key", "o", 6),
        ("unknown-key", "o", 7),
    ]


def test_errors_are_brought_through_others(checked: Checker) -> None:
    """Who needs a rule that needs it is told as well; each error once."""
    twice = CALL.replace("formula: s + x", "  t: {rule: contoh/p}\nformula: s + t").replace(
        "{s: {rule: contoh/o}}", "\n  s: {rule: contoh/o}"
    )
    found = checked({"o": WRONG, "p": CALL, "q": twice})
    assert _told(_refusal(found, "contoh/q")) == [
        ("unknown-rule", "laporan.yaml", 3),
        ("unknown-rule", "q", 6),
        ("unknown-rule", "q", 7),
        ("unknown-key", "o", 6),
        ("unknown-key", "o", 7),
        ("unknown-rule", "p", 5),
    ]


def test_a_reference_names_the_first_error(checked: Checker) -> None:
    """Its message has the file, its hint line and words of the first error there."""
    said = _refusal(checked({"o": WRONG}), "contoh/o").diagnostics[0]
    assert "o/1.0.0.yaml` has errors." in said.message("en")
    assert said.hint("en") == "Mend that file first. Line 6: The key `warna` is unknown here."


def test_a_file_that_errors_are_only_said_to_be_in(checked: Checker) -> None:
    """Who adds no diagnostics is shown none."""
    found = checked({"o": RULE})
    found.unusable |= {item.file for item in found.catalogue.loaded}
    said = _refusal(found, "contoh/o").diagnostics
    assert [one.hint("en") for one in said] == ["Mend that file first."]


def test_what_is_missing_is_said_without_files(checked: Checker) -> None:
    """There is nothing to mend in a rule that is not there."""
    assert _told(_refusal(checked({}), "contoh/tiada")) == [("unknown-rule", "laporan.yaml", 3)]


def test_the_newest_version(checked: Checker) -> None:
    """The highest number, or the errors that hide it."""
    found = checked(
        {"a": RULE, "a@1.1.0": RULE + "supersedes: contoh/a@1.0.0\n", "o": RULE, "o@1.0.1": WRONG}
    )
    assert found.newest("contoh/a").ids == {"contoh/a"}
    assert PurePath(found.newest("contoh/a").file).stem == "1.1.0"
    with pytest.raises(RuleError) as caught:
        found.newest("contoh/o")
    assert [one.code for one in caught.value.diagnostics] == ["rule-has-errors", "unknown-key", "unknown-key"]


def test_errors_are_kept_apart_from_warnings(checked: Checker) -> None:
    """A file with warnings only can be used; its errors are none."""
    found = checked({"a": RULE})
    (item,) = found.catalogue.loaded
    found.add(item.file, [diagnose("bad-value", None)])
    assert [one.code for one in found.errors(item.file)] == ["bad-value"]
    assert found.errors("tiada.yaml") == []
    assert found.unusable == {item.file}
