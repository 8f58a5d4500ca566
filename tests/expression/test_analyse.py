"""Types and units of formulas: every rule of the language that needs no data."""

from typing import Any

import pytest

from sakip_rules.expression import (
    NUMBER,
    RANGE,
    TRUTH,
    UNKNOWN,
    Alias,
    Analysis,
    Entry,
    Scope,
    Type,
    analyse,
    join_types,
    parse,
)
from sakip_rules.expression.units import LITERAL

ARAH = Type("choice", frozenset({"naik", "turun"}))
SKALA = Type("choice", frozenset({"B", "K"}), lacking=("Belum",))
MUTU = Type("choice", frozenset({"naik", "turun", "tetap"}))

BARIS = Scope(
    {
        "f": Entry(NUMBER, "rupiah"),
        "g": Entry(NUMBER, "persen"),
        "t": Entry(TRUTH),
        "m": Entry(MUTU),
        "r": Entry(RANGE, "orang"),
    },
    {"anak": Scope({"n": Entry(NUMBER, "orang")})},
)
RECORD = Scope(
    {
        "a": Entry(NUMBER, "orang"),
        "b": Entry(NUMBER, "orang"),
        "uang": Entry(NUMBER, "rupiah"),
        "persen_a": Entry(NUMBER, "persen"),
        "persen_b": Entry(NUMBER, "persen"),
        "beda": Entry(NUMBER, "poin persen"),
        "rasio_a": Entry(NUMBER, "rasio"),
        "x": Entry(NUMBER),
        "benar": Entry(TRUTH),
        "arah": Entry(ARAH),
        "mutu": Entry(MUTU),
        "target": Entry(RANGE, "orang"),
        "asing": Entry(UNKNOWN),
        "year": Entry(NUMBER),
    },
    {"baris": BARIS, "lain": Scope({"f": Entry(NUMBER)})},
    {
        "skala": Alias("scale", Entry(SKALA), unit="persen"),
        "bobot": Alias(
            "table", Entry(NUMBER, "bobot"), (frozenset({"naik", "turun"}), frozenset({"B", "K"}))
        ),
        "garis": Alias("curve", Entry(NUMBER, "nilai"), (frozenset(),)),
    },
    frozenset({"naik", "turun", "tetap", "B", "K"}),
)
LEVEL = Scope(RECORD.names, RECORD.collections, RECORD.aliases, RECORD.codes, in_level=True)


def found(text: str, scope: Scope = RECORD) -> Analysis:
    """The analysis of a formula."""
    return analyse(parse(text), scope)


def faults(text: str, scope: Scope = RECORD) -> list[tuple[str, str]]:
    """The faults of a formula: each key with the stretch of text that it points at."""
    return [(fault.key, text[fault.start : fault.end]) for fault in found(text, scope).faults]


