"""Plans of rules, for programs in other languages."""
