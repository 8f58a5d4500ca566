"""Texts of the group: data."""

DATA: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {}