def words(text: str, scope: Scope = RECORD) -> dict[str, Any]:
    """The words of the only fault of a formula."""
    (only,) = found(text, scope).faults
    return dict(only.texts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1", NUMBER),
        ("a + b", NUMBER),
        ("-a", NUMBER),
        ("a < b", TRUTH),
        ("not benar", TRUTH),
        ("benar and a > 1 or benar == (a > b)", TRUTH),
        ("arah", ARAH),
        ("arah == naik", TRUTH),
        ("naik != arah", TRUTH),
        ("arah == arah", TRUTH),
        ("skala(x)", SKALA),
        ("skala(x) == B", TRUTH),
        ("skala(x) == skala(a * 1)", TRUTH),
        ("target", RANGE),
        ("target + 1", NUMBER),
        ("target.min", NUMBER),
        ("target == 1", TRUTH),
        ("a if benar else target", NUMBER),
        ("arah if benar else naik", ARAH),
        ("naik if benar else arah", ARAH),
        ("naik if benar else turun", Type("choice", frozenset({"naik", "turun"}), literal=True)),
        ("asing if benar else a", UNKNOWN),
        ("naik == turun", TRUTH),
        ("given(a)", TRUTH),
        ("given(target.min)", TRUTH),
        ("given(target)", TRUTH),
        ("min(a, b, 1)", NUMBER),
        ("root(x, 100)", NUMBER),
        ("bobot(arah, skala(x)) + 1", None),
        ("bobot(naik, K)", NUMBER),
        ("garis(x)", NUMBER),
        ("sum(baris.f)", NUMBER),
        ("count(baris)", NUMBER),
        ("count(baris.m, where=baris.t)", NUMBER),
        ("first(baris.m)", MUTU),
        ("last(skala(baris.g))", SKALA),
        ("first(baris.r)", NUMBER),
        ("mean(baris.r.min, weight=baris.f)", NUMBER),
        ("sum(baris.anak.n)", NUMBER),
        ("max(baris.f if baris.t else x)", NUMBER),
    ],
)
def test_what_a_formula_gives(text: str, kind: Type | None) -> None:
    """Every form of the language has its type; one without a fault has none."""
    if kind is None:  # a category without a code may not be looked up
        assert faults(text) == [("code-missing", "skala(x)")]
    else:
        assert (found(text).type, faults(text)) == (kind, [])


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("benar + 1", "type-mismatch.number", "benar"),
        ("1 - arah", "type-mismatch.number", "arah"),
        ("-skala(x)", "type-mismatch.number", "skala(x)"),
        ("benar ** 2", "type-mismatch.number", "benar"),
        ("not a", "type-mismatch.truth", "a"),
        ("benar and a", "type-mismatch.truth", "a"),
        ("arah or benar", "type-mismatch.truth", "arah"),
        ("1 if a else 2", "type-mismatch.truth", "a"),
        ("arah < naik", "type-mismatch.number", "arah"),
        ("a < benar", "type-mismatch.number", "benar"),
        ("a == benar", "type-mismatch.compare", "a == benar"),
        ("arah == 1", "type-mismatch.compare", "arah == 1"),
        ("arah == mutu", "type-mismatch.lists", "mutu"),
        ("arah == tetap", "unknown-code", "tetap"),
        ("tetap == arah", "unknown-code", "tetap"),
        ("skala(x) == naik", "unknown-code", "naik"),
        ("arah == utara", "unknown-code", "utara"),
        ("utara != skala(x)", "unknown-code", "utara"),
        ("mean(baris.f, lain.f)", "wrong-argument-count.aggregate", "mean(baris.f, lain.f)"),
        ("a == utara", "unknown-name", "utara"),
        ("a < b == tetap", "type-mismatch.compare", "a < b == tetap"),
        ("a if benar else arah", "type-mismatch.branches", "a if benar else arah"),
        ("arah if benar else tetap", "type-mismatch.branches", "arah if benar else tetap"),
        ("arah if benar else mutu", "type-mismatch.branches", "arah if benar else mutu"),
        ("(a if benar else benar) + 1", "type-mismatch.branches", "a if benar else benar"),
        ("min(a, benar)", "type-mismatch.number", "benar"),
        ("clamp(a, 1)", "wrong-argument-count", "clamp(a, 1)"),
        ("abs(a, 1)", "wrong-argument-count", "abs(a, 1)"),
        ("min()", "wrong-argument-count", "min()"),
        ("sum()", "wrong-argument-count.aggregate", "sum()"),
        ("mean(a, b)", "wrong-argument-count.aggregate", "mean(a, b)"),
        ("root(a, 1)", "type-mismatch.degree", "1"),
        ("root(a, 101)", "type-mismatch.degree", "101"),
        ("root(a, 2.0)", "type-mismatch.degree", "2.0"),
        ("root(a, x)", "type-mismatch.degree", "x"),
        ("given(1)", "type-mismatch.given", "given(1)"),
        ("given(a + 1)", "type-mismatch.given", "given(a + 1)"),
        ("given(naik)", "type-mismatch.given", "given(naik)"),
        ("skala(benar)", "type-mismatch.number", "benar"),
        ("skala(x, a)", "wrong-argument-count", "skala(x, a)"),
        ("garis(arah)", "type-mismatch.number", "arah"),
        ("bobot(arah)", "wrong-argument-count", "bobot(arah)"),
        ("bobot(arah, 1)", "type-mismatch.key", "1"),
        ("bobot(tetap, B)", "unknown-code", "tetap"),
        ("bobot(arah, skala(x))", "code-missing", "skala(x)"),
        ("sum(benar)", "nothing-to-aggregate", "sum(benar)"),
        ("sum(baris.t)", "type-mismatch.number", "baris.t"),
        ("sum(baris.m)", "type-mismatch.number", "baris.m"),
        ("count(baris.t)", "type-mismatch.any", "baris.t"),
        ("first(baris.f > 1)", "type-mismatch.any", "baris.f > 1"),
        ("sum(baris.f, where=baris.f)", "type-mismatch.truth", "baris.f"),
        ("mean(baris.f, weight=baris.t)", "type-mismatch.number", "baris.t"),
        ("baris.f + 1", "collection-outside-aggregate", "baris.f"),
        ("baris + 1", "collection-outside-aggregate", "baris"),
        ("given(baris)", "collection-outside-aggregate", "baris"),
        ("sum(baris.f) + baris.f", "collection-outside-aggregate", "baris.f"),
        ("sum(baris.f + lain.f)", "mixed-collections", "lain.f"),
        ("sum(baris.f, where=baris.anak.n > 1)", "mixed-collections", "baris.anak.n"),
        ("count(baris, where=lain.f > 1)", "mixed-collections", "lain.f"),
        ("sum(baris.f * sum(baris.f))", "nested-aggregate", "sum(baris.f)"),
        ("sum(baris.f, where=count(baris) > 1)", "nested-aggregate", "count(baris)"),
        ("sum(a)", "nothing-to-aggregate", "sum(a)"),
        ("sum(1)", "nothing-to-aggregate", "sum(1)"),
        ("sum(target.min)", "nothing-to-aggregate", "sum(target.min)"),
        ("count(a)", "nothing-to-aggregate", "count(a)"),
        ("max(a)", "nothing-to-aggregate.two", "max(a)"),
        ("sum(baris)", "nothing-to-aggregate.column", "sum(baris)"),
        ("sum(baris, where=baris.f > 0)", "nothing-to-aggregate.column", "sum(baris, where=baris.f > 0)"),
        ("sum(baris.anak)", "type-mismatch.rows", "baris.anak"),
        ("count(baris.anak)", "type-mismatch.rows", "baris.anak"),
    ],
)
def test_what_does_not_fit_is_one_fault(text: str, key: str, place: str) -> None:
    """Each mistake is found once, at the stretch of text that is wrong."""
    assert faults(text) == [(key, place)]


