"""An explanation: one module for each format."""
