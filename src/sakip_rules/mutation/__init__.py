"""How well examples pin a rule: the rule is changed in every small way in which a pen slips."""

from sakip_rules.mutation.run import Mutant, RuleMutants, mutate_rule

__all__ = ["Mutant", "RuleMutants", "mutate_rule"]
