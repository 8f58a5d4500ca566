"""A JSON Schema: one module for each format; and the schemas of what commands print."""
