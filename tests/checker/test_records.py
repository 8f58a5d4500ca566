"""Tests of `sakip_rules.checker.records`."""

from collections.abc import Callable, Mapping

import pytest

Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]

SCALE = """
kind: scale
bands: [{category: Rendah, code: R, below: 50}, {category: Tinggi, from: 50}]
examples: [{title: ujung, given: 50, category: Tinggi}]
"""


def _rule(inputs: str, steps: str, formula: str = "s", extra: str = "") -> dict[str, str]:
    return {"a": f"inputs: {{{inputs}}}\nsteps:\n{steps}formula: {formula}\n{extra}"}


def test_steps_in_any_order(check: Found) -> None:
    """A step sees the type of another one, wherever that is written."""
    assert check(_rule("x: {}", "  s: 1 if besar else t\n  besar: t > 1\n  t: x\n")) == []
    assert check(_rule("x: {}", "  s: 1 + besar\n  besar: x > 1\n")) == [("type-mismatch.number", "besar")]


def test_a_circle_of_steps(check: Found) -> None:
    """A circle is said once, at the step that is written first."""
    assert check(_rule("x: {}", "  s: t + x\n  t: u\n  u: s\n  v: x\n")) == [("reference-cycle", "s")]


def test_every_circle_of_steps(check: Found) -> None:
    """Two circles are two mistakes, and hide no other."""
    steps = "  s: t\n  t: s\n  u: v + x\n  v: u + y\n"
    assert check(_rule("x: {}", steps)) == [
        ("reference-cycle", "s"),
        ("reference-cycle", "u"),
        ("unknown-name", "y"),
    ]


def test_fixed_rows_in_a_circle(check: Found) -> None:
    """Cells may be part of a circle too."""
    assert check(_rule("x: {}", "  s: sum(k.n) + x\n  k: {rows: [{n: s}]}\n")) == [("reference-cycle", "s")]


def test_a_default_is_of_its_type(check: Found) -> None:
    """A default is read as data is."""
    assert check(_rule("x: {type: count, default: 1.5}", "  s: x\n")) == [("bad-value.count", "1.5")]
    files = _rule("x: {type: range, default: {min: 3, max: 2}}", "  s: x\n")
    assert [key for key, _ in check(files)] == ["bad-value.range-order"]


def test_a_default_of_choices_that_cannot_be_read(check: Found) -> None:
    """Where the list is missing, only that is said."""
    files = _rule(
        "x: {type: choice, choices: contoh/tak-ada, default: A}, y: {}", "  s: y if x == x else 1\n"
    )
    assert check(files) == [("unknown-rule", "contoh/tak-ada")]


def test_a_default_may_be_a_code(check: Found) -> None:
    """With `codes`, a CODE of the table is a number; another word is none."""
    table = "kind: table\nkeys: [k]\nrows: {A: 1}\nexamples: [{title: t, given: A, result: 1}]\n"
    good = _rule("x: {codes: contoh/t, default: A}", "  s: x\n")
    assert check({**good, "t": table}) == []
    bad = _rule("x: {codes: contoh/t, default: B}", "  s: x\n")
    assert check({**bad, "t": table}) == [("bad-value.code", "B")]


@pytest.mark.parametrize("key", ["rounding: {places: 2}", "scale: contoh/skala"])
def test_what_is_for_numbers_only(check: Found, key: str) -> None:
    """A truth is neither rounded nor banded."""
    steps = f"  s: {{formula: x > 1, {key}}}\n"
    assert check({**_rule("x: {}", steps, "1 if s else 2"), "skala": SCALE}) == [
        ("type-mismatch.attribute", key.partition(":")[0])
    ]


def test_value_and_scale_have_one_unit(check: Found) -> None:
    """The unit of a step is the declared one, else the inferred one."""
    steps = "  s: {formula: x, scale: contoh/skala}\n"
    files = {**_rule("x: {unit: orang}", steps), "skala": SCALE}
    assert check(files) == [("unit-mismatch.scale", "contoh/skala")]
    steps = "  s: {formula: x * 1, unit: nilai, scale: contoh/skala}\n"
    assert check({**_rule("x: {unit: orang}", steps), "skala": SCALE}) == []
    result = {"a": "inputs: {x: {}}\nformula: x\nunit: persen\nscale: contoh/skala\n", "skala": SCALE}
    assert check(result) == [("unit-mismatch.scale", "contoh/skala")]


def test_a_ratio_is_no_percentage(check: Found) -> None:
    """A step whose formula gives a ratio is not declared a percentage."""
    files = _rule("x: {unit: orang}", "  s: {formula: x / x, unit: persen}\n")
    assert check(files) == [("unit-mismatch.percent", "x / x")]


