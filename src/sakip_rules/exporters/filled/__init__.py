"""A template of an agency, filled: one module for each format."""
