"""Tests of `sakip_rules.checker.calls`."""

from collections.abc import Callable, Mapping

import pytest

from sakip_rules.checker import Checked

Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]


def _files(called: str, inputs: str, step: str, more: str = "") -> dict[str, str]:
    """A rule `b` with inputs, and a rule `a` that calls it in a step."""
    reading = "formula: 1\n"
    return {
        "b": f"inputs: {{{called}}}\n{reading}",
        "a": f"inputs: {{{inputs}}}\nsteps:\n  s: {{rule: contoh/b{step}}}\n{more}formula: s\n",
    }


def _errors(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(key, text) for key, text in found if not key.startswith("unused")]


@pytest.mark.parametrize(
    ("called", "inputs"),
    [
        ("n: {}", "n: {}"),
        ("n: {}", "n: {type: count}"),
        ("n: {type: range}", "n: {}"),
        ("n: {type: range}", "n: {type: range}"),
        ("n: {type: truth}", "n: {type: truth}"),
        ("n: {type: choice, choices: [A, B]}", "n: {type: choice, choices: [A]}"),
        ("n: {type: polarity}", "n: {type: polarity}"),
        (
            "n: {type: choice, choices: [higher_is_better, lower_is_better, closer_is_better]}",
            "n: {type: polarity}",
        ),
        ("n: {default: 1}", "x: {}"),
        ("n: {unit: orang}", "n: {}"),
        ("n: {unit: persen}", "n: {unit: poin persen}"),
    ],
)
def test_an_input_of_the_same_name(check: Found, called: str, inputs: str) -> None:
    """An input that `with` does not name takes the value of its name, else its default."""
    assert _errors(check(_files(called, inputs, ""))) == []


@pytest.mark.parametrize(
    ("called", "inputs", "key"),
    [
        ("n: {}", "n: {type: range}", "type-mismatch.bound"),
        ("n: {}", "n: {type: truth}", "type-mismatch.bound"),
        ("n: {}", "n: {each: {inputs: {m: {}}}}", "type-mismatch.bound"),
        ("n: {default: 1}", "n: {each: {inputs: {m: {}}}}", "type-mismatch.bound"),
        ("n: {type: range}", "n: {type: truth}", "type-mismatch.bound"),
        ("n: {type: choice, choices: [A]}", "n: {type: choice, choices: [A, B]}", "type-mismatch.bound"),
        ("n: {type: choice, choices: [A]}", "n: {}", "type-mismatch.bound"),
        ("n: {each: {inputs: {m: {}}}}", "n: {}", "type-mismatch.collection"),
        ("n: {}", "x: {}", "unbound-input"),
        ("n: {each: {inputs: {m: {}}}}", "x: {}", "unbound-input"),
        ("n: {unit: orang}", "n: {unit: rupiah}", "unit-mismatch.bound"),
        ("n: {each: {inputs: {m: {}}}}", "n: {each: {inputs: {o: {}}}}", "unbound-input"),
        ("n: {each: {inputs: {m: {}}}}", "n: {each: {inputs: {m: {type: truth}}}}", "type-mismatch.bound"),
        (
            "n: {each: {inputs: {o: {each: {inputs: {m: {}}}}}}}",
            "n: {each: {inputs: {o: {}}}}",
            "unbound-input",
        ),
        (
            "n: {each: {inputs: {o: {each: {inputs: {m: {}}}}}}}",
            "n: {each: {inputs: {o: {each: {inputs: {p: {}}}}}}}",
            "unbound-input",
        ),
    ],
)
def test_an_input_that_nothing_fits(check: Found, called: str, inputs: str, key: str) -> None:
    """What has the name but not the type or unit is an error at the call, and so is nothing at all."""
    assert _errors(check(_files(called, inputs, ""))) == [(key, "contoh/b")]


@pytest.mark.parametrize(
    "inputs",
    [
        "n: {each: {inputs: {m: {}, o: {each: {inputs: {p: {}}}}}}}",
        "n: {each: {inputs: {x: {}, o: {each: {inputs: {p: {}, q: {}}}}}, steps: {m: x * 2}}}",
    ],
)
def test_columns_are_found_by_name(check: Found, inputs: str) -> None:
    """Inputs and steps of rows alike, in rows below rows too; a column with a default may be missing."""
    called = "n: {each: {inputs: {m: {}, d: {default: 1}, o: {each: {inputs: {p: {}}}}}}}"
    assert check(_files(called, inputs, "")) == check(_files(called, inputs, ", with: {n: n}"))
    assert _errors(check(_files(called, inputs, ""))) == []


