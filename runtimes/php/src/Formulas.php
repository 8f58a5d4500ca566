<?php

declare(strict_types=1);

namespace SakipRules;

/** The formulas of one record: the nodes of a plan evaluated on exact, absent-aware values, with their cost. */
final class Formulas
{
    private const FREE_BITS = 1000;

    /** @var array<string, mixed> What a name holds; it may grow meanwhile. */
    public array $names = [];
    /** @var list<mixed> */
    private array $nodes = [];
    private ?Row $row = null;
    /** @var list<array<string, mixed>> */
    private array $aggregates = [];

    /** @param \Closure(string): array<string, mixed> $aliases gives the plan of an alias */
    public function __construct(private readonly \Closure $aliases, private readonly Meter $meter)
    {
    }

    /**
     * The value of a formula, or of the case that applies; how it was computed; and a diagnostic if it broke here.
     * Of a case that calls a rule, the value is the call.
     *
     * @param array<array-key, mixed> $how
     * @return array{mixed, array<string, mixed>, list<array<string, mixed>>}
     */
    public function evaluate(string $name, array $how): array
    {
        if ($this->meter->isSpent()) {
            return [Absent::notComputable('too-large'), [], []];
        }
        $compute = array_is_list($how) ? $this->cases(...) : $this->formula(...);
        [$value, $trace] = $this->withinBudget($compute, $how);
        $used = isset($trace['nodes']) && $value instanceof Absent ? $this->usedValues($trace['nodes']) : [];
        return [$value, $trace, self::ownFailure($name, $value, $used)];
    }

    /**
     * What a check says; absent where it has no verdict.
     *
     * @param array<string, mixed> $formula
     */
    public function verdict(array $formula): mixed
    {
        return $this->withinBudget($this->formula(...), $formula)[0];
    }

    /**
     * The diagnostic of a value that cannot be computed, unless it is that of an operand: the same object.
     *
     * @param list<mixed> $operands
     * @return list<array<string, mixed>>
     */
    public static function ownFailure(string $name, mixed $value, array $operands): array
    {
        if (!$value instanceof Absent || $value->word !== 'not_computable' || in_array($value, $operands, true)) {
            return [];
        }
        return [['code' => $value->reason, 'severity' => 'error', 'figure' => $name, 'message' => $value->note]];
    }

    /**
     * The absent value that a plan states.
     *
     * @param array<string, mixed> $stated
     */
    public static function absentOf(array $stated): Absent
    {
        return new Absent($stated['word'], $stated['reason'] ?? null, $stated['note'] ?? null);
    }

    /**
     * @param array<array-key, mixed> $how
     * @return array{mixed, array<string, mixed>}
     */
    private function withinBudget(\Closure $compute, array $how): array
    {
        try {
            return $compute($how);
        } catch (BudgetSpent) {
            return [Absent::notComputable('too-large'), []];
        }
    }

    /**
     * @param array<string, mixed> $formula
     * @return array{mixed, array<string, mixed>}
     */
    private function formula(array $formula): array
    {
        [$this->nodes, $this->row, $this->aggregates] = [$formula['nodes'], null, []];
        $value = $this->value(count($this->nodes) - 1);
        $trace = ['formula' => $formula['text'], 'nodes' => $formula['nodes'], 'aggregates' => $this->aggregates];
        return [$value, $trace];
    }

    /**
     * The first case whose condition is true; an absent condition is the result.
     *
     * @param list<array<string, mixed>> $cases
     * @return array{mixed, array<string, mixed>}
     */
    private function cases(array $cases): array
    {
        foreach ($cases as $place => $case) {
            $when = $case['when']['text'] ?? null;
            $held = ['case' => ['place' => $place, 'when' => $when, 'note' => $case['note'] ?? null]];
            [$condition, $trace] = isset($case['when']) ? $this->formula($case['when']) : [true, []];
            if ($condition instanceof Absent) {
                return [$condition, [...$trace, ...$held]];
            }
            if ($condition !== true) {
                continue;
            }
            $then = $case['then'];
            if (!isset($then['nodes'])) {
                return [isset($then['word']) ? self::absentOf($then) : $then, $held];
            }
            [$value, $trace] = $this->formula($then);
            return [$value, [...$trace, ...$held]];
        }
        return [Absent::notComputable('no-case'), []];
    }

    private function value(int $place): mixed
    {
        $node = $this->nodes[$place];
        $this->meter->spend(1);
        if (is_string($node)) {
            return $this->measured(self::bare($this->names[$node] ?? $node));
        }
        if ($node[0] !== 'if') {
            return $this->measured($this->computed($node[0], array_slice($node, 1)));
        }
        $test = $this->value($node[1]);
        return $test instanceof Absent ? $test : $this->value($test ? $node[2] : $node[3]);
    }

