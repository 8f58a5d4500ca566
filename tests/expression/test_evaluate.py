"""The reference semantics of formulas: values, absent values, rows, cost."""

import gc
import sys
import warnings
import weakref
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from itertools import permutations, product
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simpleeval import DISALLOW_FUNCTIONS  # type: ignore[import-untyped]  # simpleeval ships no types

from sakip_rules.expression import (
    NUMBER,
    RANGE,
    TRUTH,
    BudgetSpentError,
    Context,
    Entry,
    ExactEvaluator,
    Formula,
    FormulaFaultError,
    Meter,
    Scope,
    Type,
    analyse,
    parse,
)
from sakip_rules.expression.cost import BUDGET
from sakip_rules.expression.functions import ORDINARY
from sakip_rules.numbers import Interval
from sakip_rules.values import (
    MISSING,
    NOT_APPLICABLE,
    NOT_DUE,
    Absent,
    Category,
    Range,
    Row,
    Rows,
    Value,
    not_computable,
    worst,
)

Deep = Callable[[Callable[[], Any]], Any]
ZERO, ONE, TWO = Fraction(0), Fraction(1), Fraction(2)
BROKEN = not_computable("division-by-zero")
ABSENT = [BROKEN, MISSING, NOT_DUE, NOT_APPLICABLE]


def rows(*all_values: Mapping[str, Value]) -> Rows:
    """Rows without ids."""
    return Rows(tuple(Row(None, values) for values in all_values))


def column(*values: Value) -> Rows:
    """Rows with one field `f`."""
    return rows(*({"f": value} for value in values))


def value(text: str | Formula, /, **names: Value) -> Value:
    """What a formula gives for the values of names."""
    formula = parse(text) if isinstance(text, str) else text
    return ExactEvaluator(Context(names)).value(formula)


def spent(text: str, /, **names: Value) -> int:
    """How many units a formula costs."""
    context = Context(names)
    ExactEvaluator(context).value(parse(text))
    return context.meter.spent


# ---------------------------------------------------------------- numbers


def test_the_printed_example_is_computed_exactly() -> None:
    """266,787 of 426,794 people, in percent, is that fraction and no decimal near it."""
    assert value(
        "pmks_ksm / pmks_dibantu * 100", pmks_ksm=Fraction(266787), pmks_dibantu=Fraction(426794)
    ) == Fraction(26678700, 426794)


NUMBERS = st.fractions(min_value=-50, max_value=50, max_denominator=20)
LEAF = st.tuples(st.sampled_from("abc"))
TREES = st.recursive(LEAF, lambda below: st.tuples(st.sampled_from("+-*/"), below, below), max_leaves=12)


@given(TREES, st.fixed_dictionaries(dict.fromkeys("abc", NUMBERS)))
def test_arithmetic_is_that_of_fractions(tree: Any, names: dict[str, Fraction]) -> None:
    """Any tree of + - * / gives what Python's fractions give, or division by zero where they raise it."""

    def text(node: Any) -> str:
        return node[0] if len(node) == 1 else f"({text(node[1])} {node[0]} {text(node[2])})"

    def expected(node: Any) -> Fraction:
        if len(node) == 1:
            return names[node[0]]
        left, right = expected(node[1]), expected(node[2])
        return {"+": left.__add__, "-": left.__sub__, "*": left.__mul__, "/": left.__truediv__}[node[0]](
            right
        )

    try:
        wanted: Value = expected(tree)
    except ZeroDivisionError:
        wanted = BROKEN
    assert value(text(tree), **names) == wanted


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("2 ** 3 - -1", Fraction(9)),
        ("-2 ** 2", Fraction(-4)),
        ("2 ** -2", Fraction(1, 4)),
        ("0 ** 0", ONE),
        ("0 ** -1", BROKEN),
        ("1 / 0", BROKEN),
        ("+0.1 + 0.2", Fraction(3, 10)),
        ("1 < 2 < 3", True),
        ("1 < 3 < 2", False),
        ("not 1 == 2", True),
        ("2 if 1 > 2 else 3", Fraction(3)),
        ("min(3, 1, 2) + max(3, 1, 2)", Fraction(4)),
        ("clamp(200, -20, 20)", Fraction(20)),
        ("abs(-3) + root(9, 2) + ln(1)", Fraction(6)),
        ("ln(0)", not_computable("outside-domain")),
        ("2 ** 10 ** 1", None),
    ],
)
def test_constants_are_computed(text: str, result: Value | None) -> None:
    """Operators and ordinary functions, put together."""
    if result is None:
        with pytest.raises(FormulaFaultError):
            parse(text)
    else:
        assert value(text) == result


