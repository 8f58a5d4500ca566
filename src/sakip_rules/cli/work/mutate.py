"""`sakip test --mutate`: change every rule in small ways, and see what its examples let pass."""

from __future__ import annotations

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.opening import open_rules
from sakip_rules.cli.work.progress import working
from sakip_rules.languages import Language
from sakip_rules.mutation import mutate_folders


def run(
    *,
    folder: str | None,
    form: str,
    output: str | None,
    rules: NamedRules,
    lang: Language,
) -> int:
    """Prints every change that no example notices; 1 if there is one."""
    shelf = open_rules(rules, folder).knowledge.shelf
    with working(("mengubah aturan", "changing rules"), lang) as tell:
        mutants = mutate_folders(shelf.folders, tell)
    deliver("mutants", mutants, form, look_for(output, lang), output)
    return int(any(rule.survivors for rule in mutants))
