"""What is wrong in rule files: one module for each format."""
