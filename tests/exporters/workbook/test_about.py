from tests.spreadsheets import Address, Cell

from sakip_rules.exporters.workbook.about import FIRST_WORD, words_range
from sakip_rules.vocabulary import WORDS
from sakip_rules.wording.terms import ABSENT_WORDS


def test_the_words_stand_where_formulas_look_for_them(small_cells: dict[Address, Cell]) -> None:
    """One below another, in the sheet's own language."""
    assert words_range("id") == "'Keterangan'!$B$6:$B$9"
    assert words_range("en").startswith("'About'!")
    found = [small_cells["Keterangan", f"B{FIRST_WORD + 1 + number}"].value for number in range(len(WORDS))]
    assert found == [ABSENT_WORDS[word][0] for word in WORDS]


def test_every_sheet_is_listed(small_cells: dict[Address, Cell]) -> None:
    """With what it is about."""
    names = {sheet for sheet, _ in small_cells} - {"Keterangan", "Grafik"}
    listed = {
        cell.value for (sheet, at), cell in small_cells.items() if sheet == "Keterangan" and at[0] == "B"
    }
    assert names <= listed
