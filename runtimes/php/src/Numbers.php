<?php

declare(strict_types=1);

namespace SakipRules;

/** Arithmetic on exact numbers, and on intervals where a root or a logarithm is irrational; no float holds a value. */
final class Numbers
{
    private const WHOLE_BITS = 13_000;
    private const PART_BITS = 500_000;

    /** @var array<string, Fraction> */
    private static array $known = [];

    public static function isNumber(mixed $value): bool
    {
        return $value instanceof Fraction || $value instanceof Interval;
    }

    public static function bitLength(\GMP $n): int
    {
        if (gmp_sign($n) === 0) {
            return 0;
        }
        $hex = gmp_strval(gmp_abs($n), 16);
        return 4 * (strlen($hex) - 1) + strlen(decbin((int) hexdec($hex[0])));
    }

    /** The fraction above / below in lowest terms. */
    public static function fraction(\GMP $above, \GMP $below): Fraction
    {
        if (gmp_sign($below) < 0) {
            [$above, $below] = [-$above, -$below];
        }
        $shared = gmp_gcd($above, $below);
        return new Fraction(gmp_divexact($above, $shared), gmp_divexact($below, $shared));
    }

    public static function integer(int|\GMP $n): Fraction
    {
        return new Fraction(is_int($n) ? gmp_init($n) : $n, gmp_init(1));
    }

    /** The number that a plan writes as `29.42` or `1/3`; each text is read once. */
    public static function exact(string $text): Fraction
    {
        return self::$known['#' . $text] ??= self::readExact($text);
    }

    /** The number of a decimal text with a point, or of a fraction. */
    public static function readExact(string $text): Fraction
    {
        [$above, $below] = [...explode('/', $text), null];
        [$whole, $decimals] = [...explode('.', $above), ''];
        // Base 10 must be said: GMP takes "010" for 8.
        $parts = $below === null ? gmp_pow(10, strlen($decimals)) : gmp_init($below, 10);
        return self::fraction(gmp_init($whole . $decimals, 10), $parts);
    }

    /** Less than, equal to or greater than zero as a is to b. */
    public static function order(Fraction $a, Fraction $b): int
    {
        return gmp_cmp($a->above * $b->below, $b->above * $a->below);
    }

    /** @param non-empty-list<Fraction> $list */
    public static function least(array $list): Fraction
    {
        return array_reduce($list, fn ($a, $b) => self::order($b, $a) < 0 ? $b : $a, $list[0]);
    }

    /** @param non-empty-list<Fraction> $list */
    public static function most(array $list): Fraction
    {
        return array_reduce($list, fn ($a, $b) => self::order($b, $a) > 0 ? $b : $a, $list[0]);
    }

    public static function low(Fraction|Interval $x): Fraction
    {
        return $x instanceof Interval ? $x->low : $x;
    }

    public static function high(Fraction|Interval $x): Fraction
    {
        return $x instanceof Interval ? $x->high : $x;
    }

    public static function between(Fraction $low, Fraction $high): Fraction|Interval
    {
        return self::order($low, $high) === 0 ? $low : new Interval($low, $high);
    }

    /** The bits of the largest numerator or denominator. */
    public static function bits(Fraction|Interval $x): int
    {
        if ($x instanceof Interval) {
            return max(self::bits($x->low), self::bits($x->high));
        }
        return max(self::bitLength($x->above), self::bitLength($x->below));
    }

    public static function checkParts(\GMP $above, \GMP $below): void
    {
        if (max(self::bitLength($above), self::bitLength($below)) > self::PART_BITS) {
            throw new Refusal('too-large');
        }
    }

    /** Holds a value to the limits of the language: 13,000 bits before the point, 500,000 in either part. */
    public static function checkSize(Fraction|Interval $x): void
    {
        foreach ([self::low($x), self::high($x)] as $end) {
            self::checkParts($end->above, $end->below);
            $isLong = self::bitLength($end->above) - self::bitLength($end->below) >= self::WHOLE_BITS;
            if ($isLong && self::bitLength(gmp_div_q($end->above, $end->below)) > self::WHOLE_BITS) {
                throw new Refusal('too-large');
            }
        }
    }

    public static function add(Fraction|Interval $a, Fraction|Interval $b): Fraction|Interval
    {
        $sum = fn (Fraction $x, Fraction $y) => self::fraction(
            $x->above * $y->below + $y->above * $x->below,
            $x->below * $y->below,
        );
        return self::lifted($sum, $a, $b);
    }

    public static function multiply(Fraction|Interval $a, Fraction|Interval $b): Fraction|Interval
    {
        $product = fn (Fraction $x, Fraction $y) => self::fraction($x->above * $y->above, $x->below * $y->below);
        return self::lifted($product, $a, $b);
    }

    public static function divide(Fraction|Interval $a, Fraction|Interval $b): Fraction|Interval
    {
        if ($b instanceof Interval && gmp_sign($b->low->above) <= 0 && gmp_sign($b->high->above) >= 0) {
            throw new Refusal('precision');
        }
        $quotient = function (Fraction $x, Fraction $y): Fraction {
            if (gmp_sign($y->above) === 0) {
                throw new Refusal('division-by-zero');
            }
            return self::fraction($x->above * $y->below, $x->below * $y->above);
        };
        return self::lifted($quotient, $a, $b);
    }

