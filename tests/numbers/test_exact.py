"""Exact numbers and intervals: comparing, arithmetic, sums, and the limits of a value."""

from __future__ import annotations

import inspect
import sys
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules import numbers
from sakip_rules.numbers import Interval, PrecisionError, TooLargeError, compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from sakip_rules.numbers import Number

fractions = st.fractions(min_value=-100, max_value=100, max_denominator=1000)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """An interval, often over zero or with an end there."""
    low, high = sorted([draw(fractions), draw(fractions)])
    return Interval(low, high if low < high else high + 1)


any_numbers = fractions | intervals()
integers = st.integers(min_value=-(10**40), max_value=10**40)
shares = st.fractions(min_value=0, max_value=1)


def inside(x: Number, share: Fraction) -> Fraction:
    """A number that x can be: its low end for 0, its high end for 1."""
    return x.low + share * (x.high - x.low) if isinstance(x, Interval) else x


@given(above=integers, below=integers.filter(lambda d: d > 0))
def test_a_fraction_is_made_of_two_integers(above: int, below: int) -> None:
    """As `Fraction` makes it: in lowest terms, as equal, and with the same hash."""
    made, usual = numbers.fraction(above, below), Fraction(above, below)
    assert (made, hash(made), type(made)) == (usual, hash(usual), Fraction)
    assert made.as_integer_ratio() == usual.as_integer_ratio()


def encloses(x: Number, value: Fraction) -> bool:
    """Whether x can be the value."""
    return x.low <= value <= x.high if isinstance(x, Interval) else x == value


# ---------------------------------------------------------------- compare

ONE_TO_TWO = Interval(Fraction(1), Fraction(2))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Fraction(1, 3), Fraction(33, 100), 1),
        (Fraction("0.10"), Fraction(1, 10), 0),
        (Fraction(-2), Fraction(-1), -1),
        (ONE_TO_TWO, Fraction(3), -1),
        (ONE_TO_TWO, Fraction(2), None),
        (ONE_TO_TWO, Fraction("1.5"), None),
        (Fraction("0.999"), ONE_TO_TWO, -1),
        (Interval(Fraction(2), Fraction(3)), ONE_TO_TWO, None),
        (Interval(Fraction("2.1"), Fraction(3)), ONE_TO_TWO, 1),
        (ONE_TO_TWO, ONE_TO_TWO, None),
    ],
)
def test_compare(a: Number, b: Number, expected: int | None) -> None:
    """A comparison is settled only if it comes out the same for all of an interval."""
    assert compare(a, b) == expected


@given(any_numbers, any_numbers, shares, shares)
def test_a_settled_comparison_holds_for_every_value(a: Number, b: Number, s: Fraction, t: Fraction) -> None:
    """What is settled is true of any two values that the numbers can have."""
    x, y = inside(a, s), inside(b, t)
    if (settled := compare(a, b)) is not None:
        assert settled == (x > y) - (x < y)


# ---------------------------------------------------------------- arithmetic

BINARY: list[tuple[Callable[[Number, Number], Number], Callable[[Fraction, Fraction], Fraction]]] = [
    (numbers.add, lambda x, y: x + y),
    (numbers.subtract, lambda x, y: x - y),
    (numbers.multiply, lambda x, y: x * y),
    (lambda a, b: numbers.minimum([a, b]), min),
    (lambda a, b: numbers.maximum([a, b]), max),
    (lambda a, b: numbers.total([a, b]), lambda x, y: x + y),
    (lambda a, b: numbers.product([a, b]), lambda x, y: x * y),
]


@given(any_numbers, any_numbers, shares, shares)
def test_arithmetic_encloses(a: Number, b: Number, s: Fraction, t: Fraction) -> None:
    """Whatever values two numbers have, the result for them lies in the result."""
    x, y = inside(a, s), inside(b, t)
    for operation, exact in BINARY:
        assert encloses(operation(a, b), exact(x, y))


@given(any_numbers, any_numbers)
def test_results_reach_their_ends(a: Number, b: Number) -> None:
    """Both ends of a sum, difference or product are reached by ends of the operands: it is not too wide."""
    for operation, exact in BINARY[:3]:
        corners = [exact(inside(a, Fraction(i)), inside(b, Fraction(j))) for i in (0, 1) for j in (0, 1)]
        result = operation(a, b)
        assert {inside(result, Fraction(0)), inside(result, Fraction(1))} == {min(corners), max(corners)}


@given(any_numbers, any_numbers, shares, shares)
def test_divide_encloses(a: Number, b: Number, s: Fraction, t: Fraction) -> None:
    """A quotient encloses the quotient of values; a divisor that can be zero is refused in two ways."""
    if b == 0:
        with pytest.raises(ZeroDivisionError):
            numbers.divide(a, b)
    elif encloses(b, Fraction(0)):
        with pytest.raises(PrecisionError):
            numbers.divide(a, b)
    else:
        assert encloses(numbers.divide(a, b), inside(a, s) / inside(b, t))


