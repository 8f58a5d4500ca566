<?php

declare(strict_types=1);

namespace SakipRules;

/** Rules as checked plans (`sakip export RULE --format plan`, format `sakip-plan/1`), computed exactly. */
final class Plans
{
    private const FORMAT = 'sakip-plan/1';
    private const DEPTH = 4096;

    /** @var list<Rule> The rules that were exported, in order. */
    public readonly array $rules;
    /** @var array<string, array<string, mixed>> */
    private readonly array $plans;

    /** @param array<string, mixed> $data */
    private function __construct(array $data)
    {
        $plans = [];
        foreach ($data['rules'] as $plan) {
            $reference = "{$plan['source']['id']}@{$plan['source']['version']}";
            $plans[$reference] = [...$plan, 'reference' => $reference];
        }
        $this->plans = $plans;
        $this->rules = array_map(fn (string $root) => $this->rule($root), $data['roots']);
    }

    /** The plans of a JSON text; throws a `SakipError` for another format. */
    public static function load(string $json): self
    {
        $data = json_decode($json, true, self::DEPTH);
        if (($data['format'] ?? null) !== self::FORMAT || !self::isWhole($data)) {
            throw SakipError::of('bad-value');
        }
        return new self($data);
    }

    /** Says that there is a list of rules, and one of roots that are all among them. */
    private static function isWhole(array $data): bool
    {
        $known = [];
        foreach (self::listOf($data, 'rules') ?? [null] as $plan) {
            if (!is_array($plan['source'] ?? null)) {
                return false;
            }
            $known[] = implode('@', array_filter([$plan['source']['id'] ?? null, $plan['source']['version'] ?? null], 'is_string'));
        }
        $roots = self::listOf($data, 'roots');
        return $roots !== null && array_filter($roots, fn ($root) => !in_array($root, $known, true)) === [];
    }

    /** @return ?list<mixed> */
    private static function listOf(array $data, string $key): ?array
    {
        $found = $data[$key] ?? null;
        return is_array($found) && array_is_list($found) ? $found : null;
    }

    /**
     * The rule of `owner/name@x.y.z`, or of an id: the version in force `on` a year (then: on its last day) or a day such
     * as `2021-06-30`; without `on`, the only version there is. What a rule refers to is as it was on the day of the export.
     */
    public function rule(string $reference, int|string|null $on = null): Rule
    {
        $versions = array_values(array_filter($this->plans, fn ($plan) => $plan['source']['id'] === $reference));
        $pinned = $this->plans[$reference] ?? ($on === null && count($versions) === 1 ? $versions[0] : null);
        if ($pinned === null && $versions === []) {
            throw SakipError::of('unknown-rule');
        }
        $day = $pinned === null ? Versions::dayOf($on ?? throw SakipError::of('missing-key')) : '';
        return new Rule($this->plans, $pinned ?? Versions::inForce($versions, $day));
    }

    /** The number of a text as people type it; `unit` decides what `1.250` means. Throws a `SakipError`. */
    public static function parseNumber(string $text, ?string $unit = null, string $type = 'number'): Fraction
    {
        return InputReader::alone(fn () => NumberText::read($text, $unit, $type === 'count'));
    }

    /** A decimal text with a point, as people of a language ("id" or "en") print it. */
    public static function formatNumber(string $text, string $language = 'id'): string
    {
        return Printing::formatNumber($text, $language);
    }
}
