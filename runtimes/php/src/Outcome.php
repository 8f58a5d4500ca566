<?php

declare(strict_types=1);

namespace SakipRules;

/** What was computed, as plain data: the same keys as in the JavaScript package. */
final class Outcome
{
    /**
     * @param array<string, mixed> $record
     * @return array<string, mixed>
     */
    public static function ofRule(array $record): array
    {
        ['source' => $source, 'reference' => $reference, 'kind' => $kind] = $record['rule'];
        return [
            'rule' => $reference,
            'id' => $source['id'],
            'version' => $source['version'],
            'kind' => $kind,
            ...self::figure($record['result']),
            'title' => $source['title'],
            ...self::parts($record),
            'diagnostics' => self::everything($record),
        ];
    }

    /** @return array{status: string, reason: ?string, note: ?array{string, string}} */
    public static function status(mixed $value): array
    {
        if (!$value instanceof Absent) {
            return ['status' => 'ok', 'reason' => null, 'note' => null];
        }
        return ['status' => $value->status(), 'reason' => $value->statusReason(), 'note' => $value->note];
    }

    /** @return array{category: ?string, code: ?string, band: ?int} */
    public static function band(mixed $category): array
    {
        $found = $category instanceof Category ? $category : null;
        return ['category' => $found?->label, 'code' => $found?->code, 'band' => $found?->place];
    }

    /**
     * @param array<string, mixed> $record
     * @return array<string, mixed>
     */
    private static function parts(array $record): array
    {
        $collections = [];
        foreach ($record['rows'] as $name => $rows) {
            $row = fn (array $row) => ['id' => $row['id'], ...self::parts($row), 'diagnostics' => $row['diagnostics']];
            $collections[] = ['name' => $name, 'rows' => array_map($row, $rows)];
        }
        return ['steps' => array_map(self::figure(...), array_values($record['figures'])), 'collections' => $collections];
    }

    /**
     * @param array<string, mixed> $figure
     * @return array<string, mixed>
     */
    private static function figure(array $figure): array
    {
        ['value' => $value, 'exact' => $exact, 'trace' => $trace] = $figure;
        $isExact = $exact instanceof Fraction && !$value instanceof Absent;
        return [
            'name' => $figure['name'],
            'title' => $figure['title'],
            'unit' => $figure['unit'],
            'origin' => $figure['origin'],
            'text' => self::text($figure),
            'exact' => $isExact ? (string) $exact : null,
            'range' => $value instanceof Range ? ['min' => self::end($value->low), 'max' => self::end($value->high)] : null,
            ...self::band($value instanceof Category ? $figure['category'] ?? $value : $figure['category']),
            ...self::status($value),
            'rounding' => $figure['rounding'],
            'formula' => $trace['formula'] ?? null,
            'case' => $trace['case'] ?? null,
            'aggregates' => $trace['aggregates'] ?? [],
            'called' => isset($trace['called']) ? self::ofRule($trace['called']) : null,
            'diagnostics' => $figure['diagnostics'],
        ];
    }

    private static function end(Fraction $number): string
    {
        return Printing::shortestText($number) ?? (string) $number;
    }

    /**
     * A value as text: a number with exactly the places that it is shown with; null if absent or no scalar.
     *
     * @param array<string, mixed> $figure
     */
    private static function text(array $figure): ?string
    {
        ['value' => $value, 'exact' => $exact, 'rounding' => $rounding, 'origin' => $origin] = $figure;
        if (!Numbers::isNumber($value)) {
            return match (true) {
                is_bool($value) => $value ? 'true' : 'false',
                is_string($value) => $value,
                $value instanceof Category => in_array($value->code, [null, ''], true) ? $value->label : $value->code,
                default => null,
            };
        }
        $number = Numbers::isNumber($exact) ? $exact : $value;
        if ($rounding === null) {
            return Printing::displayText($number, $origin === 'computed' ? Printing::DISPLAY_PLACES : null);
        }
        $settled = Printing::roundNumber($number, $rounding['places'], $rounding['mode'] ?? 'half_up');
        return $settled === null ? null : Printing::decimalText($settled, max($rounding['places'], 0));
    }

    /**
     * The diagnostics of a record and of all that it is made of, each once.
     *
     * @param array<string, mixed> $record
     * @return list<array<string, mixed>>
     */
    private static function everything(array $record): array
    {
        $once = [];
        foreach (self::within($record) as $diagnostic) {
            $once[serialize($diagnostic)] = $diagnostic;
        }
        return array_values($once);
    }

    /**
     * @param array<string, mixed> $record
     * @return list<array<string, mixed>>
     */
    private static function within(array $record): array
    {
        $figures = array_values($record['figures']);
        if (isset($record['result'])) {
            $figures[] = $record['result'];
        }
        $inner = array_merge(...array_values($record['rows']));
        foreach ($figures as $figure) {
            array_push($inner, ...array_filter([$figure['trace']['called'] ?? null]));
        }
        $found = array_merge($record['diagnostics'], ...array_column($figures, 'diagnostics'));
        return array_merge($found, ...array_map(self::within(...), $inner));
    }
}
