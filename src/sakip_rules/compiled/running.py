"""What the generated functions call: absent values, sums of fractions, scales and tables."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import Final

from sakip_rules.compiled import DeclineError
from sakip_rules.compiled.known import WIDE
from sakip_rules.expression.functions import is_given
from sakip_rules.expression.operators import code_of
from sakip_rules.numbers import round_pair
from sakip_rules.plans import ScalePlan, TablePlan, band_at, band_of, call
from sakip_rules.values import NOT_APPLICABLE, Absent, worst

Pair = tuple[int, int]


DECLINE: Final = DeclineError
"""As generated code calls it."""


def worse(one: Absent | None, other: Absent | None) -> Absent | None:
    """Gives the worst of two that may be absent; of two equal ones the first."""
    if one is None or other is None:
        return other if one is None else one
    return worst((one, other))


def is_broken(absent: Absent | None) -> bool:
    """Says whether it is a value that cannot be computed."""
    return absent is not None and absent.word == "not_computable"


def leave(
    blocking: Absent | None, left: Absent | None, why: Absent, value: Absent | None
) -> tuple[Absent | None, Absent | None]:
    """Gives what blocks an aggregate, and what left it, after a row that is absent."""
    if why.word in ("not_applicable", "not_due"):
        return blocking, left_by(left, value)
    return worse(blocking, why), left


def left_by(left: Absent | None, value: Absent | None) -> Absent | None:
    """Gives the worst absent value of the rows that left, after one more."""
    return left if is_broken(value) else worse(left, value)


def plus(n: int, d: int, more_n: int, more_d: int) -> Pair:
    """Gives the sum of two fractions over their least common denominator."""
    if d == more_d:
        return n + more_n, d
    shared = gcd(d, more_d)
    factor = more_d // shared
    if (d * factor) >> WIDE:
        raise DECLINE
    return n * factor + more_n * (d // shared), d * factor


def times(n: int, d: int, more_n: int, more_d: int) -> Pair:
    """Gives the product of two fractions."""
    n, d = n * more_n, d * more_d
    if abs(n) >> WIDE or d >> WIDE:
        raise DECLINE
    return n, d


def band(plan: ScalePlan, n: int, d: int, absent: Absent | None) -> tuple[object, object, Absent | None]:
    """Gives what a category is compared by, and the category, or the absent value that a scale gives."""
    found = band_at(plan, n, d) if absent is None else band_of(plan, absent)
    return (0, 1, found) if isinstance(found, Absent) else (code_of(found), found, None)


def number_of(plan: TablePlan, n: int, d: int) -> tuple[int, int, Absent | None]:
    """Gives the number of a curve."""
    found = call(plan, (Fraction(n, d),))
    if isinstance(found, Absent):
        return 0, 1, found
    if not isinstance(found, Fraction):
        raise DECLINE
    return found.numerator, found.denominator, None


HELPERS: Final[dict[str, object]] = {
    "Absent": Absent,
    "DECLINE": DECLINE,
    "Fraction": Fraction,
    "NOT_APPLICABLE": NOT_APPLICABLE,
    **{
        helper.__name__: helper
        for helper in (band, is_broken, is_given, leave, left_by, number_of, plus, round_pair, times, worse)
    },
    **{name.__name__: name for name in (abs, bool, int, len, max, min, str, type)},
    "__builtins__": {},
}
"""All that a generated function can reach, beside its constants."""
