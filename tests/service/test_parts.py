from collections.abc import Callable
from decimal import Decimal

import pytest

from sakip_rules.diagnostics import UsageError
from sakip_rules.service.parts import RequestParts, wrong

KNOWN = ("a", "b")


def test_what_is_not_known_is_refused_at_once() -> None:
    """Each with its place and what may have been meant."""
    with pytest.raises(UsageError) as raised:
        RequestParts({"a": 1, "bb": 2, "/": 3}, KNOWN)
    assert [(found.code, found.path) for found in raised.value.diagnostics] == [
        ("unknown-key", ("bb",)),
        ("unknown-key", ("/",)),
    ]
    assert "`b`" in raised.value.diagnostics[0].hint("en")


def test_null_is_as_if_it_were_not_there() -> None:
    """For every type."""
    parts = RequestParts({"a": None}, KNOWN)
    assert "a" not in parts
    assert (parts.any("a"), parts.text("a"), parts.whole("a"), parts.choice("a", ("x",))) == (None,) * 4
    assert (parts.map("a"), parts.texts("a"), parts.items("a")) == ({}, [], [])


def test_what_is_there_is_given_as_what_it_must_be() -> None:
    """A year may be a number or text."""
    parts = RequestParts({"a": Decimal(2020), "b": ["x", "1"]}, KNOWN)
    assert (parts.text("a"), parts.needed("a"), parts.whole("a")) == ("2020", "2020", 2020)
    assert parts.texts("b") == parts.items("b") == ["x", "1"]
    assert parts.choice("a", ("2019", "2020")) == "2020"
    assert (
        RequestParts({"a": {"x": 1}}, KNOWN).map("a")
        == RequestParts({"a": {"x": 1}}, KNOWN).report("a")
        == {"x": 1}
    )
    assert RequestParts({"a": "report: x"}, KNOWN).report("a") == "report: x"


@pytest.mark.parametrize(
    ("value", "ask", "said"),
    [
        ([], lambda parts: parts.text("a"), "`a` must be text."),
        (None, lambda parts: parts.needed("a"), "This request needs `a`."),
        ("2020-01-01", lambda parts: parts.whole("a"), "`a` must be a whole number."),
        ("1234567890", lambda parts: parts.whole("a"), "`a` must be a whole number."),
        ("٢", lambda parts: parts.whole("a"), "`a` must be a whole number."),
        ("x", lambda parts: parts.map("a"), "`a` must be a JSON object."),
        (["x", {}], lambda parts: parts.texts("a"), "`a` must be a list of texts."),
        ({}, lambda parts: parts.items("a"), "`a` must be a list."),
        ("ya", lambda parts: parts.truth("a"), "`a` must be true or false."),
        (None, lambda parts: parts.report("a"), "`a` must be a report: a JSON object, or YAML text."),
        ("hijau", lambda parts: parts.choice("a", ("biru",)), "`hijau` is unknown for `a`."),
    ],
)
def test_what_is_of_another_type_is_refused(
    value: object, ask: Callable[[RequestParts], object], said: str
) -> None:
    """With its place in the request."""
    with pytest.raises(UsageError) as raised:
        ask(RequestParts({"a": value}, KNOWN))
    (found,) = raised.value.diagnostics
    assert (found.message("en"), found.path) == (said, ("a",))


@pytest.mark.parametrize(
    ("value", "is_true"), [(True, True), ("true", True), (False, False), ("false", False), (None, False)]
)
def test_a_truth_may_be_text(value: object, is_true: bool) -> None:
    """As parameters behind `?` are; what is not there is not true."""
    assert RequestParts({"a": value}, KNOWN).truth("a") is is_true


def test_a_mistake_knows_its_place() -> None:
    """As a pointer in JSON."""
    assert wrong("bad-request.missing", "rule", name="`rule`", sample="x").to_dict()["pointer"] == "/rule"
