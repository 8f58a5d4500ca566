"""Tests of `sakip_rules.checker`: the rules of a catalogue, each after those that it refers to."""

from collections.abc import Callable, Mapping

import pytest
from tests.written import pointed_at

from sakip_rules.checker import Checked

Checker = Callable[[Mapping[str, str]], Checked]
Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]


def _calling(name: str) -> str:
    return f"inputs: {{x: {{}}}}\nsteps:\n  s: {{rule: contoh/{name}}}\nformula: s + x\n"


LAST = "inputs: {x: {}}\nformula: x\n"


def _chain(length: int) -> dict[str, str]:
    """Rules of which each refers to the next: a chain of `length` references."""
    return {f"r{place}": _calling(f"r{place + 1}") for place in range(length)} | {f"r{length}": LAST}


def _deep(depth: int, call: Callable[[], Checked]) -> Checked:
    return call() if depth == 0 else _deep(depth - 1, call)


def test_rules_without_mistakes(check: Found) -> None:
    """A rule that refers to another needs nothing said."""
    assert check({"a": _calling("b"), "b": LAST}) == []


def test_a_reference_to_a_rule_with_errors(checked: Checker) -> None:
    """A rule is not used if one that it needs has an error, whatever their order in the folder."""
    found = checked({"a": _calling("z"), "z": "inputs: {x: {}}\nformula: x + y\n"})
    assert [one.key for one in found.diagnostics] == ["unknown-rule.errors", "unknown-name"]
    assert len(found.unusable) == 2


def test_a_warning_makes_no_rule_unusable(checked: Checker) -> None:
    """A rule with warnings only may be used and referred to."""
    found = checked({"a": _calling("b"), "b": "inputs: {x: {}, y: {default: 1}}\nformula: x\n"})
    assert [one.key for one in found.diagnostics] == ["unused-name"]
    assert found.unusable == set()


def test_a_circle_is_said_at_every_member(checked: Checker) -> None:
    """Each member of a circle has it from its own view, and no other error because of it."""
    found = checked({"a": _calling("b"), "b": _calling("c"), "c": _calling("a"), "d": _calling("a")})
    assert [(one.key, one.message("en")) for one in found.diagnostics if one.code == "reference-cycle"] == [
        ("reference-cycle", f"The computation goes in a circle: `{' → '.join(path)}`.")
        for path in (
            ["contoh/a@1.0.0", "contoh/b@1.0.0", "contoh/c@1.0.0", "contoh/a@1.0.0"],
            ["contoh/b@1.0.0", "contoh/c@1.0.0", "contoh/a@1.0.0", "contoh/b@1.0.0"],
            ["contoh/c@1.0.0", "contoh/a@1.0.0", "contoh/b@1.0.0", "contoh/c@1.0.0"],
        )
    ]
    assert [one.key for one in found.diagnostics if one.code != "reference-cycle"] == ["unknown-rule.errors"]


def test_a_rule_that_refers_to_itself(check: Found) -> None:
    """The shortest circle is said at the reference."""
    assert check({"a": _calling("a")}) == [("reference-cycle", "contoh/a")]


def test_other_mistakes_of_a_member_are_said_too(check: Found) -> None:
    """A circle hides nothing else."""
    files = {"a": _calling("b").replace("s + x", "s + x + y"), "b": _calling("a")}
    assert check(files) == [
        ("reference-cycle", "contoh/b"),
        ("unknown-name", "y"),
        ("reference-cycle", "contoh/a"),
    ]


def test_two_circles_through_one_rule(check: Found) -> None:
    """A rule in two circles has one diagnostic, at one of them; each other member has its own."""
    both = "inputs: {x: {}}\nsteps:\n  s: {rule: contoh/a}\n  t: {rule: contoh/c}\nformula: s + t\n"
    files = {"a": _calling("b"), "b": both, "c": _calling("b")}
    assert check(files) == [
        ("reference-cycle", "contoh/b"),
        ("reference-cycle", "contoh/a"),
        ("reference-cycle", "contoh/b"),
    ]


def test_a_circle_of_many_rules_is_shown_cut(checked: Checker) -> None:
    """A message names the first rules of a long circle, and where it returns to."""
    files = {f"r{place}": _calling(f"r{(place + 1) % 20}") for place in range(20)}
    found = checked(files).diagnostics
    assert len(found) == 20
    assert found[0].message("en").endswith("→ contoh/r5@1.0.0 → … → contoh/r0@1.0.0`.")


def test_a_circle_of_seven_rules_is_shown_whole(checked: Checker) -> None:
    """Eight names, the first of them twice."""
    files = {f"r{place}": _calling(f"r{(place + 1) % 7}") for place in range(7)}
    path = " → ".join(f"contoh/r{place % 7}@1.0.0" for place in range(8))
    assert dict(checked(files).diagnostics[0].texts)["path"] == f"`{path}`"


def test_many_circles_are_all_found(checked: Checker) -> None:
    """Sixty circles of two are sixty circles, not the first of them."""
    files = {f"r{place}": _calling(f"r{place ^ 1}") for place in range(120)}
    assert [one.key for one in checked(files).diagnostics] == ["reference-cycle"] * 120


@pytest.mark.broad
def test_a_chain_of_500_references(checked: Checker) -> None:
    """500 references in a row are allowed, and need no deep stack: it is called 900 frames deep."""
    assert _deep(900, lambda: checked(_chain(500))).diagnostics == []


