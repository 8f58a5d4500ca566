"""The pages about the rule language itself: its functions, its keys, its absent values."""
