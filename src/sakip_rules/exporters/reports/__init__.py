"""Several computed reports: one module for each format."""
