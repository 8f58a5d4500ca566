import io
import re
import zipfile

from tests.spreadsheets import Address, Cell


def part(workbook: bytes, name: str) -> str:
    """Gives a part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return archive.read(name).decode()


def test_a_stranger_s_text_is_no_formula(small_cells: dict[Address, Cell]) -> None:
    """A title that begins with `=` is a text in every sheet."""
    injected = [cell for cell in small_cells.values() if "_judul_" in str(cell.value)]
    assert len(injected) > 5
    assert all(cell.formula is None for cell in injected)


def test_sheets_are_protected_but_for_inputs(small_book: bytes) -> None:
    """Without a password; what is unlocked are the yellow cells, which take numbers and words only."""
    sheet = part(small_book, "xl/worksheets/sheet5.xml")
    protection = re.findall(r"<sheetProtection [^>]*>", sheet)
    assert protection
    assert "password" not in protection[0]
    assert 'locked="0"' in part(small_book, "xl/styles.xml")
    assert sheet.count("<dataValidation ") == 6
    assert 'fitToHeight="0"' in sheet
    assert "<pane " in sheet


def test_years_that_only_others_have_are_folded(small_book: bytes) -> None:
    """Their rows are hidden, and the sheet says so."""
    sheet = part(small_book, "xl/worksheets/sheet5.xml")
    assert len(re.findall(r'<row [^>]*hidden="1"', sheet)) == 2


def test_a_source_is_told_in_a_note(small_book: bytes) -> None:
    """The document of a datum stands beside its cell."""
    assert "Sumber: Renstra" in part(small_book, "xl/comments1.xml")