def test_all_mistakes_of_a_formula_are_found() -> None:
    """One mistake does not hide the next."""
    assert faults("benar + 1 < tak_ada") == [("type-mismatch.number", "benar"), ("unknown-name", "tak_ada")]


def test_a_value_of_unknown_type_is_never_reported() -> None:
    """What follows from a mistake made elsewhere is not a second mistake."""
    texts = ["asing + 1", "not asing", "asing == naik", "asing == 1", "bobot(asing, B)", "skala(asing)"]
    assert [faults(text) for text in texts] == [[]] * 6


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("a / b", "rasio"),
        ("a / b * 100", "persen"),
        ("100 * (a / b)", "persen"),
        ("persen_a / 100", "rasio"),
        ("persen_a / persen_b", "rasio"),
        ("persen_a - persen_b", "poin persen"),
        ("persen_a + persen_b", "persen"),
        ("persen_a / 10", None),
        ("a / b * 1000", None),
        ("a * b", None),
        ("a ** 2", None),
        ("a + 1", "orang"),
        ("1 + a", "orang"),
        ("a + x", None),
        ("1 + 2", LITERAL),
        ("2 * 50", LITERAL),
        ("a / b * (2 * 50)", None),
        ("-a", "orang"),
        ("min(a, b, 100)", "orang"),
        ("clamp(a, 0, b)", "orang"),
        ("abs(a)", None),
        ("root(a, 2)", None),
        ("a if benar else 0", "orang"),
        ("a if benar else x", None),
        ("target", "orang"),
        ("target.max", "orang"),
        ("bobot(naik, B)", "bobot"),
        ("sum(baris.f)", "rupiah"),
        ("mean(baris.g)", "persen"),
        ("mean(baris.g, weight=baris.f)", "persen"),
        ("max(baris.f)", "rupiah"),
        ("last(baris.r)", "orang"),
        ("first(baris.m)", None),
        ("count(baris.f)", None),
        ("product(baris.f)", None),
        ("geomean(baris.f)", None),
        ("sum(baris.f) / sum(baris.f) * 100", "persen"),
        ("sum(baris.f * 0 + 1)", None),
        ("sum(1, where=baris.t)", None),  # the rows' literal takes no unit
        ("mean(5, weight=baris.f)", None),
        ("min(baris.f)", "rupiah"),
        ("first(baris.f)", "rupiah"),
        ("max(a, b)", "orang"),
        ("a ** 2 / a ** 2", None),
    ],
)
def test_units_are_inferred_where_they_are_certain(text: str, unit: str | None) -> None:
    """The rules of units give this unit, and nothing is reported."""
    assert (found(text).unit, faults(text)) == (unit, [])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a + uang", "unit-mismatch"),
        ("a - uang", "unit-mismatch"),
        ("a < uang", "unit-mismatch"),
        ("a == uang", "unit-mismatch"),
        ("1 < a < uang", "unit-mismatch"),
        ("max(a, 1, uang)", "unit-mismatch"),
        ("clamp(uang, a, 100)", "unit-mismatch"),
        ("a if benar else uang", "unit-mismatch"),
        ("sum(baris.f + a)", "unit-mismatch"),
        ("skala(a)", "unit-mismatch"),
        ("rasio_a + persen_a", "unit-mismatch.ratio"),
        ("a / b > persen_a", "unit-mismatch.ratio"),
        ("rasio_a + beda", "unit-mismatch.ratio"),
        ("skala(a / b)", "unit-mismatch.ratio"),
        ("a + b if benar else a / b", "unit-mismatch"),
    ],
)
def test_known_units_that_differ_are_reported(text: str, key: str) -> None:
    """Where equal units are needed, two known and different ones are one fault."""
    assert [fault for fault, _ in faults(text)] == [key]