@pytest.mark.broad
def test_a_chain_of_501_references(checked: Checker) -> None:
    """The rule at which the chain becomes too long has the error."""
    found = checked(_chain(501))
    assert [pointed_at(one) for one in found.diagnostics] == ["id"]
    assert [(one.key, one.place.file.split("/")[-2] if one.place else "") for one in found.diagnostics] == [
        ("file-too-large.chain", "r0")
    ]


def test_a_longer_chain_is_said_once(checked: Checker) -> None:
    """Rules above the one with the error refer to a rule with errors."""
    found = [one.key for one in checked(_chain(503)).diagnostics]
    assert sorted(found) == ["file-too-large.chain", "unknown-rule.errors", "unknown-rule.errors"]


def test_two_short_chains_are_no_long_one(checked: Checker) -> None:
    """The longest path counts, not the number of rules."""
    files = _chain(300) | {f"q{place}": _calling(f"q{place + 1}") for place in range(300)} | {"q300": LAST}
    both = "inputs: {x: {}}\nsteps:\n  s: {rule: contoh/r0}\n  t: {rule: contoh/q0}\nformula: s + t\n"
    assert checked({**files, "a": both}).diagnostics == []


def test_what_yaml_cut_is_said_once(check: Found) -> None:
    """The rest of a formula that a comma cut has no diagnostics of its own."""
    found = check({"a": "inputs: {x: {}, y: {}}\nsteps:\n  s: {formula: min(x, y)}\nformula: s\n"})
    assert [key for key, _ in found if not key.startswith("unused")] == ["formula-cut"]


def test_what_is_wrong_beside_a_cut_is_said(check: Found) -> None:
    """A cut hides the rest of its own line, and no other line."""
    cut = "inputs: {x: {}, y: {}}\nsteps:\n  s: {formula: min(x, y)}\n  t: z\nformula: s + t\n"
    assert [key for key, _ in check({"a": cut}) if not key.startswith("unused")] == [
        "formula-cut",
        "unknown-name",
    ]


def test_what_is_wrong_before_a_comment_is_said(checked: Checker) -> None:
    """A text that ` #` cuts is a warning, but an error where what is left of it is one."""
    found = checked({"a": "inputs: {x: {}}\nformula: x + z #/ 2\n"})
    assert [(one.key, one.severity) for one in found.diagnostics] == [("bad-value.cut", "error")]
    assert len(found.unusable) == 1


LATER = "valid_from: 2020\nsupersedes: contoh/a@1.0.0\n" + LAST


def test_rules_that_only_stand_in_each_others_way(check: Found) -> None:
    """An old version calls a rule that calls the new one: no circle, and nothing is wrong."""
    assert check({"a": _calling("b"), "a@2.0.0": LATER, "b": _calling("a")}) == []


def test_errors_of_a_version_that_is_superseded(check: Found) -> None:
    """It is in force all the same: whoever means the new version has its errors in the way."""
    files = {
        "a": _calling("b").replace("+ x", "+ y"),
        "a@2.0.0": LATER,
        "b": _calling("a"),
        "c": _calling("b"),
    }
    assert check(files) == [
        ("unknown-name", "y"),
        ("unknown-rule.errors", "contoh/a"),
        ("unknown-rule.errors", "contoh/b"),
    ]


def test_errors_go_round_between_rules_in_each_others_way(check: Found) -> None:
    """Neither is checked after the other; each is told of the other's errors."""
    files = {"a": _calling("b"), "a@2.0.0": LATER, "b": _calling("a").replace("+ x", "+ y")}
    assert check(files) == [
        ("unknown-rule.errors", "contoh/b"),
        ("unknown-name", "y"),
    ]


def test_errors_reach_those_that_were_checked_before(check: Found) -> None:
    """What goes round is told on from rule to rule, to the last that it reaches."""
    files = {
        "a": ("inputs: {x: {}}\nsteps:\n  s: {rule: contoh/b}\n  t: {rule: contoh/c}\nformula: s + t + y\n"),
        "a@2.0.0": LATER,
        "b": _calling("a"),
        "c": _calling("d"),
        "d": _calling("b"),
    }
    assert check(files) == [
        ("unknown-name", "y"),
        ("unknown-rule.errors", "contoh/a"),
        ("unknown-rule.errors", "contoh/d"),
        ("unknown-rule.errors", "contoh/b"),
    ]


def test_errors_of_other_days_go_round_to_nobody(check: Found) -> None:
    """Corrections of later years stand in nobody's way before, however they refer to each other."""
    later = "valid_from: 2030\ninputs: {x: {}}\nsteps:\n  s: {rule: contoh/b@1.0.0}\nformula: s + x\n"
    files = {
        "a": "valid_to: 2029\n" + LAST,
        "a@2.0.0": "supersedes: contoh/a@1.0.0\n" + later.replace("+ x", "+ y"),
        "b": (
            "valid_to: 2021\ninputs: {x: {}}\n"
            "steps:\n  s: {rule: contoh/a}\n  t: {rule: contoh/c}\nformula: s + t\n"
        ),
        "c": "valid_to: 2029\n" + LAST,
        "c@2.0.0": "supersedes: contoh/c@1.0.0\n" + later,
    }
    pinned = ("pinned-out-of-force", "contoh/b@1.0.0")
    assert check(files) == [pinned, ("unknown-name", "y"), pinned]


def test_a_version_with_errors_on_some_days_only(checked: Checker) -> None:
    """A rule that has what it refers to on other days can be used on those."""
    found = checked(
        {"a": "valid_to: 2020\n" + LAST, "a@2.0.0": "valid_from: 2021\nwarna: 1\n" + LAST, "b": _calling("a")}
    )
    assert [one.key for one in found.diagnostics] == ["unknown-key"]
    assert len(found.unusable) == 1
