"""How well examples pin their rules: one module for each format."""
