<?php

declare(strict_types=1);

namespace SakipRules;

/**
 * Roots and logarithms: the exact fraction where one exists, else the two neighbouring decimals of 50 significant
 * digits, proved with integers.
 */
final class Enclosing
{
    private const DIGITS = 50;
    private const FIRST_WIDTH = 256;
    private const LAST_WIDTH = 1024;

    public static function root(Fraction|Interval $x, int $degree): Fraction|Interval
    {
        Numbers::checkSize($x);
        self::refuseBelowZero([$x]);
        return self::rising(fn (Fraction $end) => self::exactRoot($end, $degree), $x);
    }

    /** @param non-empty-list<Fraction|Interval> $list */
    public static function geometricMean(array $list): Fraction|Interval
    {
        self::refuseBelowZero($list);
        $isExact = true;
        foreach ($list as $x) {
            if ($x instanceof Fraction && gmp_sign($x->above) === 0) {
                return $x;
            }
            $isExact = $isExact && $x instanceof Fraction;
        }
        $product = fn (string $end) => Numbers::exactProduct(Numbers::ends($list, $end));
        $value = $isExact ? $product('low') : new Interval($product('low'), $product('high'));
        return self::rising(fn (Fraction $end) => self::exactRoot($end, count($list)), $value);
    }

    /**
     * One number below zero decides before one that may be.
     *
     * @param list<Fraction|Interval> $list
     */
    public static function refuseBelowZero(array $list): void
    {
        foreach (['high' => 'outside-domain', 'low' => 'precision'] as $end => $reason) {
            foreach (Numbers::ends($list, $end) as $x) {
                if (gmp_sign($x->above) < 0) {
                    throw new Refusal($reason);
                }
            }
        }
    }

    /** The natural logarithm. */
    public static function ln(Fraction|Interval $x): Fraction|Interval
    {
        Numbers::checkSize($x);
        if (gmp_sign(Numbers::high($x)->above) <= 0) {
            throw new Refusal('outside-domain');
        }
        if (gmp_sign(Numbers::low($x)->above) <= 0) {
            throw new Refusal('precision');
        }
        return self::rising(self::exactLn(...), $x);
    }

    /** What a rising function gives: between its values at the ends. */
    private static function rising(\Closure $compute, Fraction|Interval $x): Fraction|Interval
    {
        if ($x instanceof Fraction) {
            return $compute($x);
        }
        return new Interval(Numbers::low($compute($x->low)), Numbers::high($compute($x->high)));
    }

    private static function exactRoot(Fraction $x, int $degree): Fraction|Interval
    {
        [$above, $below] = [gmp_rootrem($x->above, $degree), gmp_rootrem($x->below, $degree)];
        if (gmp_sign($above[1]) === 0 && gmp_sign($below[1]) === 0) {
            return new Fraction($above[0], $below[0]);
        }
        $scaled = fn (int $places) => gmp_root(
            gmp_div_q($x->above * self::tens($degree * $places), $x->below * self::tens(-$degree * $places)),
            $degree,
        );
        $size = intdiv(Numbers::bitLength($x->above) - Numbers::bitLength($x->below), $degree);
        return self::neighbours(...self::fifty($scaled, self::placesFor($size)));
    }

    private static function exactLn(Fraction $x): Fraction|Interval
    {
        return match (gmp_cmp($x->above, $x->below) <=> 0) {
            0 => Numbers::integer(0),
            1 => self::enclosedLn($x->above, $x->below),
            -1 => Numbers::negate(self::enclosedLn($x->below, $x->above)),
        };
    }

    /** About how many places a number of so many bits before the point has, if it has 50 digits. */
    private static function placesFor(int $size): int
    {
        return self::DIGITS - 1 - intdiv($size * 30_103, 100_000); // log10(2)
    }

    /**
     * The digits of a number that has 50, and their places; `scaled` gives its whole units of 10^-places.
     *
     * @return array{\GMP, int}
     */
    private static function fifty(\Closure $scaled, int $places): array
    {
        for (;;) {
            $digits = $scaled($places);
            $length = strlen(gmp_strval($digits));
            if ($length === self::DIGITS) {
                return [$digits, $places];
            }
            $places += $length < self::DIGITS ? 1 : -1;
        }
    }

