"""The first gate of a formula: its characters, tokens and limits, before anything is parsed.

number := digits ["." digits]      no exponent, underscore, hex, leading zeros beyond one
dotted := name ("." name)+
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.synonyms import FORMS, ROUNDING, SIGNS, folded
from sakip_rules.expression.faults import Fault, FormulaFaultError, fault
from sakip_rules.languages import Pair
from sakip_rules.numbers import two_readings
from sakip_rules.numbers.reading import MAX_DIGITS

MAX_CHARACTERS = 2000
MAX_TOKENS = 500
MAX_BRACKETS = 50

AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
"""A number that readers take for a decimal or for thousands."""

_TOKEN = re.compile(
    r"(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<operator>\*\*|<=|>=|==|!=|[-+*/<>(),.=])"
    r"|(?P<space>[ \n]+)"
)

# What printed formulas, word processors and other alphabets put where a formula wants a plain character.
_LOOK_ALIKES = {
    **dict.fromkeys("×·∙⋅•∗✕", "*"),
    **dict.fromkeys("÷∕⁄", "/"),
    **dict.fromkeys("–—−‐‑‒﹣", "-"),
    **dict.fromkeys("≤⩽", "<="),
    **dict.fromkeys("≥⩾", ">="),
    "≠": "!=",
    "²": "** 2",
    "³": "** 3",
    "½": "1 / 2",
    "¼": "1 / 4",
    "¾": "3 / 4",
    **dict(zip("аеорсухіјѕԁһ", "aeopcyxijsdh", strict=True)),
    **dict(zip("АВЕКМНОРСТХІЈЅ", "ABEKMHOPCTXIJS", strict=True)),
    **dict(zip("ανορικ", "avopik", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
}

_QUOTES = "\"'“”„‟‘’‚‛«»‹›＂＇"


class Token(NamedTuple):
    """A name, number or operator, and where it begins."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)


def tokenize(text: str) -> list[Token]:
    """Gives the tokens of a formula.

    Raises `FormulaFaultError`: a character that no formula has, a number, point or comma not written
    as the grammar says, or a limit passed.
    """
    _check_text(text)
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise FormulaFaultError(_no_token(text[position], position, tokens))
        if match.lastgroup != "space":
            tokens.append(Token(str(match.lastgroup), match.group(), position))
        position = match.end()
    _check_limits(tokens)
    for index, token in enumerate(tokens):
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.text in (".", ","):
            _check_separator(tokens[index - 1] if index else None, token, after)
        elif token.kind == "number":
            _check_number(token, after)
    return tokens


def _no_token(character: str, position: int, before: list[Token]) -> Fault:
    """The fault of a sign that no formula has, with what is written instead, if that is known."""
    if character == "%" and before and before[-1].text == "100":
        return fault("formula-not-allowed.hundred-percent", before[-1].start, position + 1)
    called = _called(before) if character == ";" else None
    plain, span = SIGNS.get(character), (position, position + 1)
    if called is not None:
        return called
    if character in _QUOTES:
        return _quote(character, position)
    if plain is None:
        return fault("formula-not-allowed.character", *span, character=quoted(character))
    return fault("formula-not-allowed.operator", *span, text=quoted(character), plain=quoted(plain))


def _quote(character: str, position: int) -> Fault:
    """The fault of a quote, told alike straight or bent; bent ones pass the limit to ASCII."""
    key = "formula-not-allowed.quote" if character.isascii() else "formula-too-large.quote"
    return fault(key, position, position + 1, character=quoted(character))


def _called(before: list[Token]) -> Fault | None:
    """The fault of the function whose arguments a `;` parts, if it is one of sheets: not only `;` differs."""
    open_brackets: list[int] = []
    for index, token in enumerate(before):
        if token.text == "(":
            open_brackets.append(index)
        elif token.text == ")" and open_brackets:
            open_brackets.pop()
    names = [before[index - 1] for index in open_brackets if index and before[index - 1].kind == "name"]
    return foreign_call(names[-1]) if names else None


def foreign_call(name: Token) -> Fault | None:
    """Gives the fault of a call of what is a function in sheets, and none here, if it is one."""
    written, text = FORMS.get(folded(name.text)), quoted(name.text)
    if written is not None:
        form: Pair = (quoted(written[0]), quoted(written[1]))
        return fault("formula-not-allowed.form", name.start, name.end, text=text, form=form)
    if folded(name.text) in ROUNDING:
        return fault("unknown-name.rounding", name.start, name.end, name=text)
    return None


def _too_large(what: str, limit: int, size: int, span: tuple[int, int]) -> FormulaFaultError:
    key = f"formula-too-large.{what}"
    return FormulaFaultError(fault(key, *span, limit=str(limit), found=str(size)))


