<?php

declare(strict_types=1);

namespace SakipRules;

/** Numbers rounded in one of six ways, and as text: with a point, or as people of a language print them. */
final class Printing
{
    public const DISPLAY_PLACES = 2;
    private const SEPARATORS = ['id' => ['.', ','], 'en' => [',', '.']];

    /** How many units of 10^-places the rounded number has. */
    private static function roundedUnits(Fraction $x, int $places, string $mode): \GMP
    {
        $above = $x->above * gmp_pow(10, max($places, 0));
        $below = $x->below * gmp_pow(10, max(-$places, 0));
        [$whole, $rest] = gmp_div_qr($above, $below, GMP_ROUND_MINUSINF);
        return gmp_sign($rest) !== 0 && self::stepsUp($whole, 2 * $rest <=> $below, $mode) ? $whole + 1 : $whole;
    }

    /** Whether to step up from the whole number just below the value; `half` says on which side of the middle it lies. */
    private static function stepsUp(\GMP $whole, int $half, string $mode): bool
    {
        $isNegative = gmp_sign($whole) < 0;
        return match ($mode) {
            'half_up' => $half > 0 || ($half === 0 && !$isNegative), // a tie below zero stays down: away from zero
            'half_even' => $half > 0 || ($half === 0 && gmp_testbit($whole, 0)),
            'down' => $isNegative,
            'up' => !$isNegative,
            'floor' => false,
            'ceiling' => true,
        };
    }

    private static function roundExact(Fraction $x, int $places, string $mode): Fraction
    {
        $units = self::roundedUnits($x, $places, $mode);
        return Numbers::fraction($units * gmp_pow(10, max(-$places, 0)), gmp_pow(10, max($places, 0)));
    }

    /** The number rounded to so many decimals; null if an interval does not round to one number. */
    public static function roundNumber(Fraction|Interval $x, int $places, string $mode = 'half_up'): ?Fraction
    {
        $low = self::roundExact(Numbers::low($x), $places, $mode);
        if ($x instanceof Fraction) {
            return $low;
        }
        return Numbers::order($low, self::roundExact($x->high, $places, $mode)) === 0 ? $low : null;
    }

    /** The number with exactly so many decimals, half up; never `-0.00`. */
    public static function decimalText(Fraction $x, int $places): string
    {
        $units = self::roundedUnits($x, $places, 'half_up');
        $sign = gmp_sign($units) < 0 ? '-' : '';
        $digits = gmp_strval(gmp_abs($units));
        if ($places <= 0) {
            return $sign . ($digits === '0' ? '0' : $digits . str_repeat('0', -$places));
        }
        $digits = str_pad($digits, $places + 1, '0', STR_PAD_LEFT);
        return $sign . substr($digits, 0, -$places) . '.' . substr($digits, -$places);
    }

    /** The shortest decimal text that is exactly the number; null if it has none, as one third. */
    public static function shortestText(Fraction $x): ?string
    {
        $twos = gmp_scan1($x->below, 0);
        $rest = $x->below >> $twos;
        $guess = intdiv(Numbers::bitLength($rest) * 1_000_000, 2_321_928); // log2(5)
        for ($fives = max($guess - 1, 0); $fives <= $guess + 1; $fives += 1) {
            if (gmp_cmp(gmp_pow(5, $fives), $rest) === 0) {
                return self::decimalText($x, max($twos, $fives));
            }
        }
        return null;
    }

    /** The number for showing: with so many places; with null its shortest text, else two places. */
    public static function displayText(Fraction|Interval $x, ?int $places): string
    {
        if ($x instanceof Interval) {
            $size = fn (Fraction $end) => Numbers::low(Numbers::absolute($end));
            $outer = Numbers::order($size($x->low), $size($x->high)) > 0 ? $x->low : $x->high;
            return self::decimalText($outer, $places ?? self::DISPLAY_PLACES);
        }
        $shortest = $places === null ? self::shortestText($x) : null;
        return $shortest ?? self::decimalText($x, $places ?? self::DISPLAY_PLACES);
    }

    /** A decimal text as people print it: `1234.5` is `1.234,5` in Indonesian ("id"), `1,234.5` in English ("en"). */
    public static function formatNumber(string $text, string $language = 'id'): string
    {
        [$thousands, $point] = self::SEPARATORS[$language];
        [$whole, $decimals] = [...explode('.', $text), null];
        $grouped = preg_replace('/\B(?=(?:[0-9]{3})+\z)/', $thousands, $whole);
        return $decimals === null ? $grouped : $grouped . $point . $decimals;
    }
}
