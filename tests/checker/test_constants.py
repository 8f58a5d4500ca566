"""Tests of `sakip_rules.checker.constants`."""

from collections.abc import Callable, Mapping

import pytest

from sakip_rules.checker import Checked

Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]

SCALE = """
kind: scale
bands: [{category: Rendah, code: R, below: 50}, {category: Tinggi, code: T, from: 50}]
examples: [{title: ujung, given: 50, category: Tinggi}]
"""
FAILED = "check-failed.constant"


def _checked(expect: str, *, steps: str = "", extra: str = "") -> dict[str, str]:
    return {
        "a": (
            f"inputs: {{x: {{}}}}\nsteps:\n  dua: 2\n{steps}formula: x\n{extra}"
            f"checks:\n  - expect: {expect}\n    message: m\n    severity: warning\n"
        )
    }


ROWS = "  k:\n    rows:\n      - {nilai: x, bobot: 60}\n      - {nilai: x, bobot: 30}\n"


@pytest.mark.parametrize(
    "expect",
    [
        "1 + 1 == 3",
        "dua == 3",
        "1 > 2 if dua == 3 else dua > 2",
        "sum(k.bobot) == 100",
        "count(k) == 3",
        "sum(k.bobot, where=k.bobot > 50) == 100",
        "tiga == 2",
        "tiga_kasus == 2",
        "bulat == 2.5",
        "given(tiada)",
    ],
)
def test_a_check_that_is_false_without_data(check: Found, expect: str) -> None:
    """Constants, constant steps and constant cells decide a check when the file is checked."""
    steps = ROWS + (
        "  tiga: dua + 1\n"
        "  tiga_kasus:\n    - {when: dua > 2, then: 9}\n    - {otherwise: dua + 1}\n"
        "  bulat: {formula: 2.5, rounding: {places: 0, carry: rounded}}\n"
        "  tiada: [{otherwise: {status: missing}}]\n"
    )
    found = check(_checked(expect, steps=steps))
    assert [(key, text) for key, text in found if not key.startswith("unused")] == [(FAILED, expect)]


@pytest.mark.parametrize(
    "expect",
    [
        "x == 3",
        "sum(k.nilai) == 100",
        "sum(k.bobot, where=k.nilai > 50) == 100",
        "count(k, where=given(k.nilai)) == 2",
        "dua == 2",
        "sum(k.bobot) == 90",
        "1 / 0 == 1",
        "given(tiada) or tiada > 2",
        "tanpa_kasus == 1",
        "berkasus == 1",
    ],
)
def test_a_check_that_is_true_or_left_to_the_data(check: Found, expect: str) -> None:
    """A check that data decide, that is true, or that has no verdict is no finding."""
    steps = ROWS + (
        "  tiada: [{otherwise: {status: missing}}]\n"
        "  tanpa_kasus: [{when: dua > 2, then: 9}]\n"
        "  berkasus: [{when: tiada > 2, then: 9}, {otherwise: 1}]\n"
    )
    assert [key for key, _ in check(_checked(expect, steps=steps)) if key == FAILED] == []


def test_a_scale_that_is_called_with_a_constant(check: Found) -> None:
    """What an alias gives for a constant needs no data either."""
    files = _checked("predikat(dua) == T", extra="uses: {predikat: contoh/skala}\n")
    assert check({**files, "skala": SCALE}) == [(FAILED, "predikat(dua) == T")]
    files = _checked("predikat(50) == T", extra="uses: {predikat: contoh/skala}\n")
    assert check({**files, "skala": SCALE}) == []


def test_an_alias_that_is_not_there_decides_nothing(check: Found) -> None:
    """A reference to no rule is one mistake."""
    files = _checked("predikat(50) == predikat(51)", extra="uses: {predikat: contoh/skal}\n")
    assert check(files) == [("unknown-rule", "contoh/skal")]


def test_checks_of_rows_too(check: Found) -> None:
    """A check in the body of a collection that needs no data is decided as well."""
    body = """
    inputs:
      k:
        each:
          inputs: {n: {}}
          steps: {dua: 2}
          checks: [{expect: dua == 3, message: m}]
    formula: sum(k.n)
    """
    assert check({"a": body}) == [(FAILED, "dua == 3")]