def _check_text(text: str) -> None:
    """Holds a formula to its length and to ASCII, and to no `=` before it: that needs no tokens."""
    if len(text) > MAX_CHARACTERS:
        raise _too_large("characters", MAX_CHARACTERS, len(text), (0, 1))
    begin = len(text) - len(text.lstrip(" "))
    if text.startswith("=", begin) and not text.startswith("==", begin):
        raise FormulaFaultError(fault("formula-not-allowed.sheet", begin, begin + 1))
    if text.isascii():  # Python folds letters of other alphabets into its own: it reads `ｘ` as `x`
        return
    position = next(index for index, character in enumerate(text) if not character.isascii())
    character = text[position]
    if character in _QUOTES:
        raise FormulaFaultError(_quote(character, position))
    texts = {"character": quoted(character), "code": f"U+{ord(character):04X}"}
    near = _look_alike(character)
    # A sign of computing is known, and no part of the grammar; anything else passes the limit to ASCII.
    plain = _LOOK_ALIKES.get(character, "a")
    key = "formula-too-large.letter" if plain.isalpha() else "formula-not-allowed.sign"
    raise FormulaFaultError(fault(key, position, position + 1, near=near, **texts))


def _look_alike(character: str) -> Pair:
    """The hint that names the plain characters to write instead, where there are some."""
    plain = _LOOK_ALIKES.get(character)
    if plain is None:
        folded = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
        plain = folded if folded.isprintable() else ""
    if not plain:
        return (
            "Hapus, atau tulis dengan huruf, angka, dan tanda biasa di papan ketik.",
            "Remove it, or write it with the plain letters, digits and signs of a keyboard.",
        )
    if plain == " ":
        return "Tulis spasi biasa.", "Write a plain space."
    return f"Tulis {quoted(plain)} biasa.", f"Write a plain {quoted(plain)}."


def _check_limits(tokens: list[Token]) -> None:
    if len(tokens) > MAX_TOKENS:
        first = tokens[MAX_TOKENS]
        raise _too_large("tokens", MAX_TOKENS, len(tokens), (first.start, first.end))
    depth = 0
    for token in tokens:  # every bracket takes a piece of the stack on which Python parses
        if token.text in "()":
            depth += 1 if token.text == "(" else -1
            if depth > MAX_BRACKETS:
                raise _too_large("brackets", MAX_BRACKETS, depth, (token.start, token.end))
        elif len(token.text) > MAX_DIGITS and token.kind == "number":
            digits = len(token.text.replace(".", ""))
            if digits > MAX_DIGITS:
                raise _too_large("digits", MAX_DIGITS, digits, (token.start, token.end))


def _check_separator(before: Token | None, token: Token, after: Token | None) -> None:
    """A point stands between two names; a comma is followed by what it separates."""
    if token.text == "." and not (_is_name(before) and _is_name(after)):
        raise FormulaFaultError(fault("formula-not-allowed.point", token.start, token.end))
    if token.text == "," and after is not None and after.text == ")":
        raise FormulaFaultError(fault("formula-not-allowed.syntax", token.start, token.end))
    if token.text == "," and before is not None and after is not None:
        _check_decimal_comma(before, after)


def _check_decimal_comma(before: Token, after: Token) -> None:
    """`max(nilai, 0,5)` has two numbers with a comma between them, and means one."""
    if (before.kind, after.kind) == ("number", "number") and after.start == before.end + 1:
        texts = {"text": quoted(f"{before.text},{after.text}"), "decimal": f"{before.text}.{after.text}"}
        two = f"{before.text}, {after.text}"
        raise FormulaFaultError(fault("ambiguous-number.comma", before.start, after.end, two=two, **texts))


def _is_name(token: Token | None) -> bool:
    return token is not None and token.kind == "name"


def _check_number(token: Token, after: Token | None) -> None:
    """A number touches no name, and begins with a zero only before its point."""
    # To Python `1e5`, `0x1F` and `1_000` are numbers; here they are a number and a name that touch.
    if after is not None and after.start == token.end and after.kind == "name":
        raise _bad_number(token.text + after.text, token.start, after.end)
    if len(token.text) > 1 and token.text[0] == "0" and token.text[1] != ".":
        raise _bad_number(token.text, token.start, token.end)
    if AMBIGUOUS.fullmatch(token.text):
        plain, decimal = two_readings(token.text)
        texts = {"text": quoted(token.text), "plain": plain, "decimal": decimal}
        raise FormulaFaultError(fault("ambiguous-number.formula", token.start, token.end, **texts))


def _bad_number(text: str, start: int, end: int) -> FormulaFaultError:
    return FormulaFaultError(fault("formula-not-allowed.number", start, end, text=quoted(text)))
