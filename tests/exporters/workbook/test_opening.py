import io

from tests.spreadsheets import cells_of

from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.exporters.workbook.opening import new_book


def test_texts_stay_texts_and_bytes_the_same(small: LiveReport) -> None:
    """What looks like a formula, a number or an address is written as a text; nothing tells the hour."""
    made = []
    for _ in range(2):
        out = io.BytesIO()
        book = new_book(out, small.tree)
        book.add_worksheet("A").write_row(0, 0, ["=1+1", "12", "https://contoh.id"])
        book.close()
        made.append(out.getvalue())
    assert made[0] == made[1]
    cells = cells_of(made[0])
    assert {cell.formula for cell in cells.values()} == {None}
    assert [cell.value for cell in cells.values()] == ["=1+1", "12", "https://contoh.id"]
