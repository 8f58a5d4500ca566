"""The bundled rules, read once by each process that runs tests."""

from functools import cache

from sakip_rules import Catalogue


@cache
def bundled() -> Catalogue:
    """Gives the bundled rules; no test changes them."""
    return Catalogue.bundled()