    /** The decimals digits·10^-places and (digits + 1)·10^-places. */
    private static function neighbours(\GMP $digits, int $places): Interval
    {
        $scaled = fn (\GMP $n) => Numbers::fraction($n * self::tens(-$places), self::tens($places));
        return new Interval($scaled($digits), $scaled($digits + 1));
    }

    private static function tens(int $n): \GMP
    {
        return gmp_pow(10, max($n, 0));
    }

    private static function shifted(\GMP $n, int $count): \GMP
    {
        return $count >= 0 ? $n << $count : $n >> -$count;
    }

    /** The logarithm of above / below > 1: nearer to one it may need more bits; made to need yet more it is refused. */
    private static function enclosedLn(\GMP $above, \GMP $below): Interval
    {
        $most = self::LAST_WIDTH + 5 * (Numbers::bitLength($above) - Numbers::bitLength($above - $below));
        for ($width = self::FIRST_WIDTH; $width <= $most; $width *= 2) {
            [$low, $high, $exponent] = self::lnBounds($above, $below, $width);
            $scaled = fn (\GMP $n, int $places) => gmp_div_q(
                self::shifted($n * self::tens($places), max($exponent, 0)),
                self::shifted(self::tens(-$places), max(-$exponent, 0)),
            );
            $guess = self::placesFor(Numbers::bitLength($low) + $exponent - 1);
            [$digits, $places] = self::fifty(fn (int $places) => $scaled($low, $places), $guess);
            if ($scaled($high, $places) == $digits) {
                return self::neighbours($digits, $places);
            }
        }
        throw new Refusal('too-large');
    }

    /**
     * Bounds low·2^exponent and high·2^exponent: with x = 2^twos · m, m near 1, ln x = twos · ln 2 + ln m.
     *
     * @return array{\GMP, \GMP, int}
     */
    private static function lnBounds(\GMP $above, \GMP $below, int $width): array
    {
        $twos = Numbers::bitLength($above) - Numbers::bitLength($below);
        $below <<= $twos;
        if (2 * $above > 3 * $below) {
            [$twos, $below] = [$twos + 1, 2 * $below];
        } elseif (4 * $above < 3 * $below) {
            [$twos, $above] = [$twos - 1, 2 * $above];
        }
        $parts = [];
        if ($twos > 0) {
            [$low, $high, $exponent] = self::lnNearOne(gmp_init(1), gmp_init(3), $width);
            $parts[] = [$low * $twos, $high * $twos, $exponent];
        }
        if ($above != $below) {
            $rest = self::lnNearOne(gmp_abs($above - $below), $above + $below, $width);
            $parts[] = $above > $below ? $rest : [-$rest[1], -$rest[0], $rest[2]];
        }
        return count($parts) === 1 ? $parts[0] : self::sum(...$parts);
    }

    /**
     * @param array{\GMP, \GMP, int} $a
     * @param array{\GMP, \GMP, int} $b
     * @return array{\GMP, \GMP, int}
     */
    private static function sum(array $a, array $b): array
    {
        $exponent = min($a[2], $b[2]);
        $end = fn (int $i) => self::shifted($a[$i], $a[2] - $exponent) + self::shifted($b[$i], $b[2] - $exponent);
        return [$end(0), $end(1), $exponent];
    }

    /**
     * Bounds of 2y · (1 + y²/3 + y⁴/5 + …) for y = difference / total, 0 < y ≤ 1/3.
     *
     * @return array{\GMP, \GMP, int}
     */
    private static function lnNearOne(\GMP $difference, \GMP $total, int $width): array
    {
        $scale = $width + Numbers::bitLength($total) - Numbers::bitLength($difference);
        $y = gmp_div_q($difference << $scale, $total);
        return [
            2 * $y * self::series($y, $scale, $width, 0),
            2 * ($y + 1) * self::series($y + 1, $scale, $width, 1),
            -$scale - $width,
        ];
    }

    /** 1 + y²/3 + … in units of 2^-width: at most it with `up` 0, at least it with 1, a unit for what is left. */
    private static function series(\GMP $y, int $scale, int $width, int $up): \GMP
    {
        $square = self::shifted($y * $y, $width - 2 * $scale) + $up;
        $result = gmp_init($up);
        $term = gmp_init(1) << $width;
        for ($k = 1; $term > $up; $k += 2) {
            $result += gmp_div_q($term, $k) + $up;
            $term = ($term * $square >> $width) + $up;
        }
        return $result + $up;
    }
}
