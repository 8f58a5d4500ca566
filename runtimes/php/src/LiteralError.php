<?php

declare(strict_types=1);

namespace SakipRules;

/** A datum that is not of its input's type; its message is the code. */
final class LiteralError extends \Exception
{
    /** @var list<string> */
    public readonly array $path;

    public function __construct(string $code, string ...$path)
    {
        parent::__construct($code);
        $this->path = array_values($path);
    }
}
