"""What rules give for data: one module for each format."""
