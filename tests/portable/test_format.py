"""The format as a whole: its schema stands in the documentation, and its pages name every node."""

import json
import re
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # jsonschema ships no types
import pytest

from sakip_rules.portable.format import FORMAT, plan_schema
from sakip_rules.portable.nodes import UNARY

ROOT = Path(__file__).parent.parent.parent
PAGES = ["docs/rujukan/rencana-json.md", "docs/en/rujukan/rencana-json.md"]


def test_the_schema_is_the_one_that_is_published() -> None:
    """A change of the format changes docs/rujukan/sakip-plan-1.schema.json, or its number."""
    published = json.loads((ROOT / "docs" / "rujukan" / "sakip-plan-1.schema.json").read_text("utf-8"))
    assert plan_schema() == published
    assert FORMAT == "sakip-plan/1"
    jsonschema.Draft202012Validator.check_schema(published)


@pytest.mark.parametrize("page", PAGES)
def test_the_page_names_every_word_of_nodes(page: str) -> None:
    """Both languages explain the same nodes."""
    text = (ROOT / page).read_text("utf-8")
    shown = set(re.findall(r'\["([^"]+)",', text))
    assert {*UNARY.values(), "#", "end", "row", "last_year", "and", "or", "compare", "call", "over"} <= shown