@given(any_numbers, st.integers(-10, 10), shares)
def test_power_encloses(a: Number, n: int, s: Fraction) -> None:
    """A power encloses the power of any value of its base."""
    x = inside(a, s)
    if n >= 0 or not encloses(a, Fraction(0)):
        assert encloses(numbers.power(a, n), x**n)
    else:
        with pytest.raises(ZeroDivisionError if a == 0 else PrecisionError):
            numbers.power(a, n)


@given(any_numbers, shares)
def test_signs_enclose(a: Number, s: Fraction) -> None:
    """The negative and the absolute value enclose those of any value."""
    assert encloses(numbers.negate(a), -inside(a, s))
    assert encloses(numbers.absolute(a), abs(inside(a, s)))


@given(intervals(), st.integers(1, 6))
def test_powers_and_absolute_values_reach_their_ends(a: Interval, n: int) -> None:
    """Their ends are those of a power or distance of an end of the base, or zero where the base holds it."""
    reached = {end**n for end in (a.low, a.high)} | ({Fraction(0)} if encloses(a, Fraction(0)) else set())
    result = numbers.power(a, n)
    assert {inside(result, Fraction(0)), inside(result, Fraction(1))} == {min(reached), max(reached)}
    distances = {abs(end) for end in (a.low, a.high)} | ({Fraction(0)} if encloses(a, Fraction(0)) else set())
    distance = numbers.absolute(a)
    assert {inside(distance, Fraction(0)), inside(distance, Fraction(1))} == {min(distances), max(distances)}


def test_an_even_power_over_zero_starts_at_zero() -> None:
    """The square of what may be zero is not negative."""
    assert numbers.power(Interval(Fraction(-1), Fraction(2)), 2) == Interval(Fraction(0), Fraction(4))
    assert numbers.absolute(Interval(Fraction(-3), Fraction(2))) == Interval(Fraction(0), Fraction(3))


def test_exact_again() -> None:
    """Zero times an approximate value, its zeroth power, and a limit that it does not reach are exact."""
    assert numbers.multiply(ONE_TO_TWO, Fraction(0)) == Fraction(0)
    assert numbers.divide(Fraction(0), ONE_TO_TWO) == Fraction(0)
    assert numbers.power(ONE_TO_TWO, 0) == Fraction(1)
    assert numbers.minimum([ONE_TO_TWO, Fraction(1)]) == Fraction(1)
    assert numbers.maximum([ONE_TO_TWO, Fraction(1)]) == ONE_TO_TWO


def test_zero_to_the_power_zero() -> None:
    """`0 ** 0` is 1 (language 3.1)."""
    assert numbers.power(Fraction(0), 0) == 1


# ---------------------------------------------------------------- many numbers


@given(st.lists(any_numbers, max_size=9), st.randoms(use_true_random=False))
def test_order_does_not_matter(terms: list[Number], random: object) -> None:
    """A sum and a product are the same in any order."""
    shuffled = list(terms)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis gives a random.Random
    assert numbers.total(shuffled) == numbers.total(terms)
    assert numbers.product(shuffled) == numbers.product(terms)


@given(st.lists(fractions, max_size=30))
def test_sums_and_products_are_exact(terms: list[Fraction]) -> None:
    """They equal what adding and multiplying one by one gives."""
    one_by_one, multiplied = Fraction(0), Fraction(1)
    for term in terms:
        one_by_one, multiplied = one_by_one + term, multiplied * term
    assert numbers.total(terms) == one_by_one
    assert numbers.product(terms) == multiplied


def test_of_nothing() -> None:
    """The sum of nothing is 0, the product 1."""
    assert numbers.total([]) == 0
    assert numbers.product([]) == 1
    assert numbers.total([Fraction(3)]) == numbers.product([Fraction(3)]) == 3


def test_a_mean_of_ten_thousand_ratios() -> None:
    """The sum of 10,000 different ratios stays within the limits and comes in time (language 2.2)."""
    # Denominators of one residue to 2·3·5·7·11·13 share few factors: the sum becomes as long as it can.
    terms = [Fraction(1, 16_000_057 + 30_030 * i) for i in range(10_000)]
    result = numbers.total(terms)
    numbers.check_size(result)
    assert numbers.bits(result) > 150_000
    assert compare(result, 10_000 * terms[-1]) == 1
    assert compare(result, 10_000 * terms[0]) == -1


@pytest.mark.parametrize("reverse", [False, True])
def test_too_large_sums_are_refused_in_any_order(*, reverse: bool) -> None:
    """Terms without a common denominator of 500,000 bits are refused before they fill memory."""
    terms = [Fraction(1, 3**60_000 + 2 * i) for i in range(8)]
    with pytest.raises(TooLargeError):
        numbers.total(terms[::-1] if reverse else terms)


