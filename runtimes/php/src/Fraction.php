<?php

declare(strict_types=1);

namespace SakipRules;

/** A number in lowest terms: `above` / `below`, where `below` is positive. */
final class Fraction implements \Stringable
{
    public function __construct(public readonly \GMP $above, public readonly \GMP $below)
    {
    }

    /** `p/q`, or `p` alone for an integer. */
    public function __toString(): string
    {
        return $this->isInteger() ? gmp_strval($this->above) : gmp_strval($this->above) . '/' . gmp_strval($this->below);
    }

    public function isInteger(): bool
    {
        return gmp_cmp($this->below, 1) === 0;
    }
}
