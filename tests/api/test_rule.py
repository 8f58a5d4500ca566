"""One rule for programs: evaluate, classify, look up."""

from __future__ import annotations

from collections import UserDict
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.written import outcome, rules

from sakip_rules import Catalogue, DataError, Rule, SakipRulesError, UsageError

TYPES = """
inputs:
  n: {}
  c: {type: count}
  r: {type: range}
  t: {type: truth}
  h: {type: choice, choices: [A, B]}
  p: {type: polarity}
  o: {each: {inputs: {x: {}, q: {each: {inputs: {y: {}}}}}, steps: {s: sum(q.y)}}}
steps:
  pakai: (1 if t else 2) + (1 if h == A else 2) + (1 if p == higher_is_better else 2) + r.max + c
formula: n + (0 if given(pakai) else 0) + (0 if given(jumlah) else 0)
"""
TYPES = TYPES.replace("formula:", "  jumlah: sum(o.s) + sum(o.x)\nformula:")

BODIES = {
    "index a": TYPES,
    "scale s": (
        "bands: [{category: Baik, code: B, from: 75}, {category: Kurang, below: 75}, "
        "{category: Rusak, status: not_computable}]\n"
        "unit: persen"
    ),
    "table t": "keys: [k]\nrows: {A: 1, B: null, 7: 3}",
    "table dua": (
        "keys: [k, l]\nrows: {A: {X: 1, Y: 0.5}}\nexamples: [{title: c, given: {k: A, l: X}, result: 1}]"
    ),
    "table garis": (
        "keys: [k]\n"
        "interpolate: linear\n"
        "outside: hold\n"
        "rows: {0: 0, 3: 1}\n"
        "examples: [{title: c, given: 0, result: 0}]"
    ),
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """One rule of each shape."""
    return rules(tmp_path_factory.mktemp("rules"), BODIES)


@pytest.fixture(scope="module")
def rule(catalogue: Catalogue) -> Rule:
    """A rule with an input of every type."""
    return catalogue.rule("contoh/a", on=2020)


@pytest.mark.parametrize(
    ("number", "exact"),
    [
        (3, Fraction(3)),
        (-(10**300), Fraction(-(10**300))),
        (Decimal("29.42"), Fraction(2942, 100)),
        (Decimal("-0"), Fraction(0)),
        (Decimal("1E-30"), Fraction(1, 10**30)),
        (Decimal("12E+3"), Fraction(12000)),
        (Fraction(1, 3), Fraction(1, 3)),
        ("29,42", Fraction(2942, 100)),
        (" 29.42 ", Fraction(2942, 100)),
        ("5.085.713.014", Fraction(5085713014)),
        ({"value": "29.42", "document": "Renstra", "year": "2018", "note": "n"}, Fraction(2942, 100)),
    ],
)
def test_numbers_are_taken_exactly(rule: Rule, number: object, exact: Fraction) -> None:
    """As int, Decimal, Fraction or text, whatever the decimal context of the program."""
    with localcontext(prec=2):
        assert rule.evaluate(n=number).exact == exact


def test_subclasses_are_what_they_are_subclasses_of(rule: Rule) -> None:
    """Enumerations of text, fractions and maps of other libraries."""

    class Ratio(Fraction):
        pass

    class Word(str):
        __slots__ = ()

        def __str__(self) -> str:
            return "lain"

    result = rule.evaluate_inputs(UserDict({"n": Ratio(1, 3), "h": Word("A")}))
    assert (result.exact, result.record.figures["h"].value) == (Fraction(1, 3), "A")
    assert type(result.exact) is Fraction


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (None, ("missing", "not_given")),
        ("", ("missing", "not_given")),
        ("missing", ("missing", "not_given")),
        ("not_applicable", ("not_applicable", None)),
        ("not_due", ("not_applicable", "not_due")),
        ({"status": "missing", "reason": "hilang", "note": {"id": "a", "en": "b"}}, ("missing", "hilang")),
        ({"status": "not_computable", "reason": "no-case"}, ("error", "no-case")),
        ({"value": None, "document": "d"}, ("missing", "not_given")),
        ({"value": {"status": "not_due"}}, ("not_applicable", "not_due")),
    ],
)
def test_absent_values(rule: Rule, given: object, found: object) -> None:
    """None, a word, or the map of the language."""
    assert outcome(rule.evaluate(n=given)) == found


