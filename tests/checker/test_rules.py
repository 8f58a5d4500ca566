"""Tests of `sakip_rules.checker.rules`."""

from collections.abc import Callable, Mapping

import pytest

from sakip_rules.catalogue import last_day_of
from sakip_rules.checker import Checked
from sakip_rules.checker.checked import CheckedFormula, CheckedFramework, CheckedRule
from sakip_rules.checker.rules import checked_on
from sakip_rules.diagnostics import RuleError
from sakip_rules.links.references import Links
from sakip_rules.models import FormulaRule, FrameworkRule

Checker = Callable[[Mapping[str, str]], Checked]
Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]


def _table(codes: str, head: str = "") -> str:
    rows = ", ".join(f"{code}: 1" for code in codes)
    return (
        f"kind: table\nkeys: [k]\n{head}rows: {{{rows}}}\n"
        f"examples: [{{title: t, given: {codes[0]}, result: 1}}]\n"
    )


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("inputs: {x: {}}\nsteps: {x: 1}\nformula: x\n", [("name-clash", "x")]),
        ("inputs: {x: {each: {inputs: {n: {}}}}}\nsteps: {x: 1}\nformula: sum(x.n)\n", [("name-clash", "x")]),
        ("inputs: {x: {}}\nsteps: {t: x}\nuses: {t: contoh/t}\nformula: t\n", [("name-clash", "t")]),
        ("inputs: {t: {}}\nuses: {t: contoh/t}\nformula: t\n", [("name-clash", "t")]),
        (
            "inputs: {x: {each: {inputs: {t: {}}}}}\nuses: {t: contoh/t}\nformula: sum(x.t) + t(A)\n",
            [("name-clash", "t")],
        ),
        (
            "inputs: {x: {each: {inputs: {n: {}}, steps: {n: 1}}}}\nformula: sum(x.n)\n",
            [("name-clash", "n")],
        ),
    ],
)
def test_two_things_of_one_name(check: Found, body: str, found: list[tuple[str, str]]) -> None:
    """Inputs, steps and collections of a record differ, and from the aliases of the rule."""
    keys = check({"a": body, "t": _table("AB")})
    assert [one for one in keys if one[0] != "unused-name.alias"] == found


@pytest.mark.parametrize(
    "body",
    [
        (
            "inputs: {besar: {}, p: {type: choice, choices: [kecil, besar]}}\n"
            "formula: besar if p == kecil else 1\n"
        ),
        (
            "inputs: {x: {}, p: {type: choice, choices: [kecil, besar]}}\n"
            "steps: {besar: x}\nformula: besar if p == kecil else 1\n"
        ),
        (
            "inputs: {p: {type: polarity}, k: {each: {inputs: {lower_is_better: {}}}}}\n"
            "formula: sum(k.lower_is_better) if p == p else 1\n"
        ),
        "inputs: {besar: {codes: contoh/t}}\nformula: besar\n",
        (
            "inputs: {x: {}}\nsteps: {k: {rows: [{besar: x}]}}\nuses: {t: contoh/t}\n"
            "formula: sum(k.besar) + t(kecil)\n"
        ),
        "inputs: {x: {}}\nuses: {besar: contoh/t}\nformula: x + besar(kecil)\n",
    ],
)
def test_a_name_that_is_a_code(check: Found, body: str) -> None:
    """A CODE that the rule's formulas see is no NAME of it, whatever the name stands for."""
    table = (
        "kind: table\nkeys: [k]\nrows: {besar: 1, kecil: 2}\n"
        "examples: [{title: t, given: besar, result: 1}]\n"
    )
    assert [key for key, _ in check({"a": body, "t": table})] == ["name-clash.code"]


def test_the_result_of_a_rule_is_a_number(check: Found) -> None:
    """Neither a truth nor a choice."""
    assert check({"a": "inputs: {x: {}}\nformula: x > 1\n"}) == [("type-mismatch.result", "x > 1")]
    body = "inputs: {p: {type: choice, choices: [A, B]}}\nformula: p\n"
    assert check({"a": body}) == [("type-mismatch.result", "p")]


def test_the_result_is_known_to_checks(check: Found) -> None:
    """`result` has the unit of the rule."""
    body = "inputs: {x: {unit: orang}}\nformula: x * 2\nchecks: [{expect: result > x, message: m}]\n"
    assert check({"a": body}) == [("unit-mismatch", "result > x")]


