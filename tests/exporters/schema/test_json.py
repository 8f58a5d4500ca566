import json

from sakip_rules.exporters import Look
from sakip_rules.exporters.schema.json import export
from sakip_rules.exporters.schema.outputs import output_schema


def test_a_schema_is_printed_as_it_is() -> None:
    """As JSON, whatever the look."""
    assert json.loads(export(output_schema("audit"), Look("en"))) == output_schema("audit")
