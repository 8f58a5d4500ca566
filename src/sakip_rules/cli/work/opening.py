"""What commands begin with: the rules that are meant."""

from __future__ import annotations

from collections.abc import Collection

import click

from sakip_rules.api import Catalogue, Rule
from sakip_rules.api.folders import folder_of
from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.days import read_day
from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import meant_instead
from sakip_rules.links.alike import called_so
from sakip_rules.models import Reference


def open_rules(rules: NamedRules, folder: str | None = None) -> Catalogue:
    """Gives the bundled rules, unless they are to be left out, and those of the folders that are named.

    With `folder` only that one is examined; the others are there to be referred to. Raises `RuleError`
    for what is no folder of rules, with the command as it was meant.
    """
    called = _command()
    for named in rules.folders:
        folder_of(named, f"{called} … --rules")
    if folder is not None:
        folder_of(folder, called)
        return Catalogue.examining([folder], rules.folders, bundled=rules.bundled)
    return Catalogue.bundled(*rules.folders) if rules.bundled else Catalogue.load(*rules.folders)


def _command() -> str:
    """Gives the command that is running, as it is typed."""
    ctx = click.get_current_context(silent=True)
    return "sakip check" if ctx is None else ctx.command_path


def reference_of(catalogue: Catalogue, text: str, kinds: Collection[str] = ()) -> Reference:
    """Gives what an argument refers to; raises `WrongUsageError`, naming the rules that are called so."""
    reference = Reference.parse(text)
    if reference is not None:
        return reference
    called = called_so(text, catalogue.knowledge.shelf.listing(), kinds)
    hints = meant_instead(called) if called else ("Tulis pemilik/nama.", "Write owner/name.")
    raise WrongUsageError(
        (
            f"{quoted(text)} bukan acuan aturan. {hints[0]}",
            f"{quoted(text)} is no reference of a rule. {hints[1]}",
        )
    )


def find_rule(catalogue: Catalogue, reference: Reference, on: str | None) -> Rule:
    """Gives the rule of a day, the pinned version, or the newest one on the day of its examples."""
    if on is not None:
        return catalogue.rule(str(reference), on=read_day(on))
    if reference.version is None:
        newest = catalogue.knowledge.of([reference.id]).newest(reference.id)
        reference = Reference(reference.id, newest.rule.version)
    return catalogue.rule(str(reference))