def test_zero_and_false_are_values() -> None:
    """Zero is a number, never absent; false is a truth."""
    assert value("given(x)", x=ZERO) is True
    assert value("given(t)", t=False) is True
    assert value("x + 1", x=ZERO) == ONE
    assert value("r.min", r=ZERO) == ZERO
    assert value("sum(c.f, where=given(c.f))", c=column(ZERO, MISSING)) == ZERO
    assert value("sum(c.f - x.min)", c=column(ONE), x=ZERO) == ONE


def test_what_precision_cannot_settle_is_not_computable() -> None:
    """An interval is carried through, and decides only what is the same for all of it."""
    two = value("root(2, 2) ** 2")
    assert isinstance(two, Interval)
    assert two.low < 2 < two.high
    assert value("root(2, 2) < 1.5") is True
    assert value("root(2, 2) ** 2 == 2") == not_computable("precision")
    assert value("1 if root(2, 2) ** 2 < 2 else 0") == not_computable("precision")
    assert value("1 / (root(2, 2) ** 2 - 2)") == not_computable("precision")
    assert value("root(2, 2) * 0") == ZERO


def test_values_are_held_to_their_size() -> None:
    """A whole part of 13,000 bits, 500,000 bits in all: beyond that, too large."""
    big = Fraction(2**12_999)
    assert value("x + x - x", x=big) == not_computable("too-large")
    assert value("x + x - 1 if 1 == 1 else 0", x=big / 2) == big - 1
    assert value("-x", x=big) == -big
    long = Fraction(2**300_000 + 1, 3**189_000)
    assert value("x * x", x=long) == not_computable("too-large")


def test_a_bare_range_is_its_number_where_its_ends_are_equal() -> None:
    """Otherwise it is not computable; its ends are there always."""
    point, wide = Range(TWO, TWO), Range(ONE, TWO)
    assert value("x + x.min", x=point) == Fraction(4)
    assert value("x", x=wide) == not_computable("range-target")
    assert value("x.max - x.min", x=wide) == ONE
    assert value("given(x)", x=wide) is True
    assert value("x.max", x=NOT_DUE) == NOT_DUE
    assert value("sum(c.f.max)", c=column(wide, point)) == Fraction(4)
    assert value("sum(c.f)", c=column(wide)) == not_computable("range-target")


def test_codes_stand_for_themselves() -> None:
    """A bare word that is no name of the record is a CODE."""
    assert value("arah == naik", arah="naik") is True
    assert value("arah == naik", arah="turun") is False
    assert value("naik if arah == turun else turun", arah="turun") == "naik"
    assert value("mutu == B", mutu=Category("Baik", "B")) is True


# ---------------------------------------------------------------- absent values


@pytest.mark.parametrize(("left", "right"), list(product(ABSENT, ABSENT)))
def test_the_worst_absent_operand_is_the_result(left: Absent, right: Absent) -> None:
    """Operators, comparisons and functions alike."""
    for text in ("a + b", "a ** 2 / b", "a < b", "a == b", "max(1, a, b)", "clamp(a, b, 3)", "-a - -b"):
        assert value(text, a=left, b=right) == worst([left, right])


TRUTHS = st.one_of(st.booleans(), st.sampled_from(ABSENT))


@given(st.lists(TRUTHS, min_size=2, max_size=5), st.sampled_from(["and", "or"]))
def test_a_decisive_truth_decides_wherever_it_stands(operands: list[Value], op: str) -> None:
    """`false and absent` is false, `true or absent` is true; otherwise absent, if one is."""
    names = {f"t{index}": operand for index, operand in enumerate(operands)}
    found = value(f" {op} ".join(names), **names)
    decisive = op == "or"
    absents = [operand for operand in operands if isinstance(operand, Absent)]
    if decisive in operands:
        assert found is decisive
    elif absents:
        assert found == worst(absents)
    else:
        assert found is not decisive


