<?php

declare(strict_types=1);

namespace SakipRules;

/** The record has used up its units; its value now and all later ones are too large. */
final class BudgetSpent extends \Exception
{
}
