"""Slips inside one formula: an operator, a constant, two names, a function, a condition left out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from sakip_rules.diagnostics import Path
from sakip_rules.expression import FUNCTION_NAMES, Formula, FormulaFaultError, parse
from sakip_rules.expression.tokens import Token, tokenize
from sakip_rules.expression.tree import Aggregate
from sakip_rules.mutation.edits import Slip, slip
from sakip_rules.numbers import decimal_text, read_plain

SWAPS: Final = {
    other: one
    for pair in (
        *(("+", "-"), ("*", "/"), ("<", "<="), (">", ">="), ("==", "!="), ("and", "or")),
        *(("min", "max"), ("sum", "mean"), ("first", "last")),
    )
    for one, other in (pair, pair[::-1])
}
KINDS: Final = {
    **dict.fromkeys(("+", "-", "*", "/", "and", "or"), "operator"),
    **dict.fromkeys(("<", "<=", ">", ">=", "==", "!="), "comparison"),
}
WORDS: Final = frozenset({"and", "or", "not", "if", "else", "where", "weight"})
MOST_PAIRS: Final = 10


def formula_slips(text: str, path: Path) -> Iterator[Slip]:
    """Gives every small change of a formula's text."""
    try:
        tokens, formula = tokenize(text), parse(text)
    except FormulaFaultError:
        return
    for token in tokens:
        yield from _of_token(token, text, path)
    yield from _names_swapped(tokens, text, path)
    yield from _keywords_dropped(formula, tokens, text, path)


def last_place(text: str) -> Iterator[str]:
    """Gives a number's text one more and one less in its last place."""
    number = read_plain(text)
    if number is None:
        return
    places = len(text.partition(".")[2])
    step = Fraction(1, 10**places)
    for changed in (number + step, number - step):
        yield decimal_text(changed, places)


def _put(text: str, token: Token, new: str) -> str:
    return text[: token.start] + new + text[token.end :]


def _of_token(token: Token, text: str, path: Path) -> Iterator[Slip]:
    if token.kind == "number":
        for changed in last_place(token.text):
            yield slip("constant", path, text, _put(text, token, changed))
    elif token.text in SWAPS:
        kind = KINDS.get(token.text, "function")
        yield slip(kind, path, text, _put(text, token, SWAPS[token.text]))
    elif token.text == "not":
        yield slip("operator", path, text, _put(text, token, ""))


def _names_swapped(tokens: list[Token], text: str, path: Path) -> Iterator[Slip]:
    """Two names take each other's place, wherever they stand."""
    names = [
        token.text
        for token in tokens
        if token.kind == "name" and token.text not in WORDS and token.text not in FUNCTION_NAMES
    ]
    # A formula of twenty names has 190 pairs, and each would be a rule to check and to run.
    pairs = itertools.combinations(dict.fromkeys(names), 2)
    for name, other in itertools.islice(pairs, MOST_PAIRS):
        changed, end = "", 0
        for token in tokens:
            new = {name: other, other: name}.get(token.text, token.text)
            changed += text[end : token.start] + new
            end = token.end
        yield slip("names", path, text, changed + text[end:])


def _keywords_dropped(formula: Formula, tokens: list[Token], text: str, path: Path) -> Iterator[Slip]:
    """An aggregate without its condition, or without its weight."""
    for node in formula.nodes:
        if not isinstance(node, Aggregate):
            continue
        for word, part in (("where", node.where), ("weight", node.weight)):
            if part is None:
                continue
            keyword = max(i for i, t in enumerate(tokens) if t.text == word and t.end <= part.start)
            start = tokens[keyword - 1].start
            end = _end_of_part(tokens, keyword)
            yield slip(word, path, text, text[:start] + text[end:])


def _end_of_part(tokens: list[Token], keyword: int) -> int:
    """Where the expression behind `where =` ends: before the comma or bracket that closes it."""
    depth = 0
    for token in tokens[keyword + 2 :]:
        if depth == 0 and token.text in (",", ")"):
            return token.start
        depth += (token.text == "(") - (token.text == ")")
    return tokens[-1].end