def test_of_two_equal_absent_operands_the_left_one_wins() -> None:
    """The reason of the first is kept."""
    left, right = Absent("missing", "rusak"), Absent("missing", "hilang")
    found = [value(text, a=left, b=right) for text in ("a + b", "a and b", "a or b", "a < b", "max(a, b)")]
    assert [reason.reason for reason in found if isinstance(reason, Absent)] == ["rusak"] * 5


@pytest.mark.parametrize("absent", ABSENT)
def test_not_of_absent_is_absent(absent: Absent) -> None:
    """So is a sign before it."""
    assert [value(text, a=absent) for text in ("not a", "-a", "+a")] == [absent] * 3


def test_a_chain_is_the_and_of_its_pairs() -> None:
    """A false pair decides, whatever is absent in another."""
    assert value("3 < a < 2 < 1", a=MISSING) is False
    assert value("1 < a < 3", a=MISSING) == MISSING


def test_only_the_chosen_branch_counts() -> None:
    """What stands in the other branch is not looked at; an absent condition makes all absent."""
    assert value("1 if t else a", t=True, a=BROKEN) == ONE
    assert value("1 if t else a", t=False, a=BROKEN) == BROKEN
    assert value("1 if t else 2", t=NOT_DUE) == NOT_DUE
    assert value("(a if t else b) + 1", t=True, a=ONE, b=MISSING) == TWO


@pytest.mark.parametrize(
    ("absent", "found"), [(BROKEN, True), (MISSING, False), (NOT_DUE, False), (NOT_APPLICABLE, False)]
)
def test_given_does_not_see_what_is_not_computable(absent: Absent, found: bool) -> None:
    """It is false for the three absent values of data, and never absent itself."""
    assert value("given(x)", x=absent) is found
    assert value("not given(x) or x > 0", x=absent) == (True if not found else absent)
    assert value("count(c.f, where=given(c.f))", c=column(absent)) == (absent if found else ZERO)


# ---------------------------------------------------------------- aliases


def test_an_alias_gets_its_arguments_absent_ones_too() -> None:
    """A scale may have a band for absent values, so it is asked."""
    seen: list[tuple[Value, ...]] = []

    def alias(arguments: tuple[Value, ...]) -> Value:
        seen.append(arguments)
        return Category("Belum", "N")

    context = Context({"x": MISSING, "arah": "naik"}, {"predikat": alias})
    assert ExactEvaluator(context).value(parse("predikat(x) == N and predikat(arah, 2) == N")) is True
    assert seen == [(MISSING,), ("naik", TWO)]


# ---------------------------------------------------------------- rows


def test_formulas_over_rows_see_their_row_and_their_record() -> None:
    """Dotted names are the row's, bare names the record's."""
    output = rows({"pagu": Fraction(600), "capaian": TWO}, {"pagu": Fraction(400), "capaian": ONE})
    assert value("sum(output.pagu * output.capaian / x)", output=output, x=Fraction(100)) == Fraction(16)
    assert value("sum(output.pagu * output.capaian - 100) / sum(output.pagu)", output=output) == Fraction(
        14, 10
    )


def test_a_nested_path_is_one_flat_list() -> None:
    """The mean of all rows below all rows is not the mean of their means."""
    c = rows({"d": column(ONE, TWO)}, {"d": column(Fraction(9))})
    assert value("mean(c.d.f)", c=c) == Fraction(4)
    assert value("count(c.d.f)", c=c) == Fraction(3)


