"""A computed report as pages: its tables and pictures, a page a record, and its printed figures."""
