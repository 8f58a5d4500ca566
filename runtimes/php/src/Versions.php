<?php

declare(strict_types=1);

namespace SakipRules;

/** Which of several versions of a rule holds on a day; days are texts, `2021-12-31`. */
final class Versions
{
    private const LAST_DAY = '9999-12-31';

    /** The day of a text, or the last day of a year. */
    public static function dayOf(int|string $on): string
    {
        $day = is_int($on) ? sprintf('%04d-12-31', $on) : $on;
        return preg_match('/\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z/', $day) === 1 ? $day : throw SakipError::of('bad-date');
    }

    /**
     * The version in force on a day; one that another in force supersedes, directly or through others, stands back.
     *
     * @param list<array<string, mixed>> $versions
     * @return array<string, mixed>
     */
    public static function inForce(array $versions, string $day): array
    {
        $lastDay = fn (array $plan) => $plan['source']['valid_to'] ?? self::LAST_DAY;
        $holds = fn (array $plan) => $plan['source']['valid_from'] <= $day && $day <= $lastDay($plan);
        $holding = array_values(array_filter($versions, $holds));
        if ($holding === []) {
            $isOver = array_filter($versions, fn (array $plan) => $lastDay($plan) < $day) !== [];
            throw SakipError::of($isOver ? 'no-longer-in-force' : 'not-yet-in-force');
        }
        $replaced = array_merge(...array_map(fn (array $plan) => self::supersededBy($plan, $versions), $holding));
        $stands = fn (array $plan) => !in_array($plan['source']['version'], $replaced, true);
        $standing = array_values(array_filter($holding, $stands));
        return self::highest($standing === [] ? $holding : $standing);
    }

    /**
     * @param array<string, mixed> $plan
     * @param list<array<string, mixed>> $versions
     * @return list<string>
     */
    private static function supersededBy(array $plan, array $versions): array
    {
        $found = [];
        $known = array_column(array_column($versions, 'source'), 'supersedes', 'version');
        $next = $plan['source']['supersedes'] ?? null;
        while ($next !== null && !in_array($next, $found, true)) {
            $found[] = $next;
            $next = $known[$next] ?? null;
        }
        return $found;
    }

    /**
     * @param non-empty-list<array<string, mixed>> $versions
     * @return array<string, mixed>
     */
    private static function highest(array $versions): array
    {
        $parts = fn (array $plan) => array_map(intval(...), explode('.', $plan['source']['version']));
        usort($versions, fn (array $a, array $b) => $parts($a) <=> $parts($b));
        return $versions[count($versions) - 1];
    }
}
