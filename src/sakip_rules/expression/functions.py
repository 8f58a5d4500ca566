"""The functions of the language (reference 3.5): all that the package knows of each stands here, once.

Parsing, types, units, evaluation, words, drawings and exported plans read these two tables. A function that
is ordinary with several arguments and ranges over rows with one, such as `min`, stands in both.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, Literal

from sakip_rules import numbers
from sakip_rules.dataclass import dataclass
from sakip_rules.expression.layout import ATOM, BIG_SIGN, POWER
from sakip_rules.expression.operators import guarded, is_ordered
from sakip_rules.expression.scope import NUMBER, TRUTH, Type
from sakip_rules.languages import Pair
from sakip_rules.numbers import OutsideDomainError, PrecisionError
from sakip_rules.values import Absent, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sakip_rules.expression.drawing import Pen
    from sakip_rules.numbers import Number

ROOT_DEGREES: Final = range(2, 101)
Parameter = Literal["number", "degree", "name"]
"""What an argument may be: a number, an integer literal, or the name of a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinaryFunction:
    """A function of its arguments."""

    compute: Callable[..., Any]
    """Gets present operands, unless it `sees_absent` ones; raises the errors of arithmetic."""
    words: Pair
    """In Indonesian and English; `{0}`, `{1}` are its arguments, `{all}` is the list of them in brackets."""
    javascript: str
    """What computes it in a JavaScript runtime: an expression over that runtime's functions."""
    spreadsheet: str | None = None
    """What computes it in a cell, of `{0}`, `{1}`, or `{all}` its arguments; without, no cell can."""
    spreadsheet_refuses: str | None = None
    """What is true in a cell where present arguments lie outside its domain."""
    takes: tuple[Parameter, ...] = ("number",)
    more: bool = False
    """Whether it takes any number of further arguments like its last."""
    gives: Type = NUMBER
    one_unit: bool = False
    """Whether its arguments have equal units, and its result has theirs."""
    sees_absent: bool = False
    draw: Callable[..., str] | None = None
    """Draws it with a pen, from its drawn arguments; without, it is drawn as it is called."""

    def apply(self, operands: Sequence[Value]) -> Value:
        """Gives its value; of an absent operand, or an error of arithmetic, the absent value."""
        if self.sees_absent:
            value: Value = self.compute(*operands)
            return value
        return guarded(self.compute, operands)


@dataclass(frozen=True, slots=True, kw_only=True)
class AggregateFunction:
    """A function over rows: what it makes of the values of the rows that remain."""

    compute: Callable[..., Any]
    """Gets the list of values, and the list of weights where it is `weighted` and has some."""
    words: Pair
    """In Indonesian and English; `{0}` is its argument."""
    javascript: str
    spreadsheet: str | None = None
    """What computes it in a cell from the range `{0}`, of which the numbers remain; without, no cell can."""
    spreadsheet_refuses: str | None = None
    """What is true in a cell where the range lies outside its domain."""
    takes: Literal["number", "any"] = "number"
    """What the rows give: numbers, or values of any type but truths."""
    gives: Literal["number", "argument"] = "number"
    keeps_unit: bool = False
    weighted: bool = False
    """Whether it takes `weight=`."""
    counts_rows: bool = False
    """Whether its argument may be the collection itself."""
    of_nothing: bool = False
    """Whether it has a value where no row remains."""
    told: Pair = ("hasilnya {value}", "which gives {value}")
    """What an explanation says of its value: with the `{count}` of rows, `{total}` and `{product}` of what
    they give, and the names of rows: the `{first}`, the `{last}`, and the `{row}` that gives the value."""
    told_weighted: Pair = ("", "")
    """The same where it has weights: `{weighed}` is the sum of values × weights, `{weights}` of weights."""
    sign: Literal["∑", "∏"] | None = None
    """The big sign that it is drawn with; without, it is drawn as it is called."""
    draw: Callable[[Pen, str, str, str | None], str] | None = None
    """Draws it with a pen, from its sign, argument and weight; without, the sign and the argument."""
    strength: int = ATOM
    """How firmly its drawing holds together."""


