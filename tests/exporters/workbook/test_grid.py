import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.spreadsheets import position

from sakip_rules.exporters.workbook.grid import (
    LONGEST_NAME,
    BookSheet,
    CellPlace,
    SheetNames,
    column_name,
    range_text,
)


@given(st.integers(min_value=0, max_value=16_383), st.integers(min_value=0, max_value=1_048_575))
def test_a_place_has_the_name_that_spreadsheets_give_it(column: int, row: int) -> None:
    """Read back, it is the same place."""
    assert position(CellPlace(BookSheet("A"), row, column).cell) == (row + 1, column + 1)


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns(column: int, name: str) -> None:
    """As spreadsheets count them."""
    assert column_name(column) == name


def test_a_cell_of_another_sheet_is_called_with_its_sheet() -> None:
    """Of the same one by its name alone."""
    one, other = BookSheet("Indikator sasaran"), BookSheet("B")
    first, last = CellPlace(one, 5, 3), CellPlace(one, 8, 3)
    assert first.seen_from(one) == "D6"
    assert first.seen_from(other) == "'Indikator sasaran'!D6"
    assert range_text(first, last, other) == "'Indikator sasaran'!D6:D9"


@given(st.lists(st.text(max_size=60), max_size=12))
def test_names_of_sheets_are_such_as_every_program_takes(wanted: list[str]) -> None:
    """Short, without what has a meaning in formulas, and each another one, whatever strangers write."""
    names = SheetNames()
    given_names = [names.name(text) for text in wanted]
    assert len({name.casefold() for name in given_names}) == len(given_names)
    for name in given_names:
        assert 0 < len(name) <= LONGEST_NAME
        assert name.isprintable()
        assert not set(name) & set("[]:*?/\\'")


def test_rows_and_helpers_are_taken_one_after_another() -> None:
    """A helper that is asked for again stands where it stood."""
    sheet = BookSheet("A", rows=5)
    assert [sheet.take(), sheet.take(3), sheet.take()] == [5, 6, 9]
    assert [sheet.helper("a"), sheet.helper("b"), sheet.helper("a")] == [0, 1, 0]
