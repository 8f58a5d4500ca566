<?php

declare(strict_types=1);

namespace SakipRules;

/** Data as people and programs write them -> typed values (language 2.1, 2.3). */
final class Literals
{
    private const TRUTHS = ['ya' => true, 'yes' => true, 'true' => true, 'tidak' => false, 'no' => false, 'false' => false];
    private const POLARITIES = ['higher_is_better', 'lower_is_better', 'closer_is_better'];
    private const DATA_WORDS = ['missing', 'not_applicable', 'not_due'];
    private const REASONS = [
        'division-by-zero', 'outside-domain', 'no-case', 'scale-gap', 'not-in-table', 'undefined-cell', 'range-target',
        'check-failed', 'precision', 'too-large',
    ];

    public static function isBlank(mixed $written): bool
    {
        return $written === null || (is_string($written) && NumberText::strip($written) === '');
    }

    /** The absent value that a bare word of data means; null for any other text. */
    public static function word(string $text): ?Absent
    {
        $word = NumberText::strip($text);
        return in_array($word, self::DATA_WORDS, true) ? new Absent($word) : null;
    }

    /**
     * The value of a literal, for an input as the plan declares it; blank is `missing`.
     *
     * @param array<string, mixed> $declared
     */
    public static function read(mixed $written, array $declared): mixed
    {
        $datum = self::asData($written);
        $type = $declared['type'];
        return match (true) {
            self::isBlank($datum) => new Absent('missing'),
            is_string($datum) => self::word($datum) ?? self::text(NumberText::strip($datum), $declared),
            is_bool($datum) && $type === 'truth' => $datum,
            $datum instanceof Fraction => self::given($datum, $type),
            $datum instanceof DataMap && $datum->has('status') => self::absent($datum),
            $datum instanceof DataMap && $type === 'range' => self::range($datum, $declared),
            default => throw new LiteralError('bad-value'),
        };
    }

    /** What a scale or an interpolation is asked about: a number or any absent value. */
    public static function banded(mixed $written, ?string $unit): mixed
    {
        $isBroken = is_string($written) && NumberText::strip($written) === 'not_computable';
        return $isBroken ? new Absent('not_computable') : self::read($written, ['type' => 'number', 'unit' => $unit]);
    }

    /** A CODE that a table is asked about, or an absent value. */
    public static function code(mixed $written): string|Absent
    {
        $datum = self::asData($written);
        return match (true) {
            self::isBlank($datum) => new Absent('missing'),
            is_string($datum) => self::word($datum) ?? NumberText::strip($datum),
            $datum instanceof Fraction => (string) $datum,
            $datum instanceof DataMap => self::absent($datum),
            default => throw new LiteralError('bad-value'),
        };
    }

    /** The absent value written as `{status, reason, note}`; null for what has no `status`. */
    public static function absentIn(mixed $written): ?Absent
    {
        if (DataMap::of($written)?->has('status') !== true) {
            return null;
        }
        $datum = self::asData($written);
        assert($datum instanceof DataMap);
        return self::absent($datum);
    }

    /** What a program gives, as data: text, `Fraction`, truth, null, list, or a `DataMap` of these. */
    private static function asData(mixed $written, int $depth = 0): mixed
    {
        if ($written === null || is_string($written) || is_bool($written) || $written instanceof Fraction) {
            return $written;
        }
        if (is_int($written) || $written instanceof \GMP) {
            return Numbers::integer($written);
        }
        if (is_float($written)) {
            throw new LiteralError('float-given');
        }
        if (is_array($written) && array_is_list($written)) {
            return $written;
        }
        $map = $depth > 1 ? null : DataMap::of($written);
        return ($map ?? throw new LiteralError('bad-value'))->map(fn ($value) => self::asData($value, $depth + 1));
    }