@pytest.mark.parametrize(("code", "found"), [("", ["type-mismatch.bound"]), (", code: T", [])])
def test_a_category_without_a_code_fits_no_choice(check: Found, code: str, found: list[str]) -> None:
    """Its list has all codes there are, but the category is none of them."""
    files = _files("n: {type: choice, choices: [R, T]}", "x: {}", "", "  n: p(x)\n")
    files["a"] += "uses: {p: contoh/skala}\n"
    files["skala"] = (
        f"kind: scale\nbands: [{{category: R, code: R, below: 5}}, {{category: T{code}, from: 5}}]\n"
        "examples: [{title: t, given: 5, category: T}]\n"
    )
    assert [key for key, _ in _errors(check(files))] == found


def test_columns_are_told_by_their_way(checked: Callable[[Mapping[str, str]], Checked]) -> None:
    """The collection, the rows below it, and the column; at any depth."""
    rows = "o: {each: {inputs: {p: {}, q: {}, r: {each: {inputs: {s: {}}}}}}}"
    called = f"n: {{each: {{inputs: {{m: {{}}, b: {{}}, {rows}}}}}}}"
    inputs = "n: {each: {inputs: {m: {type: truth}, o: {each: {inputs: {p: {type: truth}}}}}}}"
    found = checked(_files(called, inputs, "")).diagnostics
    told = {(one.key, str(dict(one.texts)["name"])) for one in found if not one.key.startswith("unused")}
    assert told == {
        ("type-mismatch.bound", "`n.m`"),
        ("unbound-input", "`n.b`"),
        ("type-mismatch.bound", "`n.o.p`"),
        ("unbound-input", "`n.o.q`"),
        ("unbound-input", "`n.o.r`"),
    }


def test_fixed_rows_are_a_collection(check: Found) -> None:
    """Rows of the rule are bound as those of data are."""
    more = "  k: {rows: [{m: x, o: 1}]}\n"
    assert check(_files("n: {each: {inputs: {m: {}, o: {}}}}", "x: {}", ", with: {n: k}", more)) == [
        ("unused-name", "n")
    ]


@pytest.mark.parametrize(
    ("called", "binding", "found"),
    [
        ("n: {}", "x * 2", []),
        ("n: {}", "x > 1", [("type-mismatch.bound", "x > 1")]),
        ("n: {type: truth}", "[{when: x > 1, then: x > 2}, {otherwise: {status: missing}}]", []),
        ("n: {type: choice, choices: [A, B]}", "A", []),
        ("n: {type: choice, choices: [A, B]}", "A if x > 1 else B", []),
        ("n: {type: choice, choices: [A, B]}", "C", [("unknown-name", "C")]),
        ("n: {type: polarity}", "lower_is_better", []),
        ("n: {each: {inputs: {m: {}}}}", "x", [("type-mismatch.collection", "x")]),
        ("n: {each: {inputs: {m: {}}}}", "k", []),
        ("n: {each: {inputs: {o: {}}}}", "k", [("unbound-input", "k")]),
        ("n: {each: {inputs: {m: {}}}}", "sum(k.m)", [("type-mismatch.collection", "sum(k.m)")]),
        ("n: {each: {inputs: {m: {}}}}", "k +", [("type-mismatch.collection", "k +")]),
        ("n: {}", "k", [("collection-outside-aggregate", "k")]),
        ("n: {type: range}", "r", []),
        ("n: {}", "r", [("type-mismatch.bound", "r")]),
        ("n: {}", "[{when: x > 1, then: r}]", []),
        ("n: {}", "r.min", []),
    ],
)
def test_a_binding(check: Found, called: str, binding: str, found: list[tuple[str, str]]) -> None:
    """`with` gives a formula, or passes a collection, range or choice whole by its bare name."""
    inputs = "x: {}, r: {type: range}, k: {each: {inputs: {m: {}}}}"
    assert _errors(check(_files(called, inputs, f", with: {{n: {binding}}}"))) == found


def test_a_binding_by_cases(check: Found) -> None:
    """Cases may stand in `with`; a collection is not bound by them."""
    cases = ", with: {n: [{when: x > 1, then: x}, {otherwise: 2}]}"
    assert _errors(check(_files("n: {}", "x: {}", cases))) == []
    assert [key for key, _ in _errors(check(_files("n: {each: {inputs: {m: {}}}}", "x: {}", cases)))] == [
        "type-mismatch.collection"
    ]


def test_a_binding_of_no_input(check: Found) -> None:
    """A name that the called rule does not have is said, and its formula is looked at as well."""
    assert _errors(check(_files("n: {default: 1}", "x: {}", ", with: {m: y}"))) == [
        ("unknown-name", "m"),
        ("unknown-name", "y"),
    ]


