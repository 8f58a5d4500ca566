"""Read numbers from text: the plain ones of rule files, and those that people write into data.

The text is matched before anything is built from it: `int` and `Fraction` also take other alphabets' digits,
underscores and exponents, and an exponent costs minutes.
"""

from __future__ import annotations

import re
from fractions import Fraction

MAX_DIGITS = 400

_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_INDONESIAN = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),[0-9]+")
_ONE_DOT_BEFORE_THREE = re.compile(r"-?[0-9]+\.[0-9]{3}")
_BLANKS = " \t\r\n"

# How tables say that nothing stands here; which of the absent values it means, only the author knows.
_ABSENT_SIGNS = frozenset(
    {"-", "--", "---", "–", "—", "…", "...", "n/a", "na", "n.a", "n.a.", "#n/a", "tidak ada", "t/a"},
)


class NumberTextError(ValueError):
    """A text in data is not the number that was asked for.

    `kind`: "ambiguous" (thousands or decimals?), "absent-sign", "too-long", "not-a-number" or "not-a-count".
    """

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(f"{kind}: {text[:80]!r}")
        self.kind = kind


def read_plain(text: str) -> Fraction | None:
    """The number of a rule file, `-?d+(.d+)?` with at most 400 digits; None if the text is not one."""
    if _PLAIN.fullmatch(text) is None or _count_digits(text) > MAX_DIGITS:
        return None
    return _build(text)


def read_number(text: str, *, whole: bool = False, rupiah: bool = False, percent: bool = False) -> Fraction:
    """The number that a text in data stands for, with a decimal point or written the Indonesian way.

    Args:
        text: as given; blanks around it do not count.
        whole: it is a count, an integer that is not negative.
        rupiah: its unit is rupiah. As in counts, `541.897` could then mean thousands, and is asked about.
        percent: a trailing `%` is allowed.

    Raises:
        NumberTextError: see its `kind`.
    """
    stripped = text.strip(_BLANKS)
    body = stripped[:-1].rstrip(_BLANKS) if percent and stripped.endswith("%") else stripped
    plain = _plain_form(body)
    if plain is None:
        raise NumberTextError("absent-sign" if stripped.lower() in _ABSENT_SIGNS else "not-a-number", text)
    if _count_digits(plain) > MAX_DIGITS:
        raise NumberTextError("too-long", text)
    if (whole or rupiah) and _ONE_DOT_BEFORE_THREE.fullmatch(body):
        raise NumberTextError("ambiguous", text)
    number = _build(plain)
    if whole and (number.denominator != 1 or number.numerator < 0):
        raise NumberTextError("not-a-count", text)
    return number


def _plain_form(text: str) -> str | None:
    """The same number with a decimal point and without thousands separators; None if it is no number."""
    if _PLAIN.fullmatch(text):
        return text
    if _THOUSANDS.fullmatch(text):
        return text.replace(".", "")
    if _INDONESIAN.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return None


def _count_digits(plain: str) -> int:
    return len(plain) - plain.count("-") - plain.count(".")


def _build(plain: str) -> Fraction:
    whole, _, decimals = plain.partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals))