def is_given(value: Value) -> bool:
    """Says whether a value is there; what is not computable counts, so that it cannot be passed over."""
    return not isinstance(value, Absent) or value.word == "not_computable"


def smallest(*operands: Number) -> Number:
    """Gives the smallest of its operands."""
    return numbers.minimum(operands)


def largest(*operands: Number) -> Number:
    """Gives the largest of its operands."""
    return numbers.maximum(operands)


def clamp(x: Number, low: Number, high: Number) -> Number:
    """Gives `low` below it, `high` above it, else `x`; a `low` above `high` is outside the domain."""
    if is_ordered(">", low, high):
        raise OutsideDomainError
    return numbers.maximum([low, numbers.minimum([x, high])])


def root(x: Number, degree: Fraction) -> Number:
    """Gives the root of an integer literal's degree."""
    return numbers.root(x, int(degree))


def mean(values: Sequence[Number], weights: Sequence[Number] | None = None) -> Number:
    """Gives Σ e / n, with weights Σ w·e / Σ w; a negative weight is outside the domain."""
    if weights is None:
        return numbers.divide(numbers.total(values), Fraction(len(values)))
    _refuse_below_zero(weights)
    weighed = [numbers.multiply(v, w) for v, w in zip(values, weights, strict=True)]
    return numbers.divide(numbers.total(weighed), numbers.total(weights))


def geometric_mean(values: Sequence[Number]) -> Number:
    """Gives (Π e)^(1/n); a negative value is outside the domain."""
    _refuse_below_zero(values)
    return numbers.geometric_mean(values)


def _refuse_below_zero(values: Sequence[Number]) -> None:
    """One value below zero decides before one that may be: the order of rows is no matter."""
    ends = [numbers.ends(value) for value in values]
    if any(high < 0 for _, high in ends):
        raise OutsideDomainError
    if any(low < 0 for low, _ in ends):
        raise PrecisionError


def _root(pen: Pen, x: str, degree: str) -> str:
    return pen.root(x, None if degree == pen.number("2") else degree)


def _mean(pen: Pen, sign: str, argument: str, weight: str | None) -> str:
    if weight is None:
        return pen.fraction(pen.row(sign, argument), pen.variable("n"))
    return pen.fraction(pen.row(sign, weight, pen.sign("*"), argument), pen.row(sign, weight))


def _geometric_mean(pen: Pen, sign: str, argument: str, _weight: str | None) -> str:
    return pen.root(pen.row(sign, argument), pen.variable("n"))


ORDINARY: Final[dict[str, OrdinaryFunction]] = {
    "abs": OrdinaryFunction(
        compute=numbers.absolute,
        words=("nilai mutlak {0}", "absolute value of {0}"),
        javascript="absolute",
        spreadsheet="ABS({0})",
        draw=lambda pen, x: pen.bars(x),
    ),
    "min": OrdinaryFunction(
        compute=smallest,
        words=("yang terkecil dari {all}", "the smallest of {all}"),
        javascript="(...list) => minimum(list)",
        spreadsheet="MIN({all})",
        takes=("number", "number"),
        more=True,
        one_unit=True,
    ),
    "max": OrdinaryFunction(
        compute=largest,
        words=("yang terbesar dari {all}", "the largest of {all}"),
        javascript="(...list) => maximum(list)",
        spreadsheet="MAX({all})",
        takes=("number", "number"),
        more=True,
        one_unit=True,
    ),
    "clamp": OrdinaryFunction(
        compute=clamp,
        words=("{0} dibatasi dari {1} sampai {2}", "{0} limited to between {1} and {2}"),
        javascript="clamp",
        spreadsheet="MIN(MAX({0},{1}),{2})",
        spreadsheet_refuses="{1}>{2}",
        takes=("number", "number", "number"),
        one_unit=True,
    ),
    "root": OrdinaryFunction(
        compute=root,
        words=("akar pangkat {1} dari {0}", "root of degree {1} of {0}"),
        javascript="root",
        spreadsheet="MAX({0},0)^(1/{1})",
        spreadsheet_refuses="ROUND({0},10)<0",
        takes=("number", "degree"),
        draw=_root,
    ),
    "ln": OrdinaryFunction(
        compute=numbers.ln,
        words=("logaritma natural {0}", "natural logarithm of {0}"),
        javascript="ln",
        spreadsheet="LN({0})",
        spreadsheet_refuses="{0}<=0",
    ),
    "given": OrdinaryFunction(
        compute=is_given,
        words=("{0} tersedia", "{0} is given"),
        javascript="isGiven",
        takes=("name",),
        gives=TRUTH,
        sees_absent=True,
    ),
}

