"""Tests of `sakip_rules.checker.frameworks`."""

from collections.abc import Callable, Mapping

import pytest

from sakip_rules import Catalogue
from sakip_rules.checker import Checked

Checker = Callable[[Mapping[str, str]], Checked]
Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]

ACHIEVEMENT = """
kind: achievement
inputs: {realisasi: {}, target: {}, polarity: {type: polarity}}
formula:
  - {when: polarity == higher_is_better, then: realisasi / target * 100}
  - {when: polarity == lower_is_better, then: target / realisasi * 100}
unit: persen
"""


def _framework(levels: str, head: str = "") -> dict[str, str]:
    return {"f": f"kind: framework\n{head}levels:\n{levels}"}


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ("  a: {inputs: {capaian: {}}}\n  b: {inputs: {capaian: {}}}\n", [("level-tree.roots", "b")]),
        ("  a: {under: a, inputs: {capaian: {}}}\n", [("level-tree.circle", "a")]),
        (
            (
                "  a: {inputs: {capaian: {}}}\n  b: {under: [a, c], inputs: {capaian: {}}}\n"
                "  c: {under: b, inputs: {capaian: {}}}\n"
            ),
            [("level-tree.circle", "b")],
        ),
        (
            "  a: {inputs: {capaian: {}}}\n  b: {under: [a, aa], inputs: {capaian: {}}}\n",
            [("unknown-name.level", "aa")],
        ),
        (
            "  a: {inputs: {capaian: {}}}\n  b: {under: c, inputs: {capaian: {}}}\n",
            [("unknown-name.level", "c")],
        ),
        (
            (
                "  a: {under: b, inputs: {capaian: {}}}\n"
                "  b: {under: a, inputs: {capaian: {}}}\n"
                "  c: {under: c, inputs: {capaian: {}}}\n"
            ),
            [("level-tree.circle", "a"), ("level-tree.circle", "c")],
        ),
    ],
)
def test_levels_that_are_no_tree(check: Found, levels: str, found: list[tuple[str, str]]) -> None:
    """One root, no circle, no unknown level."""
    assert check(_framework(levels)) == found


def test_all_roots_are_named(checked: Checker) -> None:
    """In their order."""
    levels = "".join(f"  {name}: {{inputs: {{capaian: {{}}}}}}\n" for name in "bac")
    (found,) = checked(_framework(levels)).diagnostics
    assert dict(found.texts)["names"] == "`b`, `a`, `c`"


def test_a_circle_of_levels_is_shown(checked: Checker) -> None:
    """From level to level, to where it began."""
    levels = "  a: {under: b, inputs: {capaian: {}}}\n  b: {under: a, inputs: {capaian: {}}}\n"
    (found,) = checked(_framework(levels)).diagnostics
    assert dict(found.texts)["path"] == "`a → b → a`"


@pytest.mark.parametrize(
    ("level", "found"),
    [
        ("{inputs: {capaian: {}}}", []),
        ("{steps: {capaian: 1}}", []),
        ("{inputs: {nilai: {}}, result: nilai}", []),
        ("{inputs: {nilai: {}}}", [("result-missing", "akar")]),
        ("{steps: {nilai: 1}}", [("result-missing", "akar")]),
        ("{}", []),
        ("{result: nilai}", [("unknown-name", "nilai")]),
        ("{inputs: {nilai: {}}, result: nila}", [("unknown-name", "nila")]),
        ("{inputs: {k: {each: {inputs: {n: {}}}}}, result: k}", [("unknown-name", "k")]),
        ("{steps: {k: {rows: [{n: 1}]}}, result: k}", [("unknown-name", "k")]),
    ],
)
def test_the_headline_of_a_level(check: Found, level: str, found: list[tuple[str, str]]) -> None:
    """`capaian` if there is one, else `result` says it; a collection is no value."""
    assert check(_framework(f"  akar: {level}\n")) == found


@pytest.mark.parametrize(
    ("levels", "head", "found"),
    [
        ("  akar: {inputs: {capaian: {}, unit: {}}}\n", "", [("name-clash.key", "unit")]),
        ("  akar: {inputs: {capaian: {}, framework: {}}}\n", "", [("name-clash.key", "framework")]),
        ("  akar: {inputs: {capaian: {}}, steps: {unit: capaian}}\n", "", []),
        (
            "  akar: {inputs: {capaian: {}}}\n  data: {under: akar, inputs: {capaian: {}}}\n",
            "",
            [("name-clash.key", "data")],
        ),
        (
            "  akar: {inputs: {capaian: {}, bawah: {}}}\n  bawah: {under: akar, inputs: {capaian: {}}}\n",
            "",
            [("name-clash", "bawah")],
        ),
        (
            "  akar: {steps: {capaian: 1, bawah: 2}}\n  bawah: {under: akar, inputs: {capaian: {}}}\n",
            "",
            [("name-clash", "bawah")],
        ),
        (
            "  akar: {steps: {capaian: p(1)}}\n  p: {under: akar, inputs: {capaian: {}}}\n",
            "uses: {p: contoh/t}\n",
            [("name-clash", "p")],
        ),
        (
            "  akar: {steps: {capaian: p(1), p: 2}}\n",
            "uses: {p: contoh/t}\n",
            [("name-clash", "p")],
        ),
        (
            "  akar: {inputs: {r: {from: rule}, s: {from: rule}}, steps: {capaian: r + s}}\n",
            "",
            [("bad-value.from-twice", "s")],
        ),
        (
            "  akar: {inputs: {r: {from: rule, type: truth}}, steps: {capaian: 1 if r else 2}}\n",
            "",
            [("type-mismatch.bound", "truth")],
        ),
        (
            "  akar: {inputs: {capaian: {from: rule, type: choice, choices: [A]}}}\n",
            "",
            [("type-mismatch.bound", "choice")],
        ),
        (
            "  akar: {inputs: {r: {from: rule, type: polarity}}, steps: {capaian: 1 if given(r) else 2}}\n",
            "",
            [("type-mismatch.bound", "polarity")],
        ),
        ("  akar: {inputs: {capaian: {from: rule, type: count}}}\n", "", []),
    ],
)
def test_names_of_a_level(check: Found, levels: str, head: str, found: list[tuple[str, str]]) -> None:
    """Names of a level, keys of a record, levels below and aliases differ; one number comes from the rule."""
    table = (
        "kind: table\nkeys: [k]\ninterpolate: linear\nrows: {0: 0, 1: 1}\n"
        "examples: [{title: t, given: 1, result: 1}]\n"
    )
    assert check({**_framework(levels, head), "t": table}) == found