def test_a_code_of_the_input_is_no_name_of_the_record(check: Found) -> None:
    """In `with`, the CODEs of the input are visible: a NAME that is one of them could be meant or not."""
    called = "n: {type: choice, choices: [kecil, besar]}"
    assert _errors(check(_files(called, "x: {}", ", with: {n: besar}", "  besar: x\n"))) == [
        ("type-mismatch.bound", "besar"),
        ("name-clash.code", "besar"),
    ]


def test_every_step_is_bound_for_itself(check: Found) -> None:
    """Two steps may call one rule, each binding something else; what both lack is said at both."""
    files = {
        "b": "inputs: {n: {}, m: {}}\nformula: n + m\n",
        "a": """
        inputs: {x: {}}
        steps:
          s: {rule: contoh/b, with: {n: x}}
          t: {rule: contoh/b, with: {m: n}}
          n: s
        formula: t
        """,
    }
    assert check(files) == [("unbound-input", "contoh/b")]
    files["a"] = files["a"].replace("with: {m: n}", "with: {n: n}")
    assert check(files) == [("unbound-input", "contoh/b"), ("unbound-input", "contoh/b")]


def test_what_is_bound_otherwise_is_not_read_by_its_name(check: Found) -> None:
    """An input of the name of one that `with` binds to something else is unused."""
    files = _files("n: {}", "n: {}, x: {}", ", with: {n: x}")
    assert check(files) == [("unused-name", "n"), ("unused-name", "n")]
    assert check({**files, "a": files["a"].replace("n: x", "n: n + x")}) == [("unused-name", "n")]


def test_codes_of_an_input_are_seen_by_every_step(check: Found) -> None:
    """They are visible in `with` for that input, and nowhere else."""
    files = {
        "b": "inputs: {n: {type: choice, choices: [A, B]}}\nformula: 1 if n == A else 2\n",
        "a": """
        inputs: {x: {}}
        steps:
          s: {rule: contoh/b, with: {n: A}}
          t: {rule: contoh/b, with: {n: B}}
        formula: s + t + x + (1 if A == B else 2)
        """,
    }
    assert check(files) == [("unknown-name", "A"), ("unknown-name", "B")]


def test_a_step_that_calls_a_rule_with_an_input_of_its_name(check: Found) -> None:
    """Bound by name it would need itself."""
    assert _errors(check(_files("s: {}", "x: {}", ""))) == [("reference-cycle", "s")]
    assert _errors(check(_files("s: {}", "x: {}", ", with: {s: x}"))) == []


def test_the_unit_and_the_rounding_of_a_call(check: Found) -> None:
    """A `rule` step has the unit of the rule, and may not round what the rule has rounded."""
    files = _files("n: {default: 1}", "x: {}", ", unit: orang, rounding: {places: 1}")
    assert _errors(check(files)) == [("unit-mismatch", "unit")]
    files["b"] += "rounding: {places: 2}\n"
    assert _errors(check(files)) == [("unit-mismatch", "unit"), ("rounding-twice", "rounding")]
    files["a"] = files["a"].replace(", rounding: {places: 1}", "")
    assert _errors(check(files)) == [("unit-mismatch", "unit")]


@pytest.mark.parametrize(
    ("cases", "found"),
    [
        ("[{when: x > 1, then: {rule: contoh/b}}, {otherwise: 1}]", []),
        ("[{when: x > 1, then: {rule: contoh/b}}, {otherwise: x > 2}]", ["type-mismatch.cases"]),
        ("[{when: x > 1, then: {rule: contoh/b}}, {otherwise: y}]", ["unit-mismatch"]),
        ("[{when: x > 1, then: {rule: contoh/b}}, {otherwise: {status: missing}}]", []),
        ("[{when: z, then: {rule: contoh/b}}, {when: w, then: 1}]", ["unknown-name", "unknown-name"]),
    ],
)
def test_what_a_rule_of_a_case_gives(check: Found, cases: str, found: list[str]) -> None:
    """All cases of a step give one type and one unit, called or not; an absent value fits any."""
    files = {
        "b": "inputs: {x: {}}\nformula: x\nunit: orang\n",
        "a": f"inputs: {{x: {{}}, y: {{unit: rupiah}}}}\nsteps:\n  s: {cases}\nformula: y + 0 * s\n",
    }
    assert [key for key, _ in check(files) if not key.startswith("unused")] == found


