"""Tests of `sakip_rules.checker.references`."""

from collections.abc import Callable, Mapping

import pytest

from sakip_rules.checker import Checked

Checker = Callable[[Mapping[str, str]], Checked]
Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]

SCALE = (
    "kind: scale\nbands: [{category: C, code: R, exactly: 1}]\n"
    "domain: {from: 1, up_to: 1}\nexamples: [{title: t, given: 1, category: C}]\n"
)
TABLE = "kind: table\nkeys: [k]\nrows: {A: 1}\nexamples: [{title: t, given: A, result: 1}]\n"
TWO_KEYS = (
    "kind: table\nkeys: [k, l]\nrows: {A: {B: 1}}\nexamples: [{title: t, given: {k: A, l: B}, result: 1}]\n"
)
CURVE = (
    "kind: table\nkeys: [k]\ninterpolate: linear\nrows: {0: 1, 1: 2}\n"
    "examples: [{title: t, given: 1, result: 2}]\n"
)
RULE = "inputs: {x: {}}\nformula: x\n"


@pytest.mark.parametrize(
    ("line", "other", "found"),
    [
        ("scale: contoh/o", SCALE, []),
        ("scale: contoh/o", TABLE, ["unknown-rule.kind"]),
        ("scale: contoh/o", RULE, ["unknown-rule.kind"]),
        ("uses: {p: contoh/o}", RULE, ["unknown-rule.kind"]),
        ("steps: {s: {rule: contoh/o}}", SCALE, ["unknown-rule.kind"]),
        ("kind: indicator\ncodes: contoh/o", TABLE, []),
        ("kind: indicator\ncodes: contoh/o", TWO_KEYS, ["unknown-rule.one-key"]),
        ("kind: indicator\ncodes: contoh/o", CURVE, ["unknown-rule.one-key"]),
        ("kind: indicator\ncodes: contoh/o", SCALE, ["unknown-rule.kind"]),
        ("inputs: {x: {}, p: {type: choice, choices: contoh/o}}", SCALE, []),
        ("inputs: {x: {}, p: {type: choice, choices: contoh/o}}", TWO_KEYS, ["unknown-rule.one-key"]),
        ("uses: {p: contoh/o}", TWO_KEYS, []),
        ("steps: {s: {rule: contoh/p}}", RULE, ["unknown-rule"]),
        ("steps: {s: {rule: contoh/o@1.1.0}}", RULE, ["unknown-rule"]),
        ("steps: {s: {rule: contoh/o@1.0.0}}", RULE, []),
    ],
)
def test_the_kind_of_rule_that_is_meant(check: Found, line: str, other: str, found: list[str]) -> None:
    """A reference names a rule that is there, of a kind that fits the place."""
    inputs = "" if "inputs" in line else "inputs: {x: {}}\n"
    body = f"{inputs}formula: x\n{line}\n"
    keys = [key for key, _ in check({"a": body, "o": other}) if not key.startswith("unused")]
    assert keys == found


def test_the_kinds_that_fit_are_named(checked: Checker) -> None:
    """All of them."""
    (found,) = checked({"a": "inputs: {x: {}}\nformula: p(x)\nuses: {p: contoh/o}\n", "o": RULE}).diagnostics
    texts = dict(found.texts)
    assert (texts["name"], texts["kind"], texts["wanted"]) == ("`contoh/o@1.0.0`", "index", "scale, table")


@pytest.mark.parametrize(
    ("span", "found"),
    [
        ("valid_from: 2010\nvalid_to: 2019\n", ["no-longer-in-force"]),
        ("valid_from: 2023\n", ["not-yet-in-force"]),
        ("valid_from: 2010\nvalid_to: 2020-01-01\n", []),
        ("valid_from: 2022-12-31\n", []),
        ("valid_from: 2021-03-01\nvalid_to: 2021-03-01\n", []),
    ],
)
def test_in_force_on_some_day_of_its_validity(check: Found, span: str, found: list[str]) -> None:
    """None on any day is an error; one day is enough."""
    body = "valid_to: 2022\ninputs: {x: {}}\nsteps: {s: {rule: contoh/o}}\nformula: s\n"
    keys = [key for key, _ in check({"a": body, "o": span + RULE})]
    assert [key for key in keys if not key.startswith("unused")] == found


@pytest.mark.parametrize(
    ("span", "found"),
    [("valid_to: 2020\n", []), ("valid_to: 2020-12-30\n", ["pinned-out-of-force"])],
)
def test_a_pinned_version_out_of_force(check: Found, span: str, found: list[str]) -> None:
    """A warning, on the day on which the rule's examples are computed."""
    body = "inputs: {x: {}}\nsteps: {s: {rule: contoh/o@1.0.0}}\nformula: s\n"
    assert [key for key, _ in check({"a": body, "o": span + RULE})] == found


def test_one_version_of_a_wrong_kind(check: Found) -> None:
    """Every version that is in force on some day must fit."""
    files = {
        "a": "inputs: {x: {}}\nuses: {p: contoh/o}\nformula: p(x)\n",
        "o": "valid_to: 2020\n" + CURVE,
        "o@2.0.0": "valid_from: 2021\n" + RULE,
    }
    assert check(files) == [("unknown-rule.kind", "contoh/o")]


def test_of_days_without_a_rule_the_one_that_can_be_mended_is_told(check: Found) -> None:
    """Before the version there is none, after it neither; on its own days its errors stand in the way."""
    files = {
        "a": "valid_to: 2022\ninputs: {x: {}}\nsteps: {s: {rule: contoh/o}}\nformula: s + x\n",
        "o": "valid_from: 2021\nvalid_to: 2021\ninputs: {x: {}}\nformula: x + tak_ada\n",
    }
    assert check(files) == [("unknown-rule.errors", "contoh/o"), ("unknown-name", "tak_ada")]
