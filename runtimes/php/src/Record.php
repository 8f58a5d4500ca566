<?php

declare(strict_types=1);

namespace SakipRules;

/** Runs the plan of one record: inputs, then every step after those it uses, then the formula, then the checks. */
final class Record
{
    /** @var array<string, array<string, mixed>> */
    private array $figures = [];
    /** @var array<string, list<array<string, mixed>>> */
    private array $rows = [];
    private readonly Formulas $formulas;

    /**
     * @param array<string, array<string, mixed>> $plans
     * @param array<string, mixed> $plan
     */
    private function __construct(private readonly array $plans, private readonly array $plan, private readonly Meter $meter)
    {
        $this->formulas = new Formulas(fn (string $alias) => $plans[$plan['aliases'][$alias]], $meter);
    }

    /**
     * What a rule gives for typed inputs; a failed check takes the result's place.
     *
     * @param array<string, array<string, mixed>> $plans
     * @param array<string, mixed> $rule
     * @param array<string, mixed> $given
     * @return array<string, mixed>
     */
    public static function ofRule(array $plans, array $rule, array $given, Meter $meter, ?string $caller = null): array
    {
        $record = new self($plans, $rule['record'], $meter);
        $record->run($given);
        $name = $caller === null ? 'result' : "{$caller} ({$rule['reference']})";
        $result = $record->computed($rule['result'], $record->formulas->evaluate($name, $rule['result']['how']));
        $record->formulas->names['result'] = $result['inside'];
        [$diagnostics, $failure] = $record->checks();
        if ($failure !== null) {
            $result = Figures::failed($result, $failure);
        }
        return ['rule' => $rule, 'result' => $result, ...$record->parts(), 'diagnostics' => $diagnostics];
    }

    /** @return array<string, mixed> */
    private function parts(): array
    {
        return ['figures' => $this->figures, 'rows' => $this->rows];
    }

    /** @param array<string, mixed> $given */
    private function run(array $given): void
    {
        foreach ($this->plan['inputs'] ?? [] as $name => $declared) {
            if (isset($declared['each'])) {
                $this->collection($declared, $given[$name] ?? null);
            } else {
                $this->keep(Figures::given($declared, $given[$name] ?? null));
            }
        }
        foreach ($this->plan['steps'] ?? [] as $step) {
            $this->step($step);
        }
    }

    /** @param array<string, mixed> $figure */
    private function keep(array $figure): void
    {
        $this->figures[$figure['name']] = $figure;
        $this->formulas->names[$figure['name']] = $figure['inside'];
    }

    /**
     * The rows of a collection, each computed; an absent value in its place is one absent row.
     *
     * @param array<string, mixed> $declared
     */
    private function collection(array $declared, mixed $given): void
    {
        $name = $declared['name'];
        if ($given instanceof Absent) {
            $this->formulas->names[$name] = Rows::absent($given);
            return;
        }
        [$seen, $done] = [[], []];
        foreach (Rows::in($given) as $row) {
            if ($row->absent !== null) {
                $seen[] = $row;
                continue;
            }
            $record = new self($this->plans, $declared['each'], $this->meter);
            $record->run(self::valuesOf($row, $declared['each']));
            $diagnostics = $record->finish();
            $done[] = ['id' => $row->id, ...$record->parts(), 'diagnostics' => $diagnostics];
            $seen[] = new Row($row->id, $record->outward());
        }
        $this->formulas->names[$name] = new Rows($seen);
        $this->rows[$name] = $done;
    }

    /**
     * @param array<string, mixed> $plan
     * @return array<string, mixed>
     */
    private static function valuesOf(Row $row, array $plan): array
    {
        $names = array_keys($plan['inputs'] ?? []);
        return array_combine($names, array_map($row->get(...), $names));
    }

    /**
     * The diagnostics of a row's checks; a failed one takes the place of every step, as seen from outside.
     *
     * @return list<array<string, mixed>>
     */
    private function finish(): array
    {
        [$diagnostics, $failure] = $this->checks();
        foreach ($failure === null ? [] : $this->plan['steps'] ?? [] as ['name' => $name]) {
            if (isset($this->figures[$name])) {
                $this->figures[$name] = Figures::failed($this->figures[$name], $failure);
            } else {
                $this->formulas->names[$name] = Rows::absent($failure);
            }
        }
        return $diagnostics;
    }

