"""Runs a plan on whole columns: each row gets what the reference gives, or is left to it."""
