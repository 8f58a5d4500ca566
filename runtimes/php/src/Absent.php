<?php

declare(strict_types=1);

namespace SakipRules;

/** A value that is not there: its word, perhaps a reason, and a note as [Indonesian, English]. */
final class Absent
{
    private const RANK = ['not_computable' => 3, 'missing' => 2, 'not_due' => 1, 'not_applicable' => 0];
    public const WORDS = ['not_computable', 'missing', 'not_due', 'not_applicable'];

    /** @param array{string, string}|null $note */
    public function __construct(
        public readonly string $word,
        public readonly ?string $reason = null,
        public readonly ?array $note = null,
    ) {
    }

    /** @param array{string, string}|null $note */
    public static function notComputable(string $reason, ?array $note = null): self
    {
        return new self('not_computable', $reason, $note);
    }

    /** The status that programs see. */
    public function status(): string
    {
        return match ($this->word) {
            'not_computable' => 'error',
            'not_due' => 'not_applicable',
            default => $this->word,
        };
    }

    /** The reason that goes with the status. */
    public function statusReason(): ?string
    {
        return match (true) {
            $this->word === 'not_due' => 'not_due',
            $this->word === 'missing' && in_array($this->reason, [null, ''], true) => 'not_given',
            default => $this->reason,
        };
    }

    /**
     * The absent ones of some values.
     *
     * @param array<mixed> $values
     * @return list<self>
     */
    public static function among(array $values): array
    {
        return array_values(array_filter($values, fn ($value) => $value instanceof self));
    }

    /**
     * The absent value that needs attention first; of two equal ones the left one.
     *
     * @param non-empty-list<self> $absents
     */
    public static function worst(array $absents): self
    {
        $isWorse = fn (self $a, self $b) => self::RANK[$b->word] > self::RANK[$a->word];
        return array_reduce($absents, fn (self $a, self $b) => $isWorse($a, $b) ? $b : $a, $absents[0]);
    }
}
