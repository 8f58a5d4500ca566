<?php

declare(strict_types=1);

namespace SakipRules;

/** One row of a collection: its id, if the data names it, and its fields; all are absent where the row is. */
final class Row
{
    /** @param array<string, mixed> $values */
    public function __construct(
        public readonly ?string $id,
        private readonly array $values,
        public readonly ?Absent $absent = null,
    ) {
    }

    /** A field; null where the row has none of that name. */
    public function get(string $name): mixed
    {
        return $this->absent ?? $this->values[$name] ?? null;
    }
}
