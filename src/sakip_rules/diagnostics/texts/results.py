"""Texts of the group: results."""

RESULTS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {}
