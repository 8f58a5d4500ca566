<?php

declare(strict_types=1);

namespace SakipRules;

/** Reads numbers as people type them (language 2.1). */
final class NumberText
{
    public const BLANK = '[\t-\r\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]';
    private const LONGEST = 400;
    private const PERCENT_UNITS = ['persen', 'poin persen'];
    private const DECIMAL_UNITS = [...self::PERCENT_UNITS, 'rasio', 'indeks', 'nilai'];
    private const WHOLE_MONEY = '/\A-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)\z/';
    private const AMBIGUOUS = '/\A-?[1-9][0-9]{0,2}[.,][0-9]{3}\z/';
    private const POINT = '/\A-?[0-9]+(?:\.[0-9]+)?\z/';
    private const COMMAS = '/\A-?[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?\z/';
    private const DOTS = '/\A-?(?:[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),[0-9]+)\z/';
    private const SIGNS = [
        '-', '--', '---', '–', '—', '−', '…', '...', 'n/a', 'na', 'n.a', 'n.a.', 't/a', 'nihil', 'kosong',
        'tidak ada', 'belum ada', 'belum ada data', '#n/a', '#div/0!',
    ];

    /** The number that a text stands for, by the unit that counts; `whole` for a count. */
    public static function read(string $text, ?string $unit, bool $whole = false): Fraction
    {
        $stripped = self::strip($text);
        $body = str_replace('−', '-', $stripped);
        if ($unit === 'rupiah') {
            $body = self::withoutCurrency($body);
        }
        if (str_ends_with($body, '%')) {
            if ($unit !== null && !in_array($unit, self::PERCENT_UNITS, true)) {
                throw new LiteralError('bad-value');
            }
            [$body, $unit] = [self::strip(substr($body, 0, -1)), 'persen'];
        }
        if (!in_array($unit, self::DECIMAL_UNITS, true) && preg_match(self::AMBIGUOUS, $body) === 1) {
            throw new LiteralError('ambiguous-number');
        }
        $plain = self::plainForm($body);
        if ($plain === null) {
            throw new LiteralError(in_array(self::lower($stripped), self::SIGNS, true) ? 'which-absent' : 'bad-value');
        }
        return self::counted(Numbers::readExact($plain), $whole);
    }

    /** The number, which must be an integer that is not negative where it is a count. */
    public static function counted(Fraction $number, bool $isCount): Fraction
    {
        if ($isCount && (!$number->isInteger() || gmp_sign($number->above) < 0)) {
            throw new LiteralError('bad-value');
        }
        return $number;
    }

    /** The text without blanks around it; a text that is no UTF-8 stays as it is. */
    public static function strip(string $text): string
    {
        $blank = self::BLANK;
        $found = preg_match("/\\A{$blank}*+(.*[^" . substr($blank, 1) . ')?/su', $text, $parts);
        return $found === 1 ? $parts[1] ?? '' : $text;
    }

    /** The text in small letters, as far as it can then be one of ASCII: K may also be the sign of Kelvin. */
    public static function lower(string $text): string
    {
        return strtolower(str_replace("\u{212A}", 'k', $text));
    }

    /** Drops `Rp` and `,-`; behind `,-` the dots are thousands. */
    private static function withoutCurrency(string $body): string
    {
        $body = preg_replace('/\A(-?)Rp\.?' . self::BLANK . '*+/iu', '$1', $body) ?? $body;
        $amount = str_ends_with($body, ',-') ? substr($body, 0, -2) : $body;
        $isWhole = $amount !== $body && preg_match(self::WHOLE_MONEY, $amount) === 1;
        return $isWhole ? str_replace('.', '', $amount) : $body;
    }

    /** The same number with a point and without thousands; null if it is none, or too long. */
    private static function plainForm(string $body): ?string
    {
        $plain = match (1) {
            preg_match(self::POINT, $body) => $body,
            preg_match(self::COMMAS, $body) => str_replace(',', '', $body),
            preg_match(self::DOTS, $body) => str_replace(['.', ','], ['', '.'], $body),
            default => null,
        };
        return $plain !== null && strlen(str_replace(['-', '.'], '', $plain)) <= self::LONGEST ? $plain : null;
    }
}