def test_a_bare_range_as_a_step_is_its_number(check: Found) -> None:
    """A step does not keep a range."""
    assert check(_rule("x: {type: range}", "  r: x\n  s: r.min\n")) == [("unknown-name.field", "r.min")]


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        (("n: 1", "n: x"), []),
        (("n: A", "n: B"), []),
        (("n: 1", "n: A"), ["A"]),
        (("n: A", "n: 1", "n: 2"), ["1", "2"]),
        (("n: 1", "n: x > 1"), ["x > 1"]),
        (("n: r", "n: 1"), []),
        (("n: x > 1", "n: x > 2"), ["x > 1", "x > 2"]),
    ],
)
def test_cells_of_a_column(check: Found, cells: tuple[str, ...], wrong: list[str]) -> None:
    """Cells give numbers or choices, and all cells of a column the same."""
    rows = "".join(f"      - {{{cell}}}\n" for cell in cells)
    inputs = "x: {}, r: {type: range}, p: {type: choice, choices: [A, B]}"
    files = _rule(inputs, f"  k:\n    rows:\n{rows}  s: count(k.n) + x + r + (1 if p == A else 2)\n")
    assert check(files) == [("type-mismatch.cell", text) for text in wrong]


def test_a_cell_of_a_row_with_a_name(check: Found) -> None:
    """It is found by that name."""
    rows = "  k: {rows: {satu: {n: 1}, dua: {n: x > 1}}}\n  s: count(k.n) + x\n"
    assert check(_rule("x: {}", rows)) == [("type-mismatch.cell", "x > 1")]


def test_a_column_of_categories_and_of_choices(check: Found) -> None:
    """It is compared as a choice: with categories of another scale only if all its cells are some."""
    steps = "  k: {rows: [{n: p(x)}, {n: CELL}]}\n  s: count(k, where=k.n == q(x)) + (1 if c == R else 2)\n"
    uses = "uses: {p: contoh/skala, q: contoh/lain}\n"
    scales = {
        "skala": SCALE.replace("Tinggi, from", "Tinggi, code: T, from"),
        "lain": SCALE.replace("Tinggi, from", "Tinggi, code: L, from"),
    }
    inputs = "x: {}, c: {type: choice, choices: [R, T]}"
    for cell, found in (("p(x + 1)", []), ("c", [("type-mismatch.lists", "q(x)")])):
        assert check({**_rule(inputs, steps.replace("CELL", cell), extra=uses), **scales}) == found


def test_a_cell_whose_type_nobody_knows(check: Found) -> None:
    """Its mistake is said, and nothing about its column: the other cells may be of any type."""
    for known in ("1", "A"):
        same = f"count(k, where=k.n == {known})"
        rows = f"  k: {{rows: [{{n: y}}, {{n: {known}}}]}}\n  s: {same} + (1 if p == A else 2)\n"
        assert check(_rule("p: {type: choice, choices: [A, B]}", rows)) == [("unknown-name", "y")]


def test_a_column_of_categories_without_codes(check: Found) -> None:
    """A table is not looked up by a column whose categories have no code."""
    table = "kind: table\nkeys: [k]\nrows: {R: 1}\nexamples: [{title: t, given: R, result: 1}]\n"
    files = _rule(
        "x: {}",
        "  k: {rows: [{n: p(x)}]}\n  s: sum(t(k.n))\n",
        extra="uses: {p: contoh/skala, t: contoh/t}\n",
    )
    assert check({**files, "skala": SCALE, "t": table}) == [("code-missing", "k.n")]


@pytest.mark.parametrize(
    ("units", "found"),
    [(("orang", "orang"), []), (("orang", "rupiah"), []), (("rupiah", "rupiah"), ["unit-mismatch"])],
)
def test_the_unit_of_a_column(check: Found, units: tuple[str, str], found: list[str]) -> None:
    """A column has the unit that all its cells have; else none is known."""
    inputs = f"x: {{unit: {units[0]}}}, y: {{unit: {units[1]}}}, z: {{unit: orang}}"
    files = _rule(inputs, "  k: {rows: [{n: x}, {n: y}, {n: 3}]}\n  s: sum(k.n) + z\n")
    assert [key for key, _ in check(files)] == found


def test_rows_below_rows_are_records(check: Found) -> None:
    """A row sees its own names only; a record above sees those of the row."""
    body = """
    inputs:
      x: {}
      k: {each: {inputs: {n: {}, m: {each: {inputs: {o: {}}}}}, steps: {s: sum(m.o) + n}}}
    formula: sum(k.s) + sum(k.m.o) + x
    """
    assert check({"a": body}) == []
    assert check({"a": body.replace("+ n}", "+ n + x}")}) == [("unknown-name", "x")]


def test_only_a_formula_rule_has_a_result(check: Found) -> None:
    """Its checks see it; those of its rows do not."""
    body = """
    inputs: {k: {each: {inputs: {n: {}}, checks: [{expect: result > 1, message: m}]}}}
    formula: sum(k.n)
    checks: [{expect: result > 1, message: m}]
    """
    assert check({"a": body}) == [("unknown-name", "result")]


