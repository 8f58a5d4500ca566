<?php

declare(strict_types=1);

namespace SakipRules;

/** Reads the inputs of records, and collects every mistake with its path. */
final class InputReader
{
    private const DATUM_KEYS = ['value', 'document', 'year', 'note'];

    /** @var list<array{code: string, path: list<string|int>}> */
    private array $mistakes = [];

    /** What reading one datum alone gives. */
    public static function alone(\Closure $read): mixed
    {
        $reader = new self();
        $value = $reader->attempt($read, ['value']);
        $reader->finish();
        return $value;
    }

    public function finish(): void
    {
        if ($this->mistakes !== []) {
            throw new SakipError($this->mistakes);
        }
    }

    /**
     * The values of a map from input names.
     *
     * @param array<string, mixed> $plan
     * @param list<string|int> $path
     * @return array<string, mixed>
     */
    public function record(DataMap $written, array $plan, array $path = []): array
    {
        $values = [];
        foreach ($written->keys() as $name) {
            $at = [...$path, $name];
            $declared = $plan['inputs'][$name] ?? null;
            if ($declared === null) {
                $this->report('unknown-name', $at);
                continue;
            }
            $value = $this->input($written->get($name), $declared, $at);
            if ($value !== null) {
                $values[$name] = $value;
            }
        }
        return $values;
    }

    /**
     * The value of one input; null where nothing is given, or the datum is wrong.
     *
     * @param array<string, mixed> $declared
     * @param list<string|int> $path
     */
    private function input(mixed $datum, array $declared, array $path): mixed
    {
        if (isset($declared['each'])) {
            return $this->rows($datum, $declared['each'], $path);
        }
        $map = DataMap::of($datum);
        if ($map?->has('value') === true) {
            foreach (array_diff($map->keys(), self::DATUM_KEYS) as $key) {
                $this->report('unknown-key', [...$path, $key]);
            }
            [$datum, $path] = [$map->get('value'), [...$path, 'value']];
        }
        return Literals::isBlank($datum) ? null : $this->attempt(fn () => Literals::read($datum, $declared), $path);
    }

    /**
     * The rows of a collection: a list of maps, a map of maps, or one absent value.
     *
     * @param array<string, mixed> $each
     * @param list<string|int> $path
     */
    private function rows(mixed $written, array $each, array $path): Rows|Absent|null
    {
        $absent = $this->absent($written, $path);
        if ($absent !== null) {
            return $absent;
        }
        if (is_array($written) && array_is_list($written)) {
            $row = fn (int $index) => $this->row(null, $written[$index], $each, [...$path, $index]);
            return new Rows(array_map($row, array_keys($written)));
        }
        $map = DataMap::of($written);
        if ($map === null) {
            $this->report('bad-value', $path);
            return null;
        }
        return new Rows(array_map(fn (string $id) => $this->row($id, $map->get($id), $each, [...$path, $id]), $map->keys()));
    }

    /**
     * @param array<string, mixed> $each
     * @param list<string|int> $path
     */
    private function row(?string $id, mixed $written, array $each, array $path): Row
    {
        $absent = isset($each['inputs']['status']) ? null : $this->absent($written, $path);
        if ($absent !== null) {
            return new Row($id, [], $absent);
        }
        $map = DataMap::of($written);
        if ($map === null) {
            $this->report('bad-value', $path);
        }
        return new Row($id, $map === null ? [] : $this->record($map, $each, $path));
    }

    /**
     * The absent value that stands in place of rows, if one does; nothing there is `missing`.
     *
     * @param list<string|int> $path
     */
    private function absent(mixed $written, array $path): ?Absent
    {
        if (Literals::isBlank($written)) {
            return new Absent('missing');
        }
        if (is_string($written)) {
            return Literals::word($written);
        }
        $before = count($this->mistakes);
        $absent = $this->attempt(fn () => Literals::absentIn($written), $path);
        return count($this->mistakes) > $before ? new Absent('missing') : $absent;
    }

    /** @param list<string|int> $path */
    private function attempt(\Closure $read, array $path): mixed
    {
        try {
            return $read();
        } catch (LiteralError $error) {
            $this->report($error->getMessage(), [...$path, ...$error->path]);
            return null;
        }
    }

    /** @param list<string|int> $path */
    private function report(string $code, array $path): void
    {
        $this->mistakes[] = ['code' => $code, 'path' => $path];
    }
}
