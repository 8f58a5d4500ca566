"""What commands begin with: the rules that are meant."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

import click

from sakip_rules.api import Catalogue, Rule
from sakip_rules.api.bundle import bundled_folder
from sakip_rules.api.folders import folder_of, is_file, is_folder
from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.streams import write_error
from sakip_rules.cli.work.days import read_day
from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import argument, meant_instead
from sakip_rules.languages import Language, say
from sakip_rules.links.alike import called_so
from sakip_rules.loader.folders import holds_rules
from sakip_rules.models import Reference
from sakip_rules.plans import FrameworkPlan

FOLDER: Final = "rules"
"""Where `sakip new` puts rules, unless told."""
STANDARD_INPUT: Final = "-"
"""What stands for a file that is read from standard input."""


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


def tell_what_is_examined(rules: NamedRules, folder: str | None, lang: Language) -> None:
    """Says that the bundled rules are examined, where a folder of rules lies here and none is named."""
    own = Path(FOLDER)
    if folder is not None or rules.folders or not is_folder(own) or not holds_rules(own):
        return
    if own.resolve() == bundled_folder().resolve():
        return
    words = (
        "Yang diperiksa aturan bawaan; folder `{folder}` di sini: {command} {folder}\n",
        "The bundled rules are examined; the folder `{folder}` here: {command} {folder}\n",
    )
    write_error(say(words, lang).format(folder=FOLDER, command=_command()))


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


def reference_in(catalogue: Catalogue, subject: str, command: str) -> Reference | None:
    """Gives the rule that the subject of a command refers to; nothing where it is a report.

    Raises `WrongUsageError` for the name of a rule without its owner.
    """
    # What reads as a reference may also be a file: that is what is there.
    if subject == STANDARD_INPUT or is_file(subject):
        return None
    reference = Reference.parse(subject)
    if reference is not None and is_folder(subject) and not _is_known(catalogue, reference):
        return None
    if reference is None and "/" not in subject and not (is_file(subject) or is_folder(subject)):
        _must_not_be_called_so(catalogue, subject, command)
    return reference


def _is_known(catalogue: Catalogue, reference: Reference) -> bool:
    return reference.id in catalogue.knowledge.shelf.ids()


def _must_not_be_called_so(catalogue: Catalogue, subject: str, command: str) -> None:
    ids = called_so(subject, catalogue.knowledge.shelf.listing())
    if ids:
        commands = ", ".join(quoted(f"sakip {command} {rule_id}") for rule_id in ids)
        raise WrongUsageError(
            (f"Tulis aturan dengan pemiliknya: {commands}.", f"Write a rule with its owner: {commands}.")
        )


def rule_in_force(catalogue: Catalogue, reference: Reference, on: str | None) -> Rule:
    """Gives the rule of a day, or the pinned version; raises `UsageError` where neither is said."""
    return catalogue.rule(str(reference), on=None if on is None else read_day(on))


def find_rule(catalogue: Catalogue, reference: Reference, on: str | None) -> Rule:
    """Gives the rule of a day, the pinned version, or the newest one on the day of its examples."""
    if on is not None:
        return catalogue.rule(str(reference), on=read_day(on))
    if reference.version is None:
        newest = catalogue.knowledge.of([reference.id]).newest(reference.id)
        reference = Reference(reference.id, newest.rule.version)
    return catalogue.rule(str(reference))


def framework_of(catalogue: Catalogue, text: str, year: int | None) -> FrameworkPlan:
    """Gives a framework as of a year, or its newest version; raises `WrongUsageError` for another rule."""
    reference = reference_of(catalogue, text, ("framework",))
    plan = find_rule(catalogue, reference, None if year is None else str(year)).plan
    if not isinstance(plan, FrameworkPlan):
        known = frameworks_of(catalogue)
        raise WrongUsageError(
            (
                f"{text} bukan kerangka. Yang ada: {known}.",
                f"{text} is no framework. There are: {known}.",
            )
        )
    return plan


def frameworks_of(catalogue: Catalogue) -> str:
    """Gives the names of all frameworks, as a message lists them."""
    known = [rule.id for rule in catalogue.knowledge.shelf.listing() if rule.is_one_of(("framework",))]
    return ", ".join(known) or "-"


def options_of(rules: NamedRules) -> str:
    """Gives the options that named the rules of this call: the next one needs them, too."""
    named = [f" --rules {argument(folder)}" for folder in rules.folders]
    return "".join([*named, *([] if rules.bundled else [" --no-bundled"])])
