"""Operators on held values, as arithmetic of integers: sums, quotients, comparisons, roundings, branches."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.code import Atom, Block, Code, Part, expression
from sakip_rules.compiled.known import WIDE, Ends, Held, literal
from sakip_rules.dataclass import replace
from sakip_rules.models import Rounding
from sakip_rules.values import Absent, not_computable


class Arithmetic(Code):
    """Writes the operators; `told` is the variable that is true once there may be something to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.counters: dict[str, Atom] = {}
        self.told = self.counter(False)  # noqa: FBT003 - what it begins with

    def counter(self, begin: Atom) -> str:
        """Gives a variable that holds something before all else is computed."""
        name = self.fresh()
        self.counters[name] = begin
        return name

    # absent values

    def absent(self, value: Absent) -> Held:
        """Gives an absent value; one that breaks is worth telling."""
        if value.word == "not_computable":
            self.put("told = True", told=self.told)
        return Held("nothing", 0, x=self.constant(value))

    def broken(self, reason: str) -> Held:
        """Gives a value that cannot be computed."""
        return self.absent(not_computable(reason))

    def strict(self, operands: Sequence[Held], compute: Callable[[], Held], known: int | None = None) -> Held:
        """Gives what is computed from present operands; of absent ones the worst, of equal ones the first.

        `known` is how many names there were before anything that `compute` gives was written.
        """
        absents = absents_of(operands)
        if not absents:
            return compute()
        known = self.names if known is None else known
        with self.block() as body:
            value = compute()
            x = value.x
            if x is None or not self.is_new(x, known):
                x = self.fresh()
                self.put("x = found", x=x, found=value.x)
        with self.block() as other:
            self.put("x = worst", x=x, worst=worst_of(absents))
            self._hold(value, known)
        self.choose(all_present(absents), body, other)
        return replace(value, x=x)

    def branch(
        self, test: Part, one: Callable[[], Held], other: Callable[[], Held], known: int | None = None
    ) -> Held:
        """Gives the value of the branch that is taken, which alone is computed; `known` is as of `strict`."""
        known = self.names if known is None else known
        with self.block() as body:
            left = one()
        with self.block() as orelse:
            right = other()
        if left.kind == "nothing" and right.kind != "nothing":
            left = self._like(right, left, body, known)
        elif right.kind == "nothing" and left.kind != "nothing":
            right = self._like(left, right, orelse, known)
        elif left.kind != right.kind:
            raise UncoveredError("types")
        left, right = self._scaled(left, right, body, orelse)
        held = replace(
            left,
            n=self._either(left.n, right.n, body, orelse),
            d=self._either(left.d, right.d, body, orelse),
            x=self._either(left.x, right.x, body, orelse),
            n_bits=max(left.n_bits, right.n_bits),
            d_bits=max(left.d_bits, right.d_bits),
            positive=left.positive and right.positive,
        )
        self.choose(test, body, orelse)
        return held

    def _like(self, value: Held, nothing: Held, block: Block, known: int) -> Held:
        """What is absent in one branch, held as the value of the other is."""
        with self.block(block):
            self._hold(value, known)
        return replace(value, x=nothing.x)

    def _hold(self, value: Held, known: int) -> None:
        """Lets the names of a value that is not computed here hold something all the same."""
        for atom in (value.n, value.d):
            if self.is_new(atom, known):
                self.put("name = 1", name=atom)

    def _scaled(self, left: Held, right: Held, body: Block, orelse: Block) -> tuple[Held, Held]:
        """Two values over one denominator, where both denominators are known."""
        if not isinstance(left.d, int) or not isinstance(right.d, int) or left.d == right.d:
            return left, right
        d = lcm(left.d, right.d)
        return self._over(left, d, d // left.d, body), self._over(right, d, d // right.d, orelse)

    def _over(self, value: Held, d: int, factor: int, block: Block) -> Held:
        with self.block(block):
            n = self.let("n * factor", n=value.n, factor=factor)
        return replace(value, n=n, d=d, n_bits=value.n_bits + factor.bit_length(), d_bits=d.bit_length())

    def _either(self, one: Atom | None, other: Atom | None, body: Block, orelse: Block) -> Any:  # noqa: ANN401 - an atom, or None where both are
        if one == other and type(one) is type(other):
            return one
        name = self.fresh()
        for block, value in ((body, one), (orelse, other)):
            with self.block(block):
                self.put("name = value", name=name, value=value)
        return name

    # numbers

    def sized(self, value: Held) -> Held:
        """Holds a number that may be too long to WIDE bits: the reference takes a longer one."""
        for atom, bits in ((value.n, value.n_bits), (value.d, value.d_bits)):
            if bits > WIDE:
                self.hold_to(WIDE, atom)
        return replace(value, n_bits=min(value.n_bits, WIDE), d_bits=min(value.d_bits, WIDE))

    def hold_to(self, bits: int, atom: Atom) -> None:
        """Leaves a number that is longer to the reference."""
        if isinstance(atom, str):
            self.put("if name.bit_length() > bits:\n  raise DECLINE", name=atom, bits=bits)
        elif atom.bit_length() > bits:
            raise UncoveredError("long-number")

    def bare(self, value: Ends) -> Held:
        """Gives a range as a number: what it is when its ends are equal."""
        return self.strict(
            [value.low],
            lambda: self.branch(
                self.test("==", value.low, value.high),
                lambda: replace(value.low, x=None),
                lambda: self.broken("range-target"),
            ),
        )

    def common(self, a: Held, b: Held) -> tuple[Held, Held]:
        """Gives two numbers over one denominator."""
        if a.d == b.d:
            return a, b
        for_a, for_b = cancelled(b.d, a.d)
        d, bits = self.let("d * k", d=a.d, k=for_a), a.d_bits + _bits(for_a, b)
        n, m = self.let("n * k", n=a.n, k=for_a), self.let("n * k", n=b.n, k=for_b)
        return (
            replace(a, n=n, d=d, n_bits=a.n_bits + _bits(for_a, b), d_bits=bits),
            replace(b, n=m, d=d, n_bits=b.n_bits + _bits(for_b, a), d_bits=bits),
        )

    def add(self, sign: str, a: Held, b: Held) -> Held:
        """Gives the sum or difference of two present numbers."""
        a, b = self.common(a, b)
        n = self.let(f"a {sign} b", a=a.n, b=b.n)
        bits, positive = max(a.n_bits, b.n_bits) + 1, a.positive and b.positive and sign == "+"
        return self.sized(Held("number", n, a.d, None, bits, a.d_bits, positive))

    def multiply(self, a: Held, b: Held) -> Held:
        """Gives the product of two present numbers."""
        (a_n, b_d), (b_n, a_d) = cancelled(a.n, b.d), cancelled(b.n, a.d)
        n, d = self.let("a * b", a=a_n, b=b_n), self.let("a * b", a=a_d, b=b_d)
        bits = (a.n_bits + b.n_bits, a.d_bits + b.d_bits)
        return self.sized(Held("number", n, d, None, *bits, a.positive and b.positive))

    def divide(self, a: Held, b: Held) -> Held:
        """Gives the quotient of two present numbers; division by zero breaks."""
        if not isinstance(b.n, int):
            return self.branch(b.n, lambda: self._quotient(a, b), lambda: self.broken("division-by-zero"))
        if b.n < 0:
            a, b = self.negate(a), replace(self.negate(b), positive=True)
        return self._quotient(a, b) if b.n else self.broken("division-by-zero")

    def _quotient(self, a: Held, b: Held) -> Held:
        b_d, a_d = cancelled(b.d, a.d)
        n, d = self.let("n * d", n=a.n, d=b_d), self.let("n * d", n=b.n, d=a_d)
        if not b.positive:
            n, d = self._turned(n, d)
        bits = (a.n_bits + b.d_bits, a.d_bits + b.n_bits)
        return self.sized(Held("number", n, d, None, *bits, a.positive and b.positive))

    def _turned(self, n: Atom, d: Atom) -> tuple[Atom, Atom]:
        """A fraction whose denominator is above zero; what it was made of stays as it is."""
        above, below = self.fresh(), self.fresh()
        self.put("if d > 0:\n  n1 = n; d1 = d\nelse:\n  n1 = -n; d1 = -d", n=n, d=d, n1=above, d1=below)
        return above, below

    def power(self, a: Held, exponent: int) -> Held:
        """Gives a present number to a literal power."""
        if max(a.n_bits, a.d_bits) * abs(exponent) > 4 * WIDE:
            raise UncoveredError("long-number")
        value = literal(Fraction(1))
        for _ in range(abs(exponent)):
            value = self.multiply(value, a)
        value = replace(value, positive=a.positive or exponent % 2 == 0)
        return value if exponent >= 0 else self.divide(literal(Fraction(1)), value)

    def negate(self, a: Held) -> Held:
        """Gives a present number with the other sign."""
        return replace(a, n=self.let("0 - n", n=a.n), x=None, positive=False)

    def test(self, sign: str, a: Held, b: Held) -> ast.expr:
        """Gives the comparison of two present values of one kind."""
        for_a, for_b = cancelled(b.d, a.d) if a.kind == "number" else (1, 1)
        left, right = self.let("n * k", n=a.n, k=for_a), self.let("n * k", n=b.n, k=for_b)
        return expression(f"a {sign} b", a=left, b=right)

    def extreme(self, sign: str, operands: Sequence[Held]) -> Held:
        """Gives the smallest (`<=`) or largest (`>=`) of present numbers."""
        best, *rest = (replace(each, x=None) for each in operands)
        for more in rest:
            best = self._better(sign, best, more)
        return best

    def _better(self, sign: str, a: Held, b: Held) -> Held:
        return self.branch(self.test(sign, a, b), lambda: a, lambda: b)

    def settled(self, value: Held, rounding: Rounding | None) -> Held:
        """Gives a value as formulas see it: rounded, if its rounding is carried."""
        if rounding is None or rounding.carry == "exact" or value.kind != "number":
            return value
        return self.strict([value], lambda: self.rounded(value, rounding))

    def rounded(self, value: Held, rounding: Rounding) -> Held:
        """Gives a present number, rounded."""
        places = rounding.places
        n, d = self.fresh(), 10 ** max(places, 0)
        bits = value.n_bits + 4 * abs(places) + 1
        if rounding.mode == "half_up" and places >= 0:
            n_2 = self.let("n * s", n=value.n, s=2 * d)
            if value.positive:
                self.put("q = (n + d) // (d * 2)", q=n, n=n_2, d=value.d)
            else:
                self.put("q = (n + d) // (d * 2) if n >= 0 else -((d - n) // (d * 2))", q=n, n=n_2, d=value.d)
        else:
            places_, mode = self.constant(places), self.constant(rounding.mode)
            self.put("q, _ = round_pair(n, d, p, m)", q=n, n=value.n, d=value.d, p=places_, m=mode)
        return self.sized(Held("number", n, d, None, bits, d.bit_length(), value.positive))


def cancelled(n: Atom, d: Atom) -> tuple[Atom, Atom]:
    """Gives two factors, one above and one below, without what is known to be in both."""
    if n == d:
        return 1, 1
    if not isinstance(n, int) or not isinstance(d, int):
        return n, d
    shared = gcd(n, d)
    return n // shared, d // shared


def _bits(factor: Atom, value: Held) -> int:
    """How long a factor is that is a literal, or else the denominator of a value."""
    return factor.bit_length() if isinstance(factor, int) else value.d_bits


def absents_of(operands: Sequence[Held]) -> list[str]:
    """Gives the variables of the operands that may be absent, each once."""
    return list(dict.fromkeys(each.x for each in operands if each.x is not None))


def all_present(absents: Sequence[str]) -> ast.expr:
    """Gives the test that none of them is absent."""
    first, *rest = (expression("x is None", x=x) for x in absents)
    return ast.BoolOp(ast.And(), [first, *rest]) if rest else first


def worst_of(absents: Sequence[str]) -> ast.expr:
    """Gives the worst of them, of which at least one is absent."""
    worst = expression("x", x=absents[0])
    for more in absents[1:]:
        worst = expression("worse(a, b)", a=worst, b=more)
    return worst
