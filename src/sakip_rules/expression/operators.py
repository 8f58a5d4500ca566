"""Operators on exact values.

Each takes present operands; `guarded` lets the worst absent operand win and turns the errors of
arithmetic into reasons of `not_computable`.
"""

from __future__ import annotations

import operator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sakip_rules import numbers
from sakip_rules.numbers import OutsideDomainError, PrecisionError, TooLargeError
from sakip_rules.values import Absent, Category, Value, not_computable, worst

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Operator: TypeAlias = "Callable[..., Any]"


def guarded(function: Operator, operands: Sequence[Any]) -> Value:
    """Applies an operator or function; an absent operand, or an error of arithmetic, is the result."""
    for operand in operands:
        if type(operand) is Absent:  # asked of every operand, and isinstance() takes longer
            return worst(part for part in operands if type(part) is Absent)
    try:
        result: Value = function(*operands)
    except ZeroDivisionError:
        return not_computable("division-by-zero")
    except TooLargeError:
        return not_computable("too-large")
    except OutsideDomainError:
        return not_computable("outside-domain")
    except PrecisionError:
        return not_computable("precision")
    return result


def power(base: numbers.Number, exponent: Fraction) -> numbers.Number:
    """`base ** exponent` for an integer literal; zero to a negative power divides by zero."""
    return numbers.power(base, int(exponent))


ARITHMETIC: Final[dict[str, Operator]] = {
    "+": numbers.add,
    "-": numbers.subtract,
    "*": numbers.multiply,
    "/": numbers.divide,
    "**": power,
    "negate": numbers.negate,
}

_NUMBERS: Final = (Fraction, numbers.Interval)

_COMPARISONS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


def compare_pair(op: str, left: Value, right: Value) -> Value:
    """Compares two values of one type: numbers by size, all others by sameness."""
    return guarded(_compare_present, (op, left, right))


def _compare_present(op: str, left: Value, right: Value) -> bool:
    if isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS):
        return is_ordered(op, left, right)
    same = code_of(left) == code_of(right)
    return same if op == "==" else not same


def is_ordered(op: str, left: numbers.Number, right: numbers.Number) -> bool:
    """Compares two numbers; an approximate one must give the same answer from end to end."""
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return _COMPARISONS[op](left, right)
    (left_low, left_high), (right_low, right_high) = numbers.ends(left), numbers.ends(right)
    # The outermost pairs show every order that is possible; where the two overlap, they may also be equal.
    orders = {
        (left_low > right_high) - (left_low < right_high),
        (left_high > right_low) - (left_high < right_low),
    }
    if left_low <= right_high and right_low <= left_high:
        orders.add(0)
    answers = {_COMPARISONS[op](order, 0) for order in orders}
    if len(answers) > 1:
        raise PrecisionError
    return answers.pop()


def code_of(value: Value) -> object:
    """What a choice or category is compared by: its CODE, or its label where it has none."""
    if isinstance(value, Category):
        return value.code if value.code is not None else value
    return value
