<?php

declare(strict_types=1);

namespace SakipRules;

/** Counts the units of a record and of the rules that it calls. */
final class Meter
{
    private const BUDGET = 1_000_000;
    private int $spent = 0;

    public function spend(int $units): void
    {
        $this->spent += $units;
        if ($this->isSpent()) {
            throw new BudgetSpent();
        }
    }

    public function isSpent(): bool
    {
        return $this->spent > self::BUDGET;
    }
}
