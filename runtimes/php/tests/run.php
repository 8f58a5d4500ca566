<?php

/** Tests of the package, without a framework: php tests/run.php. */

declare(strict_types=1);

use SakipRules\Plans;
use SakipRules\SakipError;

spl_autoload_register(function (string $class): void {
    require __DIR__ . '/../src/' . substr($class, strlen('SakipRules\\')) . '.php';
});

const RATIO = [
    'kind' => 'index',
    'source' => ['id' => 'contoh/rasio', 'version' => '1.0.0', 'sha256' => '', 'title' => ['Judul', 'Title'], 'basis' => [], 'valid_from' => '2020-01-01'],
    'record' => ['inputs' => [
        'a' => ['name' => 'a', 'title' => ['a', 'a'], 'type' => 'number'],
        'b' => ['name' => 'b', 'title' => ['b', 'b'], 'type' => 'number', 'unit' => 'persen'],
    ]],
    'result' => [
        'name' => 'result',
        'title' => ['Judul', 'Title'],
        'unit' => 'nilai',
        'how' => ['text' => 'a / b', 'nodes' => ['a', 'b', ['/', 0, 1]]],
    ],
];

function plans(): Plans
{
    return Plans::load(json_encode(['format' => 'sakip-plan/1', 'roots' => ['contoh/rasio@1.0.0'], 'rules' => [RATIO]]));
}

/** @return list<string> the codes of a call that is refused, each with its place */
function codes(Closure $call): array
{
    try {
        $call();
    } catch (SakipError $error) {
        return array_map(fn ($mistake) => trim(implode('.', $mistake['path']) . ' ' . $mistake['code']), $error->mistakes);
    }
    return [];
}

$tests = [
    'a rule says what a form must ask for' => fn () => [
        array_map(fn ($field) => [$field['name'], $field['type'], $field['unit']], plans()->rules[0]->inputs),
        [['a', 'number', null], ['b', 'number', 'persen']],
    ],
    'a result is exact, and shown with two places' => fn () => [
        array_intersect_key(plans()->rule('contoh/rasio')->evaluate(['a' => '1', 'b' => '3']), ['exact' => 0, 'text' => 0]),
        ['text' => '0.33', 'exact' => '1/3'],
    ],
    'every mistake is told with its code and place' => fn () => [
        codes(fn () => plans()->rules[0]->evaluate(['a' => '1.250', 'b' => 0.1, 'c' => '1'])),
        ['a ambiguous-number', 'b float-given', 'c unknown-name'],
    ],
    'keys that PHP turns into numbers are names like others' => fn () => [
        codes(fn () => plans()->rules[0]->evaluate(['10' => '1', '010' => '1'])),
        ['10 unknown-name', '010 unknown-name'],
    ],
    'a number in powers of ten, or with leading zeros, is no other number' => fn () => [
        [codes(fn () => plans()->rules[0]->evaluate(['a' => '1e1'])), (string) Plans::parseNumber('010')],
        [['a bad-value'], '10'],
    ],
    'a line end behind a number is a blank, and no part of it' => fn () => [
        [(string) Plans::parseNumber("5\n"), codes(fn () => Plans::parseNumber("5\nx"))],
        ['5', ['value bad-value']],
    ],
    'text that is no UTF-8 is no number' => fn () => [codes(fn () => Plans::parseNumber("5\xff")), ['value bad-value']],
    'a file of another format is refused' => fn () => [codes(fn () => Plans::load('{"format":"sakip-plan/2"}')), ['bad-value']],
    'a file that lost a part is refused' => fn () => [
        array_map(
            fn (array $part) => codes(fn () => Plans::load(json_encode([...['format' => 'sakip-plan/1', 'roots' => ['contoh/rasio@1.0.0'], 'rules' => [RATIO]], ...$part]))),
            [['rules' => null], ['roots' => null], ['rules' => (object) []], ['rules' => [null]], ['rules' => [['source' => 1]]], ['roots' => ['a/b@1.0.0']], ['roots' => [[]]]],
        ),
        array_fill(0, 7, ['bad-value']),
    ],
    'a text that is no JSON is refused' => fn () => [codes(fn () => Plans::load('{')), ['bad-value']],
    'a call that does not fit the rule is refused' => fn () => [
        [
            codes(fn () => plans()->rules[0]->classify('1')),
            codes(fn () => plans()->rules[0]->lookUp('1')),
            codes(fn () => plans()->rule('contoh/lain')),
        ],
        [['bad-value'], ['bad-value'], ['unknown-rule']],
    ],
    'numbers are read as people type them' => fn () => [
        [
            (string) Plans::parseNumber(' 1.234,5 '),
            (string) Plans::parseNumber('Rp 1.250.000,-', 'rupiah'),
            codes(fn () => Plans::parseNumber('1.250')),
            codes(fn () => Plans::parseNumber('N/A')),
            codes(fn () => Plans::parseNumber('-1', type: 'count')),
        ],
        ['2469/2', '1250000', ['value ambiguous-number'], ['value which-absent'], ['value bad-value']],
    ],
    'numbers are printed as people of a language write them' => fn () => [
        [Plans::formatNumber('-1234567.89'), Plans::formatNumber('1234567.89', 'en'), Plans::formatNumber('123')],
        ['-1.234.567,89', '1,234,567.89', '123'],
    ],
];

$failed = 0;
foreach ($tests as $name => $test) {
    [$found, $wanted] = $test();
    if ($found !== $wanted) {
        $failed += 1;
        echo "{$name}\n  wanted ", json_encode($wanted), "\n  found  ", json_encode($found), "\n";
    }
}
echo count($tests) - $failed, ' of ', count($tests), " tests passed\n";
exit($failed === 0 ? 0 : 1);