def test_an_absent_collection_is_one_absent_row() -> None:
    """It blocks, or leaves, as one row of its kind; without rows there is nothing."""
    for absent in ABSENT:
        blocks = absent in (BROKEN, MISSING)
        assert value("sum(c.f)", c=absent) == absent
        assert value("count(c)", c=absent) == (absent if blocks else ZERO)
        assert value("sum(c.d.f)", c=rows({"d": absent}, {"d": column(ONE)})) == (absent if blocks else ONE)
    assert value("sum(c.f)", c=column()) == NOT_APPLICABLE
    assert value("count(c)", c=column()) == ZERO


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("sum(c.f, where=given(c.f))", Fraction(10)),
        ("mean(c.f, where=given(c.f))", Fraction(10, 3)),
        ("mean(c.f, where=given(c.f) and c.f != 0)", Fraction(5)),
        ("mean(c.f if given(c.f) else 0)", Fraction(10, 4)),
        ("first(c.f, where=given(c.f) and c.f > 0)", TWO),
        ("last(c.f, where=given(c.f))", Fraction(8)),
        ("count(c, where=given(c.f))", Fraction(3)),
        ("count(c)", Fraction(4)),
        ("min(c.f, where=given(c.f))", ZERO),
        ("max(c.f, where=given(c.f))", Fraction(8)),
        ("product(c.f, where=given(c.f) and c.f > 0)", Fraction(16)),
        ("geomean(c.f, where=given(c.f) and c.f > 0)", Fraction(4)),
        ("geomean(c.f - 100, where=given(c.f))", not_computable("outside-domain")),
        ("mean(c.f, weight=c.f - 5, where=given(c.f))", not_computable("outside-domain")),
        ("mean(c.f, weight=0 * c.f, where=given(c.f))", BROKEN),
        ("sum(c.f)", MISSING),
    ],
)
def test_what_to_write_for_what_to_say(text: str, result: Value) -> None:
    """The table of section 3.5, for the rows 2, missing, 0 and 8."""
    assert value(text, c=column(TWO, MISSING, ZERO, Fraction(8))) == result


def test_quarters_that_are_not_due_leave_the_sum() -> None:
    """Quarter 2 empty, quarter 3 zero, quarter 4 not due: (15 + 0) / (20 + 10)."""
    quarters = rows(
        {"target": Fraction(20), "realisasi": Fraction(15)},
        {"target": Fraction(20), "realisasi": MISSING},
        {"target": Fraction(10), "realisasi": ZERO},
        {"target": Fraction(30), "realisasi": NOT_DUE},
    )
    text = "sum(q.realisasi, where=given(q.realisasi)) / sum(q.target, where=given(q.realisasi)) * 100"
    assert value(text, q=quarters) == Fraction(50)
    assert value("sum(q.realisasi, where=given(q.target))", q=quarters) == MISSING


CELLS = st.one_of(
    st.fractions(min_value=0, max_value=9, max_denominator=4),
    st.sampled_from([MISSING, NOT_DUE, NOT_APPLICABLE]),
)


@given(
    st.lists(CELLS, max_size=4),
    st.sampled_from(["sum", "mean", "min", "max", "product", "count", "geomean"]),
    st.booleans(),
)
def test_the_order_of_rows_is_no_matter(cells: list[Value], function: str, skips: bool) -> None:
    """All aggregates but `first` and `last` give the same for every order of their rows."""
    formula = parse(f"{function}(c.f, where=given(c.f))" if skips else f"{function}(c.f)")
    found = [value(formula, c=column(*order)) for order in permutations(cells)]
    assert all(one == found[0] for one in found)


@given(st.lists(st.fractions(max_denominator=30), min_size=1, max_size=6))
def test_aggregates_are_those_of_fractions(numbers: list[Fraction]) -> None:
    """Sum, mean and product over rows are those over the list."""
    found = [value(f"{name}(c.f)", c=column(*numbers)) for name in ("sum", "mean", "product", "count")]
    assert found == [sum(numbers), sum(numbers) / Fraction(len(numbers)), prod(numbers), len(numbers)]


def test_other_years_are_rows_and_a_record() -> None:
    """`tahun_lalu` holds one record or none; `riwayat` holds a row for each year."""
    history = rows({"x": ONE, "year": Fraction(2019)}, {"x": TWO, "year": Fraction(2020)})
    assert value("x - tahun_lalu.x", x=TWO, tahun_lalu=rows({"x": ONE})) == ONE
    assert value("x - tahun_lalu.x", x=TWO) == MISSING
    assert value("tahun_lalu.x", tahun_lalu=rows()) == MISSING
    assert value("tahun_lalu.t.max", tahun_lalu=rows({"t": Range(ONE, TWO)})) == TWO
    assert value("given(tahun_lalu.x)", tahun_lalu=rows({"x": ZERO})) is True
    assert (
        value("last(riwayat.x, where=riwayat.year == year - 1)", riwayat=history, year=Fraction(2020)) == ONE
    )
    assert value("sum(c.f * tahun_lalu.x)", c=column(ONE), tahun_lalu=rows({"x": TWO})) == TWO


