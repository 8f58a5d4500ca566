"""Where a formula stops making sense: the first token that cannot stand where it does.

Python says that, too, but each version of it in another place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.expression.tokens import Token

_BINARY: Final = frozenset(["+", "-", "*", "/", "**", "<", "<=", ">", ">=", "==", "!=", "and", "or", "."])
_BEFORE_NOT: Final = frozenset(["(", ",", "=", "and", "or", "not", "if", "else"])
_WORDS: Final = frozenset(["and", "or", "not", "if", "else"])


@dataclass(slots=True)
class _Bracket:
    """A bracket that is open, or the whole formula, and the conditions in it that wait for their `else`."""

    token: Token | None
    is_call: bool = False
    conditions: int = 0


class _Reading:
    """A formula, token by token."""

    def __init__(self) -> None:
        self.open = [_Bracket(None)]
        self.before: list[Token] = []
        self.has_value = False
        """Whether what was read last can stand as a value: then a sign must follow."""

    def takes(self, token: Token) -> bool:
        """Reads on; says whether the token can stand here."""
        fits = self._after_value(token) if self.has_value else self._value(token)
        self.before.append(token)
        return fits

    def _value(self, token: Token) -> bool:
        last = self.before[-1].text if self.before else "("
        if token.text == ")":
            self.has_value = True
            return last in ("(", ",") and self.open.pop().is_call
        if token.text == "(":
            self.open.append(_Bracket(token))
            return last != "."
        if token.text in ("-", "+"):
            return last != "."
        if token.text == "not":
            return last in _BEFORE_NOT
        self.has_value = True
        return token.kind in ("name", "number") and token.text not in _WORDS

    def _after_value(self, token: Token) -> bool:
        inner = self.open[-1]
        if token.text == ")":
            return len(self.open) > 1 and self.open.pop().conditions == 0
        self.has_value = False
        if token.text == "(":
            self.open.append(_Bracket(token, is_call=True))
        elif token.text == "if":
            inner.conditions += 1
        elif token.text == "else":
            inner.conditions -= 1
            return inner.conditions >= 0
        elif token.text == ",":
            return inner.conditions == 0
        elif token.text == "=":
            return inner.is_call and self.before[-1].kind == "name" and self.before[-2].text in ("(", ",")
        else:
            return token.text in _BINARY
        return True

    def left_open(self) -> Token:
        """Gives what is not complete where the formula ends: an open bracket, else its last token."""
        inner = self.open[-1].token
        return inner if self.has_value and inner is not None else self.before[-1]


def stop(tokens: Sequence[Token]) -> Token:
    """Gives the first token of a formula that cannot stand where it does, or that waits for more in vain.

    The tokens are those of a formula that Python cannot parse.
    """
    reading = _Reading()
    for token in tokens:
        if not reading.takes(token):
            return token
    return reading.left_open()


__all__ = ["stop"]
