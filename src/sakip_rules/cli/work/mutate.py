"""`sakip test --mutate`: change every rule in small ways, and see what its examples let pass."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_rules.api import bundled_folder
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.opening import named_folders
from sakip_rules.cli.work.progress import working
from sakip_rules.languages import Language
from sakip_rules.mutation import mutate_folders


def run(*, folder: str | None, form: str, output: str | None, folders: Sequence[str], lang: Language) -> int:
    """Prints every change that no example notices; 1 if there is one."""
    named = named_folders(folders, folder) or [str(bundled_folder())]
    with working(("mengubah aturan", "changing rules"), lang) as tell:
        mutants = mutate_folders(named, tell)
    deliver("mutants", mutants, form, look_for(output, lang), output)
    return int(any(rule.survivors for rule in mutants))
