"""What is said of formulas: every mistake has words in both languages that fill in."""

import re
from string import Formatter

import pytest

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.diagnostics.texts.formulas import FORMULAS
from sakip_rules.expression import (
    NUMBER,
    TRUTH,
    Alias,
    Entry,
    FormulaFaultError,
    Scope,
    Type,
    analyse,
    parse,
)

BARIS = Scope({"f": Entry(NUMBER, "rupiah"), "t": Entry(TRUTH)}, {"anak": Scope({"n": Entry(NUMBER)})})
SCOPE = Scope(
    {
        "a": Entry(NUMBER, "orang"),
        "uang": Entry(NUMBER, "rupiah"),
        "persen_a": Entry(NUMBER, "persen"),
        "benar": Entry(TRUTH),
        "arah": Entry(Type("choice", frozenset({"naik"}))),
        "lain": Entry(Type("choice", frozenset({"turun"}))),
    },
    {"baris": BARIS, "k": Scope({"f": Entry(NUMBER)})},
    {
        "skala": Alias("scale", Entry(Type("choice", frozenset({"B"}), lacking=("Belum",))), unit="persen"),
        "bobot": Alias("table", Entry(NUMBER), (frozenset({"B"}),)),
    },
    frozenset({"naik", "B", "Z"}),
)

SAID = {
    "а + 2": "formula-too-large.letter",
    "a × 2": "formula-not-allowed.sign",
    "a ^ 2": "formula-not-allowed.operator",
    "if(a) 2": "formula-not-allowed.form",
    "a @ 2": "formula-not-allowed.character",
    "a + .5": "formula-not-allowed.point",
    "1_000": "formula-not-allowed.number",
    "a, 42": "formula-not-allowed.comma",
    "29,42": "ambiguous-number.comma",
    " ": "formula-not-allowed.empty",
    "a 1": "formula-not-allowed.syntax",
    "a // 2": "formula-not-allowed.node",
    "a ** a": "formula-not-allowed.exponent",
    "abs(a, where=benar)": "formula-not-allowed.keyword",
    "a" + " " * 2000: "formula-too-large.characters",
    "-" * 500 + "a": "formula-too-large.tokens",
    "(" * 51 + "a" + ")" * 51: "formula-too-large.brackets",
    "9" * 401: "formula-too-large.digits",
    "benar + 1": "type-mismatch.number",
    "not a": "type-mismatch.truth",
    "a == benar": "type-mismatch.compare",
    "arah == lain": "type-mismatch.lists",
    "a if benar else arah": "type-mismatch.branches",
    "given(1)": "type-mismatch.given",
    "root(a, 1)": "type-mismatch.degree",
    "bobot(1)": "type-mismatch.key",
    "count(baris.t)": "type-mismatch.any",
    "count(baris.anak)": "type-mismatch.rows",
    "a + uang": "unit-mismatch",
    "a / a + persen_a": "unit-mismatch.ratio",
    "abs()": "wrong-argument-count",
    "sum()": "wrong-argument-count.aggregate",
    "baris.f": "collection-outside-aggregate",
    "sum(baris.f + k.f)": "mixed-collections",
    "sum(sum(baris.f))": "nested-aggregate",
    "sum(a)": "nothing-to-aggregate",
    "max(a)": "nothing-to-aggregate.two",
    "sum(baris)": "nothing-to-aggregate.column",
    "=a": "formula-not-allowed.sheet",
    "'a'": "formula-not-allowed.quote",
    "“a”": "formula-too-large.quote",
    "a * 100%": "formula-not-allowed.hundred-percent",
    "tak_ada": "unknown-name",
    "skala": "unknown-name.function",
    "a.b": "unknown-name.field",
    "tak_ada(1)": "unknown-name.call",
    "arah == Z": "unknown-code",
    "bobot(skala(1))": "code-missing",
}


@pytest.mark.parametrize(("text", "key"), SAID.items(), ids=SAID.values())
def test_every_fault_fills_its_words(text: str, key: str) -> None:
    """What the code passes is what the text wants, in both languages; nothing is left open."""
    try:
        (found,) = analyse(parse(text), SCOPE).faults
    except FormulaFaultError as error:
        found = error.fault
    assert found.key == key
    diagnostic = Diagnostic(found.key, None, "error", found.texts)
    for said in (
        diagnostic.message("id"),
        diagnostic.message("en"),
        diagnostic.hint("id"),
        diagnostic.hint("en"),
    ):
        assert not re.search(r"\{\w+\}", said)
    assert diagnostic.message("id") != diagnostic.message("en")


def test_every_kind_of_fault_is_shown_once() -> None:
    """The table above holds every text of formulas but those that only rules have."""
    of_rules = {"cases", "bound", "collection", "attribute", "cell", "result", "choice", "percent", "scale"}
    of_formulas = {key for key in FORMULAS if key.rpartition(".")[2] not in of_rules}
    assert {key for key in of_formulas if not key.startswith("unreachable-case")} <= set(SAID.values())


@pytest.mark.parametrize("key", FORMULAS)
def test_both_languages_use_the_same_words(key: str) -> None:
    """A message and a hint in Indonesian and English hold the same places for names; none is empty."""
    for indonesian, english in FORMULAS[key]:
        assert places(indonesian) == places(english)
        assert indonesian
        assert english


def places(text: str) -> set[str]:
    """The names of the places that are filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_a_look_alike_is_shown_with_what_to_write() -> None:
    """The whole diagnostic, as a reader sees it."""
    with pytest.raises(FormulaFaultError) as caught:
        parse("realisasi × 100")
    found = caught.value.fault
    diagnostic = Diagnostic(found.key, None, "error", found.texts)
    assert diagnostic.code == "formula-not-allowed"
    assert diagnostic.message("id") == "Tanda `×` (U+00D7) tidak ada di dalam rumus."
    assert diagnostic.hint("id") == "Tulis `*` biasa."
    assert diagnostic.hint("en") == "Write a plain `*`."
