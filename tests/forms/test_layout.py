"""How a report lies in a workbook: names that cannot be taken for each other."""

from __future__ import annotations

from sakip_rules.forms import layout
from sakip_rules.models import RECORD_KEYS
from sakip_rules.models.words import name_fault


def test_columns_beside_the_keys_of_records_are_no_inputs_by_chance() -> None:
    """A column is a key of records, or one of the words for where and when."""
    own = {layout.PARENT, layout.YEAR}
    assert set(layout.RECORD_COLUMNS) - own <= set(RECORD_KEYS)
    assert not own & set(RECORD_KEYS)


def test_names_of_sheets_are_no_names_of_levels() -> None:
    """A level is written in small letters."""
    assert all(name_fault(name) for name in layout.OWN_SHEETS)
