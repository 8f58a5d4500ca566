"""The worked cases of rules, executed: each one is a test (language reference 10)."""

from sakip_rules.examples.outcome import ExampleOutcome
from sakip_rules.examples.runner import run_examples, run_rule_examples

__all__ = ["ExampleOutcome", "run_examples", "run_rule_examples"]
