<?php

declare(strict_types=1);

namespace SakipRules;

/** From a number to its band, and from CODEs or a number to the number of a table. */
final class Scales
{
    /**
     * The category of a number, or of an absent value if a band names its status or reason.
     *
     * @param array<string, mixed> $plan
     */
    public static function classify(array $plan, mixed $value): Category|Absent
    {
        $scale = $plan['scale'];
        $found = $value instanceof Absent ? $value : self::bandOf($scale, $value);
        if (is_int($found)) {
            return new Category($scale['bands'][$found], $found);
        }
        // What the scale itself makes has a band only by its reason.
        foreach ($found === $value ? [self::reasonOf($found), null] : [$found->reason] as $reason) {
            for ($place = count($scale['bands']) - 1; $place >= 0; $place -= 1) {
                $band = $scale['bands'][$place];
                if (($band['status'] ?? null) === $found->word && ($band['reason'] ?? null) === $reason) {
                    return new Category($band, $place);
                }
            }
        }
        return $found;
    }

    private static function reasonOf(Absent $absent): ?string
    {
        return $absent->word === 'missing' ? $absent->reason ?? 'not_given' : $absent->reason;
    }

    /**
     * The place of the band that a number lies in, or why it has none.
     *
     * @param array<string, mixed> $scale
     */
    private static function bandOf(array $scale, Fraction|Interval $value): int|Absent
    {
        $mode = $scale['mode'] ?? 'half_up';
        $x = isset($scale['places']) ? Printing::roundNumber($value, $scale['places'], $mode) : $value;
        if ($x === null) {
            return Absent::notComputable('precision');
        }
        [$first, $last] = [self::cutAt($scale['cuts'], Numbers::low($x)), self::cutAt($scale['cuts'], Numbers::high($x))];
        $answer = $scale['cuts'][$first][2];
        foreach (array_slice($scale['cuts'], $first, $last - $first + 1) as [, , $other]) {
            if ($other !== $answer) {
                return Absent::notComputable('precision');
            }
        }
        return is_int($answer) ? $answer : Absent::notComputable($answer);
    }

    /**
     * The last cut that a number reaches.
     *
     * @param list<array{?string, bool, int|string}> $cuts
     */
    private static function cutAt(array $cuts, Fraction $x): int
    {
        for ($place = count($cuts) - 1; $place > 0; $place -= 1) {
            [$from, $isOpen] = $cuts[$place];
            $sign = $from === null ? 1 : Numbers::order($x, Numbers::exact($from));
            if ($sign > 0 || ($sign === 0 && !$isOpen)) {
                return $place;
            }
        }
        return 0;
    }

    /**
     * The number of a table of CODEs, or of a line at a number.
     *
     * @param array<string, mixed> $plan
     * @param list<mixed> $operands
     */
    public static function lookUp(array $plan, array $operands): Fraction|Interval|Absent
    {
        $absents = Absent::among($operands);
        if ($absents !== []) {
            return Absent::worst($absents);
        }
        $table = $plan['table'];
        if (isset($table['points'])) {
            return self::heightAt($table['points'], $table['outside'], $operands[0]);
        }
        $codes = array_map(Category::codeOf(...), $operands);
        foreach ($table['cells'] as [$keys, $number]) {
            if ($keys === $codes) {
                return $number === null ? Absent::notComputable('undefined-cell') : Numbers::exact($number);
            }
        }
        return Absent::notComputable('not-in-table');
    }

    /** @param list<array{string, string}> $points */
    private static function heightAt(array $points, string $outside, Fraction|Interval $x): Fraction|Interval|Absent
    {
        [$low, $high] = [Numbers::low($x), Numbers::high($x)];
        $knots = array_map(fn ($point) => array_map(Numbers::exact(...), $point), $points);
        [$first, $last] = [$knots[0][0], $knots[count($knots) - 1][0]];
        if ($outside === 'refuse' && (Numbers::order($low, $first) < 0 || Numbers::order($high, $last) > 0)) {
            $isBeyond = Numbers::order($high, $first) < 0 || Numbers::order($low, $last) > 0;
            return Absent::notComputable($isBeyond ? 'outside-domain' : 'precision');
        }
        $held = fn (Fraction $end) => Numbers::least([Numbers::most([$end, $first]), $last]);
        $at = fn (Fraction $end) => self::height($knots, $outside === 'hold' ? $held($end) : $end);
        $heights = [$at($low), $at($high)];
        foreach ($knots as [$knot, $height]) {
            if (Numbers::order($knot, $low) > 0 && Numbers::order($knot, $high) < 0) {
                $heights[] = $height;
            }
        }
        return Numbers::between(Numbers::least($heights), Numbers::most($heights));
    }

    /** @param list<list<Fraction>> $knots */
    private static function height(array $knots, Fraction $x): Fraction
    {
        $right = 1;
        while ($right < count($knots) - 1 && Numbers::order($knots[$right][0], $x) <= 0) {
            $right += 1;
        }
        [[$x0, $y0], [$x1, $y1]] = [$knots[$right - 1], $knots[$right]];
        $slope = Numbers::divide(Numbers::subtract($y1, $y0), Numbers::subtract($x1, $x0));
        return Numbers::low(Numbers::add($y0, Numbers::multiply(Numbers::subtract($x, $x0), $slope)));
    }
}
