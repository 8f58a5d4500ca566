"""An audit: one module for each format."""
