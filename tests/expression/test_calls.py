"""Calls: how many arguments, and of which kind."""

import pytest

from sakip_rules.expression import NUMBER, TRUTH, UNKNOWN, Alias, Entry, Scope, Type, parse
from sakip_rules.expression.analyse import analyse
from sakip_rules.expression.functions import ORDINARY

TABLE = Alias("table", Entry(NUMBER, "bobot"), (frozenset({"B", "K"}),))
SCOPE = Scope({"x": Entry(NUMBER)}, aliases={"tabel": TABLE}, codes=frozenset({"B", "K", "Z"}))


def keys(text: str) -> list[str]:
    """The keys of the faults of a formula."""
    return [fault.key for fault in analyse(parse(text), SCOPE).faults]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("abs", [1]),
        ("min", [2, 3, 4]),
        ("max", [2, 3, 4]),
        ("clamp", [3]),
        ("root", [2]),
        ("ln", [1]),
        ("given", [1]),
    ],
)
def test_each_function_takes_its_number_of_arguments(name: str, counts: list[int]) -> None:
    """Of none to four arguments these are accepted; one argument makes min and max aggregates."""
    tried = [count for count in range(5) if not (name in ("min", "max") and count == 1)]
    arguments = ["x, 2" if name == "root" and count == 2 else ", ".join(["x"] * count) for count in tried]
    accepted = [
        count
        for count, inside in zip(tried, arguments, strict=True)
        if "wrong-argument-count" not in keys(f"{name}({inside})")
    ]
    assert accepted == counts


def test_the_result_of_a_wrong_call_has_its_type() -> None:
    """One mistake is not followed by another one about its result."""
    assert keys("abs() + 1") == ["wrong-argument-count"]
    assert keys("not given()") == ["wrong-argument-count"]
    assert keys("tabel() + 1") == ["wrong-argument-count"]
    assert keys("sum() + 1") == ["wrong-argument-count.aggregate"]
    assert keys("tak_ada(x) + 1") == ["unknown-name.call"]


def test_each_code_that_a_table_lacks_is_told() -> None:
    """A choice among written CODEs is held to the table, CODE by CODE."""
    assert keys("tabel(B if x > 1 else K)") == []
    assert keys("tabel(B if x > 1 else Z)") == ["unknown-code"]


def test_a_list_that_is_only_wider_is_left_to_the_data() -> None:
    """A value of a list may be a CODE that the table lacks: that is not-in-table, later."""
    wider = Scope({"m": Entry(Type("choice", frozenset({"B", "Z"})))}, aliases={"tabel": TABLE})
    found = analyse(parse("tabel(m)"), wider)
    assert (found.faults, found.type, found.unit) == ([], NUMBER, "bobot")


def test_an_alias_goes_before_what_it_is_called_like() -> None:
    """Aliases are looked up first; they are never called like a function."""
    assert set(ORDINARY) & set(SCOPE.aliases) == set()
    scope = Scope({"t": Entry(TRUTH), "u": Entry(UNKNOWN)}, aliases={"tabel": TABLE})
    assert [fault.key for fault in analyse(parse("tabel(t)"), scope).faults] == ["type-mismatch.key"]
    assert analyse(parse("tabel(u)"), scope).faults == []


def test_an_alias_of_a_rule_with_errors_is_not_looked_into() -> None:
    """What a file with errors would take or give is unknown, so nothing about it is reported."""
    scope = Scope({}, aliases={"rusak": Alias("unknown", Entry(UNKNOWN))})
    assert analyse(parse("1 + rusak(1, 2, 3)"), scope).faults == []


@pytest.mark.parametrize(
    "word",
    [
        *("round", "rounddown", "roundup", "floor", "ceil", "ceiling", "int", "trunc", "bulatkan"),
        *("pembulatan", "ROUND", "Pembulatan"),
    ],
)
def test_rounding_is_not_looked_for_among_functions(word: str) -> None:
    """Rounding belongs to a named value: whoever looks for it in a formula is told so."""
    (fault,) = analyse(parse(f"{word}(x)"), SCOPE).faults
    assert (fault.key, dict(fault.texts)) == ("unknown-name.rounding", {"name": f"`{word}`"})


def test_a_form_of_sheets_is_told_as_it_is_written_here() -> None:
    """`iferror` and the like are no functions; what a formula has instead is named."""
    (fault,) = analyse(parse("sumif(x)"), SCOPE).faults
    assert fault.key == "unknown-name.form"
    assert dict(fault.texts)["name"] == "`sumif`"


def test_a_call_of_nothing_known_names_it_and_the_nearest() -> None:
    """Functions and aliases may have been meant."""
    for text, near in (("tabell(x)", "`tabel`"), ("claamp(x)", "`clamp`")):
        (fault,) = analyse(parse(text), SCOPE).faults
        assert fault.key == "unknown-name.call"
        texts = dict(fault.texts)
        assert texts["name"] == f"`{text[:-3]}`"
        assert near in texts["near"][1]


def test_what_an_aggregate_or_table_is_told_about_a_wrong_call() -> None:
    """The function's name, how many arguments it wants and has; the CODE that a table lacks."""
    said = {}
    for text in ("sum()", "abs(x, x)", "min()", "tabel(Z)"):
        (fault,) = analyse(parse(text), SCOPE).faults
        said[text] = dict(fault.texts)
    assert said["sum()"] == {"name": "`sum`"}
    assert said["abs(x, x)"] == {"name": "`abs`", "wanted": "1", "found": "2"}
    assert said["min()"] == {"name": "`min`", "wanted": "≥ 2", "found": "0"}
    assert said["tabel(Z)"]["code"] == "`Z`"
