"""Signs and words of sheets and of printed formulas, found in a text that is no formula."""

from __future__ import annotations

from typing import Final

from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.synonyms import SIGNS, folded
from sakip_rules.expression.faults import Fault, fault
from sakip_rules.expression.tokens import Token, foreign_call

_VALUE_ENDS: Final = (")",)
_FORM_NAMES: Final = ("if", "and", "or")
_KEYWORDS: Final = ("where", "weight")


def foreign(tokens: list[Token]) -> Fault | None:
    """Gives the fault of the first token that stands for a sign or form of the language, if there is one."""
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        known = _sign(before, token) or _form(before, token, after)
        if known is not None:
            return known
    return None


def _sign(before: Token | None, token: Token) -> Fault | None:
    """A word between two values, a single `=`, or `<>` of a sheet."""
    plain = SIGNS.get(folded(token.text))
    if before is not None and before.text == "<" and token.text == ">":
        return _operator("<>", SIGNS["<>"], before.start, token.end)
    if plain is None or before is None or not _ends_value(before) or before.text in _KEYWORDS:
        return None
    return _operator(token.text, plain, token.start, token.end)


def _form(before: Token | None, token: Token, after: Token | None) -> Fault | None:
    """A word of the language that is written like a function: `if(…)`."""
    begins = before is None or not _ends_value(before)
    if token.text == "not" or not begins or after is None or after.text != "(":
        return None
    return foreign_call(token)


def _ends_value(token: Token) -> bool:
    if token.text in _FORM_NAMES or token.text in ("else", "not"):
        return False
    return token.kind in ("name", "number") or token.text in _VALUE_ENDS


def _operator(text: str, plain: str, start: int, end: int) -> Fault:
    return fault("formula-not-allowed.operator", start, end, text=quoted(text), plain=quoted(plain))