AGGREGATES: Final[dict[str, AggregateFunction]] = {
    "sum": AggregateFunction(
        compute=numbers.total,
        words=("jumlah {0}", "sum of {0}"),
        told=("jumlahnya {value}", "their sum is {value}"),
        javascript="total",
        spreadsheet="SUM({0})",
        keeps_unit=True,
        sign="∑",
        strength=BIG_SIGN,
    ),
    "mean": AggregateFunction(
        compute=mean,
        words=("rata-rata {0}", "mean of {0}"),
        told=(
            "jumlahnya {total}; {total} ÷ {count} = {value}",
            "their sum is {total}; {total} ÷ {count} = {value}",
        ),
        told_weighted=(
            "jumlah nilai × bobot {weighed}, jumlah bobot {weights}; {weighed} ÷ {weights} = {value}",
            "sum of values × weights {weighed}, sum of weights {weights}; {weighed} ÷ {weights} = {value}",
        ),
        javascript="mean",
        spreadsheet="AVERAGE({0})",
        keeps_unit=True,
        weighted=True,
        sign="∑",
        draw=_mean,
        strength=POWER,
    ),
    "geomean": AggregateFunction(
        compute=geometric_mean,
        words=("rata-rata geometrik {0}", "geometric mean of {0}"),
        told=(
            "hasil kalinya {product}; akar pangkat {count} darinya {value}",
            "their product is {product}; its root of degree {count} is {value}",
        ),
        javascript="geometricMean",
        spreadsheet="IF(COUNTIF({0},0)>0,0,GEOMEAN({0}))",
        spreadsheet_refuses='COUNTIF({0},"<0")>0',
        sign="∏",
        draw=_geometric_mean,
    ),
    "product": AggregateFunction(
        compute=numbers.product,
        words=("hasil kali {0}", "product of {0}"),
        told=("hasil kalinya {value}", "their product is {value}"),
        javascript="product",
        spreadsheet="PRODUCT({0})",
        sign="∏",
        strength=BIG_SIGN,
    ),
    "min": AggregateFunction(
        compute=numbers.minimum,
        words=("nilai terkecil {0}", "smallest {0}"),
        told=("yang terkecil {value} ({row})", "the smallest is {value} ({row})"),
        javascript="minimum",
        spreadsheet="MIN({0})",
        keeps_unit=True,
    ),
    "max": AggregateFunction(
        compute=numbers.maximum,
        words=("nilai terbesar {0}", "largest {0}"),
        told=("yang terbesar {value} ({row})", "the largest is {value} ({row})"),
        javascript="maximum",
        spreadsheet="MAX({0})",
        keeps_unit=True,
    ),
    "first": AggregateFunction(
        compute=lambda values: values[0],
        words=("{0} yang pertama", "first {0}"),
        told=("yang pertama {value} ({first})", "the first is {value} ({first})"),
        javascript="list => list[0]",
        takes="any",
        gives="argument",
        keeps_unit=True,
    ),
    "last": AggregateFunction(
        compute=lambda values: values[-1],
        words=("{0} yang terakhir", "last {0}"),
        told=("yang terakhir {value} ({last})", "the last is {value} ({last})"),
        javascript="list => list.at(-1)",
        takes="any",
        gives="argument",
        keeps_unit=True,
    ),
    "count": AggregateFunction(
        compute=lambda values: Fraction(len(values)),
        words=("banyaknya {0}", "number of {0}"),
        told=("", ""),
        javascript="list => integer(list.length)",
        spreadsheet="COUNT({0})",
        takes="any",
        counts_rows=True,
        of_nothing=True,
    ),
}

FUNCTION_NAMES: Final = frozenset(ORDINARY.keys() | AGGREGATES.keys())