def test_the_trace_says_what_happened_to_the_rows() -> None:
    """Each aggregate says how many rows it counted and which left, by id or number."""
    c = Rows((Row("tw1", {"f": ONE}), Row(None, {"f": NOT_DUE}), Row("tw3", {"f": MISSING})))
    context = Context({"c": c})
    ExactEvaluator(context).value(parse("1 + sum(c.f, where=given(c.f)) + count(c)"))
    first, second = context.rows_used
    assert (first.start, first.function, first.counted) == (4, "sum", 1)
    assert first.left == (("2", "where"), ("tw3", "where"))
    assert (second.function, second.counted, second.left) == ("count", 3, ())


# ---------------------------------------------------------------- cost


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("1", 1),
        ("x", 1),
        ("x + 1", 3),
        ("-x ** -2", 5),
        ("x < 1 < 2", 4),
        ("x > 0 or x < 0", 7),
        ("1 if x > 0 else 1 + 1", 5),
        ("1 if x < 0 else 1 + 1", 7),
        ("min(x, 1, 2)", 4),
        ("given(x)", 2),
        ("count(c)", 1 + 3 * 2),
        ("sum(c.f)", 1 + 3 * 2),
        ("sum(c.f * 2)", 1 + 3 * 4),
        ("sum(c.f, where=c.f > 1)", 1 + 3 * 5),
        ("mean(c.f, weight=c.f, where=given(c.f))", 1 + 3 * 5),
        ("sum(k.f)", 1),
    ],
)
def test_one_unit_for_each_node_and_each_row(text: str, units: int) -> None:
    """Nodes count each time they are evaluated, all operands, only the chosen branch; each row counts too."""
    assert spent(text, x=ONE, c=column(ONE, TWO, MISSING), k=column()) == units


def test_long_values_weigh_once_for_each_node() -> None:
    """A value of 1,200 bits adds two units to the node that gives it, and to no other."""
    x = Fraction(2**1199)
    assert spent("x", x=x) == 3
    assert spent("given(x)", x=x) == 4
    assert spent("x > 0", x=x) == 5
    assert spent("x + (1 if 1 < 2 else 0)", x=x) == 3 + 3 + 1 + 1 + 3


def test_the_budget_ends_a_record() -> None:
    """The value at which a million units are passed is not given."""
    meter = Meter()
    meter.spent = BUDGET - 3
    evaluator = ExactEvaluator(Context({}, meter=meter))
    assert evaluator.value(parse("1 + 1")) == TWO
    with pytest.raises(BudgetSpentError):
        evaluator.value(parse("1"))


# ---------------------------------------------------------------- what the host sees


def test_a_ctrl_c_is_never_swallowed() -> None:
    """Python only prints what is raised in a `__del__`: an evaluator that goes must have none."""
    assert not hasattr(ExactEvaluator, "__del__")
    assert not hasattr(Context, "__del__")


def test_no_evaluation_touches_the_warning_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    """The constructor of simpleeval sets them aside for a moment: nothing calls it."""

    def touched(*_arguments: object, **_named: object) -> None:
        raise AssertionError("the warning filters were touched")

    with monkeypatch.context() as patched:
        for name in ("catch_warnings", "simplefilter", "filterwarnings", "resetwarnings"):
            patched.setattr(warnings, name, touched)
        assert value("sum(c.f) + max(1, 2) ** 2", c=column(ONE)) == Fraction(5)


def test_threads_leave_the_warning_filters_as_they_are() -> None:
    """The same list with the same filters, after many evaluations at once."""
    filters, content = warnings.filters, list(warnings.filters)
    formula = parse("a / b * 100 if b > 0 else 0")
    often = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # threads take turns within an evaluation
    try:
        with ThreadPoolExecutor(8) as threads:
            found = list(threads.map(lambda _: value(formula, a=ONE, b=TWO), range(2_000)))
    finally:
        sys.setswitchinterval(often)
    assert set(found) == {Fraction(50)}
    assert warnings.filters is filters
    assert list(warnings.filters) == content