    /** An operation on fractions for intervals, too: as it is monotone in either operand, it is extreme at the ends. */
    private static function lifted(\Closure $operation, Fraction|Interval $a, Fraction|Interval $b): Fraction|Interval
    {
        if ($a instanceof Fraction && $b instanceof Fraction) {
            return $operation($a, $b);
        }
        $ends = [];
        foreach ([self::low($a), self::high($a)] as $x) {
            array_push($ends, $operation($x, self::low($b)), $operation($x, self::high($b)));
        }
        return self::between(self::least($ends), self::most($ends));
    }

    public static function negate(Fraction|Interval $x): Fraction|Interval
    {
        return self::multiply($x, self::integer(-1));
    }

    public static function subtract(Fraction|Interval $a, Fraction|Interval $b): Fraction|Interval
    {
        return self::add($a, self::negate($b));
    }

    public static function absolute(Fraction|Interval $x): Fraction|Interval
    {
        return self::maximum([$x, self::negate($x), self::integer(0)]);
    }

    /** x to the n-th power; refused before anything long is computed. */
    public static function power(Fraction|Interval $x, int $n): Fraction|Interval
    {
        if ($n === 0) {
            return self::integer(1);
        }
        if (abs($n) * self::bits($x) > self::PART_BITS) {
            throw new Refusal('too-large');
        }
        if ($n < 0) {
            return self::divide(self::integer(1), self::power($x, -$n));
        }
        if ($x instanceof Fraction) {
            return new Fraction($x->above ** $n, $x->below ** $n);
        }
        $base = $n % 2 === 0 ? self::absolute($x) : $x;
        return new Interval(self::power(self::low($base), $n), self::power(self::high($base), $n));
    }

    /** @param non-empty-list<Fraction|Interval> $list */
    public static function minimum(array $list): Fraction|Interval
    {
        return self::between(self::least(self::ends($list, 'low')), self::least(self::ends($list, 'high')));
    }

    /** @param non-empty-list<Fraction|Interval> $list */
    public static function maximum(array $list): Fraction|Interval
    {
        return self::between(self::most(self::ends($list, 'low')), self::most(self::ends($list, 'high')));
    }

    /**
     * @param list<Fraction|Interval> $list
     * @return list<Fraction>
     */
    public static function ends(array $list, string $end): array
    {
        return array_map(fn ($x) => $x instanceof Interval ? $x->$end : $x, $list);
    }

    /**
     * The sum; refused by its common denominator, so the order of the terms is no matter.
     *
     * @param list<Fraction|Interval> $list
     */
    public static function total(array $list): Fraction|Interval
    {
        [$exact, $inexact] = self::sorted($list);
        if ($inexact === []) {
            return self::byHalves($exact, self::unreducedSum(...), self::integer(0));
        }
        $sum = fn (string $end) => self::byHalves(
            self::ends([...$exact, ...$inexact], $end),
            self::unreducedSum(...),
            self::integer(0),
        );
        return new Interval($sum('low'), $sum('high'));
    }

    /** @param list<Fraction|Interval> $list */
    public static function product(array $list): Fraction|Interval
    {
        [$exact, $inexact] = self::sorted($list);
        $result = self::exactProduct($exact);
        foreach ($inexact as $factor) {
            $result = self::multiply($result, $factor);
            foreach ([self::low($result), self::high($result)] as $end) {
                self::checkParts($end->above, $end->below);
            }
        }
        return $result;
    }

    /** @param list<Fraction> $list */
    public static function exactProduct(array $list): Fraction
    {
        foreach ($list as $x) {
            if (gmp_sign($x->above) === 0) {
                return $x;
            }
        }
        return self::byHalves($list, self::unreducedProduct(...), self::integer(1));
    }

    /**
     * @param list<Fraction|Interval> $list
     * @return array{list<Fraction>, list<Interval>}
     */
    private static function sorted(array $list): array
    {
        $isExact = fn ($x) => $x instanceof Fraction;
        return [
            array_values(array_filter($list, $isExact)),
            array_values(array_filter($list, fn ($x) => !$isExact($x))),
        ];
    }

    /**
     * Joins 1 with 1, 2 with 2, 4 with 4, …: long numbers then meet long ones, and few times.
     *
     * @param list<Fraction> $list
     */
    private static function byHalves(array $list, \Closure $join, Fraction $nothing): Fraction
    {
        $joined = [];
        foreach ($list as $result) {
            for ($count = 1; $joined !== [] && end($joined)[0] === $count; $count *= 2) {
                $result = $join(array_pop($joined)[1], $result);
            }
            $joined[] = [$count, $result];
        }
        if ($joined === []) {
            return $nothing;
        }
        $result = array_pop($joined)[1];
        while ($joined !== []) {
            $result = $join(array_pop($joined)[1], $result);
        }
        return self::fraction($result->above, $result->below);
    }

    private static function unreducedSum(Fraction $a, Fraction $b): Fraction
    {
        $shared = gmp_gcd($a->below, $b->below);
        [$widenA, $widenB] = [gmp_divexact($b->below, $shared), gmp_divexact($a->below, $shared)];
        $below = $a->below * $widenA;
        self::checkParts(gmp_init(1), $below);
        return new Fraction($a->above * $widenA + $b->above * $widenB, $below);
    }

    private static function unreducedProduct(Fraction $a, Fraction $b): Fraction
    {
        [$above, $below] = [$a->above * $b->above, $a->below * $b->below];
        self::checkParts($above, $below);
        return new Fraction($above, $below);
    }
}