def test_too_large_products_are_refused() -> None:
    """A product with more than 500,000 bits in a part is refused, also if the parts would cancel."""
    factor = Fraction(2**13_000, 3**8_000)
    with pytest.raises(TooLargeError):
        numbers.product([factor] * 40)
    with pytest.raises(TooLargeError):
        numbers.product([factor, 1 / factor] * 40)
    assert numbers.product([factor, 1 / factor] * 10) == 1


def test_a_product_with_zero_is_zero() -> None:
    """Zero is zero however large the rest is."""
    assert numbers.product([*[Fraction(2**13_000)] * 1_000, Fraction(0)]) == 0


# ---------------------------------------------------------------- limits


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (Fraction(0), 1),
        (Fraction(255), 8),
        (Fraction(-256, 3), 9),
        (Fraction(1, 2**20), 21),
        (Interval(Fraction(1), Fraction(1025, 1024)), 11),
    ],
)
def test_bits(x: Number, expected: int) -> None:
    """The longest numerator or denominator, of both ends."""
    assert numbers.bits(x) == expected


WHOLE = 2**13_000 - 1
PART = 2**500_000 - 1


@pytest.mark.parametrize(
    "x",
    [
        Fraction(WHOLE),
        Fraction(-WHOLE),
        Fraction(2 * WHOLE + 1, 2),
        Fraction(3 * WHOLE + 1, 3),
        Fraction(1, PART),
        Fraction(PART, PART - 2),
        Interval(Fraction(0), Fraction(WHOLE)),
    ],
)
def test_the_largest_values(x: Number) -> None:
    """13,000 bits before the point and 500,000 bits in a part are allowed."""
    numbers.check_size(x)


@pytest.mark.parametrize(
    "x",
    [
        Fraction(WHOLE + 1),
        Fraction(-WHOLE - 1),
        Fraction(2 * WHOLE + 3, 2),
        Fraction(1, PART + 1),
        Fraction(PART + 2, PART),
        Interval(Fraction(-WHOLE - 1), Fraction(0)),
        Interval(Fraction(0), Fraction(WHOLE + 1)),
    ],
)
def test_too_large_values(x: Number) -> None:
    """One bit more is too large, at either end of an interval."""
    with pytest.raises(TooLargeError):
        numbers.check_size(x)


@pytest.mark.parametrize("n", [10, -10])
def test_powers_are_refused_before_they_are_computed(n: int) -> None:
    """Exponent times bits above 500,000 is refused (language 2.2), on either side of the fraction."""
    for x in (Fraction(2**50_000), Fraction(1, 2**50_000)):
        with pytest.raises(TooLargeError):
            numbers.power(x, n)
    assert numbers.power(Fraction(2**49_999), n) == Fraction(2**49_999) ** n


def test_zero_to_a_negative_power() -> None:
    """Zero has no negative power."""
    with pytest.raises(ZeroDivisionError):
        numbers.power(Fraction(0), -1)


# ---------------------------------------------------------------- deep stacks


def from_depth(depth: int, run: Callable[[], None]) -> None:
    """Call from so many frames below this one."""
    if depth:
        from_depth(depth - 1, run)
    else:
        run()


def use_everything() -> None:
    """One call of each function that loops over something long."""
    long = Fraction(10**4_000 + 1, 3**5_000)
    numbers.total([Fraction(1, n) for n in range(1, 200)])
    numbers.product([Fraction(n, n + 1) for n in range(1, 200)])
    numbers.geometric_mean([long, Fraction(2), ONE_TO_TWO])
    numbers.root(long, 7)
    numbers.ln(long)
    numbers.power(ONE_TO_TWO, -10)
    numbers.fraction_text(long)
    numbers.shortest_text(Fraction(1, 5**3_000))
    numbers.read_number("1.234.567,89")


def test_deep_stacks() -> None:
    """Everything works when the caller has used up nine tenths of Python's stack."""
    used = len(inspect.stack(0))
    from_depth(sys.getrecursionlimit() * 9 // 10 - used, use_everything)


@given(fractions, fractions)
def test_of_exact_numbers_everything_is_exact(a: Fraction, b: Fraction) -> None:
    """A number from a to a is no interval: what is known exactly stays a fraction."""
    found = [numbers.add(a, b), numbers.subtract(a, b), numbers.multiply(a, b), numbers.power(a, 2)]
    assert found == [a + b, a - b, a * b, a**2]
    if b:
        assert numbers.divide(a, b) == a / b
    assert numbers.product([a, b]) == a * b
    assert numbers.total([a, b]) == a + b


def test_products_of_intervals_are_held_to_the_limits() -> None:
    """The product of the upper ends has 600,000 bits."""
    long = Interval(Fraction(1), Fraction(2**300_000))
    with pytest.raises(TooLargeError):
        numbers.product([long, long])