@pytest.mark.parametrize(
    ("inputs", "codes"),
    [
        ({"n": 0.1}, ["float-given"]),
        ({"n": float("nan")}, ["float-given"]),
        ({"n": Decimal("NaN")}, ["bad-value"]),
        ({"n": Decimal("sNaN")}, ["bad-value"]),
        ({"n": Decimal("-Infinity")}, ["bad-value"]),
        ({"n": Decimal("1E+999999")}, ["bad-value"]),
        ({"n": Decimal("0E+999999999")}, ["bad-value"]),
        ({"n": Decimal("1E-401")}, ["bad-value"]),
        ({"n": Decimal("1" * 401)}, ["bad-value"]),
        ({"n": 10**5000}, ["bad-value"]),
        ({"n": Fraction(1, 3**400_000)}, ["bad-value"]),
        ({"n": True}, ["bad-value"]),
        ({"n": "ya"}, ["bad-value"]),
        ({"n": "-"}, ["which-absent"]),
        ({"n": []}, ["bad-value"]),
        ({"n": {}}, ["bad-value"]),
        ({"n": {"min": 1, "max": 2}}, ["bad-value"]),
        ({"n": {"value": 1, "halaman": 2}}, ["unknown-key"]),
        ({"n": {"status": "hilang"}}, ["bad-value"]),
        ({"n": {"status": 10**5000}}, ["bad-value"]),
        ({"n": {"status": "not_computable", "reason": "lupa"}}, ["bad-value"]),
        ({"n": {"status": "not_computable"}}, ["missing-key"]),
        ({"n": {"status": "missing", "note": {"id": {"id": "a"}}}}, ["bad-value"]),
        ({"n": b"1"}, ["bad-value"]),
        ({"n": object()}, ["bad-value"]),
        ({"n": {1, 2}}, ["bad-value"]),
        ({"c": -1}, ["bad-value"]),
        ({"c": -(10**3900)}, ["bad-value"]),
        ({"c": Fraction(1, 2**9000)}, ["bad-value"]),
        ({"c": "541.897"}, ["ambiguous-number"]),
        ({"r": {"min": 2, "max": 1}}, ["bad-value"]),
        ({"r": {"min": 1}}, ["bad-value"]),
        ({"r": {"min": 1, "max": 10**5000}}, ["bad-value"]),
        ({"r": {"min": 1, "max": 2, 3: 4}}, ["bad-value"]),
        ({"t": 1}, ["bad-value"]),
        ({"t": "mungkin"}, ["bad-value"]),
        ({"h": "C"}, ["bad-value"]),
        ({"h": 1}, ["bad-value"]),
        ({"p": "A"}, ["bad-value"]),
        ({"m": 1}, ["unknown-name"]),
        ({3: 1, None: 2, ("a",): 3}, ["unknown-name"] * 3),
        ({"o": 1}, ["bad-value"]),
        ({"o": "satu"}, ["bad-value"]),
        ({"o": {1}}, ["bad-value"]),
        ({"o": [1]}, ["bad-value"]),
        ({"o": [[]]}, ["bad-value"]),
        ({"o": [{"z": 1}, {"x": 0.5}, {"q": [{"y": "a"}]}]}, ["unknown-name", "float-given", "bad-value"]),
        ({"o": {"status": "hilang"}}, ["bad-value"]),
        ({"o": {"status": {}}}, ["bad-value"]),
        ({"o": [{"status": "missing", "reason": "dua kata"}]}, ["bad-value"]),
        ({"n": "x", "c": "y"}, ["bad-value", "bad-value"]),
    ],
)
def test_wrong_inputs_are_all_told(rule: Rule, inputs: dict[Any, Any], codes: list[str]) -> None:
    """Each mistake has a diagnostic that can be shown in both languages."""
    with pytest.raises(DataError) as caught:
        rule.evaluate_inputs(inputs)
    assert [one.code for one in caught.value.diagnostics] == codes
    assert all(
        one.message(lang) and "{" not in one.message(lang)
        for one in caught.value.diagnostics
        for lang in ("id", "en")
    )
    assert str(caught.value)


