<?php

declare(strict_types=1);

namespace SakipRules;

/** One version of one rule. Results are arrays of texts and lists, `null` for what is not there. */
final class Rule
{
    public readonly string $reference;
    public readonly string $id;
    public readonly string $version;
    public readonly string $kind;
    public readonly ?string $unit;
    /** The days on which it holds, `2021-12-31`; null is no end. */
    public readonly string $validFrom;
    public readonly ?string $validTo;
    /** @var array{string, string} In Indonesian and English. */
    public readonly array $title;
    /** @var list<array<string, mixed>> */
    public readonly array $basis;
    /** @var list<array<string, mixed>> What a form must ask for; `fields` are those of the rows of a collection. */
    public readonly array $inputs;
    /** @var list<array<string, mixed>> Of a scale. */
    public readonly array $bands;
    /** @var list<string> Of a table of CODEs: what each argument is. */
    public readonly array $keys;

    /**
     * @param array<string, array<string, mixed>> $plans
     * @param array<string, mixed> $plan
     */
    public function __construct(private readonly array $plans, private readonly array $plan)
    {
        ['id' => $this->id, 'version' => $this->version, 'title' => $this->title, 'basis' => $this->basis] = $plan['source'];
        $this->reference = $plan['reference'];
        $this->validFrom = $plan['source']['valid_from'];
        $this->validTo = $plan['source']['valid_to'] ?? null;
        $this->kind = $plan['kind'];
        $this->unit = $plan['result']['unit'] ?? $plan['unit'] ?? null;
        $this->inputs = self::fieldsOf($plan['record'] ?? []);
        $this->bands = $plan['scale']['bands'] ?? [];
        $this->keys = $plan['table']['keys'] ?? [];
    }

    /**
     * The result of a formula rule, with every step; throws a `SakipError`.
     *
     * @param array<string, mixed>|\stdClass $given
     * @return array<string, mixed>
     */
    public function evaluate(array|\stdClass $given = []): array
    {
        $map = DataMap::of($given);
        if (!isset($this->plan['record']) || $map === null) {
            throw SakipError::of('bad-value');
        }
        $reader = new InputReader();
        $values = $reader->record($map, $this->plan['record']);
        $reader->finish();
        return Outcome::ofRule(Record::ofRule($this->plans, $this->plan, $values, new Meter()));
    }

    /**
     * The band of a number, or of an absent value.
     *
     * @return array<string, mixed>
     */
    public function classify(mixed $value): array
    {
        if (!isset($this->plan['scale'])) {
            throw SakipError::of('bad-value');
        }
        $number = InputReader::alone(fn () => Literals::banded($value, $this->unit));
        $found = Scales::classify($this->plan, $number);
        return [...Outcome::band($found), ...Outcome::status($found)];
    }

    /**
     * The number of a table for one CODE a key, or of an interpolation for a number.
     *
     * @return array<string, mixed>
     */
    public function lookUp(mixed ...$codes): array
    {
        $table = $this->plan['table'] ?? null;
        if ($table === null || count($codes) !== count($table['keys'] ?? [1])) {
            throw SakipError::of('bad-value');
        }
        $read = isset($table['keys']) ? Literals::code(...) : fn ($value) => Literals::banded($value, $this->unit);
        $operands = array_map(fn ($code) => InputReader::alone(fn () => $read($code)), array_values($codes));
        $found = Scales::lookUp($this->plan, $operands);
        $text = Numbers::isNumber($found) ? Printing::displayText($found, null) : null;
        return ['text' => $text, 'exact' => $found instanceof Fraction ? (string) $found : null, ...Outcome::status($found)];
    }

    /**
     * @param array<string, mixed> $record
     * @return list<array<string, mixed>>
     */
    private static function fieldsOf(array $record): array
    {
        $field = fn (array $declared) => [
            'name' => $declared['name'],
            'title' => $declared['title'],
            'type' => $declared['type'],
            'unit' => $declared['unit'] ?? null,
            'choices' => $declared['choices'] ?? [],
            'codes' => array_column($declared['codes'] ?? [], 0),
            'default' => $declared['default'] ?? null,
            'fields' => isset($declared['each']) ? self::fieldsOf($declared['each']) : null,
        ];
        return array_map($field, array_values($record['inputs'] ?? []));
    }
}
