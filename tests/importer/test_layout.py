"""Where a table stands in its sheet."""

from __future__ import annotations

from sakip_rules.importer.layout import TableLayout, find_layout
from sakip_rules.sheets import Sheet, SheetCell, SheetRow


def layout(*rows: str) -> TableLayout | None:
    """The layout of rows whose cells are parted by `;`."""
    made = []
    for line, text in enumerate(rows, 1):
        cells = {at: SheetCell(cell, column=at) for at, cell in enumerate(text.split(";"), 1) if cell}
        made.append(SheetRow(line, cells))
    return find_layout(Sheet("a.csv", "", tuple(made)), {})


def headings(found: TableLayout | None) -> list[str]:
    """The texts of the headings."""
    assert found is not None
    return [heading.text for heading in found.columns.values()]


def test_the_first_row_that_names_two_things_is_the_heading() -> None:
    """Titles above it name none, or one."""
    found = layout("LAPORAN KINERJA", "Target dan realisasi tahun 2020", "No;Indikator;Target", "1;A;80")
    assert headings(found) == ["No", "Indikator", "Target"]
    assert found is not None
    assert (len(found.above), [row.line for row in found.body]) == (2, [4])


def test_a_row_above_and_rows_below_may_part_columns() -> None:
    """Years over figures, figures over years; a column without parts keeps its own name."""
    assert headings(layout(";;2020;;", "No;Indikator;Target;Realisasi;Ket", "1;A;80;81;x")) == [
        "No", "Indikator", "2020 Target", "2020 Realisasi", "2020 Ket",
    ]  # fmt: skip
    assert headings(layout("No;Indikator;Target;;Ket", ";;2019;2020;", "1;A;80;81;x")) == [
        "No", "Indikator", "Target 2019", "Target 2020", "Ket",
    ]  # fmt: skip


def test_words_below_a_group_part_it_whatever_they_are() -> None:
    """No record is without a name and without a number; below a name there is a record."""
    found = layout(
        "No;Program;Anggaran;;Realisasi s/d 31 Desember;",
        ";;Sebelum Perubahan (Rp);Setelah Perubahan (Rp);(Rp);(%)",
        "1;2;3;4;5;6", "I;Program A;1;2;3;4",
    )  # fmt: skip
    assert headings(found)[2:] == [
        "Anggaran Sebelum Perubahan (Rp)", "Anggaran Setelah Perubahan (Rp)",
        "Realisasi s/d 31 Desember (Rp)", "Realisasi s/d 31 Desember (%)",
    ]  # fmt: skip
    assert found is not None
    assert [row.line for row in found.body] == [4]
    below = layout("No;Indikator;Target;;Ket", "1;Nilai;BB;A;baik")
    assert headings(below) == ["No", "Indikator", "Target", "Ket"]


def test_years_below_the_word_for_them_part_it() -> None:
    """One that stands beside a name is the year of its row."""
    assert headings(layout("Indikator;Satuan;Tahun;;", ";;2019;2020;2021", "A;%;1;2;3")) == [
        "Indikator", "Satuan", "Tahun 2019", "Tahun 2020", "Tahun 2021",
    ]  # fmt: skip
    assert headings(layout("Indikator;Tahun;Target", "A;2019;1")) == ["Indikator", "Tahun", "Target"]


def test_a_row_that_numbers_the_columns_is_neither_heading_nor_record() -> None:
    """With or without brackets and calculations."""
    for numbers in ("1;2;3;4", "(1);(2);(3);(4=3/2)", "1;2;4;5"):
        found = layout("No;Indikator;Target;Realisasi", numbers, "1;A;80;81")
        assert found is not None
        assert ([row.line for row in found.numbering], [row.line for row in found.body]) == ([2], [3])


def test_a_first_record_of_numbers_is_a_record() -> None:
    """Numbers that do not count from one are figures."""
    found = layout("No;Indikator;Target;Realisasi", "1;A;3;2", "2;B;4;5")
    assert found is not None
    assert [row.line for row in found.body] == [2, 3]


def test_without_headings_there_is_no_table() -> None:
    """Two words that mean nothing are no headings."""
    assert layout("a;b", "1;2") is None
    assert layout() is None