def test_a_difference_of_percentages_counts_as_one() -> None:
    """`poin persen` equals `persen` in checks."""
    assert faults("persen_a + beda < persen_b") == []
    assert faults("skala(beda)") == []


def test_a_unit_mismatch_names_both_units() -> None:
    """The reader sees which units met."""
    assert words("a + uang") == {"one": "`orang`", "other": "`rupiah`"}


def test_the_wanted_number_of_arguments_is_said() -> None:
    """The reader sees how many there are and how many are wanted."""
    assert words("clamp(a, 1)") == {"name": "`clamp`", "wanted": "3", "found": "2"}
    assert words("max()") == {"name": "`max`", "wanted": "≥ 2", "found": "0"}
    assert words("bobot(arah)") == {"name": "`bobot`", "wanted": "2", "found": "1"}


def test_a_category_without_a_code_is_named() -> None:
    """The reader sees which band needs a code."""
    assert words("bobot(arah, skala(x))") == {"category": "`Belum`"}


def test_other_years_are_seen_in_levels_only() -> None:
    """`tahun_lalu` and `riwayat` mean something in the levels of a framework."""
    texts = [
        "a - tahun_lalu.a",
        "sum(riwayat.a)",
        "last(riwayat.a, where=riwayat.year == year - 2)",
        "tahun_lalu.target.max",
        "count(riwayat)",
    ]
    assert [faults(text, LEVEL) for text in texts] == [[]] * 5
    assert faults("a - tahun_lalu.a") == [("unknown-name", "tahun_lalu.a")]
    assert faults("sum(riwayat.a)") == [("unknown-name", "riwayat.a")]
    assert found("tahun_lalu.a", LEVEL).unit == "orang"


def test_an_aggregate_of_rows_may_use_last_year() -> None:
    """`tahun_lalu.f` is a value of the record, so it mixes with the rows of any collection."""
    assert faults("sum(baris.f * tahun_lalu.x)", LEVEL) == []
    assert faults("sum(riwayat.a, where=baris.t)", LEVEL) == [("mixed-collections", "baris.t")]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (NUMBER, NUMBER, NUMBER),
        (NUMBER, RANGE, NUMBER),
        (RANGE, RANGE, NUMBER),
        (TRUTH, TRUTH, TRUTH),
        (TRUTH, NUMBER, None),
        (UNKNOWN, NUMBER, UNKNOWN),
        (ARAH, ARAH, ARAH),
        (ARAH, MUTU, None),
        (Type("choice", frozenset({"naik"}), literal=True), MUTU, MUTU),
        (Type("choice", frozenset({"tetap"}), literal=True), ARAH, None),
        (Type("choice", frozenset({"B", "K"})), SKALA, SKALA),
    ],
)
def test_two_types_are_joined_whichever_comes_first(one: Type, other: Type, joined: Type | None) -> None:
    """Branches and cases give one type, or do not go together; their order is no matter."""
    assert join_types(one, other) == joined
    assert join_types(other, one) == joined


