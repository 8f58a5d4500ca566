"""Read numbers from text: plain ones, and those that people write into data, rules and reports.

The text is matched before anything is built from it: `int` and `Fraction` also take other alphabets' digits,
underscores and exponents, and an exponent costs minutes.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, Literal

from sakip_rules.dataclass import dataclass

MAX_DIGITS: Final = 400
RUPIAH: Final = "rupiah"
PERCENT_UNITS: Final = ("persen", "poin persen")
DECIMAL_UNITS: Final = (*PERCENT_UNITS, "rasio", "indeks", "nilai")
"""Units of small numbers: one sign before three digits is a decimal sign in them."""

_PLAIN: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_COMMA: Final = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),[0-9]+")
_DOTS: Final = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_WHOLE_MONEY: Final = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)")
_DOTS_AND_COMMA: Final = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3}){2,},[0-9]+")
_COMMAS: Final = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?")
_AMBIGUOUS: Final = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
_MONEY: Final = re.compile(r"(?P<minus>-?)Rp\.?\s*(?P<rest>.*)", re.IGNORECASE)
_MONEY_END: Final = ",-"

# How tables say that nothing stands here; which of the absent values it means, only the author knows.
_ABSENT_SIGNS: Final = frozenset(
    {"-", "--", "---", "–", "—", "−", "…", "...", "n/a", "na", "n.a", "n.a.", "t/a", "nihil", "kosong"}
    | {"tidak ada", "belum ada", "belum ada data", "#n/a", "#div/0!"},
)
_DIGITS: Final = r"[-−]?[0-9][0-9.,]*"
_YEAR: Final = "[0-9]{4}"
_MONTH: Final = "(?:0?[1-9]|1[0-2])"
_MONTH_NAME: Final = "(?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)[a-z]*"
_DAY: Final = "(?:0?[1-9]|[12][0-9]|3[01])"
_BOUND_WORDS: Final = (
    r"(?:min|maks|max|ca|minimal|maksimal|paling\s+(?:sedikit|banyak|rendah|tinggi|lama|lambat)|sekurang-kurangnya"
    r"|(?:lebih|kurang)(?:\s+dari)?|di\s*(?:atas|bawah)|sampai|hingga|sekitar|kira-kira)\.?"
)
# What often stands beside a number; the first that fits says what is in the way.
_IN_THE_WAY: Final = (
    ("currency", rf"[-−]?Rp\.?\s*{_DIGITS}(?:,-)?|{_DIGITS},-"),
    ("magnitude", rf"(?:Rp\.?\s*)?{_DIGITS}\s*(?:ribu|rb|juta|jt|mili?[ay]r|triliun)\.?"),
    ("date", rf"{_YEAR}-{_MONTH}-{_DAY}.*"),
    ("date", rf"{_DAY}(?P<sign>[/.-]){_MONTH}(?P=sign)(?:{_YEAR}|[0-9]{{2}})"),
    ("date", rf"{_MONTH}[/-]{_YEAR}"),
    ("date", rf"{_DAY}\s+{_MONTH_NAME}(?:\s+{_YEAR})?"),
    ("divided", rf"{_DIGITS}\s*[/:]\s*{_DIGITS}|(?:{_DIGITS})?\s*[¼½¾⅐-⅞]"),
    ("exponent", rf"{_DIGITS}e[+-]?[0-9]+"),
    ("compared", rf"(?:[<>≤≥=~≈±]+|{_BOUND_WORDS})\s*{_DIGITS}\s*%?"),
    ("range", rf"{_DIGITS}\s*%?\s*(?:-|–|—|s/d|s\.?\s?d\.?|sampai|hingga)\s*{_DIGITS}\s*%?"),
    ("brackets", rf"\(\s*{_DIGITS}\s*%?\s*\)"),
    ("footnote", rf"{_DIGITS}\s*%?\s*(?:\*+\)?|[¹²³⁴⁵⁶⁷⁸⁹⁰†‡]+|[0-9a-z]?\))"),
    ("swapped", r"[-−]?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+"),
    ("spaced", r"[-−]?\s*[0-9]{1,3}(?:\s[0-9]{3})+|[-−]\s+[0-9][0-9.,]*"),
    ("unit-beside", rf"{_DIGITS}\s*[a-z][^\d]*"),
    ("word", r"(?!rp)[a-z][^\d]*"),
)

NumberFault = Literal[
    "absent-sign", "ambiguous", "brackets", "compared", "currency", "date", "divided", "exponent", "footnote",
    "magnitude", "not-a-count", "not-a-number", "percent", "range", "spaced", "swapped", "too-long",
    "unit-beside", "word",
]  # fmt: skip


class NumberTextError(ValueError):
    """A text is not the number that was asked for; `kind` says what stands in the way."""

    def __init__(self, kind: NumberFault, text: str) -> None:
        super().__init__(f"{kind}: {text[:80]!r}")
        self.kind = kind


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number and how many decimals it is written with."""

    number: Fraction
    places: int


