"""`sakip test`: run every example of every rule."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_rules.cli.streams import write
from sakip_rules.cli.work.mutate import run as run_mutants
from sakip_rules.cli.work.opening import open_rules
from sakip_rules.cli.work.progress import working
from sakip_rules.exporters.checks import outcomes_dict, outcomes_text
from sakip_rules.exporters.json import to_text
from sakip_rules.languages import Language


def run(*, folder: str | None, form: str, mutate: bool, folders: Sequence[str], lang: Language) -> int:
    """Prints how the examples came out; 1 if one differs or a rule has errors."""
    if mutate:
        return run_mutants(folder=folder, form=form, folders=folders, lang=lang)
    with working(("menjalankan contoh", "running examples"), lang) as tell:
        catalogue = open_rules(folders, folder)
        errors = [found for found in catalogue.check() if found.severity == "error"]
        outcomes = catalogue.run_examples(tell)
    differing = [found for outcome in outcomes for found in outcome.diagnostics]
    diagnostics = list(dict.fromkeys([*errors, *differing]))
    if form == "json":
        write(to_text(outcomes_dict(outcomes, diagnostics, lang)))
    else:
        write(outcomes_text(outcomes, diagnostics, lang))
    return int(bool(errors) or not all(outcome.passed for outcome in outcomes))