def test_a_cell_with_a_mistake_is_no_constant(check: Found) -> None:
    """A column that cannot be computed decides nothing."""
    steps = "  k:\n    rows: [{b: 1}, {b: 2 + tak_ada}]\n"
    assert check(_checked("sum(k.b) == 9", steps=steps)) == [("unknown-name", "tak_ada")]
    steps = "  k:\n    rows: [{b: 1}, {b: 1 if dua else 2}]\n"
    assert check(_checked("sum(k.b) == 9", steps=steps)) == [("type-mismatch.truth", "dua")]


def test_the_rounding_of_a_framework_carries_constants_of_its_levels(check: Found) -> None:
    """A constant step of a level is carried as the framework says, one of its rows exactly."""
    body = """
    kind: framework
    rounding: {places: 0, carry: rounded}
    levels:
      akar:
        inputs:
          k: {each: {inputs: {n: {}}, steps: {s: 2.5}, checks: [{expect: s == 2.5, message: m}]}}
        steps: {s: 2.5, capaian: sum(k.n) + s}
        checks: [{expect: s == 3, message: m}]
    """
    assert check({"a": body}) == []


@pytest.mark.broad
def test_constants_have_a_budget(check: Found) -> None:
    """Constants that cost too much are left to the data: the check is bounded."""
    rows = "".join(f"      - {{a: {number}, b: 1}}\n" for number in range(2000))
    sums = "".join(f"  s{number}: sum(k.a * k.b)\n" for number in range(200))
    files = _checked("s199 == 0", steps=f"  k:\n    rows:\n{rows}{sums}")
    assert check(files) == []


def test_what_the_sides_come_to_is_said_within_the_budget(
    checked: Callable[[Mapping[str, str]], Checked],
) -> None:
    """A check that takes most of what constants may cost is decided, but its side is not computed again."""
    rows = "".join("      - {a: 1}\n" for _ in range(2000))
    expect = " + ".join(["sum(k.a)"] * 30)
    (found,) = checked(_checked(f"{expect} == 0", steps=f"  k:\n    rows:\n{rows}")).diagnostics
    assert (found.key, dict(found.texts)["values"]) == (FAILED, ("", ""))


@pytest.mark.parametrize(
    ("expect", "values"),
    [
        ("1 > 2", ("", "")),
        ("dua * 1.5 == 2", ("; `dua * 1.5` = 3", "; `dua * 1.5` = 3")),
        ("dua / 4 > dua", ("; `dua / 4` = 0,5; `dua` = 2", "; `dua / 4` = 0.5; `dua` = 2")),
    ],
)
def test_what_the_sides_of_a_false_check_come_to(
    checked: Callable[[Mapping[str, str]], Checked], expect: str, values: tuple[str, str]
) -> None:
    """But for numbers that stand there anyway."""
    (found,) = checked(_checked(expect)).diagnostics
    assert dict(found.texts)["values"] == values


@pytest.mark.parametrize(
    "cases",
    ["[{when: dua, then: 1}, {otherwise: 2}]", "[{when: dua == 2, then: 1 if dua else 2}]"],
)
def test_cases_with_a_mistake_are_no_constant(check: Found, cases: str) -> None:
    """Neither those with a condition that is no truth, nor those that give what cannot be computed."""
    found = check(_checked("salah == 5", steps=f"  salah: {cases}\n"))
    assert FAILED not in [key for key, _ in found]
    assert len(found) == 1


def test_what_a_case_calls_is_left_to_the_data(check: Found) -> None:
    """A rule is not run while files are checked, however constant the condition of its case."""
    steps = "  berkasus: [{when: dua == 2, then: {rule: contoh/b}}, {otherwise: 1}]\n"
    files = _checked("berkasus == 7", steps=steps)
    assert check({**files, "b": "inputs: {x: {}}\nformula: x\n"}) == []


def test_a_check_that_cannot_be_read(check: Found) -> None:
    """It is one mistake, and keeps no other check from being decided."""
    files = {
        "a": "inputs: {x: {}}\nformula: x\nchecks: [{expect: 1 >, message: m}, {expect: 1 > 2, message: m}]\n"
    }
    assert [key for key, _ in check(files)] == ["formula-not-allowed.syntax", FAILED]
