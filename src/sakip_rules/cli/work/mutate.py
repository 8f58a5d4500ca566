"""`sakip test --mutate`: change every rule in small ways, and see what its examples let pass."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_rules.api import bundled_folder
from sakip_rules.cli.streams import write
from sakip_rules.cli.work.opening import named_folders
from sakip_rules.cli.work.progress import working
from sakip_rules.exporters.json import to_text
from sakip_rules.exporters.mutants import mutants_dict, mutants_text
from sakip_rules.languages import Language
from sakip_rules.mutation import mutate_folders


def run(*, folder: str | None, form: str, folders: Sequence[str], lang: Language) -> int:
    """Prints every change that no example notices; 1 if there is one."""
    named = named_folders(folders, folder) or [str(bundled_folder())]
    with working(("mengubah aturan", "changing rules"), lang) as tell:
        found = mutate_folders(named, tell)
    if form == "json":
        write(to_text(mutants_dict(found, lang)))
    else:
        write(mutants_text(found, lang))
    return int(any(one.survivors for one in found))
