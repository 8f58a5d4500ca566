"""Data as it is written -> a typed value, by the input that it is for (language reference 2.1, 2.3).

Written data is text, `None`, or a map of texts: what a YAML file, a cell of a sheet or a word of a
command line holds; a program also gives exact numbers and truths. Whoever calls knows where the data
stands and makes the diagnostic.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Final

from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.expression.cost import is_light
from sakip_rules.languages import Pair
from sakip_rules.models import ABSENT_KEYS, Numeral
from sakip_rules.models.formulas import reason_fault
from sakip_rules.models.numerals import number_fault
from sakip_rules.numbers import (
    NumberFault,
    NumberTextError,
    TooLargeError,
    check_size,
    fraction_text,
    read_number,
    shortest_text,
)
from sakip_rules.plans import InputPlan
from sakip_rules.values import (
    MISSING,
    Absent,
    Range,
    Value,
)
from sakip_rules.vocabulary import DATA_WORDS, POLARITIES, REASONS, WORDS

TRUTHS: Final = {"ya": True, "yes": True, "true": True, "tidak": False, "no": False, "false": False}
_BARE_WORDS: Final[dict[str, Absent]] = {"": MISSING, **{word: Absent(word) for word in DATA_WORDS}}


class LiteralError(ValueError):
    """Data that is not of its input's type: key and words of the diagnostic, and which part."""

    def __init__(self, key: str, /, *path: str, **texts: str | Pair) -> None:
        super().__init__(key)
        self.key = key
        self.path = path
        self.texts = texts


def is_blank(written: object) -> bool:
    """Says whether nothing is written: `None` or empty text."""
    return written is None or (isinstance(written, str) and not written.strip())


def read_literal(written: object, declared: InputPlan) -> Value:
    """Gives the typed value; blank and `None` are `missing`.

    Raises `LiteralError`: `ambiguous-number`, `which-absent` or `bad-value`.
    """
    read = _READERS.get(type(written)) or next(
        (read for kind, read in _READERS.items() if isinstance(written, kind)), _unreadable
    )
    return read(written, declared)


def read_word(written: str) -> Absent | None:
    """Gives the absent value that a bare word of data means; `None` for any other text."""
    return _BARE_WORDS.get(written.strip())


def read_banded(written: object, declared: InputPlan) -> Value:
    """Gives what a scale is asked about: a number, or any absent value, `not_computable` too."""
    if isinstance(written, str) and written.strip() == "not_computable":
        return Absent("not_computable")
    return read_literal(written, declared)


def read_code(written: object) -> Value:
    """Gives a CODE for a table, as text or as the whole number that it looks like; or an absent value."""
    if is_blank(written):
        return MISSING
    if isinstance(written, Mapping):
        return read_absent(written)
    if isinstance(written, str):
        text = written.strip()
        return _BARE_WORDS.get(text, text)
    if isinstance(written, Fraction):
        return fraction_text(written)
    raise LiteralError("bad-value.text")


def _text(written: str, declared: InputPlan) -> Value:
    text = written.strip()
    if text in _BARE_WORDS:
        return _BARE_WORDS[text]
    match declared.type:
        case "truth":
            return _truth(text, declared)
        case "choice":
            return _code(text, declared, declared.choices)
        case "polarity":
            return _code(text, declared, POLARITIES)
        case "range":
            number = _number(text, declared)
            return Range(number, number)
    return _number(text, declared)


def _truth(text: str, declared: InputPlan) -> bool:
    truth = TRUTHS.get(text.lower())
    if truth is None:
        raise LiteralError("bad-value.truth", text=quoted(text), name=quoted(declared.name))
    return truth


def _code(text: str, declared: InputPlan, codes: tuple[str, ...]) -> str:
    if text not in codes:
        near = did_you_mean(text, codes)
        raise LiteralError("bad-value.choice", text=quoted(text), name=quoted(declared.name), near=near)
    return text


def _number(text: str, declared: InputPlan) -> Fraction:
    try:
        return read_number(text, declared.unit, whole=declared.type == "count")
    except NumberTextError as error:
        # Looked up last: a CODE may look like no number, but a number is never taken for a CODE.
        if declared.codes is not None and text in declared.codes:
            return declared.codes[text]
        raise _number_error(text, error.kind, declared) from None


def _number_error(text: str, kind: NumberFault, declared: InputPlan) -> LiteralError:
    if declared.codes is not None and kind not in ("ambiguous", "absent-sign", "too-long"):
        near = did_you_mean(text, declared.codes)
        return LiteralError("bad-value.code", near=near, text=quoted(text), name=quoted(declared.name))
    if kind == "range" and declared.type != "range":
        return LiteralError("bad-value.number-one", text=quoted(text), name=quoted(declared.name))
    key, texts = number_fault(text, kind, declared.name, declared.unit)
    if kind == "ambiguous" and declared.type == "count":
        key = "ambiguous-number.count"
    return LiteralError(key, **texts)


