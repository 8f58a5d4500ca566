"""How well examples pin a rule: the rule is changed in every small way in which a pen slips."""

from sakip_rules.mutation.parallel import mutate_folders
from sakip_rules.mutation.run import Fate, Mutant, RuleMutants, mutate_rule

__all__ = ["Fate", "Mutant", "RuleMutants", "mutate_folders", "mutate_rule"]
