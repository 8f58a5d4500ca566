<?php

// Stand-ins for the classes of Laravel that the page about it names: what they take and give is as there.

namespace Illuminate\Support {
    abstract class ServiceProvider
    {
        public function __construct(protected \Container $app)
        {
        }
    }
}

namespace Illuminate\Http {
    final class Request
    {
        public function __construct(private array $given)
        {
        }

        public function input(string $key): mixed
        {
            return $this->given[$key] ?? null;
        }

        public function only(array $keys): array
        {
            return array_intersect_key($this->given, array_flip($keys));
        }
    }
}

namespace Illuminate\Validation {
    final class ValidationException extends \Exception
    {
        private array $messages = [];

        public static function withMessages(array $messages): static
        {
            $error = new static('invalid');
            $error->messages = $messages;
            return $error;
        }

        public function errors(): array
        {
            return $this->messages;
        }
    }
}

namespace {
    final class Container
    {
        private array $makers = [];

        public function __construct(public array $settings)
        {
        }

        public function singleton(string $class, callable $maker): void
        {
            $this->makers[$class] = $maker;
        }

        public function make(string $class): object
        {
            if (isset($this->makers[$class])) {
                return ($this->makers[$class])();
            }
            $needs = (new ReflectionClass($class))->getConstructor()?->getParameters() ?? [];
            return new $class(...array_map(fn ($need) => $this->make($need->getType()->getName()), $needs));
        }
    }

    function app(?array $settings = null): Container
    {
        static $app = null;
        return $app ??= new Container($settings ?? []);
    }

    function config(string $key): mixed
    {
        return app()->settings[$key] ?? null;
    }
}
