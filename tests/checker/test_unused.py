"""Tests of `sakip_rules.checker.unused`."""

from collections.abc import Callable, Mapping

import pytest

from sakip_rules.checker import Checked

Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]

TABLE = "kind: table\nkeys: [k]\nrows: {A: 1}\nexamples: [{title: t, given: A, result: 1}]\n"


def test_what_nothing_reads(check: Found) -> None:
    """Inputs, aliases and columns of fixed rows are said; steps may stand for themselves."""
    body = """
    uses: {t: contoh/t}
    inputs: {x: {}, y: {}, k: {each: {inputs: {n: {}, m: {}}}}}
    steps: {s: x, r: {rows: {satu: {u: 1, v: 2}}}}
    formula: x + sum(k.n) + sum(r.u)
    """
    assert check({"a": body, "t": TABLE}) == [
        ("unused-name.alias", "t"),
        ("unused-name", "y"),
        ("unused-name", "m"),
        ("unused-name.column", "v"),
    ]


@pytest.mark.parametrize(
    "where",
    [
        "formula: x",
        "formula: [{when: x > 1, then: 1}]",
        "formula: [{when: 1 > x, then: x}]",
        "formula: [{otherwise: x}]",
        "formula: 1\nsteps: {s: x}",
        "formula: 1\nsteps: {r: {rows: [{u: x}]}, s: sum(r.u)}",
        "formula: 1\nsteps: {s: {rule: contoh/b, with: {n: x}}}",
        "formula: 1\nsteps: {s: {rule: contoh/c}}",
        "formula: 1\nchecks: [{expect: x > 1, message: m}]",
    ],
)
def test_what_counts_as_read(check: Found, where: str) -> None:
    """A formula, a case, a cell, a binding, an input bound by name, a check."""
    files = {"b": "inputs: {n: {}}\nformula: n\n", "c": "inputs: {x: {}}\nformula: x\n"}
    assert check({**files, "a": f"inputs: {{x: {{}}}}\n{where}\n"}) == []


@pytest.mark.parametrize(
    ("inputs", "formula"),
    [
        ("x: {type: range}", "x.min"),
        ("k: {each: {inputs: {x: {type: range}}}}", "sum(k.x.max)"),
        ("k: {each: {inputs: {m: {each: {inputs: {n: {}}}}}}}", "sum(k.m.n)"),
    ],
)
def test_dotted_names_are_read(check: Found, inputs: str, formula: str) -> None:
    """Every part of a dotted name is read."""
    assert check({"a": f"inputs: {{{inputs}}}\nformula: {formula}\n"}) == []


def test_rows_that_are_counted(check: Found) -> None:
    """`count(c)` reads the collection, but none of its columns."""
    assert check({"a": "inputs: {k: {each: {inputs: {n: {}}}}}\nformula: count(k)\n"}) == [
        ("unused-name", "n")
    ]


def test_rows_that_are_passed_whole(check: Found) -> None:
    """Every column counts as read, whatever the called rule takes."""
    called = "inputs: {k: {each: {inputs: {n: {}}}}}\nformula: sum(k.n)\n"
    body = "inputs: {k: {each: {inputs: {n: {}, m: {}}}}}\nsteps: {s: {rule: contoh/b}}\nformula: s\n"
    assert check({"a": body, "b": called}) == []


@pytest.mark.parametrize(
    "formula",
    [
        "x +* y + sum(k.n)",
        "(x + t(y) + sum( k . n )",
        "x + y + sum(k.n) # benar",
        "sum(sum(k.n)) + x + y",
        "max() + x + y + k.n",
    ],
)
def test_a_formula_with_a_mistake_reads_its_names(check: Found, formula: str) -> None:
    """No name is unused because a formula that has it is wrong."""
    body = f'inputs: {{x: {{}}, y: {{}}, k: {{each: {{inputs: {{n: {{}}}}}}}}}}\nformula: "{formula}"\n'
    found = check({"a": body})
    assert found
    assert not [key for key, _ in found if key.startswith("unused")]


def test_columns_of_a_formula_that_cannot_be_parsed(check: Found) -> None:
    """They are read, with spaces around their dots or without."""
    rows = "steps: {r: {rows: [{n: x, m: x}]}}\n"
    body = f"inputs: {{x: {{}}}}\n{rows}formula: sum( r . n ) +* sum(r.m)\n"
    assert [key for key, _ in check({"a": body})] == ["formula-not-allowed.syntax"]


@pytest.mark.parametrize(
    ("inputs", "formula", "found"),
    [
        ("kegiatan: {each: {inputs: {n: {}}}}", "sum(kegiatn.n)", [("unknown-name", "kegiatn.n")]),
        (
            "k: {each: {inputs: {n: {}, nilai: {}}}}, m: {each: {inputs: {o: {}}}}",
            "sum(k.n) + sum(m.o) + sum(m.nilay)",
            [("unused-name", "nilai"), ("unknown-name", "m.nilay")],
        ),
        (
            "k: {each: {inputs: {n: {}, nilai: {}}}}",
            "sum(k.n) + sum(k.nilay)",
            [("unknown-name", "k.nilay")],
        ),
    ],
)
def test_what_is_misspelled_is_not_unused_as_well(
    check: Found, inputs: str, formula: str, found: list[tuple[str, str]]
) -> None:
    """Neither are the rows of a collection that is; a word in one collection says nothing of another."""
    assert check({"a": f"inputs: {{{inputs}}}\nformula: {formula}\n"}) == found


def test_an_alias_in_a_formula_that_cannot_be_parsed(check: Found) -> None:
    """It is not unused because of that; one that no text has is."""
    body = 'uses: {t: contoh/t, u: contoh/t}\ninputs: {x: {}}\nformula: "t(A) + + * x"\n'
    assert [key for key, _ in check({"a": body, "t": TABLE})] == [
        "unused-name.alias",
        "formula-not-allowed.syntax",
    ]


def test_frameworks_have_no_unused_names(check: Found) -> None:
    """An input of a level is shown in the report, whether or not a formula reads it."""
    assert check({"f": "kind: framework\nlevels:\n  akar: {inputs: {x: {}}, steps: {capaian: 1}}\n"}) == []


@pytest.mark.parametrize(
    "rows", ["- {u: x, v: 1}\n      - {u: x, v: 2}", "satu: {u: x, v: 1}\n      dua: {u: x, v: 2}"]
)
def test_an_unused_column_is_told_at_the_first_row(
    checked: Callable[[Mapping[str, str]], Checked], rows: str
) -> None:
    """Where it is written first; its rows may have names or not."""
    body = f"inputs: {{x: {{}}}}\nsteps:\n  r:\n    rows:\n      {rows}\nformula: sum(r.u)\n"
    (found,) = checked({"a": body}).diagnostics
    assert found.place is not None
    assert (found.key, found.place.source) == ("unused-name.column", f"      {rows.splitlines()[0]}")
