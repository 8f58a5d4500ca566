<?php

declare(strict_types=1);

namespace SakipRules;

/** A band of a scale as a value; `place` is its place among the bands. */
final class Category
{
    public readonly string $label;
    public readonly ?string $code;

    /** @param array<string, mixed> $band */
    public function __construct(array $band, public readonly int $place)
    {
        $this->label = $band['category'];
        $this->code = $band['code'] ?? null;
    }

    /** What a choice or category is compared by. */
    public static function codeOf(mixed $value): mixed
    {
        return $value instanceof self ? $value->code ?? $value->label : $value;
    }
}
