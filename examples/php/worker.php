<?php

// Aturan sakip dari PHP lewat pekerja: satu proses, satu baris JSON per permintaan. Pembulatan terjadi di sana.
// Rules of sakip from PHP by the worker: one process, one line of JSON a request. Rounding happens there.

final class SakipWorker
{
    private mixed $process;
    private array $pipes = [];

    public function __construct(private array $command = ['sakip', 'serve', '--stdio'])
    {
        $this->process = @proc_open($command, [['pipe', 'r'], ['pipe', 'w']], $this->pipes);
    }

    public function ask(string $call, array $parts): array
    {
        $request = json_encode(['call' => $call, ...$parts], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
        $answer = $this->process && @fwrite($this->pipes[0], "$request\n") ? fgets($this->pipes[1]) : false;
        if ($answer === false) {
            throw new RuntimeException(implode(' ', $this->command) . ' tidak menjawab / does not answer');
        }
        return json_decode($answer, true, 64, JSON_THROW_ON_ERROR);
    }

    public function __destruct()
    {
        array_map('fclose', $this->pipes);
        $this->process && proc_close($this->process);
    }
}

if (realpath($argv[0] ?? '') === __FILE__) {
    $sakip = new SakipWorker(array_slice($argv, 1) ?: ['sakip', 'serve', '--stdio']);
    $data = ['realisasi' => '78,76', 'target' => '29,42', 'polarity' => 'higher_is_better'];
    try {
        $result = $sakip->ask('evaluate', ['rule' => 'lumajang/capaian-kinerja', 'on' => 2020, 'inputs' => $data])['answer'];
    } catch (RuntimeException $error) {
        fwrite(STDERR, $error->getMessage() . "\n");
        exit(1);
    }
    $class = $sakip->ask('classify', ['rule' => 'lumajang/skala-capaian', 'on' => 2020, 'value' => $result['value']]);
    echo strtr($result['value'], '.', ','), " {$class['answer']['category']}\n";
    $wrong = $sakip->ask('evaluate', ['rule' => 'lumajang/capaian-kinerja', 'on' => 2020, 'inputs' => ['realisasi' => '1,2,3', 'target' => 'n/a']]);
    foreach ($wrong['errors'] as $error) {
        echo "{$error['pointer']} {$error['code']}\n";
    }
}