def test_a_collection_that_may_be_meant_is_told(checked: Callable[[Mapping[str, str]], Checked]) -> None:
    """Of inputs, steps and collections, the name that is nearest."""
    called = "kegiatan: {each: {inputs: {m: {}}}}"
    found = checked(_files(called, "kegiatn: {each: {inputs: {m: {}}}}", "")).diagnostics
    (unbound,) = (one for one in found if one.key == "unbound-input")
    assert "`kegiatn`" in unbound.hint("en")


def test_a_collection_for_with_that_may_be_meant(checked: Callable[[Mapping[str, str]], Checked]) -> None:
    """By the name that is written, not by that of the input."""
    inputs = "kegiatan: {each: {inputs: {m: {}}}}"
    found = checked(_files("n: {each: {inputs: {m: {}}}}", inputs, ", with: {n: kegiatn}")).diagnostics
    (wrong,) = (one for one in found if one.key == "type-mismatch.collection")
    assert "Did you mean `kegiatan`?" in wrong.hint("en")


def test_a_unit_that_is_told_of_a_case_is_not_told_of_the_step(check: Found) -> None:
    """A rule that gives a ratio where the step declares a percentage is one mistake."""
    files = {
        "b": "inputs: {x: {}}\nformula: x\nunit: rasio\n",
        "a": (
            "inputs: {x: {}}\nsteps:\n"
            "  s: {formula: [{when: x > 1, then: {rule: contoh/b}}], unit: persen}\nformula: s\n"
        ),
    }
    assert check(files) == [("unit-mismatch", "unit")]


def test_a_column_that_may_be_meant_is_told(checked: Callable[[Mapping[str, str]], Checked]) -> None:
    """Of those of its own rows, however deep."""
    called = "n: {each: {inputs: {o: {each: {inputs: {pagu: {}}}}}}}"
    found = checked(_files(called, called.replace("pagu", "pago"), "")).diagnostics
    (unbound,) = (one for one in found if one.key == "unbound-input")
    assert "Did you mean `pago`?" in unbound.hint("en")


def test_a_rule_that_is_not_there(check: Found) -> None:
    """What it would have read is not known: nothing is unused because of it, and `with` is looked at."""
    body = "inputs: {x: {}, y: {}}\nsteps:\n  s: {rule: contoh/tak-ada, with: {n: z}}\nformula: s\n"
    assert check({"a": body}) == [("unknown-rule", "contoh/tak-ada"), ("unknown-name", "z")]


def test_a_binding_the_wrong_way_round_is_one_mistake(check: Found) -> None:
    """Names here before inputs there: said once, whatever follows from it."""
    files = _files("p: {}, q: {}", "uang: {}, belanja: {}", ", with: {uang: p, belanja: q}")
    files["b"] = files["b"].replace("formula: 1", "formula: p + q")
    assert check(files) == [("unknown-name.swapped", "uang")]


@pytest.mark.parametrize(
    ("called", "inputs", "binding", "found"),
    [
        (
            "p: {each: {inputs: {m: {}}}}",
            "k: {each: {inputs: {m: {}}}}",
            "k: p",
            [("unknown-name.swapped", "k")],
        ),
        ("p: {}, x: {}", "x: {}", "x: p", [("unbound-input", "contoh/b"), ("unknown-name", "p")]),
        ("p: {}", "x: {}, p: {}", "x: p", [("unknown-name", "x")]),
        (
            "p: {}",
            "x: {}",
            "x: p + 1",
            [("unknown-name", "x"), ("unknown-name", "p"), ("unbound-input", "contoh/b")],
        ),
        (
            "p: {}",
            "x: {}",
            "z: p",
            [("unbound-input", "contoh/b"), ("unknown-name", "z"), ("unknown-name", "p")],
        ),
    ],
)
def test_what_is_the_wrong_way_round(
    check: Found, called: str, inputs: str, binding: str, found: list[tuple[str, str]]
) -> None:
    """Only a name of here for a name of there, neither of which stands on the other side too."""
    files = _files(called, inputs, f", with: {{{binding}}}")
    assert sorted(_errors(check(files))) == sorted(found)


def test_inputs_that_nothing_gives_are_told_in_their_order(
    checked: Callable[[Mapping[str, str]], Checked],
) -> None:
    """As the called rule has them, each once."""
    names = "mekar", "anggrek", "kamboja", "dahlia", "bakung"
    found = checked(_files(", ".join(f"{name}: {{}}" for name in names), "x: {}", "")).diagnostics
    told = [dict(one.texts)["name"] for one in found if one.key == "unbound-input"]
    assert told == [f"`{name}`" for name in names]
