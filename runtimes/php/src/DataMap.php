<?php

declare(strict_types=1);

namespace SakipRules;

/** A map in data. PHP turns the key "10" into a number, so keys are given back as texts. */
final class DataMap
{
    /** @param array<array-key, mixed> $entries */
    private function __construct(private readonly array $entries)
    {
    }

    /** An object or an array with keys as a map; an empty array, too; null for what is none. */
    public static function of(mixed $written): ?self
    {
        $isMap = $written instanceof \stdClass || $written === [] || (is_array($written) && !array_is_list($written));
        return $isMap ? new self((array) $written) : null;
    }

    public function map(\Closure $change): self
    {
        return new self(array_map($change, $this->entries));
    }

    public function has(string $key): bool
    {
        return array_key_exists($key, $this->entries);
    }

    public function get(string $key): mixed
    {
        return $this->entries[$key] ?? null;
    }

    /** @return list<string> */
    public function keys(): array
    {
        return array_map(strval(...), array_keys($this->entries));
    }

    /** The first key that is none of some. */
    public function keyBeside(string ...$known): ?string
    {
        return array_values(array_diff($this->keys(), $known))[0] ?? null;
    }
}