    /** @param list<mixed> $parts */
    private function computed(string $op, array $parts): mixed
    {
        return match ($op) {
            '#' => Numbers::exact($parts[0]),
            'end' => self::bare(self::endOf($this->names[$parts[0]] ?? new Absent('missing'), $parts[1])),
            'row' => self::bare(self::endOf($this->row?->get($parts[0]) ?? new Absent('missing'), $parts[1] ?? null)),
            'over' => $this->aggregate(...$parts),
            'call' => $this->called($parts[0], $this->operands(array_slice($parts, 1))),
            'compare' => self::comparison($parts[0], $this->operands(array_slice($parts, 1))),
            default => self::applied($op, $this->operands($parts)),
        };
    }

    /**
     * @param list<int> $places
     * @return list<mixed>
     */
    private function operands(array $places): array
    {
        $values = [];
        foreach ($places as $place) {
            $values[] = $this->value($place);
        }
        return $values;
    }

    /** @param list<mixed> $operands */
    private function called(string $alias, array $operands): mixed
    {
        $plan = ($this->aliases)($alias);
        return $plan['kind'] === 'scale' ? Scales::classify($plan, $operands[0]) : Scales::lookUp($plan, $operands);
    }

    /** @param list<mixed> $values */
    private static function applied(string $op, array $values): mixed
    {
        return match ($op) {
            'and', 'or' => self::joined($op, $values),
            'not' => $values[0] instanceof Absent ? $values[0] : !$values[0],
            'pos' => $values[0],
            'given' => !$values[0] instanceof Absent || $values[0]->word === 'not_computable',
            default => self::guarded(fn (...$operands) => self::arithmetic($op, $operands), $values),
        };
    }

    /** @param list<Fraction|Interval> $x */
    private static function arithmetic(string $op, array $x): Fraction|Interval
    {
        return match ($op) {
            '+' => Numbers::add($x[0], $x[1]),
            '-' => Numbers::subtract($x[0], $x[1]),
            '*' => Numbers::multiply($x[0], $x[1]),
            '/' => Numbers::divide($x[0], $x[1]),
            '**' => Numbers::power($x[0], gmp_intval($x[1]->above)),
            'neg' => Numbers::negate($x[0]),
            'abs' => Numbers::absolute($x[0]),
            'min' => Numbers::minimum($x),
            'max' => Numbers::maximum($x),
            'clamp' => self::clamp($x[0], $x[1], $x[2]),
            'root' => Enclosing::root($x[0], gmp_intval($x[1]->above)),
            'ln' => Enclosing::ln($x[0]),
        };
    }

    private static function clamp(Fraction|Interval $x, Fraction|Interval $low, Fraction|Interval $high): Fraction|Interval
    {
        if (self::isOrdered('>', $low, $high)) {
            throw new Refusal('outside-domain');
        }
        return Numbers::maximum([$low, Numbers::minimum([$x, $high])]);
    }

    /**
     * @param non-empty-list<mixed> $list
     * @param list<Fraction|Interval> $weights
     */
    private static function folded(string $name, array $list, array $weights): mixed
    {
        return match ($name) {
            'sum' => Numbers::total($list),
            'mean' => self::mean($list, $weights),
            'geomean' => Enclosing::geometricMean($list),
            'product' => Numbers::product($list),
            'min' => Numbers::minimum($list),
            'max' => Numbers::maximum($list),
            'first' => $list[0],
            'last' => $list[count($list) - 1],
            'count' => Numbers::integer(count($list)),
        };
    }

    /**
     * @param non-empty-list<Fraction|Interval> $list
     * @param list<Fraction|Interval> $weights
     */
    private static function mean(array $list, array $weights): Fraction|Interval
    {
        if ($weights === []) {
            return Numbers::divide(Numbers::total($list), Numbers::integer(count($list)));
        }
        Enclosing::refuseBelowZero($weights);
        $weighed = array_map(Numbers::multiply(...), $list, $weights);
        return Numbers::divide(Numbers::total($weighed), Numbers::total($weights));
    }

    /**
     * What a function gives; an absent operand, or a refusal, is the result.
     *
     * @param list<mixed> $operands
     */
    private static function guarded(\Closure $compute, array $operands): mixed
    {
        $absents = Absent::among($operands);
        if ($absents !== []) {
            return Absent::worst($absents);
        }
        try {
            return $compute(...$operands);
        } catch (Refusal $refusal) {
            return Absent::notComputable($refusal->getMessage());
        }
    }

    /**
     * @param list<string> $ops
     * @param list<mixed> $operands
     */
    private static function comparison(array $ops, array $operands): mixed
    {
        $answers = [];
        foreach ($ops as $i => $op) {
            $answers[] = self::guarded(fn ($a, $b) => self::compared($op, $a, $b), array_slice($operands, $i, 2));
        }
        return self::joined('and', $answers);
    }

    private static function compared(string $op, mixed $a, mixed $b): bool
    {
        if (Numbers::isNumber($a) && Numbers::isNumber($b)) {
            return self::isOrdered($op, $a, $b);
        }
        return (Category::codeOf($a) === Category::codeOf($b)) === ($op === '==');
    }

