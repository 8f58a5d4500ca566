"""`sakip serve`: answer requests of other programs, over standard input or over HTTP."""

from __future__ import annotations

import sys

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.streams import write
from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.cli.work.opening import open_rules
from sakip_rules.languages import Language
from sakip_rules.service.worker import serve

_HOW = (
    "Tulis --stdio, atau --http.",
    "Write --stdio, or --http.",
)


def run(*, stdio: bool, rules: NamedRules, lang: Language) -> int:
    """RuleAnswers until standard input ends."""
    if not stdio:
        raise WrongUsageError(_HOW)
    catalogue = open_rules(rules)
    if sys.stdin is not None:
        serve(catalogue, sys.stdin.buffer, write, lang)
    return 0