def _numeral(written: Numeral, declared: InputPlan) -> Value:
    """A number of JSON or of a program: exact as it stands; for any other type it is a text."""
    if declared.type not in ("number", "count", "range"):
        return _text(written, declared)
    return _exact(_exact_of(written, declared), declared)


def _exact_of(written: Numeral, declared: InputPlan) -> Fraction:
    number = written.exact
    if number is None:
        raise LiteralError("bad-value.digits", text="…", name=quoted(declared.name))
    return number


def _exact(number: Fraction, declared: InputPlan) -> Value:
    """A number that a program gives, already exact."""
    if declared.type not in ("number", "count", "range"):
        raise LiteralError("bad-value.not-a-number", name=quoted(declared.name), type=declared.type)
    _sized(number, declared)
    if declared.type == "count" and (number.denominator != 1 or number.numerator < 0):
        text = shortest_text(number) or fraction_text(number)
        raise LiteralError("bad-value.count", text=quoted(text), name=quoted(declared.name))
    return Range(number, number) if declared.type == "range" else number


def _sized(number: Fraction, declared: InputPlan) -> Fraction:
    if is_light(number):
        return number
    try:
        check_size(number)
    except TooLargeError:
        raise LiteralError("bad-value.digits", text="…", name=quoted(declared.name)) from None
    return number


def _stated(truth: bool, declared: InputPlan) -> bool:  # noqa: FBT001 - the data itself
    if declared.type != "truth":
        raise LiteralError("bad-value.number-data", text=quoted(str(truth)), name=quoted(declared.name))
    return truth


def _map(written: Mapping[str, object], declared: InputPlan) -> Value:
    if "status" in written:
        return read_absent(written)
    if declared.type == "range":
        return _range(written, declared)
    raise LiteralError("bad-value.map", name=quoted(declared.name))


def _range(written: Mapping[str, object], declared: InputPlan) -> Range:
    for key in written:
        if key not in ("min", "max"):
            raise LiteralError("bad-value.range-keys", key, key=quoted(key))
    low, high = (_end(written.get(key), key, declared) for key in ("min", "max"))
    if low > high:
        raise LiteralError("bad-value.range-order", name=quoted(declared.name))
    return Range(low, high)


def _end(written: object, key: str, declared: InputPlan) -> Fraction:
    if isinstance(written, Numeral):
        written = _exact_of(written, declared)
    if isinstance(written, Fraction):
        return _sized(written, declared)
    if isinstance(written, str) and not is_blank(written):
        return _number(written.strip(), declared)
    raise LiteralError("bad-value.range-ends", key, name=quoted(declared.name))


def read_absent(written: Mapping[str, object]) -> Absent:
    """Gives the absent value written as `{status: WORD, reason: word?, note: TEXT?}`."""
    for key in written:
        if key not in ABSENT_KEYS:
            raise LiteralError("bad-value.absent-keys", key, key=quoted(key))
    status, reason = written.get("status"), written.get("reason")
    word = next((word for word in WORDS if word == status), None)
    if word is None:
        shown = status if isinstance(status, str) else "…"
        near = did_you_mean(shown, WORDS)
        raise LiteralError("bad-value.absent-word", "status", text=quoted(shown), near=near)
    if word == "not_computable" and reason is None:
        raise LiteralError("missing-key.reason")
    if reason is not None and not isinstance(reason, str):
        raise LiteralError("bad-value.reason-word", "reason", written="…")
    fault = reason_fault(word, reason)
    if fault is not None:
        texts = {"written": quoted(str(reason)), "reasons": ", ".join(REASONS)}
        raise LiteralError(fault, "reason", **texts)
    return Absent(word, reason, _note(written.get("note")))


def _note(note: object) -> Pair | None:
    if note is None:
        return None
    if isinstance(note, str):
        return note, note
    if isinstance(note, Mapping) and isinstance(note.get("id"), str) and set(note) <= {"id", "en"}:
        english = note.get("en")
        return note["id"], english if isinstance(english, str) else note["id"]
    raise LiteralError("bad-value.note", "note")


def _nothing(_written: None, _declared: InputPlan) -> Value:
    return MISSING


def _unreadable(_written: object, declared: InputPlan) -> Value:
    raise LiteralError("bad-value.list", name=quoted(declared.name))


_READERS: Final[dict[type, Callable[[Any, InputPlan], Value]]] = {
    Numeral: _numeral,
    str: _text,
    Fraction: _exact,
    bool: _stated,
    type(None): _nothing,
    dict: _map,
    Mapping: _map,
}
"""By type; what is of another type is read as the first of these that it is a kind of."""
