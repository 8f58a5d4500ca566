"""What names mean, as data."""

from sakip_rules.expression import NUMBER, TRUTH, Alias, Entry, Scope


def test_a_scope_grows_by_names_only() -> None:
    """More names leave all else as it was, and the first scope untouched."""
    scope = Scope(
        {"a": Entry(NUMBER)},
        {"c": Scope({})},
        {"s": Alias("scale", Entry(NUMBER))},
        frozenset({"B"}),
        in_level=True,
    )
    more = scope.with_names({"result": Entry(TRUTH)})
    assert more == Scope(
        {"a": Entry(NUMBER), "result": Entry(TRUTH)},
        scope.collections,
        scope.aliases,
        scope.codes,
        in_level=True,
    )
    assert set(scope.names) == {"a"}
    assert more.known_names() == {"a", "result", "c", "B", "s"}
