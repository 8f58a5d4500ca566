<?php

declare(strict_types=1);

namespace SakipRules;

/** A target between two numbers. */
final class Range
{
    public function __construct(public readonly Fraction $low, public readonly Fraction $high)
    {
    }
}
