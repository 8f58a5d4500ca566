"""What every command begins with: the rules that are meant."""

from __future__ import annotations

from sakip_rules.api import Catalogue
from sakip_rules.cli.declared.app import NamedRules


def open_rules(rules: NamedRules, folder: str | None = None) -> Catalogue:
    """Gives the bundled rules, unless they are to be left out, and those of the folders that are named.

    With `folder` only that one is examined; the others are there to be referred to. Raises `RuleError`
    for what is no folder of rules.
    """
    if folder is not None:
        return Catalogue.examining([folder], rules.folders, bundled=rules.bundled)
    return Catalogue.bundled(*rules.folders) if rules.bundled else Catalogue.load(*rules.folders)