def test_no_function_is_one_that_simpleeval_forbids() -> None:
    """Its constructor would look at every call; the table never changes, so it is looked at here."""
    assert not DISALLOW_FUNCTIONS & {function.compute for function in ORDINARY.values()}


def test_an_evaluator_is_freed_without_the_garbage_collector() -> None:
    """It is in no cycle of references."""
    evaluator = ExactEvaluator(Context({"c": column(ONE, MISSING), "x": TWO}))
    gone = weakref.ref(evaluator)
    gc.disable()
    try:
        evaluator.value(parse("sum(c.f, where=c.f > 0) + max(1, x)"))
        del evaluator
        assert gone() is None
    finally:
        gc.enable()


# ---------------------------------------------------------------- depth and hostile formulas


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("-" * 499 + "x", -ONE),
        ("not " * 496 + "x == 1", True),
        ("(" * 50 + "-" * 399 + "x" + ")" * 50, -ONE),
        ("2 if x < 1 else " * 82 + "x", ONE),
        ("+".join(["x"] * 250), Fraction(250)),
        ("sum(" + "-" * 490 + "c.f)", ONE),
    ],
    ids=range(6),
)
def test_the_deepest_formulas_are_evaluated_from_a_deep_stack(text: str, result: Value, deep: Deep) -> None:
    """All that parses is analysed and computed, also with 900 frames below."""
    formula = parse(text)
    scope = Scope({"x": Entry(NUMBER)}, {"c": Scope({"f": Entry(NUMBER)})})
    assert analyse(formula, scope).faults == deep(lambda: analyse(formula, scope).faults) == []
    assert value(formula, x=ONE, c=column(ONE)) == result
    assert deep(lambda: value(formula, x=ONE, c=column(ONE))) == result


CODES = frozenset({"naik", "turun"})
SCOPE = Scope(
    {
        "a": Entry(NUMBER),
        "b": Entry(NUMBER),
        "t": Entry(TRUTH),
        "r": Entry(RANGE),
        "p": Entry(Type("choice", CODES)),
    },
    {"c": Scope({"f": Entry(NUMBER), "t": Entry(TRUTH)})},
    codes=CODES,
)
NUMERIC = ["a", "b", "r", "r.min", "c.f", "0", "2.5", "9999999999"]
FORMS = [
    "({0} + {1})",
    "({0} - {1})",
    "({0} * {1})",
    "({0} / {1})",
    "(-{0})",
    "({0}) ** -10",
    "({0}) ** 10",
    "min({0}, {1})",
    "clamp({0}, {1}, 5)",
    "root({0}, 3)",
    "ln({0})",
    "({0} if {0} < {1} else {1})",
    "({0} if t and not given(b) else 1)",
    "sum({0})",
    "mean({0}, weight={1})",
    "geomean({0}, where=c.t)",
    "last({0})",
    "sum(c.f / {0})",
    "mean(c.f - {0}, weight=c.f * {1}, where=c.t)",
    "product(c.f ** 10)",
    "count({0})",
    "(1 if p == naik else {0})",
]
TEXTS = st.recursive(
    st.sampled_from(NUMERIC),
    lambda below: st.builds(
        lambda form, one, other: form.format(one, other), st.sampled_from(FORMS), below, below
    ),
    max_leaves=8,
)
DATA = st.one_of(
    st.sampled_from([ZERO, ONE, -ONE, Fraction(10**40, 3), Interval(-ONE, ONE)]), st.sampled_from(ABSENT)
)


@given(TEXTS, st.lists(DATA, min_size=4, max_size=4), st.one_of(st.booleans(), st.sampled_from(ABSENT)))
def test_no_checked_formula_raises(text: str, data: list[Value], truth: Value) -> None:
    """Whatever passes the analysis gives a number, or an absent value with its reason."""
    try:
        formula = parse(text)
    except FormulaFaultError:
        return
    if analyse(formula, SCOPE).faults:
        return
    a, b, first, second = data
    c = rows({"f": first, "t": truth}, {"f": second, "t": True})
    found = value(formula, a=a, b=b, t=truth, r=Range(ZERO, ONE), p="naik", c=c)
    assert isinstance(found, Fraction | Interval | Absent)