def test_references_that_change_during_validity(check: Found) -> None:
    """A rule is checked against every version that is in force on some day of its validity."""
    caller = "inputs: {x: {}}\nsteps:\n  s: {rule: contoh/b}\nformula: s\n"
    files = {
        "a": caller,
        "b": "valid_to: 2021\ninputs: {x: {}}\nformula: x\n",
        "b@2.0.0": "valid_from: 2022\ninputs: {x: {}, y: {}}\nformula: x + y\n",
    }
    assert check(files) == [("unbound-input", "contoh/b")]
    assert check({**files, "a": caller + "valid_to: 2021\n"}) == []
    assert check({**files, "a": caller + "valid_to: 2022-01-01\n"}) == [("unbound-input", "contoh/b")]


def test_the_last_day_there_is(check: Found) -> None:
    """A version that ends on the last day has no day after it."""
    files = {
        "a": "inputs: {x: {}}\nsteps:\n  s: {rule: contoh/b}\nformula: s\nvalid_to: 9999\n",
        "b": "valid_to: 9999-12-31\ninputs: {x: {}}\nformula: x\n",
    }
    assert check(files) == []


def test_a_mistake_on_every_day_is_said_once(check: Found) -> None:
    """Two versions with the same mistake for the caller are one diagnostic."""
    files = {
        "a": "inputs: {x: {}}\nsteps:\n  s: {rule: contoh/b}\nformula: s\n",
        "b": "valid_to: 2021\ninputs: {x: {}, z: {}}\nformula: x + z\n",
        "b@2.0.0": "valid_from: 2022\ninputs: {x: {type: truth}}\nformula: 1 if x else 2\n",
    }
    assert check(files) == [("type-mismatch.bound", "contoh/b"), ("unbound-input", "contoh/b")]


def test_choices_of_a_called_rule_that_change(check: Found) -> None:
    """The list of an input of a called rule may change while neither rule does."""
    files = {
        "a": "inputs: {x: {}}\nsteps:\n  s: {rule: contoh/b, with: {p: B}}\nformula: s + x\n",
        "b": "inputs: {p: {type: choice, choices: contoh/t}}\nformula: 1 if p == A else 2\n",
        "t": _table("AB", "valid_to: 2021\n"),
        "t@2.0.0": _table("AC", "valid_from: 2022\n"),
    }
    assert check(files) == [("unknown-name", "B")]
    assert check({**files, "t@2.0.0": _table("ABC", "valid_from: 2022\n")}) == []


def test_what_one_version_uses_is_used(check: Found) -> None:
    """An input that only one version of a called rule takes is not unused."""
    files = {
        "a": "inputs: {x: {}, y: {}}\nsteps:\n  s: {rule: contoh/b}\nformula: s\n",
        "b": "valid_to: 2021\ninputs: {x: {}}\nformula: x\n",
        "b@2.0.0": "valid_from: 2022\ninputs: {x: {}, y: {}}\nformula: x + y\n",
    }
    assert check(files) == []


def test_a_rule_that_is_too_large_is_not_looked_at(check: Found) -> None:
    """Beyond 1,000 steps nothing else is said."""
    steps = "".join(f"  s{number}: tak_ada\n" for number in range(1001))
    assert check({"a": f"inputs: {{x: {{}}}}\nsteps:\n{steps}formula: x\n"}) == [
        ("file-too-large.steps", "steps")
    ]


def test_a_file_full_of_mistakes_is_left_in_time(check: Found) -> None:
    """After 1,000 diagnostics a file is not looked at further."""
    cells = "".join(f"      - {{n: y{number}}}\n" for number in range(3000))
    body = f"inputs: {{x: {{}}}}\nsteps:\n  k:\n    rows:\n{cells}formula: x + sum(k.n)\n"
    assert len(check({"a": body})) == 1001


def _on(checked: Checked, rule_id: str, year: int) -> CheckedRule:
    item = checked.catalogue.versions[rule_id][0]
    assert isinstance(item.rule, FormulaRule | FrameworkRule)
    return checked_on(item, item.rule, Links(checked, last_day_of(year)), checked)


MANY = "".join(f"  i{number}: {{}}\n" for number in range(1_100))
CALLED = "formula: x\ninputs: {x: {unit: UNIT}}\nunit: UNIT\n"


def test_a_rule_on_a_day_of_its_validity_is_known(checked: Checker) -> None:
    """It was checked with all others: nothing is worked out again."""
    found = checked({"a": "inputs: {x: {}}\nformula: x\n"})
    (known,) = found.rules.values()
    assert _on(found, "contoh/a", 2020) is known
    assert _on(found, "contoh/a", 2000) is known


