"""A report with formulas: one module for each format."""
