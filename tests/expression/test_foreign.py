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
        ("a > b c = d", "operator", (8, 9)),  # `>` alone is a sign of the language
        ("a dan b", "operator", (2, 5)),
        ("(a) kali 2", "operator", (4, 8)),
        ("if(a > 1, b, c)", "form", (0, 2)),
        ("IF(a = 1, b, c)", "form", (0, 2)),
        ("1 + or(a, b)", "form", (4, 6)),
        ("SQRT(a = b)", "form", (0, 4)),
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


def test_what_is_written_instead_is_named() -> None:
    """The sign or word, with the one of the language."""
    for text, said in (
        ("a x b", {"text": "`x`", "plain": "`*`"}),
        ("a <> b", {"text": "`<>`", "plain": "`!=`"}),
        ("a = b", {"text": "`=`", "plain": "`==`"}),
    ):
        fault = foreign(tokenize(text))
        assert fault is not None
        assert dict(fault.texts) == said
    form = foreign(tokenize("if(a, b, c)"))
    assert form is not None
    assert dict(form.texts)["text"] == "`if`"


@pytest.mark.parametrize("text", ["a and x b", "a else x b", "not x b", "sum(c.f, where = c.g c)", "x b"])
def test_a_word_after_what_is_no_value_is_a_name(text: str) -> None:
    """Behind `and`, `else` or `not` a value begins: `x` is a name there; a keyword's `=` is one too."""
    assert foreign(tokenize(text)) is None