    /** @param array<string, mixed> $declared */
    private static function text(string $text, array $declared): mixed
    {
        switch ($declared['type']) {
            case 'truth':
                return self::TRUTHS[NumberText::lower($text)] ?? throw new LiteralError('bad-value');
            case 'choice':
                return self::oneOf($text, $declared['choices'] ?? []);
            case 'polarity':
                return self::oneOf($text, self::POLARITIES);
        }
        $number = self::numberOrCode($text, $declared);
        return $declared['type'] === 'range' ? new Range($number, $number) : $number;
    }

    /** @param list<string> $codes */
    private static function oneOf(string $text, array $codes): string
    {
        return in_array($text, $codes, true) ? $text : throw new LiteralError('bad-value');
    }

    /**
     * A CODE of the input's `codes` is looked up last: a text that reads as a number is that number.
     *
     * @param array<string, mixed> $declared
     */
    private static function numberOrCode(string $text, array $declared): Fraction
    {
        try {
            return NumberText::read($text, $declared['unit'] ?? null, $declared['type'] === 'count');
        } catch (LiteralError $error) {
            foreach ($declared['codes'] ?? [] as [$code, $number]) {
                if ($code === $text) {
                    return Numbers::exact($number);
                }
            }
            throw $error;
        }
    }

    private static function given(Fraction $number, string $type): Fraction|Range
    {
        if (!in_array($type, ['number', 'count', 'range'], true)) {
            throw new LiteralError('bad-value');
        }
        $sized = NumberText::counted(self::sized($number), $type === 'count');
        return $type === 'range' ? new Range($sized, $sized) : $sized;
    }

    private static function sized(Fraction $number): Fraction
    {
        try {
            Numbers::checkSize($number);
        } catch (Refusal) {
            throw new LiteralError('bad-value');
        }
        return $number;
    }

    private static function mustHaveOnly(DataMap $written, string ...$keys): void
    {
        $strange = $written->keyBeside(...$keys);
        if ($strange !== null) {
            throw new LiteralError('bad-value', $strange);
        }
    }

    /** @param array<string, mixed> $declared */
    private static function range(DataMap $written, array $declared): Range
    {
        self::mustHaveOnly($written, 'min', 'max');
        [$low, $high] = array_map(function (string $key) use ($written, $declared): Fraction {
            $end = $written->get($key);
            return match (true) {
                $end instanceof Fraction => self::sized($end),
                is_string($end) && !self::isBlank($end) => self::numberOrCode(NumberText::strip($end), $declared),
                default => throw new LiteralError('bad-value', $key),
            };
        }, ['min', 'max']);
        return Numbers::order($low, $high) > 0 ? throw new LiteralError('bad-value') : new Range($low, $high);
    }

    private static function absent(DataMap $written): Absent
    {
        self::mustHaveOnly($written, 'status', 'reason', 'note');
        [$word, $reason, $note] = array_map($written->get(...), ['status', 'reason', 'note']);
        if (!in_array($word, Absent::WORDS, true)) {
            throw new LiteralError('bad-value', 'status');
        }
        if ($word === 'not_computable' && $reason === null) {
            throw new LiteralError('missing-key');
        }
        if ($reason !== null && !self::fits($word, $reason)) {
            throw new LiteralError('bad-value', 'reason');
        }
        return new Absent($word, $reason, self::note($note));
    }

    private static function fits(string $word, mixed $reason): bool
    {
        if ($word === 'not_computable') {
            return in_array($reason, self::REASONS, true);
        }
        return is_string($reason) && preg_match('/' . NumberText::BLANK . '/u', $reason) === 0;
    }

    /** @return array{string, string}|null */
    private static function note(mixed $note): ?array
    {
        if ($note === null || is_string($note)) {
            return $note === null ? null : [$note, $note];
        }
        if (!$note instanceof DataMap || $note->keyBeside('id', 'en') !== null || !is_string($note->get('id'))) {
            throw new LiteralError('bad-value', 'note');
        }
        return [$note->get('id'), is_string($note->get('en')) ? $note->get('en') : $note->get('id')];
    }
}
