"""What sheets and printed formulas write where the language writes something else."""

import pytest

from sakip_rules.expression.foreign import foreign
from sakip_rules.expression.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "key", "span"),
    [
        ("a x b", "operator", (2, 3)),
        ("a = b", "operator", (2, 3)),
        ("a <> b", "operator", (2, 4)),
        ("a dan b", "operator", (2, 5)),
        ("(a) kali 2", "operator", (4, 8)),
        ("if(a > 1, b, c)", "form", (0, 2)),
        ("IF(a = 1, b, c)", "form", (0, 2)),
        ("1 + or(a, b)", "form", (4, 6)),
    ],
)
def test_the_first_foreign_word_is_named(text: str, key: str, span: tuple[int, int]) -> None:
    """The fault stands on the word, whatever follows it."""
    fault = foreign(tokenize(text))
    assert fault is not None
    assert (fault.key, (fault.start, fault.end)) == (f"formula-not-allowed.{key}", span)


@pytest.mark.parametrize("text", ["a b", "sum(where=c.f, c.g)", "a if b", "x * x +", "not(a", "a if (b)"])
def test_what_is_wrong_otherwise_is_left_to_others(text: str) -> None:
    """Names that are not between two values, and words of the language, are no foreign words."""
    assert foreign(tokenize(text)) is None
