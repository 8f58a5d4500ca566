<?php

// Aturan sakip dari PHP lewat HTTP: `sakip serve --http`. Angka dikirim dan diterima sebagai teks; pembulatan terjadi di sana.
// Rules of sakip from PHP over HTTP. Numbers are sent and received as text; rounding happens there.

final class SakipHttp
{
    public function __construct(private string $address = 'http://127.0.0.1:8765')
    {
    }

    /** Memberi [status, jawaban] / gives [status, answer]. */
    public function evaluate(string $rule, int $year, array $data): array
    {
        $options = [
            'method' => 'POST',
            'header' => 'Content-Type: application/json',
            'content' => json_encode((object) $data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE),
            'ignore_errors' => true,
            'timeout' => 10,
        ];
        $answer = @file_get_contents("{$this->address}/v1/rules/{$rule}?on={$year}", false, stream_context_create(['http' => $options]));
        if ($answer === false) {
            throw new RuntimeException("{$this->address} tidak menjawab / does not answer: sakip serve --http");
        }
        return [(int) explode(' ', $http_response_header[0])[1], json_decode($answer, true, 64, JSON_THROW_ON_ERROR)];
    }
}

if (realpath($argv[0] ?? '') === __FILE__) {
    $sakip = new SakipHttp($argv[1] ?? 'http://127.0.0.1:8765');
    $data = ['realisasi' => '78,76', 'target' => '29,42', 'polarity' => 'higher_is_better'];
    try {
        [, $result] = $sakip->evaluate('lumajang/capaian-kinerja', 2020, $data);
        [, $class] = $sakip->evaluate('lumajang/skala-capaian', 2020, ['value' => $result['value']]);
        echo strtr($result['value'], '.', ','), " {$class['category']}\n";
        [, $problem] = $sakip->evaluate('lumajang/capaian-kinerja', 2020, ['realisasi' => '1,2,3', 'target' => 'n/a']);
    } catch (RuntimeException $error) {
        fwrite(STDERR, $error->getMessage() . "\n");
        exit(1);
    }
    foreach ($problem['errors'] as $error) {
        echo "{$error['pointer']} {$error['code']}\n";
    }
}
