"""A computed report: one module for each format."""