@pytest.mark.parametrize(
    ("given", "exact"),
    [
        (0.1, Fraction(1, 10)),
        (1e22, Fraction(10**22)),
        (5e-324, Fraction(5, 10**324)),
        (1.7976931348623157e308, Fraction(17976931348623157 * 10**292)),
        (-0.0, Fraction(0)),
        (2.5, Fraction(5, 2)),
    ],
)
def test_floats_as_their_shortest_text(tmp_path: Path, given: float, exact: Fraction) -> None:
    """Where the catalogue was opened so."""
    rule = rules(tmp_path, {"index b": "inputs: {n: {}}\nformula: n"}, floats="shortest").rule(
        "contoh/b", on=2020
    )

    class Foreign(float):
        def __repr__(self) -> str:
            return "foreign.float64(1)"

    assert rule.evaluate(n=given).exact == rule.evaluate(n=Foreign(given)).exact == exact
    assert outcome(rule.evaluate(n=float("nan"))) == ("missing", "not_given")
    for wrong in (float("inf"), float("-inf")):
        with pytest.raises(DataError) as caught:
            rule.evaluate(n=wrong)
        assert [one.code for one in caught.value.diagnostics] == ["bad-value"]


def test_a_mistake_in_a_row_has_its_number(rule: Rule) -> None:
    """A program can show it beside the field of a form."""
    with pytest.raises(DataError) as caught:
        rule.evaluate(o=[{"x": 1}, {"x": "?", "q": {"baris": {"z": 1}}}], n=[1])
    found = {one.path: one.to_dict()["pointer"] for one in caught.value.diagnostics}
    assert found == {
        ("o", 1, "x"): "/o/1/x",
        ("o", 1, "q", "baris", "z"): "/o/1/q/baris/z",
        ("n",): "/n",
    }


def test_data_that_hold_themselves_are_refused(rule: Rule) -> None:
    """Only the shapes that a rule declares are looked into, to the depth that it declares."""
    circle: list[object] = []
    circle.append(circle)
    loop: dict[str, object] = {}
    loop.update(value=loop, x=loop, q=loop, status=loop, note=loop, min=loop)
    for name in "ncrthpo":
        for data in (circle, loop, [loop], {"a": loop}):
            with pytest.raises(DataError):
                rule.evaluate_inputs({name: data})


NUMBERS = st.integers() | st.floats() | st.decimals() | st.fractions() | st.integers(10**4000, 10**5000)
WORDS = st.text(max_size=4) | st.sampled_from(
    ["missing", "not_due", "A", "ya", "higher_is_better", "1,5", "%", "\ud800", "-"]
)
KEYS = (
    st.sampled_from(["value", "status", "reason", "note", "min", "max", "x", "q", "y", "id", "document"])
    | st.text(max_size=2)
    | st.integers()
    | st.none()
)
DATA = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS | st.binary(max_size=2) | st.builds(object),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(KEYS, inner, max_size=3)
        | st.tuples(inner)
        | st.sets(st.integers(), max_size=1)
    ),
    max_leaves=8,
)


@pytest.mark.broad
@given(st.dictionaries(st.sampled_from("ncrthpo") | st.text(max_size=2), DATA, max_size=3))
@settings(max_examples=400)
def test_nothing_but_an_error_of_the_library_comes_of_inputs(rule: Rule, inputs: dict[str, object]) -> None:
    """Any nested Python data gives a result that can be shown, or a DataError that can be shown."""
    try:
        result = rule.evaluate_inputs(inputs)
    except DataError as error:
        assert str(error)  # noqa: PT017 - what it raises is the point, not that it does
        return
    assert result.status in ("ok", "missing", "not_applicable", "error")
    assert result.to_dict()["status"] == result.status
    assert result.explain("en")
    assert repr(result)


@pytest.mark.broad
@given(DATA, DATA)
@settings(max_examples=200)
def test_nothing_but_an_error_of_the_library_comes_of_look_ups(
    catalogue: Catalogue, one: object, two: object
) -> None:
    """Neither of scales nor of tables."""
    for call in (
        lambda: catalogue.rule("contoh/s", on=2020).classify(one),
        lambda: catalogue.rule("contoh/t", on=2020).look_up(one),
        lambda: catalogue.rule("contoh/dua", on=2020).look_up(one, two),
        lambda: catalogue.rule("contoh/garis", on=2020).look_up(one),
    ):
        try:
            found = call()
        except DataError as error:
            assert str(error)  # noqa: PT017 - what it raises is the point, not that it does
        else:
            assert repr(found)


