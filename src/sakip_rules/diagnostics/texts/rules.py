"""Texts of the group: rules."""

RULES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {}
