"""The closed lists of words that files, results and programs share; each stands here and nowhere else.

A list and its type are one: the tuple is read from the `Literal`, so neither can lack a word of the other.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

FormulaKind = Literal["indicator", "achievement", "efficiency", "index"]
FORMULA_KINDS: Final[tuple[FormulaKind, ...]] = get_args(FormulaKind)

RuleKind = Literal[FormulaKind, "scale", "table", "framework"]
KINDS: Final[tuple[RuleKind, ...]] = get_args(RuleKind)
"""What a rule can be, in the order in which lists show them."""

Confidence = Literal["quoted", "applied", "recalled", "claimed"]
CONFIDENCES: Final[tuple[Confidence, ...]] = get_args(Confidence)
"""How surely a document states a rule, the surest first."""

Polarity = Literal["higher_is_better", "lower_is_better", "closer_is_better"]
POLARITIES: Final[tuple[Polarity, ...]] = get_args(Polarity)

Measures = Literal["input", "process", "output", "outcome", "impact"]
"""What an indicator measures, along the chain of results."""

InputType = Literal["number", "count", "truth", "choice", "polarity", "range"]

Mode = Literal["half_up", "half_even", "down", "up", "floor", "ceiling"]
MODES: Final[tuple[Mode, ...]] = get_args(Mode)
"""Where a rounding takes ties and rests."""

Carry = Literal["exact", "rounded"]
CARRIES: Final[tuple[Carry, ...]] = get_args(Carry)
"""What later steps see of a rounded value."""

Gaps = Literal["lower", "upper", "refuse"]
GAPS: Final[tuple[Gaps, ...]] = get_args(Gaps)
"""Which band of a scale takes a number between two bands."""

Outside = Literal["refuse", "hold", "extend"]
OUTSIDE: Final[tuple[Outside, ...]] = get_args(Outside)
"""What a curve gives beyond its ends."""

Severity = Literal["error", "warning"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)

DataWord = Literal["missing", "not_applicable", "not_due"]
DATA_WORDS: Final[tuple[DataWord, ...]] = get_args(DataWord)
"""The words of absent values that data may write without a reason."""

Word = Literal[DataWord, "not_computable"]
WORDS: Final[tuple[Word, ...]] = get_args(Word)

Status = Literal["ok", "missing", "not_applicable", "error"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
"""What programs see of a value: `not_due` is their `not_applicable`, `not_computable` their `error`."""

Reason = Literal[
    "division-by-zero",
    "outside-domain",
    "no-case",
    "scale-gap",
    "not-in-table",
    "undefined-cell",
    "range-target",
    "check-failed",
    "precision",
    "too-large",
]
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
"""Why the engine finds a value not computable; data may write others."""

Verdict = Literal["same", "cut", "follows", "differs", "not_recomputable"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
"""What an audit says of a printed figure, the best first."""