    /**
     * The values of the record as others see them, collections included.
     *
     * @return array<string, mixed>
     */
    private function outward(): array
    {
        $rows = array_filter($this->formulas->names, fn ($value) => $value instanceof Rows);
        return [...$rows, ...array_column($this->figures, 'value', 'name')];
    }

    /** @param array<string, mixed> $step */
    private function step(array $step): void
    {
        $how = $step['how'];
        if (isset($how['columns'])) {
            $this->fixedRows($step['name'], $how);
        } elseif (isset($how['rule'])) {
            $this->called($step, $how, []);
        } else {
            $evaluated = $this->formulas->evaluate($step['name'], $how);
            if (is_array($evaluated[0])) {
                $this->called($step, $evaluated[0], $evaluated[1]);
            } else {
                $this->keep($this->computed($step, $evaluated));
            }
        }
    }

    /**
     * The figure of a value that a formula gave: rounded, with its category.
     *
     * @param array<string, mixed> $step
     * @param array{mixed, array<string, mixed>, list<array<string, mixed>>} $evaluated
     * @return array<string, mixed>
     */
    private function computed(array $step, array $evaluated): array
    {
        [$value, $trace, $diagnostics] = $evaluated;
        $rounding = $step['rounding'] ?? null;
        [$unrounded, $carried] = Figures::settle($value, $rounding);
        $lost = $carried === $value ? [] : Formulas::ownFailure($step['name'], $carried, []);
        $figure = Figures::of($step, 'computed', $carried, [
            'exact' => $unrounded,
            'rounding' => $rounding,
            'trace' => $trace,
            'diagnostics' => [...$diagnostics, ...$lost],
        ]);
        return isset($step['scale']) ? Figures::banded($figure, $this->plans[$step['scale']]) : $figure;
    }

    /**
     * A collection written in the rule: every cell is a formula over this record.
     *
     * @param array<string, mixed> $how
     */
    private function fixedRows(string $name, array $how): void
    {
        [$seen, $done] = [[], []];
        foreach ($how['rows'] as [$id, $cells]) {
            $figures = [];
            foreach ($cells as [$column, $cell]) {
                [$value, $trace, $diagnostics] = $this->formulas->evaluate($column, $cell);
                $unit = $how['columns'][$column]['unit'] ?? null;
                $head = ['name' => $column, 'title' => [$column, $column], 'unit' => $unit];
                $more = ['trace' => $trace, 'diagnostics' => $diagnostics];
                $figures[$column] = Figures::of($head, 'computed', $value, $more);
            }
            $seen[] = new Row($id, array_column($figures, 'value', 'name'));
            $done[] = ['id' => $id, 'figures' => $figures, 'rows' => [], 'diagnostics' => []];
        }
        $this->formulas->names[$name] = new Rows($seen);
        $this->rows[$name] = $done;
    }

    /**
     * A step by another rule, from what the rule's inputs are bound to; the trace has its case.
     *
     * @param array<string, mixed> $step
     * @param array<string, mixed> $how
     * @param array<string, mixed> $trace
     */
    private function called(array $step, array $how, array $trace): void
    {
        [$given, $failures] = [[], []];
        foreach ($how['bindings'] as [$name, $bound]) {
            if (is_string($bound)) {
                $given[$name] = Category::codeOf($this->formulas->names[$bound] ?? $bound);
            } else {
                [$value, , $diagnostics] = $this->formulas->evaluate($name, $bound);
                $given[$name] = Category::codeOf($value);
                array_push($failures, ...$diagnostics);
            }
        }
        $called = self::ofRule($this->plans, $this->plans[$how['rule']], $given, $this->meter, $step['name']);
        $scale = isset($step['scale']) ? $this->plans[$step['scale']] : null;
        $this->keep(Figures::ofRule($step, $scale, $called, $trace, $failures));
    }

    /**
     * The diagnostics of false checks, and the first failure that is an error.
     *
     * @return array{list<array<string, mixed>>, ?Absent}
     */
    private function checks(): array
    {
        [$diagnostics, $failure] = [[], null];
        foreach ($this->plan['checks'] ?? [] as ['expect' => $expect, 'message' => $message, 'severity' => $severity]) {
            if ($this->formulas->verdict($expect) !== false) {
                continue;
            }
            $diagnostics[] = ['code' => 'check-failed', 'severity' => $severity, 'figure' => null, 'message' => $message];
            if ($severity === 'error') {
                $failure ??= Absent::notComputable('check-failed', $message);
            }
        }
        return [$diagnostics, $failure];
    }
}