@pytest.mark.parametrize(
    ("inputs", "step", "found"),
    [
        ("polarity: {type: polarity}", "", []),
        ("polarity: {type: polarity, default: lower_is_better}", "", []),
        ("polarity: {type: polarity, default: closer_is_better}", "", ["closer_is_better"]),
        ("polarity: {type: polarity, default: missing}", "", []),
        (
            "arah: {type: polarity, default: closer_is_better}",
            ", with: {polarity: arah}",
            ["closer_is_better"],
        ),
        (
            "arah: {type: choice, choices: [closer_is_better], default: closer_is_better}",
            ", with: {polarity: arah}",
            ["closer_is_better"],
        ),
        ("x: {}", ", with: {polarity: closer_is_better}", ["closer_is_better"]),
        ("x: {}", ", with: {polarity: (closer_is_better)}", ["(closer_is_better)"]),
        ("x: {}", ", with: {polarity: higher_is_better}", []),
        ("x: {}", ", with: {polarity: closer_is_better if x > 1 else lower_is_better}", []),
        ("x: {}", ", with: {polarity: [{when: x > 1, then: closer_is_better}]}", []),
    ],
)
def test_a_polarity_that_the_rule_cannot_treat(
    check: Found, inputs: str, step: str, found: list[str]
) -> None:
    """A polarity that is fixed without data must be one that some case of the called rule treats."""
    levels = (
        f"  akar:\n    inputs: {{realisasi: {{}}, target: {{}}, {inputs}}}\n"
        f"    steps:\n      capaian: {{rule: contoh/c{step}}}\n"
    )
    assert check({**_framework(levels), "c": ACHIEVEMENT}) == [
        ("polarity-not-supported", text) for text in found
    ]


def test_every_polarity_of_a_call_is_looked_at(check: Found) -> None:
    """One that is right, or that data give, hides no other."""
    called = """
    inputs: {x: {}, p: {type: polarity}, q: {type: polarity}, r: {type: polarity}}
    formula: [{when: p == q and r == lower_is_better, then: x}]
    unit: persen
    """
    bound = "p: lower_is_better, q: arah, r: closer_is_better"
    levels = (
        "  akar:\n    inputs: {x: {}, arah: {type: polarity}}\n"
        f"    steps:\n      capaian: {{rule: contoh/c, with: {{{bound}}}}}\n"
    )
    assert check({**_framework(levels), "c": called}) == [("polarity-not-supported", "closer_is_better")]


CLOSER = "{when: polarity == closer_is_better, then: THEN}"


@pytest.mark.parametrize(
    ("first", "then", "otherwise", "found"),
    [
        (CLOSER, "{rule: contoh/c}", "1", ["default: closer_is_better"]),
        (CLOSER, "1", "{rule: contoh/c}", []),
        (
            "{when: polarity == lower_is_better, then: 1}",
            "",
            "{rule: contoh/c}",
            ["default: closer_is_better"],
        ),
        ("{when: target > 0, then: THEN}", "{rule: contoh/c}", "1", []),
        ("{when: target > 0, then: 1}", "", "{rule: contoh/c}", []),
        (
            "{when: target > 0, then: THEN}",
            "{rule: contoh/c, with: {polarity: closer_is_better}}",
            "1",
            ["polarity: closer_is_better"],
        ),
        ("{when: target > 0, then: THEN}", "{rule: contoh/c, with: {polarity: lower_is_better}}", "1", []),
    ],
)
def test_a_polarity_of_a_case(check: Found, first: str, then: str, otherwise: str, found: list[str]) -> None:
    """A default counts where its case surely applies; a CODE in `with` wherever it is written."""
    inputs = "realisasi: {}, target: {}, polarity: {type: polarity, default: closer_is_better}"
    cases = f"[{first.replace('THEN', then)}, {{otherwise: {otherwise}}}]"
    levels = f"  akar:\n    inputs: {{{inputs}}}\n    steps:\n      capaian: {cases}\n"
    files = {**_framework(levels), "c": ACHIEVEMENT}
    assert check(files) == [("polarity-not-supported", text.partition(": ")[2]) for text in found]
    assert all(text in files["f"] for text in found)


def test_a_framework_calls_rules_that_are_there(check: Found) -> None:
    """A rule that does not exist has no polarity to be wrong about."""
    levels = "  akar: {inputs: {x: {}}, steps: {capaian: {rule: contoh/c}}}\n"
    assert check(_framework(levels)) == [("unknown-rule", "contoh/c")]


def test_the_bundled_frameworks_are_fine(bundled: Catalogue) -> None:
    """The rules that come with the library have no mistakes and no warnings."""
    assert bundled.check() == []
