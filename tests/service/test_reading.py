import pytest

from sakip_rules.diagnostics import DataError
from sakip_rules.service.reading import read_object


def test_numbers_are_what_is_written() -> None:
    """At any depth; texts stay texts, and truths are truths."""
    made = read_object('{"a": [1.50, {"b": -2}], "c": "3", "d": null, "e": [true, false], "f": "true"}', "x")
    assert repr(made) == (
        "{'a': [Decimal('1.50'), {'b': Decimal('-2')}], 'c': '3', 'd': None, 'e': [True, False], 'f': 'true'}"
    )


@pytest.mark.parametrize(
    "text", ["", "[]", "1", '{"a": 1, "a": 2}', '{"a": NaN}', '{"a": 1e3}', "[" * 2_000_000]
)
def test_what_is_no_strict_object_is_refused(text: str) -> None:
    """A list, a key twice, what JSON has not; two million brackets at once."""
    with pytest.raises(DataError):
        read_object(text, "x")