# ---------------------------------------------------------------- scales and tables


@pytest.mark.parametrize(
    ("value", "category", "status", "reason"),
    [
        (75, "Baik", "ok", None),
        ("74,99", "Kurang", "ok", None),
        ("75 %", "Baik", "ok", None),
        (Fraction(149, 2), "Kurang", "ok", None),
        ("missing", None, "missing", "not_given"),
        (None, None, "missing", "not_given"),
        ("not_due", None, "not_applicable", "not_due"),
        ("not_computable", "Rusak", "ok", None),
        ({"status": "not_computable", "reason": "no-case"}, "Rusak", "ok", None),
    ],
)
def test_classify(
    catalogue: Catalogue, value: object, category: str | None, status: str, reason: str | None
) -> None:
    """Numbers in every form, and absent values."""
    found = catalogue.rule("contoh/s", on=2020).classify(value)
    assert (found.category, found.status, found.reason) == (category, status, reason)
    assert found.code == ("B" if category == "Baik" else None)


def test_look_up(catalogue: Catalogue) -> None:
    """A CODE a key, as text or as the integer that it looks like; the cell may be undefined or not there."""
    table = catalogue.rule("contoh/t", on=2020)
    assert [table.look_up(code).exact for code in ("A", " A ", 7, "7")] == [1, 1, 3, 3]
    absent = [
        table.look_up(code) for code in ("B", "C", None, "not_due", {"status": "missing", "reason": "hilang"})
    ]
    assert [(one.status, one.reason) for one in absent] == [
        ("error", "undefined-cell"),
        ("error", "not-in-table"),
        ("missing", "not_given"),
        ("not_applicable", "not_due"),
        ("missing", "hilang"),
    ]
    assert {(one.exact, one.value) for one in absent} == {(None, None)}
    assert catalogue.rule("contoh/dua", on=2020).look_up("A", "Y").value == Decimal("0.5")
    curve = catalogue.rule("contoh/garis", on=2020)
    assert [(one.exact, str(one.value)) for one in (curve.look_up(1), curve.look_up("9"))] == [
        (Fraction(1, 3), "0.33"),
        (1, "1"),
    ]


@pytest.mark.parametrize("code", [True, 0.5, [], {"A": 1}, object()])
def test_no_code(catalogue: Catalogue, code: object) -> None:
    """What can be neither a CODE nor an absent value."""
    with pytest.raises(DataError):
        catalogue.rule("contoh/t", on=2020).look_up(code)


def test_every_call_is_for_its_own_kind(catalogue: Catalogue) -> None:
    """The message names the kind; the number of codes must be that of the keys."""
    rules_of = {name: catalogue.rule(f"contoh/{name}", on=2020) for name in ("a", "s", "t")}
    for wrong in (
        rules_of["s"].evaluate,
        rules_of["t"].evaluate,
        lambda: rules_of["a"].classify(1),
        lambda: rules_of["s"].look_up("A"),
        lambda: rules_of["t"].look_up("A", "B"),
        rules_of["t"].look_up,
        lambda: rules_of["a"].evaluate_inputs([1]),  # type: ignore[arg-type]  # what programs without types do
    ):
        with pytest.raises(UsageError) as caught:
            wrong()
        assert isinstance(caught.value, SakipRulesError)
        assert str(caught.value)


def test_a_rule_says_what_it_is(catalogue: Catalogue) -> None:
    """Its pinned reference, and the day of its references."""
    found = catalogue.rule("contoh/a", on=2020)
    assert (found.reference, repr(found)) == ("contoh/a@1.0.0", "<Rule contoh/a@1.0.0 on 2020-12-31>")


def test_a_map_may_be_given_as_it_is(rule: Rule) -> None:
    """With names behind it, which count, as in `dict(map, name=…)`; what is no map is refused."""
    (name, *_) = (each.name for each in rule.inputs)
    assert rule.evaluate({name: 2}) == rule.evaluate(**{name: 2}) == rule.evaluate({name: 1}, **{name: 2})
    assert rule.evaluate({}) == rule.evaluate()
    with pytest.raises(UsageError):
        rule.evaluate(2)  # type: ignore[arg-type]  # what programs without types do
