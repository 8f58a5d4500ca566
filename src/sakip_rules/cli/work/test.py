"""`sakip test`: run every example of every rule."""

from __future__ import annotations

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.mutate import run as run_mutants
from sakip_rules.cli.work.opening import open_rules, tell_what_is_examined
from sakip_rules.cli.work.progress import working
from sakip_rules.exporters.subjects import ExampleRun
from sakip_rules.languages import Language


def run(
    *,
    folder: str | None,
    form: str,
    mutate: bool,
    output: str | None,
    rules: NamedRules,
    lang: Language,
) -> int:
    """Prints how the examples came out; 1 if one differs or a rule has errors."""
    tell_what_is_examined(rules, folder, lang)
    if mutate:
        return run_mutants(folder=folder, form=form, output=output, rules=rules, lang=lang)
    with working(("menjalankan contoh", "running examples"), lang) as tell:
        catalogue = open_rules(rules, folder)
        errors = [diagnostic for diagnostic in catalogue.check() if diagnostic.severity == "error"]
        outcomes = catalogue.run_examples(tell)
    differing = [diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics]
    examples = ExampleRun(outcomes, list(dict.fromkeys([*errors, *differing])))
    deliver("examples", examples, form, look_for(output, lang), output)
    return int(bool(errors or examples.failed))
