<?php

declare(strict_types=1);

namespace SakipRules;

/** Why a number has no answer here: its message is a reason of `not_computable`. */
final class Refusal extends \Exception
{
}
