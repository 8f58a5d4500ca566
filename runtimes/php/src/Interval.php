<?php

declare(strict_types=1);

namespace SakipRules;

/** A value that is not known exactly, but lies between `low` and `high`. */
final class Interval
{
    public function __construct(public readonly Fraction $low, public readonly Fraction $high)
    {
    }
}
