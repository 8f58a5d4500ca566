"""The rows of an Excel sheet: names of cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.diagnostics.places import column_letters
from sakip_rules.sheets.excel_rows import LAST_COLUMN, LAST_ROW, read_reference


@given(st.integers(1, LAST_ROW), st.integers(1, LAST_COLUMN))
def test_the_name_of_a_cell_is_read_as_it_is_shown(row: int, column: int) -> None:
    """Letters and number, as a sheet shows them."""
    assert read_reference(f"{column_letters(column)}{row}") == (row, column)


@pytest.mark.parametrize(
    "name", ["", "A", "1", "A0", "XFE1", "A1048577", "ZZZ1", "a1", "A1:B2", "Ａ1", "A１", "$A$1"]
)
def test_what_no_sheet_has_is_no_name(name: str) -> None:
    """Beyond the last row or column, in small letters, in other alphabets."""
    assert read_reference(name) is None
