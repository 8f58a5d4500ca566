"""A list of rules: one module for each format."""
