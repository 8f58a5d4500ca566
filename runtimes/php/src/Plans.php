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
        $this->rules = array_map($this->rule(...), $data['roots']);
    }

    /** The plans of a JSON text; throws a `SakipError` for another format. */
    public static function load(string $json): self
    {
        $data = json_decode($json, true, self::DEPTH);
        if (($data['format'] ?? null) !== self::FORMAT) {
            throw SakipError::of('bad-value');
        }
        return new self($data);
    }

    /** The rule of a reference, `owner/name@x.y.z`, or of an id of which there is one version. */
    public function rule(string $reference): Rule
    {
        $isMeant = fn ($plan) => $plan['reference'] === $reference || $plan['source']['id'] === $reference;
        $found = array_values(array_filter($this->plans, $isMeant));
        return count($found) === 1 ? new Rule($this->plans, $found[0]) : throw SakipError::of('unknown-rule');
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
