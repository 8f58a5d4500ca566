"""Data as it is written -> a typed value, by the input that it is for (language reference 2.1, 2.3).

Written data is text, `None`, or a map of texts: what a YAML file, a cell of a sheet or a word of a
command line holds. Whoever calls knows where the text stands and makes the diagnostic.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.models.formulas import reason_fault
from sakip_rules.numbers import NumberTextError, TooLargeError, check_size, read_number
from sakip_rules.plans import InputPlan
from sakip_rules.values import DATA_WORDS, MISSING, POLARITIES, REASONS, WORDS, Absent, Range, Value

TRUTHS = {"ya": True, "yes": True, "true": True, "tidak": False, "no": False, "false": False}
ABSENT_KEYS = {"status", "reason", "note"}


class LiteralError(ValueError):
    """Data that is not of its input's type: key and words of the diagnostic, and which part."""

    def __init__(self, key: str, /, *path: str, **texts: str | tuple[str, str]) -> None:
        super().__init__(key)
        self.key = key
        self.path = path
        self.texts = texts


def read_literal(written: Any, declared: InputPlan) -> Value:
    """Gives the typed value; blank and `None` are `missing`.

    Raises `LiteralError`: `ambiguous-number`, `which-absent` or `bad-value`.
    """
    if written is None:
        return MISSING
    if isinstance(written, Mapping):
        if "status" in written:
            return read_absent(written)
        if declared.type == "range":
            return _range(written, declared)
        raise LiteralError("bad-value.map", name=quoted(declared.name))
    if isinstance(written, Fraction):
        return _exact(written, declared)
    if isinstance(written, bool):
        if declared.type != "truth":
            raise LiteralError("bad-value.number-data", text=quoted(str(written)), name=quoted(declared.name))
        return written
    if not isinstance(written, str):
        raise LiteralError("bad-value.list", name=quoted(declared.name))
    text = written.strip(" ")
    if not text:
        return MISSING
    if text in DATA_WORDS:
        return Absent(text)  # type: ignore[arg-type]  # DATA_WORDS are words
    return _typed(text, declared)


def _typed(text: str, declared: InputPlan) -> Value:
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


def _exact(number: Fraction, declared: InputPlan) -> Value:
    """A number that a program gives, already exact."""
    if declared.type not in ("number", "count", "range"):
        raise LiteralError("bad-value.not-a-number", name=quoted(declared.name), type=declared.type)
    if declared.type == "count" and (number.denominator != 1 or number < 0):
        raise LiteralError("bad-value.count", text=quoted(str(number)), name=quoted(declared.name))
    try:
        check_size(number)
    except TooLargeError:
        raise LiteralError("bad-value.digits", text="…", name=quoted(declared.name)) from None
    return Range(number, number) if declared.type == "range" else number


def _truth(text: str, declared: InputPlan) -> bool:
    found = TRUTHS.get(text.lower())
    if found is None:
        raise LiteralError("bad-value.truth", text=quoted(text), name=quoted(declared.name))
    return found


def _code(text: str, declared: InputPlan, codes: tuple[str, ...]) -> str:
    if text not in codes:
        near = did_you_mean(text, codes)
        raise LiteralError("bad-value.choice", text=quoted(text), name=quoted(declared.name), near=near)
    return text


def _number(text: str, declared: InputPlan) -> Fraction:
    whole = declared.type == "count"
    percent = declared.unit in (None, "persen")
    try:
        return read_number(text, whole=whole, rupiah=declared.unit == "rupiah", percent=percent)
    except NumberTextError as error:
        if declared.codes is not None and text in declared.codes:
            return declared.codes[text]
        raise _number_error(text, error.kind, declared) from None


def _number_error(text: str, kind: str, declared: InputPlan) -> LiteralError:
    texts = {"text": quoted(text), "name": quoted(declared.name)}
    if kind == "ambiguous":
        return LiteralError("ambiguous-number", plain=text.replace(".", ""), **texts)
    if kind == "absent-sign":
        return LiteralError("which-absent", **texts)
    if kind == "too-long":
        return LiteralError("bad-value.digits", **texts)
    if declared.codes is not None:
        return LiteralError("bad-value.code", near=did_you_mean(text, declared.codes), **texts)
    if kind == "not-a-count":
        return LiteralError("bad-value.count", **texts)
    return LiteralError("bad-value.number-data", **texts)


def _range(written: Mapping[str, Any], declared: InputPlan) -> Range:
    for key in written:
        if key not in ("min", "max"):
            raise LiteralError("bad-value.range-keys", key, key=quoted(key))
    ends: list[Fraction] = []
    for key in ("min", "max"):
        end = written.get(key)
        if isinstance(end, Fraction):
            ends.append(end)
        elif isinstance(end, str) and end.strip():
            ends.append(_number(end.strip(" "), declared))
        else:
            raise LiteralError("bad-value.range-ends", key, name=quoted(declared.name))
    if ends[0] > ends[1]:
        raise LiteralError("bad-value.range-order", name=quoted(declared.name))
    return Range(*ends)


def read_absent(written: Mapping[str, Any]) -> Absent:
    """Gives the absent value written as `{status: WORD, reason: word?, note: TEXT?}`."""
    word, reason, note = written.get("status"), written.get("reason"), written.get("note")
    for key in written:
        if key not in ABSENT_KEYS:
            raise LiteralError("bad-value.absent-keys", key, key=quoted(key))
    if word not in WORDS:
        near = did_you_mean(str(word), WORDS)
        raise LiteralError("bad-value.absent-word", "status", text=quoted(str(word)), near=near)
    if word == "not_computable" and reason is None:
        raise LiteralError("missing-key.reason")
    if reason is not None and not isinstance(reason, str):
        raise LiteralError("bad-value.reason-word", "reason", written="…")
    fault = reason_fault(word, reason)
    if fault is not None:
        reasons = ", ".join(REASONS)  # "bad-value.reason" lists them
        raise LiteralError(fault, "reason", written=quoted(str(reason)), reasons=reasons)
    return Absent(word, reason, _note(note))


def _note(note: Any) -> tuple[str, str] | None:
    if note is None:
        return None
    if isinstance(note, str):
        return note, note
    if isinstance(note, Mapping) and isinstance(note.get("id"), str) and set(note) <= {"id", "en"}:
        english = note.get("en")
        return note["id"], english if isinstance(english, str) else note["id"]
    raise LiteralError("bad-value.note", "note")