    /** Compares two numbers; where the ends of intervals answer differently, nothing settles it. */
    private static function isOrdered(string $op, Fraction|Interval $a, Fraction|Interval $b): bool
    {
        $signs = [
            Numbers::order(Numbers::low($a), Numbers::high($b)),
            Numbers::order(Numbers::high($a), Numbers::low($b)),
        ];
        if ($signs[0] <= 0 && $signs[1] >= 0) {
            $signs[] = 0; // they overlap, so they may be equal
        }
        $answers = array_map(fn (int $sign) => self::holds($op, $sign), $signs);
        return count(array_unique($answers)) > 1 ? throw new Refusal('precision') : $answers[0];
    }

    private static function holds(string $op, int $sign): bool
    {
        return match ($op) {
            '<' => $sign < 0,
            '<=' => $sign <= 0,
            '>' => $sign > 0,
            '>=' => $sign >= 0,
            '==' => $sign === 0,
            '!=' => $sign !== 0,
        };
    }

    /**
     * `and` and `or`: a false, or a true, decides, whatever is absent beside it.
     *
     * @param list<mixed> $operands
     */
    private static function joined(string $op, array $operands): mixed
    {
        $decisive = $op === 'or';
        if (in_array($decisive, $operands, true)) {
            return $decisive;
        }
        $absents = Absent::among($operands);
        return $absents === [] ? !$decisive : Absent::worst($absents);
    }

    /** A bare range is its number when its ends are equal. */
    private static function bare(mixed $value): mixed
    {
        if (!$value instanceof Range) {
            return $value;
        }
        return Numbers::order($value->low, $value->high) === 0 ? $value->low : Absent::notComputable('range-target');
    }

    private static function endOf(mixed $value, ?string $end): mixed
    {
        if (!$value instanceof Range || $end === null) {
            return $value;
        }
        return $end === 'min' ? $value->low : $value->high;
    }

    /** Holds a number to the limits of size, and counts what it weighs. */
    private function measured(mixed $value): mixed
    {
        if (!Numbers::isNumber($value)) {
            return $value;
        }
        $bits = Numbers::bits($value);
        if ($bits <= self::FREE_BITS) {
            return $value;
        }
        try {
            Numbers::checkSize($value);
        } catch (Refusal $refusal) {
            return Absent::notComputable($refusal->getMessage());
        }
        $this->meter->spend(intdiv($bits - self::FREE_BITS, 100));
        return $value;
    }

    /** @param list<string> $path */
    private function aggregate(string $function, array $path, ?int $argument, ?int $where, ?int $weight): mixed
    {
        $remaining = new Remaining();
        foreach ($this->flatten($path) as $index => $row) {
            $this->meter->spend(1);
            $this->row = $row;
            $condition = $where === null ? true : $this->value($where);
            $value = $argument === null ? $this->counted($row) : $this->value($argument);
            $weighed = $weight === null ? null : $this->value($weight);
            $name = in_array($row->id, [null, ''], true) ? (string) ($index + 1) : $row->id;
            $remaining->take($name, $condition, $value, $weighed);
        }
        $this->row = null;
        $this->aggregates[] = $remaining->used($function);
        $fold = fn () => self::folded($function, $remaining->kept, $remaining->weights);
        return $remaining->absent($function) ?? self::guarded($fold, []);
    }

    /** What `count(c)` sees of a row: that it is there. */
    private function counted(Row $row): Absent|Fraction
    {
        $this->meter->spend(1);
        return $row->absent ?? Numbers::integer(1);
    }

    /**
     * The rows of a collection path, in order: one flat list.
     *
     * @param list<string> $path
     * @return list<Row>
     */
    private function flatten(array $path): array
    {
        $rows = Rows::in($this->names[$path[0]] ?? null);
        foreach (array_slice($path, 1) as $part) {
            $rows = array_merge(...array_map(fn (Row $row) => Rows::in($row->get($part)), $rows));
        }
        return $rows;
    }

    /**
     * The values that the nodes of a formula name: of the record, and of rows.
     *
     * @param list<mixed> $nodes
     * @return list<mixed>
     */
    private function usedValues(array $nodes): array
    {
        $used = [];
        foreach ($nodes as $place => $node) {
            if (is_string($node) || $node[0] === 'end') {
                $used[] = $this->names[is_string($node) ? $node : $node[1]] ?? null;
            } elseif ($node[0] === 'row') {
                foreach ($this->flatten(self::pathAround($nodes, $place)) as $row) {
                    $used[] = $row->get($node[1]);
                }
            }
        }
        return $used;
    }

    /**
     * @param list<mixed> $nodes
     * @return list<string>
     */
    private static function pathAround(array $nodes, int $place): array
    {
        while (is_string($nodes[$place]) || $nodes[$place][0] !== 'over') {
            $place += 1;
        }
        return $nodes[$place][2];
    }
}
