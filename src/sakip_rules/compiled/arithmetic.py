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

    def strict(self, operands: Sequence[Held], compute: Callable[[], Held]) -> Held:
        """Gives what is computed from present operands; of absent ones the worst, of equal ones the first."""
        absents = absents_of(operands)
        if not absents:
            return compute()
        known, x = self.names, self.fresh()
        with self.block() as body:
            value = compute()
            self.put("x = found", x=x, found=value.x)
        with self.block() as other:
            self.put("x = worst", x=x, worst=worst_of(absents))
            for atom in (value.n, value.d):  # what is not computed here holds something all the same
                if self.is_new(atom, known):
                    self.put("name = 1", name=atom)
        self.choose(all_present(absents), body, other)
        return replace(value, x=x)

    def branch(self, test: Part, one: Callable[[], Held], other: Callable[[], Held]) -> Held:
        """Gives the value of the branch that is taken; only that one is computed."""
        with self.block() as body:
            left = one()
        with self.block() as orelse:
            right = other()
        if "nothing" not in (left.kind, right.kind) and left.kind != right.kind:
            raise UncoveredError("types")
        kind = right.kind if left.kind == "nothing" else left.kind
        left, right = self._scaled(left, right, body, orelse)
        held = replace(
            left,
            kind=kind,
            n=self._either(left.n, right.n, body, orelse),
            d=self._either(left.d, right.d, body, orelse),
            x=self._either(left.x, right.x, body, orelse),
            n_bits=max(left.n_bits, right.n_bits),
            d_bits=max(left.d_bits, right.d_bits),
            positive=left.positive and right.positive,
        )
        self.choose(test, body, orelse)
        return held

    def _scaled(self, left: Held, right: Held, body: Block, orelse: Block) -> tuple[Held, Held]:
        """Two values over one denominator, where both denominators are known."""
        if not isinstance(left.d, int) or not isinstance(right.d, int) or left.d == right.d:
            return left, right
        return self._over(left, lcm(left.d, right.d), body), self._over(right, lcm(left.d, right.d), orelse)

    def _over(self, value: Held, d: int, block: Block) -> Held:
        assert isinstance(value.d, int)  # noqa: S101 - asked before
        factor = d // value.d
        n = self.fresh()
        block.append(
            ast.Assign([ast.Name(n, ast.Store())], expression("n * factor", n=value.n, factor=factor))
        )
        return replace(value, n=n, d=d, n_bits=value.n_bits + factor.bit_length(), d_bits=d.bit_length())

    def _either(self, one: Atom | None, other: Atom | None, body: Block, orelse: Block) -> Any:  # noqa: ANN401 - an atom, or None where both are
        if one == other and type(one) is type(other):
            return one
        name = self.fresh()
        for block, value in ((body, one), (orelse, other)):
            block.append(ast.Assign([ast.Name(name, ast.Store())], expression("value", value=value)))
        return name

    # numbers

    def sized(self, value: Held) -> Held:
        """Holds a number that may be too long to WIDE bits: the reference takes a longer one."""
        for atom, bits in ((value.n, value.n_bits), (value.d, value.d_bits)):
            if bits > WIDE and isinstance(atom, str):
                self.put(f"if name.bit_length() > {WIDE}:\n  raise DECLINE", name=atom)
            elif bits > WIDE and isinstance(atom, int) and atom.bit_length() > WIDE:
                raise UncoveredError("long-number")
        return replace(value, n_bits=min(value.n_bits, WIDE), d_bits=min(value.d_bits, WIDE))

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
        if isinstance(a.d, int) and isinstance(b.d, int):
            d: Part = lcm(a.d, b.d)
            left, right = lcm(a.d, b.d) // a.d, lcm(a.d, b.d) // b.d
            bits = (left.bit_length(), right.bit_length(), lcm(a.d, b.d).bit_length())
        else:
            d, left, right = expression("a * b", a=a.d, b=b.d), b.d, a.d  # type: ignore[assignment]  # both are atoms
            bits = (b.d_bits, a.d_bits, a.d_bits + b.d_bits)
        d = self.let("d", d=d)
        return tuple(  # type: ignore[return-value]  # two of two
            replace(
                value,
                n=self.let("n * k", n=value.n, k=factor),
                d=d,
                n_bits=value.n_bits + more,
                d_bits=bits[2],
            )
            for value, factor, more in ((a, left, bits[0]), (b, right, bits[1]))
        )

    def add(self, sign: str, a: Held, b: Held) -> Held:
        """Gives the sum or difference of two present numbers."""
        a, b = self.common(a, b)
        n = self.let(f"a {sign} b", a=a.n, b=b.n)
        bits, positive = max(a.n_bits, b.n_bits) + 1, a.positive and b.positive and sign == "+"
        return self.sized(Held("number", n, a.d, None, bits, a.d_bits, positive))

    def multiply(self, a: Held, b: Held) -> Held:
        """Gives the product of two present numbers."""
        (a_n, b_d), (b_n, a_d) = _cancelled(a.n, b.d), _cancelled(b.n, a.d)
        n, d = self.let("a * b", a=a_n, b=b_n), self.let("a * b", a=a_d, b=b_d)
        bits = (a.n_bits + b.n_bits, a.d_bits + b.d_bits)
        return self.sized(Held("number", n, d, None, *bits, a.positive and b.positive))

    def divide(self, a: Held, b: Held) -> Held:
        """Gives the quotient of two present numbers; division by zero breaks."""
        if b.n == 0 and isinstance(b.n, int):
            return self.broken("division-by-zero")
        if isinstance(b.n, int):
            sign = 1 if b.n > 0 else -1
            turned = Held("number", 1, abs(b.n), None, b.d_bits, b.n_bits, positive=b.n > 0)
            return self.multiply(a, replace(turned, n=self.let("d * sign", d=b.d, sign=sign)))
        return self.branch(b.n, lambda: self._quotient(a, b), lambda: self.broken("division-by-zero"))

    def _quotient(self, a: Held, b: Held) -> Held:
        if a.d == b.d:
            n: Atom = a.n
            d: Atom = b.n
        else:
            shared = gcd(a.d, b.d) if isinstance(a.d, int) and isinstance(b.d, int) else 1
            n = self.let("n * d", n=a.n, d=b.d // shared if isinstance(b.d, int) else b.d)
            d = self.let("n * d", n=b.n, d=a.d // shared if isinstance(a.d, int) else a.d)
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
        if a.kind == "number":
            a, b = self.common(a, b)
        return expression(f"a {sign} b", a=a.n, b=b.n)

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


def _cancelled(n: Atom, d: Atom) -> tuple[Atom, Atom]:
    if not isinstance(n, int) or not isinstance(d, int):
        return n, d
    shared = gcd(n, d)
    return n // shared, d // shared


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
