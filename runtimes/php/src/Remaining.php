<?php

declare(strict_types=1);

namespace SakipRules;

/** Which rows remain in an aggregate (language 3.5). */
final class Remaining
{
    private const NAMED_ROWS = 20;

    /** @var list<mixed> */
    public array $kept = [];
    /** @var list<Fraction|Interval> */
    public array $weights = [];
    /** @var list<Absent> */
    private array $blocking = [];
    /** @var list<array{row: string, why: string}> */
    private array $left = [];
    /** @var list<Absent> */
    private array $leftValues = [];

    public function take(string $row, mixed $condition, mixed $value, mixed $weight): void
    {
        $absents = Absent::among([$condition, $value, $weight]);
        if ($condition === false) {
            $this->leave($row, 'where', $value);
        } elseif ($absents !== []) {
            $this->takeAbsent($row, Absent::worst($absents), $value);
        } else {
            $this->kept[] = $value;
            if ($weight !== null) {
                $this->weights[] = $weight;
            }
        }
    }

    /**
     * How many rows were counted, and which left and why: so many are named, of the others there is the number.
     *
     * @return array<string, mixed>
     */
    public function used(string $name): array
    {
        $left = array_slice($this->left, 0, self::NAMED_ROWS);
        return [
            'function' => $name,
            'counted' => count($this->kept) + count($this->blocking),
            'left' => $left,
            'more' => count($this->left) - count($left),
        ];
    }

    /** The absent value that the function gives, if the rows leave it none. */
    public function absent(string $name): ?Absent
    {
        if ($this->blocking !== []) {
            return Absent::worst($this->blocking);
        }
        $isEmpty = $this->kept === [] && $name !== 'count';
        return $isEmpty ? Absent::worst([...$this->leftValues, new Absent('not_applicable')]) : null;
    }

    private function takeAbsent(string $row, Absent $absent, mixed $value): void
    {
        if ($absent->word === 'not_applicable' || $absent->word === 'not_due') {
            $this->leave($row, $absent->word, $value);
        } else {
            $this->blocking[] = $absent;
        }
    }

    private function leave(string $row, string $why, mixed $value): void
    {
        $this->left[] = ['row' => $row, 'why' => $why];
        if ($value instanceof Absent && $value->word !== 'not_computable') {
            $this->leftValues[] = $value;
        }
    }
}