def test_a_rule_out_of_force_is_checked_when_it_is_needed(checked: Checker) -> None:
    """What it refers to may be another version then; it is kept, too."""
    files = {
        "a": "valid_to: 2020\ninputs: {x: {}}\nsteps: {s: {rule: contoh/b}}\nformula: s\n",
        "b": "valid_to: 2020\n" + CALLED.replace("UNIT", "orang"),
        "b@2.0.0": "valid_from: 2021\n" + CALLED.replace("UNIT", "rupiah"),
    }
    found = checked(files)
    units = []
    for year in (2020, 2021, 2022):
        known = _on(found, "contoh/a", year)
        assert isinstance(known, CheckedFormula)
        units.append(known.record.steps["s"].unit)
    assert units == ["orang", "rupiah", "rupiah"]
    assert _on(found, "contoh/a", 2021) is _on(found, "contoh/a", 2022)


@pytest.mark.parametrize(
    "later", ["inputs: {x: {}, y: {}}\nformula: x + y\n", f"inputs:\n{MANY}formula: i0\n"]
)
def test_a_rule_that_is_wrong_on_a_day_out_of_force(checked: Checker, later: str) -> None:
    """Its file is right, and so is the one it refers to; together they are not, however often."""
    files = {
        "a": (
            "valid_to: 2020\ninputs: {x: {}}\nsteps: {s: {rule: contoh/b}, k: {rows: [{n: x, w: 60}]}}\n"
            "formula: |\n  s + mean(k.n, weight=k.w)\n"
        ),
        "b": "valid_to: 2020\ninputs: {x: {}}\nformula: x\n",
        "b@2.0.0": "valid_from: 2021\n" + later,
    }
    found = checked(files)
    with pytest.raises(RuleError) as caught:
        _on(found, "contoh/a", 2021)
    assert {one.code for one in caught.value.diagnostics} == {"unbound-input"}
    assert [one.code for one in found.diagnostics if one.severity == "error"] == []


def test_a_warning_on_a_day_out_of_force_stands_in_nobodys_way(checked: Checker) -> None:
    """Weights that nothing adds up: the rule is used all the same."""
    rows = "k: {rows: [{n: x, w: 60}, {n: x, w: 40}]}"
    files = {
        "a": f"valid_to: 2020\ninputs: {{x: {{}}}}\nsteps: {{s: {{rule: contoh/b}}, {rows}}}\n"
        "formula: |\n  s + mean(k.n, weight=k.w)\n",
        "b": "valid_to: 2020\n" + CALLED.replace("UNIT", "orang"),
        "b@2.0.0": "valid_from: 2021\n" + CALLED.replace("UNIT", "rupiah"),
    }
    found = checked(files)
    assert [one.key for one in found.diagnostics if one.place and "/a/" in one.place.file] == [
        "weights-unchecked"
    ]
    assert isinstance(_on(found, "contoh/a", 2021), CheckedFormula)


def test_a_rule_that_was_left_in_time_cannot_be_used(checked: Checker) -> None:
    """Beyond 1,000 warnings nobody knows the rest of it: they are what is said."""
    mean = "mean(k.n, weight=k.w)"
    steps = "".join(f"  s{number}: |\n    {mean} + {mean}\n" for number in range(501))
    rows = "  k: {rows: [{n: x, w: 60}, {n: x, w: 40}]}\n"
    found = checked({"a": f"inputs: {{x: {{}}}}\nsteps:\n{rows}{steps}formula: x\n"})
    assert found.unusable == set()
    with pytest.raises(RuleError) as caught:
        _on(found, "contoh/a", 2020)
    assert [one.key for one in caught.value.diagnostics] == ["weights-unchecked"] * 1001


def test_a_framework_out_of_force(checked: Checker) -> None:
    """As a formula rule."""
    levels = "levels:\n  akar: {inputs: {x: {}}, steps: {capaian: {rule: contoh/b}}}\n"
    files = {
        "f": "kind: framework\nvalid_to: 2020\n" + levels,
        "b": "valid_to: 2020\n" + CALLED.replace("UNIT", "orang"),
        "b@2.0.0": "valid_from: 2021\n" + CALLED.replace("UNIT", "rupiah"),
    }
    known = _on(checked(files), "contoh/f", 2021)
    assert isinstance(known, CheckedFramework)
    assert known.levels["akar"].steps["capaian"].unit == "rupiah"


def test_only_a_quoted_basis_owes_a_quote(checked: Checker) -> None:
    """The second of three is warned of, at its confidence; the rule can be used."""
    said = ["A, confidence: applied", "B, confidence: quoted", "C, confidence: quoted, quote: kata"]
    bases = ", ".join(f"{{document: {one}}}" for one in said)
    found = checked({"a": f"inputs: {{x: {{}}}}\nformula: x\nlegal_basis: [{bases}]\n"})
    assert [(one.key, one.severity, dict(one.texts)["name"]) for one in found.diagnostics] == [
        ("quote-missing", "warning", "`B`")
    ]
