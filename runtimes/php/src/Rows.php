<?php

declare(strict_types=1);

namespace SakipRules;

/** The rows of a collection, in order. */
final class Rows
{
    /** @param list<Row> $rows */
    public function __construct(public readonly array $rows)
    {
    }

    /** The one row that an absent value in place of a collection is. */
    public static function absent(Absent $absent): self
    {
        return new self([new Row(null, [], $absent)]);
    }

    /** @return list<Row> */
    public static function in(mixed $collection): array
    {
        $rows = $collection instanceof Absent ? self::absent($collection) : $collection;
        return $rows instanceof self ? $rows->rows : [];
    }
}
