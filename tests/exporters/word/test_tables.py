import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.exporters.word.tables import (
    LANDSCAPE,
    PORTRAIT,
    ColumnRoom,
    WordCell,
    WordRow,
    fitted,
    word_table,
)
from sakip_rules.exporters.word.xml import NAMESPACES

W = f"{{{NAMESPACES['w']}}}"


def drawn(rows: list[WordRow], widths: list[int]) -> ET.Element:
    """A table, read back."""
    text = word_table(rows, widths, "Judul & isi")
    spaces = " ".join(f'xmlns:{key}="{uri}"' for key, uri in NAMESPACES.items())
    return ET.fromstring(f"<root {spaces}>{text}</root>")[0]  # noqa: S314 - made here


def test_heads_are_repeated_and_rows_are_whole() -> None:
    """On every page; the alternative text is the title."""
    head = WordRow([WordCell("a"), WordCell("b")], is_head=True)
    table = drawn([head, WordRow([WordCell("1"), WordCell("2", is_number=True)])], [2000, 1000])
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    caption = table.find(f"{W}tblPr/{W}tblCaption")
    assert caption is not None
    assert caption.get(f"{W}val") == "Judul & isi"


def test_a_short_table_stays_on_one_page() -> None:
    """All rows but the last one hold on to the next; those of a long one do not."""
    for count, held in ((3, [True, True, False]), (9, [False] * 9)):
        rows = drawn([WordRow([WordCell("1")])] * count, [1000]).findall(f"{W}tr")
        assert [row.find(f".//{W}keepNext") is not None for row in rows] == held


def test_widths_stand_in_the_grid_and_in_the_cells() -> None:
    """LibreOffice reads the grid, Word the cells; a cell over two columns is as wide as both."""
    rows = [WordRow([WordCell("a", columns=2)]), WordRow([WordCell("b"), WordCell("c")])]
    table = drawn(rows, [2000, 1000])
    assert [column.get(f"{W}w") for column in table.findall(f"{W}tblGrid/{W}gridCol")] == ["2000", "1000"]
    assert [width.get(f"{W}w") for width in table.iter(f"{W}tcW")] == ["3000", "2000", "1000"]


def test_numbers_stand_to_the_right_and_deep_rows_further_in() -> None:
    """An empty cell holds an empty paragraph: one without is a damaged document."""
    table = drawn([WordRow([WordCell("1", is_number=True), WordCell("a", depth=2), WordCell("")])], [1, 1, 1])
    number, deep, empty = table.iter(f"{W}tc")
    assert number.find(f".//{W}jc") is not None
    indent = deep.find(f".//{W}ind")
    assert indent is not None
    assert indent.get(f"{W}left") == "440"
    assert empty.find(f"{W}p") is not None
    assert empty.find(f".//{W}t") is None


ROOMS = st.builds(ColumnRoom, st.integers(200, 4000), st.integers(0, 6000))


@given(st.lists(ROOMS, min_size=1, max_size=20))
def test_columns_fit_the_page(columns: list[ColumnRoom]) -> None:
    """They fill it, each with what its words need; it lies on its side only where it has to."""
    widths, is_wide = fitted(columns, 0)
    room = LANDSCAPE if is_wide else PORTRAIT
    least = sum(column.least for column in columns)
    assert room - len(widths) < sum(widths) <= room
    assert is_wide == (least > PORTRAIT)
    assert min(widths) > 0
    if least <= room:
        assert all(width >= column.least for width, column in zip(widths, columns, strict=True))


def test_what_is_left_goes_to_lines_first() -> None:
    """A unit of several words stands on one line where names leave it the room."""
    assert fitted([ColumnRoom(2000, 9000), ColumnRoom(1000, 2500)], 0) == ([PORTRAIT - 2500, 2500], False)
