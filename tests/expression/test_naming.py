"""What bare and dotted names mean, and what is said of those that mean nothing."""

import pytest

from sakip_rules.expression import NUMBER, RANGE, Alias, Entry, Scope, analyse, parse
from sakip_rules.expression.naming import row_scope

ANAK = Scope({"n": Entry(NUMBER)})
SCOPE = Scope(
    {"target": Entry(RANGE), "nilai": Entry(NUMBER)},
    {"baris": Scope({"pagu": Entry(NUMBER), "t": Entry(RANGE)}, {"anak": ANAK})},
    {"predikat": Alias("scale", Entry(NUMBER))},
    frozenset({"BB"}),
)
LEVEL = Scope(SCOPE.names, SCOPE.collections, in_level=True)


def said(text: str, scope: Scope = SCOPE) -> tuple[str, str, str]:
    """The key, stretch of text and English hint of the only fault of a formula."""
    (only,) = analyse(parse(text), scope).faults
    near = dict(only.texts).get("near", ("", ""))
    return only.key, text[only.start : only.end], near[1]


@pytest.mark.parametrize(
    ("text", "key", "place", "near"),
    [
        ("nilia + 1", "unknown-name", "nilia", "Did you mean `nilai`?"),
        (
            "1 if nilai == CC else 2",
            "unknown-name",
            "CC",
            "Known here: `BB`, `baris`, `nilai`, `predikat`, `target`.",
        ),
        ("predikat + 1", "unknown-name.function", "predikat", ""),
        ("sum + 1", "unknown-name.function", "sum", ""),
        ("nilai.min", "unknown-name.field", "nilai.min", ""),
        ("target.mid", "unknown-name.field", "target.mid", ""),
        ("trget.min", "unknown-name", "trget.min", "Did you mean `target`?"),
        ("sum(bars.pagu)", "unknown-name", "bars.pagu", "Did you mean `baris`?"),
        ("sum(baris.pag)", "unknown-name", "baris.pag", "Did you mean `pagu`?"),
        ("sum(baris.pagu * bars.pagu)", "unknown-name", "bars.pagu", "Did you mean `baris`?"),
        ("sum(bars.pagu * baris.pagu)", "unknown-name", "bars.pagu", "Did you mean `baris`?"),
        ("sum(baris.pagu.min)", "unknown-name", "baris.pagu.min", ""),
        ("sum(baris.anka.n)", "unknown-name", "baris.anka.n", "Did you mean `anak`?"),
        ("sum(baris.t.mid)", "unknown-name", "baris.t.mid", ""),
        ("given(nilia)", "unknown-name", "nilia", "Did you mean `nilai`?"),
        ("count(bars)", "unknown-name", "bars", "Did you mean `baris`?"),
        ("predikatt(1)", "unknown-name.call", "predikatt(1)", "Did you mean `predikat`?"),
    ],
)
def test_a_name_that_means_nothing_is_told_with_the_nearest(
    text: str, key: str, place: str, near: str
) -> None:
    """A wrong name is one fault, at the name, and the nearest spelling of its own place is offered."""
    found = said(text)
    assert found[:2] == (key, place)
    assert near in found[2]


def test_last_year_has_the_names_of_the_record() -> None:
    """What `tahun_lalu` does not have is looked for among the record's own names."""
    assert said("tahun_lalu.nilia", LEVEL) == ("unknown-name", "tahun_lalu.nilia", "Did you mean `nilai`?")
    assert said("tahun_lalu.nilai.min", LEVEL)[:2] == ("unknown-name", "tahun_lalu.nilai.min")


def test_an_input_comes_before_a_code_of_the_same_name() -> None:
    """A bare name is an input or step first, and a CODE only if it is neither."""
    scope = Scope({"BB": Entry(NUMBER, "orang")}, codes=frozenset({"BB"}))
    found = analyse(parse("BB + 1"), scope)
    assert (found.type, found.unit) == (NUMBER, "orang")


def test_row_scopes_are_found_along_their_path() -> None:
    """A collection path leads to the scope of its rows, one without meaning to nothing."""
    assert row_scope(SCOPE, ("baris", "anak")) is ANAK
    assert row_scope(SCOPE, ("baris", "pagu")) is None
    assert row_scope(SCOPE, ()) is None
    assert row_scope(SCOPE, ("riwayat",)) is None
    history = row_scope(LEVEL, ("riwayat",))
    assert history is not None
    assert history.names == LEVEL.names
