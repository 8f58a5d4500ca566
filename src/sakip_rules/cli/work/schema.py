"""`sakip schema`: JSON Schema of rule and report files, for editors, and of what commands print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.opening import open_rules
from sakip_rules.exporters.schema.outputs import output_schema
from sakip_rules.formats import OUTPUTS
from sakip_rules.languages import Language
from sakip_rules.models.schema import report_schema, rule_schema

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json


def run(*, shape: str, form: str, output: str | None, rules: NamedRules, lang: Language) -> int:
    """Prints a schema."""
    deliver("schema", _schema(shape, rules), form, look_for(output, lang), output)
    return 0


def _schema(shape: str, rules: NamedRules) -> Json:
    """Gives the schema of an output, or of a file: that knows the ids of the rules there are."""
    if shape in OUTPUTS:
        return output_schema(shape)
    ids = open_rules(rules).rules.ids()
    return report_schema(ids) if shape == "report" else rule_schema(ids)
