"""Formulas as text: canonical, in words, with values."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.expression import Formula, FormulaFaultError, parse
from sakip_rules.expression.text import to_text, to_words, with_values
from sakip_rules.expression.tree import Node, children

Deep = Callable[[Callable[[], Any]], Any]

LEAVES = ["a", "b_1", "x.min", "c.f", "c.d.f", "0", "29.42", "1000"]
FORMS = [
    *("({0})", "(-({0}))", "(+({0}))", "(not ({0}))", "({0}) ** 3", "({0}) ** -2"),
    *(f"(({{0}}) {op} ({{1}}))" for op in ("+", "-", "*", "/", "<", "==", "!=", "and", "or")),
    *(
        "(({0}) < ({1}) <= ({0}))",
        "(({0}) and ({1}) and ({0}))",
        "(({0}) if ({1}) else ({0}))",
        "(({1}) if ({0}) else ({1}))",
    ),
    *(
        "abs({0})",
        "min({0}, {1})",
        "predikat({0})",
        "sum({0})",
        "mean({0}, where={1}, weight={0})",
        "count(c, where={0})",
    ),
]
FORMULAS = st.recursive(
    st.sampled_from(LEAVES),
    lambda below: st.builds(
        lambda form, one, other: form.format(one, other), st.sampled_from(FORMS), below, below
    ),
    max_leaves=6,
)


def label(node: Node) -> tuple[object, ...]:
    """What a node is, apart from its operands and its place."""
    names = ("value", "name", "path", "op", "ops", "function", "rows")
    return (type(node).__name__, len(children(node)), *(getattr(node, name, None) for name in names))


def same(one: Formula, other: Formula) -> bool:
    """Whether two trees are equal: the same nodes in postorder, each with as many operands."""
    return [label(node) for node in one.nodes] == [label(node) for node in other.nodes]


@given(FORMULAS)
def test_the_text_of_a_tree_parses_to_an_equal_tree(text: str) -> None:
    """No bracket is missing, and writing it once more changes nothing."""
    formula = parse(text)
    written = to_text(formula)
    assert same(parse(written), formula)
    assert to_text(parse(written).root) == written


@given(FORMULAS)
def test_no_bracket_can_be_left_out(text: str) -> None:
    """Without any one pair of its grouping brackets, the text has another tree or none."""
    written = to_text(parse(text))
    formula = parse(written)
    for start, end in grouping_brackets(written):
        shorter = written[:start] + " " + written[start + 1 : end] + " " + written[end + 1 :]
        other = tree(shorter)
        assert other is None or not same(other, formula)


def tree(text: str) -> Formula | None:
    """The tree of a text, if it is a formula."""
    try:
        return parse(text)
    except FormulaFaultError:
        return None


def grouping_brackets(text: str) -> list[tuple[int, int]]:
    """The places of brackets that are not those of a call."""
    found, stack = [], []
    for place, character in enumerate(text):
        if character == "(":
            stack.append(place)
        elif character == ")":
            start = stack.pop()
            if not (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
                found.append((start, place))
    return found


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("((a)+(b))*100.00", "(a + b) * 100"),
        ("a-(b-c)-(d)", "a - (b - c) - d"),
        ("a/(b*c)", "a / (b * c)"),
        ("(-a)**2", "(-a) ** 2"),
        ("-(a**2)", "-a ** 2"),
        ("a**(-2)", "a ** -2"),
        ("not(a==b)", "not a == b"),
        ("(not a)==b", "(not a) == b"),
        ("(a<b)<c", "(a < b) < c"),
        ("a and(b and c)or d", "a and (b and c) or d"),
        ("(a if b else c)if d else(e if f else g)", "(a if b else c) if d else e if f else g"),
        ("mean( c.f ,weight = c.w,where=not c.t)", "mean(c.f, where=not c.t, weight=c.w)"),
        ("a\n* 1\n", "a * 1"),
        ("0.10", "0.1"),
    ],
)
def test_the_canonical_text_has_one_spacing_and_few_brackets(text: str, written: str) -> None:
    """However a formula was typed, it is written in one way."""
    assert to_text(parse(text)) == written


def test_a_part_of_a_formula_has_a_text_too() -> None:
    """A node may stand for a formula."""
    assert to_text(children(parse("a * (b+c)").root)[1]) == "b + c"


# ---------------------------------------------------------------- words

TITLES = {
    "realisasi": "Realisasi",
    "target": "Target",
    "c.f": "capaian",
    "c.w": "bobotnya",
    "predikat": "Predikat kinerja",
    "B": "Baik",
}


@pytest.mark.parametrize(
    ("text", "indonesian", "english"),
    [
        ("realisasi / target * 100", "Realisasi ÷ Target × 100", "Realisasi ÷ Target × 100"),
        ("(x - 1.5) * 1000000", "(x − 1,5) × 1.000.000", "(x − 1.5) × 1000000"),
        (
            "100 if target == 0 and x >= 1 else realisasi ** 2",
            "jika Target = 0 dan x ≥ 1 maka 100 selain itu Realisasi pangkat 2",
            "if Target = 0 and x ≥ 1 then 100 otherwise Realisasi to the power 2",
        ),
        ("mean(c.f)", "rata-rata capaian", "mean of capaian"),
        (
            "mean(c.f, weight=c.w, where=given(c.f))",
            "rata-rata capaian dengan bobot bobotnya (hanya jika capaian tersedia)",
            "mean of capaian weighted by bobotnya (only where capaian is given)",
        ),
        (
            "sum(c.f * c.w) / 2",
            "jumlah (capaian × bobotnya) ÷ 2",
            "sum of (capaian × bobotnya) ÷ 2",
        ),
        ("min(c.f)", "nilai terkecil capaian", "smallest capaian"),
        ("max(c.f)", "nilai terbesar capaian", "largest capaian"),
        ("max(x, 1)", "yang terbesar dari (x; 1)", "the largest of (x; 1)"),
        ("min(x + 1, 1)", "yang terkecil dari (x + 1; 1)", "the smallest of (x + 1; 1)"),
        ("clamp(x, -20, 20)", "x dibatasi dari (−20) sampai 20", "x limited to between (−20) and 20"),
        ("root(x + 1, 3)", "akar pangkat 3 dari (x + 1)", "root of degree 3 of (x + 1)"),
        (
            "ln(x) + abs(x - 1)",
            "logaritma natural x + nilai mutlak (x − 1)",
            "natural logarithm of x + absolute value of (x − 1)",
        ),
        ("not (x or given(y))", "bukan (x atau y tersedia)", "not (x or y is given)"),
        (
            "1 if predikat(x) != B else 0",
            "jika Predikat kinerja dari (x) ≠ Baik maka 1 selain itu 0",
            "if Predikat kinerja of (x) ≠ Baik then 1 otherwise 0",
        ),
        (
            "first(c.f) - last(c.f)",
            "capaian yang pertama − capaian yang terakhir",
            "first capaian − last capaian",
        ),
        (
            "count(c) + product(c.f) + geomean(c.f)",
            "banyaknya c + hasil kali capaian + rata-rata geometrik capaian",
            "number of c + product of capaian + geometric mean of capaian",
        ),
    ],
)
def test_formulas_are_put_into_words(text: str, indonesian: str, english: str) -> None:
    """Every form of the language has words in both languages."""
    assert to_words(parse(text), TITLES, "id") == indonesian
    assert to_words(parse(text), TITLES, "en") == english


def test_indonesian_is_the_language_where_none_is_asked_for() -> None:
    """Numbers, too, are written as Indonesians write them."""
    assert to_words(parse("1.5"), {}) == to_words(parse("1.5"), {}, "id") == "1,5"


def test_titles_are_shown_as_they_are_but_for_what_steers_a_screen() -> None:
    """A title with braces, mark-up or control characters is only text."""
    assert to_words(parse("abs(a)"), {"a": "{0} <b>\x1b[1m\u202e"}) == "nilai mutlak {0} <b>�[1m�"


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("text", "values", "shown"),
    [
        (
            "pmks_ksm / pmks_dibantu * 100",
            {"pmks_ksm": "266.787", "pmks_dibantu": "426.794"},
            "266.787 / 426.794 * 100",
        ),
        ("a - b", {"a": "1", "b": "-2"}, "1 - (-2)"),
        ("a ** 2", {"a": "-2"}, "(-2) ** 2"),
        ("x.max - x.min + y", {"x.max": "50", "x.min": "40"}, "50 - 40 + y"),
        ("(a + b) * c", {"a": "1", "b": "2", "c": "3"}, "(1 + 2) * 3"),
        ("sum(c.f) + a", {"a": "1", "c": "2"}, "sum(c.f) + 1"),
        ("arah == naik", {"arah": "turun"}, "turun == naik"),
        ("a + b", {"a": "1\x1b[2J"}, "1�[2J + b"),
    ],
)
def test_values_take_the_place_of_names(text: str, values: dict[str, str], shown: str) -> None:
    """The formula stays as written; a name without a value stays too."""
    assert with_values(parse(text), values) == shown


def test_long_formulas_are_written_from_a_deep_stack(deep: Deep) -> None:
    """Writing does not recurse, in any of the three ways."""
    formula = parse("-" * 499 + "a")
    assert deep(lambda: to_text(formula)) == "-" * 499 + "a"
    assert deep(lambda: with_values(formula, {"a": "7"})) == "-" * 499 + "7"
    assert deep(lambda: to_words(formula, {"a": "A"})) == "−" * 499 + "A"
