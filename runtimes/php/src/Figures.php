<?php

declare(strict_types=1);

namespace SakipRules;

/** Named values: what is given or computed, its rounding, its category, and what is to be said of it. */
final class Figures
{
    /**
     * @param array<string, mixed> $declared
     * @param array<string, mixed> $more
     * @return array<string, mixed>
     */
    public static function of(array $declared, string $origin, mixed $value, array $more = []): array
    {
        return [
            'name' => $declared['name'],
            'title' => $declared['title'],
            'unit' => $declared['unit'] ?? null,
            'origin' => $origin,
            'value' => $value,
            'inside' => $value,
            'exact' => $value,
            'rounding' => null,
            'scale' => null,
            'category' => null,
            'trace' => [],
            'diagnostics' => [],
            ...$more,
        ];
    }

    /**
     * An input as given, or by default; else it is missing.
     *
     * @param array<string, mixed> $declared
     * @return array<string, mixed>
     */
    public static function given(array $declared, mixed $given): array
    {
        $value = $given ?? (isset($declared['default']) ? self::default($declared['default']) : new Absent('missing'));
        return self::of($declared, $given === null ? 'default' : 'given', $value);
    }

    /** The default of an input as the plan states it. */
    private static function default(mixed $stated): mixed
    {
        return match (true) {
            !is_array($stated) => $stated,
            isset($stated['word']) => Formulas::absentOf($stated),
            isset($stated['number']) => Numbers::exact($stated['number']),
            default => new Range(Numbers::exact($stated['low']), Numbers::exact($stated['high'])),
        };
    }

    /**
     * A step with the value of a called rule, and its own category, else the rule's.
     *
     * @param array<string, mixed> $step
     * @param array<string, mixed>|null $scale
     * @param array<string, mixed> $called
     * @param array<string, mixed> $trace
     * @param list<array<string, mixed>> $failures
     * @return array<string, mixed>
     */
    public static function ofRule(array $step, ?array $scale, array $called, array $trace, array $failures): array
    {
        $theirs = $called['result'];
        $rounding = $step['rounding'] ?? null;
        [$unrounded, $carried] = $theirs['rounding'] === null
            ? self::settle($theirs['value'], $rounding)
            : [$theirs['exact'], $theirs['value']];
        $lost = $carried === $theirs['value'] ? [] : Formulas::ownFailure($step['name'], $carried, []);
        $figure = self::of($step, 'computed', $carried, [
            'unit' => $step['unit'] ?? $theirs['unit'],
            'exact' => $theirs['value'] instanceof Absent ? $carried : $unrounded,
            'rounding' => $theirs['rounding'] ?? $rounding,
            'scale' => $theirs['scale'],
            'category' => $theirs['category'],
            'trace' => [...$trace, 'called' => $called],
            'diagnostics' => [...$failures, ...$lost],
        ]);
        if ($scale !== null) {
            return self::banded($figure, $scale);
        }
        return $theirs['scale'] === null ? $figure : self::inherited($figure, $theirs);
    }

    /**
     * A computed value before and after its rounding; one that an interval does not settle leaves none.
     *
     * @param array<string, mixed>|null $rounding
     * @return array{mixed, mixed}
     */
    public static function settle(mixed $value, ?array $rounding): array
    {
        if ($rounding === null || !Numbers::isNumber($value)) {
            return [$value, $value];
        }
        $rounded = Printing::roundNumber($value, $rounding['places'], $rounding['mode'] ?? 'half_up');
        if ($rounded === null) {
            $lost = Absent::notComputable('precision');
            return [$lost, $lost];
        }
        return [$value, ($rounding['carry'] ?? 'exact') === 'rounded' ? $rounded : $value];
    }

    /**
     * The figure with the category that a scale gives its carried value.
     *
     * @param array<string, mixed> $figure
     * @param array<string, mixed> $scale
     * @return array<string, mixed>
     */
    public static function banded(array $figure, array $scale): array
    {
        $found = Scales::classify($scale, $figure['value']);
        $category = $found instanceof Category ? $found : null;
        $warnings = [];
        if ($category === null && !$figure['value'] instanceof Absent) {
            $about = ['figure' => $figure['name'], 'scale' => $scale['reference']];
            $warnings = [['code' => $found->reason, 'severity' => 'warning', ...$about]];
        }
        $diagnostics = [...$figure['diagnostics'], ...$warnings, ...self::hazards($figure, $category, $scale)];
        return [...$figure, 'scale' => $scale, 'category' => $category, 'diagnostics' => $diagnostics];
    }

    /**
     * The figure as it is seen from outside after a failed check; a scale may have a band for that.
     *
     * @param array<string, mixed> $figure
     * @return array<string, mixed>
     */
    public static function failed(array $figure, Absent $failure): array
    {
        $category = $figure['scale'] === null ? null : self::categorized($failure, $figure['scale']);
        return [...$figure, 'value' => $failure, 'category' => $category];
    }

    /**
     * The figure with the category of the called rule, which another rounding may belie.
     *
     * @param array<string, mixed> $figure
     * @param array<string, mixed> $theirs
     * @return array<string, mixed>
     */
    private static function inherited(array $figure, array $theirs): array
    {
        if ($figure['value'] instanceof Absent) {
            return [...$figure, 'category' => self::categorized($figure['value'], $theirs['scale'])];
        }
        if (in_array('display-hazard', array_column($theirs['diagnostics'], 'code'), true)) {
            return $figure;
        }
        $hazards = self::hazards($figure, $figure['category'], $theirs['scale']);
        return [...$figure, 'diagnostics' => [...$figure['diagnostics'], ...$hazards]];
    }

    /** @param array<string, mixed> $scale */
    private static function categorized(mixed $value, array $scale): ?Category
    {
        $found = Scales::classify($scale, $value);
        return $found instanceof Category ? $found : null;
    }

    /**
     * The warning that the displayed value would earn another category, if it would.
     *
     * @param array<string, mixed> $figure
     * @param array<string, mixed> $scale
     * @return list<array<string, mixed>>
     */
    private static function hazards(array $figure, ?Category $category, array $scale): array
    {
        if ($category === null || !Numbers::isNumber($figure['exact'])) {
            return [];
        }
        $usual = ['places' => Printing::DISPLAY_PLACES, 'mode' => 'half_up'];
        ['places' => $places, 'mode' => $mode] = ($figure['rounding'] ?? []) + $usual;
        $shown = Printing::roundNumber($figure['exact'], $places, $mode);
        $other = $shown === null ? $category : self::categorized($shown, $scale);
        if ([$other?->label, $other?->code] === [$category->label, $category->code]) {
            return [];
        }
        $head = ['code' => 'display-hazard', 'severity' => 'warning', 'figure' => $figure['name']];
        $texts = ['category' => $category->label, 'other' => $other->label ?? '–'];
        return [[...$head, ...$texts, 'shown' => Printing::decimalText($shown, $places)]];
    }
}
