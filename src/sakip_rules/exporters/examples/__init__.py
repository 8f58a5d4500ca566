"""How the examples of rules came out: one module for each format."""
