"""`sakip check`: all that can be known of rules without data."""

from __future__ import annotations

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.opening import open_rules, tell_what_is_examined
from sakip_rules.cli.work.progress import working
from sakip_rules.exporters.subjects import Checks
from sakip_rules.languages import Language


def run(
    *,
    folder: str | None,
    form: str,
    output: str | None,
    rules: NamedRules,
    lang: Language,
) -> int:
    """Prints every diagnostic of the rules; 1 if one of them is an error."""
    tell_what_is_examined(rules, folder, lang)
    with working(("memeriksa aturan", "checking rules"), lang):
        catalogue = open_rules(rules, folder)
        checks = Checks(catalogue.check(), len(catalogue.knowledge.examined_files))
    deliver("checks", checks, form, look_for(output, lang), output)
    return int(any(diagnostic.severity == "error" for diagnostic in checks.diagnostics))