def test_only_levels_have_a_year(check: Found) -> None:
    """`year`, `tahun_lalu` and `riwayat` mean nothing in a formula rule, nor in rows of a level."""
    assert check(_rule("x: {}", "  s: x + year\n")) == [("unknown-name", "year")]
    body = """
    kind: framework
    levels:
      akar:
        inputs: {x: {}, k: {each: {inputs: {n: {}}, steps: {s: n + year}}}}
        steps: {capaian: "sum(k.s) + x + tahun_lalu.x + sum(riwayat.x, where=riwayat.year < year)"}
    """
    assert check({"a": body}) == [("unknown-name", "year")]


def test_a_level_above_does_not_see_the_year(check: Found) -> None:
    """Of a record below, its inputs and steps are seen."""
    body = """
    kind: framework
    levels:
      akar: {steps: {capaian: sum(indikator.year)}}
      indikator: {under: akar, inputs: {capaian: {}}}
    """
    assert check({"a": body}) == [("unknown-name", "indikator.year")]


def _level(steps: str) -> dict[str, str]:
    return {"a": f"kind: framework\nlevels:\n  akar:\n    inputs: {{x: {{}}}}\n    steps:\n{steps}"}


def test_types_of_last_year(check: Found) -> None:
    """A step of last year has the type that it has this year, wherever it is written."""
    steps = "      capaian: tahun_lalu.besar + x\n      besar: x > 1\n"
    assert check(_level(steps)) == [("type-mismatch.number", "tahun_lalu.besar")]


def test_a_step_may_use_itself_of_last_year(check: Found) -> None:
    """`tahun_lalu` makes no circle; what it goes round has the type that its formulas give it."""
    assert check(_level("      capaian: tahun_lalu.capaian + x\n")) == []
    steps = (
        "      capaian: (tahun_lalu.besar + 1) if besar else 0\n"
        "      besar: x > 1 if tahun_lalu.capaian > 1 else x > 2\n"
    )
    assert check(_level(steps)) == [("type-mismatch.number", "tahun_lalu.besar")]


@pytest.mark.parametrize("places", [slice(None), slice(None, None, -1)])
def test_what_last_year_gives_to_a_rule_is_of_its_type(check: Found, places: slice) -> None:
    """The name that a rule takes its input from goes round with the step that calls it."""
    steps = ["      capaian: {rule: contoh/b}\n", "      n: tahun_lalu.capaian > x\n"]
    files = {**_level("".join(steps[places])), "b": "inputs: {n: {}}\nformula: n\n"}
    assert check(files) == [("type-mismatch.bound", "contoh/b")]


@pytest.mark.parametrize(
    ("first", "use", "found"),
    [
        ("x", "a + 1", []),
        ("x > 1", "1 if a else 2", []),
        ("p(x)", "1 if a == R else 2", []),
        ("x", "1 if a else 2", [("type-mismatch.truth", "a")]),
        ("p(x)", "a + 1", [("type-mismatch.number", "a")]),
        ("x > 1", "tahun_lalu.a + 1", [("type-mismatch.number", "tahun_lalu.a")]),
    ],
)
def test_a_step_that_carries_last_year_on(
    check: Found, first: str, use: str, found: list[tuple[str, str]]
) -> None:
    """It is of the type of its first value, and is used as such."""
    files = _level(f"      a: tahun_lalu.a if given(tahun_lalu.a) else {first}\n      capaian: {use}\n")
    files["a"] = files["a"].replace("levels:", "uses: {p: contoh/skala}\nlevels:")
    assert check({**files, "skala": SCALE}) == found


@pytest.mark.parametrize(("lists", "found"), [(20, [("type-mismatch.number", "a")]), (21, [])])
def test_twenty_lists_of_codes_are_tried(check: Found, lists: int, found: list[tuple[str, str]]) -> None:
    """On a step of which only its value of last year could tell the type; with more, it may be anything."""
    inputs = "".join(f"      p{at}: {{type: choice, choices: [A{at}]}}\n" for at in range(lists))
    carried = f"tahun_lalu.a if given(tahun_lalu.a) else p{lists - 1}"
    files = _level(f"      a: {carried}\n      capaian: a + 1\n")
    files["a"] = files["a"].replace("    inputs: {x: {}}\n", f"    inputs:\n{inputs}")
    assert check(files) == found


def test_a_step_that_carries_on_what_is_not_known(check: Found) -> None:
    """Where an alias is missing, only that is said."""
    files = _level("      a: tahun_lalu.a if given(tahun_lalu.a) else p(x)\n      capaian: a + 1\n")
    files["a"] = files["a"].replace("levels:", "uses: {p: contoh/skala}\nlevels:")
    assert check(files) == [("unknown-rule", "contoh/skala")]


def test_a_step_that_carries_on_with_a_mistake(check: Found) -> None:
    """Nothing is said of its use: what it would be of without the mistake is not known."""
    files = _level("      a: tahun_lalu.a if given(tahun_lalu.a) else x + z\n      capaian: 1 if a else 2\n")
    assert check(files) == [("unknown-name", "z")]


def test_a_step_may_not_use_its_own_history(check: Found) -> None:
    """`riwayat` holds this year too."""
    assert check(_level("      capaian: sum(riwayat.capaian) + x\n")) == [("reference-cycle", "capaian")]