def test_categories_of_two_scales_are_categories_of_either() -> None:
    """They join and keep what has no code; with a choice, or a CODE of neither, they do not."""
    one = Type("choice", frozenset("AB"), lacking=("Tanpa",), is_category=True)
    other = Type("choice", frozenset("BC"), is_category=True)
    either = Type("choice", frozenset("ABC"), lacking=("Tanpa",), is_category=True)
    assert join_types(one, other) == either
    assert join_types(either, Type("choice", frozenset("C"), literal=True)) == either
    assert join_types(either, Type("choice", frozenset("D"), literal=True)) is None
    assert join_types(one, Type("choice", frozenset("BC"))) is None


def test_categories_are_compared_with_categories_only() -> None:
    """Categories of two scales go together in either order; a choice of another list goes with neither."""
    one = Entry(Type("choice", frozenset("AB"), is_category=True))
    other = Entry(Type("choice", frozenset("BC"), is_category=True))
    scope = Scope({"satu": one, "dua": other, "arah": Entry(ARAH)})
    assert faults("satu == dua", scope) == []
    assert faults("satu == arah", scope) == [("type-mismatch.lists", "arah")]
    assert faults("arah == satu", scope) == [("type-mismatch.lists", "satu")]


def test_a_dotted_name_of_a_level_is_not_last_year_for_that() -> None:
    """In a level too, a field of what has none is told so; only `tahun_lalu` is the year before."""
    assert faults("a.b", LEVEL) == [("unknown-name.field", "a.b")]
    assert words("a.b", LEVEL) == {"name": "`a.b`", "owner": "`a`"}
    assert [key for key, _ in faults("tahun.a", LEVEL)] == ["unknown-name"]


def test_last_year_has_a_year_of_its_own() -> None:
    """`tahun_lalu.year` is known, and `year` is in a record's scope without being declared."""
    scope = Scope({"a": Entry(NUMBER)}, in_level=True)
    assert faults("tahun_lalu.year", scope) == []
    assert faults("tahun_lalu.bulan", scope) == [("unknown-name", "tahun_lalu.bulan")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sum(baris)", {"name": "`sum`", "rows": "`baris`"}),
        ("sum(baris.f * sum(baris.g))", {"name": "`sum`"}),
        ("sum(baris.f, where=baris.anak.n > 1)", {"one": "`baris`", "other": "`baris.anak`"}),
        ("sum(a)", {"name": "`sum`"}),
        ("max(a)", {"name": "`max`"}),
        ("count(baris.t)", {"name": "`count`"}),
        ("a + uang", {"one": "`orang`", "other": "`rupiah`"}),
        ("skala(a)", {"one": "`orang`", "other": "`persen`"}),
        ("baris + 1", {"name": "`baris`"}),
        ("given(baris)", {"name": "`baris`"}),
        ("baris.f + 1", {"name": "`baris.f`"}),
        ("(baris if benar else baris) + 1", None),
        ("sum(baris.anak)", {"name": "`baris.anak`"}),
        ("sum + 1", {"name": "`sum`"}),
    ],
)
def test_what_a_fault_says(text: str, said: dict[str, str] | None) -> None:
    """The names, units and paths that do not fit, as they are written."""
    assert said is None or words(text) == said


def test_a_code_that_a_list_lacks_is_told_with_the_nearest_of_that_list() -> None:
    """Whichever side it stands on, and also where it means nothing else."""
    for text, code, near in (
        ("arah == tetap", "tetap", "naik"),
        ("tetap == arah", "tetap", "naik"),
        ("arah == niak", "niak", "naik"),
        ("turunn != arah", "turunn", "turun"),
    ):
        said = words(text)
        assert said["code"] == f"`{code}`"
        assert f"`{near}`" in said["near"][1]
