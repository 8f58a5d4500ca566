"""`sakip check`: all that can be known of rules without data."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_rules.cli.streams import write
from sakip_rules.cli.work.opening import open_rules
from sakip_rules.cli.work.progress import working
from sakip_rules.exporters.checks import check_dict, check_text, github_annotations, sarif_dict
from sakip_rules.exporters.json import to_text
from sakip_rules.languages import Language


def run(*, folder: str | None, form: str, folders: Sequence[str], lang: Language) -> int:
    """Prints every diagnostic of the rules; 1 if one of them is an error."""
    with working(("memeriksa aturan", "checking rules"), lang):
        catalogue = open_rules(folders, folder)
        found = catalogue.check()
    files = len(catalogue.rules.loaded)
    if form == "json":
        write(to_text(check_dict(found, files, lang)))
    elif form == "github":
        write(github_annotations(found, lang))
    elif form == "sarif":
        write(to_text(sarif_dict(found, lang)))
    else:
        write(check_text(found, files, lang))
    return int(any(diagnostic.severity == "error" for diagnostic in found))
