"""`sakip docs`: the pages of a site, made from rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.streams import write
from sakip_rules.cli.work.failures import FileFailureError, not_written
from sakip_rules.cli.work.opening import open_rules
from sakip_rules.diagnostics import RuleError
from sakip_rules.languages import Language, say
from sakip_rules.pages import write_pages

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

_WRITTEN: Final[Pair] = ("{count} halaman ditulis di {out}", "{count} pages written to {out}")


def run(*, out: str, rules: NamedRules, lang: Language) -> int:
    """Writes the pages; raises `RuleError` where a rule has errors, `FileFailureError` for a file."""
    checked = open_rules(rules).checked
    wrong = [diagnostic for diagnostic in checked.diagnostics if diagnostic.severity == "error"]
    if wrong:
        raise RuleError(wrong)
    try:
        count = len(write_pages(checked, Path(out)))
    except OSError as error:
        raise FileFailureError(str(error.filename or out), not_written(error)) from error
    write(say(_WRITTEN, lang).format(count=count, out=out) + "\n")
    return 0
