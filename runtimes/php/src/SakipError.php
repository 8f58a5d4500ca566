<?php

declare(strict_types=1);

namespace SakipRules;

/** What is wrong in data, or in how a rule is asked: each mistake has a `code` and a `path`. */
final class SakipError extends \Exception
{
    /** @param list<array{code: string, path: list<string|int>}> $mistakes */
    public function __construct(public readonly array $mistakes)
    {
        $told = array_map(fn ($mistake) => implode(': ', [...$mistake['path'], $mistake['code']]), $mistakes);
        parent::__construct(implode('; ', $told));
    }

    public static function of(string $code): self
    {
        return new self([['code' => $code, 'path' => []]]);
    }
}
