"""`sakip schema`: JSON Schema of rule and report files, for editors, and of what commands print."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_rules.cli.work.opening import deliver, open_rules
from sakip_rules.exporters.json import to_text
from sakip_rules.exporters.schemas import OUTPUTS, output_schema
from sakip_rules.languages import Language
from sakip_rules.models.schema import report_schema, rule_schema


def run(*, shape: str, output: str | None, folders: Sequence[str], lang: Language) -> int:  # noqa: ARG001 - all commands have it
    """Prints a schema; those of files know the ids of the rules there are."""
    if shape in OUTPUTS:
        deliver(to_text(output_schema(shape)), output)
        return 0
    ids = open_rules(folders).rules.ids()
    deliver(to_text(report_schema(ids) if shape == "report" else rule_schema(ids)), output)
    return 0
