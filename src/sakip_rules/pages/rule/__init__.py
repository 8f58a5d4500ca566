"""The page of a rule, section by section."""