def read_plain(text: str) -> Fraction | None:
    """The number `-?d+(.d+)?` with at most 400 digits, as formulas write it; None if the text is not one."""
    if _PLAIN.fullmatch(text) is None or _count_digits(text) > MAX_DIGITS:
        return None
    return _build(text).number


def read_number(text: str, unit: str | None = None, *, whole: bool = False) -> Fraction:
    """The number that a text stands for (language reference 2.1).

    Args:
        text: as given; blanks around it do not count.
        unit: the unit that counts; None if it is unknown.
        whole: it is a count, an integer that is not negative.

    Raises:
        NumberTextError: see its `kind`.
    """
    body, unit = _body(text, unit)
    if unit not in DECIMAL_UNITS and _AMBIGUOUS.fullmatch(body):
        raise NumberTextError("ambiguous", text)
    number = _built(body, text).number
    if whole and (number.denominator != 1 or number.numerator < 0):
        raise NumberTextError("not-a-count", text)
    return number


def read_printed_number(text: str, unit: str | None = None) -> tuple[WrittenNumber, ...]:
    """What a printed figure may mean: one number, or two where dot or comma is thousands or decimals.

    The reading of data stands first where the unit decides, else the one with decimals.

    Raises:
        NumberTextError: see its `kind`; never "ambiguous".
    """
    body, _ = _body(text, unit)
    written = _built(body, text)
    if not _AMBIGUOUS.fullmatch(body):
        return (written,)
    return written, _build(body.replace(".", "").replace(",", ""))


def two_readings(text: str) -> tuple[str, str]:
    """How an ambiguous text is written unmistakably: as thousands, and with a further decimal and a point."""
    body, _ = _body(text, None)
    return body.replace(".", "").replace(",", ""), body.replace(",", ".") + "0"


def unmistakable(text: str) -> str:
    """Gives the text of a number as data may hold it, whatever its unit: `199.999` gets a further decimal."""
    return f"{text}0" if _AMBIGUOUS.fullmatch(text) else text


def _body(text: str, unit: str | None) -> tuple[str, str | None]:
    """The digits and signs of a number, and its unit: with `%` it is `persen`."""
    body = text.strip().replace("−", "-")
    if unit == RUPIAH:
        body = _without_currency(body)
    if body.endswith("%"):
        digits = body[:-1].rstrip()
        if unit is not None and unit not in PERCENT_UNITS:
            raise NumberTextError("percent" if _plain_form(digits) else _kind_of(text), text)
        return digits, PERCENT_UNITS[0]
    return body, unit


def _without_currency(body: str) -> str:
    """Drops `Rp` and `,-`; behind `,-` the dots are thousands."""
    if match := _MONEY.fullmatch(body):
        body = match["minus"] + match["rest"]
    amount = body.removesuffix(_MONEY_END)
    is_whole = amount != body and _WHOLE_MONEY.fullmatch(amount)
    return amount.replace(".", "") if is_whole else body


def _built(body: str, text: str) -> WrittenNumber:
    plain = _plain_form(body)
    if plain is None:
        raise NumberTextError(_kind_of(text), text)
    if _count_digits(plain) > MAX_DIGITS:
        raise NumberTextError("too-long", text)
    return _build(plain)


def _plain_form(body: str) -> str | None:
    """The same number with a decimal point and without thousands separators; None if it is no number."""
    if _PLAIN.fullmatch(body):
        return body
    if _COMMAS.fullmatch(body):
        return body.replace(",", "")
    if _DOTS.fullmatch(body) or _DOTS_AND_COMMA.fullmatch(body) or _COMMA.fullmatch(body):
        return body.replace(".", "").replace(",", ".")
    return None


def _kind_of(text: str) -> NumberFault:
    """What keeps a text from being a number."""
    stripped = text.strip()
    if stripped.lower() in _ABSENT_SIGNS:
        return "absent-sign"
    if len(stripped) > MAX_DIGITS:
        return "not-a-number"
    for kind, pattern in _IN_THE_WAY:
        if re.fullmatch(pattern, stripped, re.IGNORECASE):  # compiled when a text is no number, and kept
            return kind  # type: ignore[return-value]  # the table holds kinds only
    return "not-a-number"


def _count_digits(plain: str) -> int:
    return len(plain) - plain.count("-") - plain.count(".")


def _build(plain: str) -> WrittenNumber:
    whole, _, decimals = plain.partition(".")
    return WrittenNumber(Fraction(int(whole + decimals), 10 ** len(decimals)), len(decimals))
