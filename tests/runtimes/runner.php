<?php

/** Answers the questions of a file with the PHP runtime: php runner.php QUESTIONS ANSWERS. */

declare(strict_types=1);

use SakipRules\Enclosing;
use SakipRules\Fraction;
use SakipRules\Interval;
use SakipRules\Numbers;
use SakipRules\Plans;
use SakipRules\Printing;
use SakipRules\Refusal;
use SakipRules\SakipError;

spl_autoload_register(function (string $class): void {
    require __DIR__ . '/../../runtimes/php/src/' . substr($class, strlen('SakipRules\\')) . '.php';
});
ini_set('memory_limit', '2G');

function datum(mixed $tagged): mixed
{
    if (!is_array($tagged)) {
        return $tagged;
    }
    return match (array_key_first($tagged)) {
        'list' => array_map(datum(...), $tagged['list']),
        'number' => Numbers::readExact($tagged['number']),
        'integer' => strlen($tagged['integer']) < 19 ? (int) $tagged['integer'] : gmp_init($tagged['integer'], 10),
        'interval' => new Interval(...array_map(Numbers::readExact(...), $tagged['interval'])),
        'float' => (float) $tagged['float'],
        'map' => (object) array_combine(array_column($tagged['map'], 0), array_map(datum(...), array_column($tagged['map'], 1))),
    };
}

function written(mixed $found): mixed
{
    return match (true) {
        $found instanceof Interval => [(string) $found->low, (string) $found->high],
        $found instanceof Fraction => (string) $found,
        default => $found,
    };
}

/** @param array<string, mixed> $question */
function ask(?Plans $plans, array $question): mixed
{
    ['rule' => $rule, 'ask' => $call, 'with' => $data] = $question;
    if ($call === 'number') {
        $homes = array_filter([Numbers::class, Enclosing::class, Printing::class], fn ($home) => method_exists($home, $rule));
        return written(current($homes)::$rule(...array_map(datum(...), $data)));
    }
    if ($call === 'version') {
        return ['rule' => $plans->rule($rule, $data[0])->reference];
    }
    return $plans->rule($rule)->{$call === 'look_up' ? 'lookUp' : $call}(...array_map(datum(...), $data));
}

/** @param array<string, mixed> $question */
function answer(?Plans $plans, array $question): mixed
{
    try {
        return ask($plans, $question);
    } catch (Refusal $refusal) {
        return ['errors' => [$refusal->getMessage()]];
    } catch (SakipError $error) {
        $codes = array_column($error->mistakes, 'code');
        sort($codes);
        return ['errors' => $codes];
    }
}

['plans' => $texts, 'asked' => $asked] = json_decode(file_get_contents($argv[1]), true, 4096);
$plans = array_map(Plans::load(...), $texts);
$answers = array_map(fn (array $question) => answer($plans[$question['plan'] ?? -1] ?? null, $question), $asked);
file_put_contents($argv[2], json_encode($answers, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE, 1 << 20));
