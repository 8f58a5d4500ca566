from sakip_rules.audit import Audit, Warned
from sakip_rules.diagnostics import diagnose
from sakip_rules.exporters.audit.paper import HEADS, basis, counted_rows, filed_tables, warned


def test_errors_are_numbered_through_all_tables(audit: Audit) -> None:
    """Each row has a cell for each head."""
    tables = list(filed_tables(audit, "id"))
    rows = [row for table in tables for row in table.rows]
    assert [row.cells[0] for row in rows] == ["1", "2", "3"]
    assert {len(row.cells) for row in rows} == {len(HEADS)}
    assert [table.heading for table in tables] == [
        "Sebab tidak ditemukan (1)",
        "Tidak dapat dihitung ulang (1)",
        "Dipotong, bukan dibulatkan (1)",
    ]


def test_only_verdicts_that_there_are_are_counted(audit: Audit) -> None:
    """In words."""
    assert counted_rows(audit, "en")[0] == ("same", "1")
    assert counted_rows(Audit("a"), "en") == []


def test_a_warning_names_its_record() -> None:
    """By its title where it has one."""
    told = [Warned("a/b", diagnose("bad-value.empty", None))]
    assert warned(Audit("x", warnings=told, records={"a/b": ("Judul", "Title")}), "en")[0].startswith(
        "Title: "
    )
    assert warned(Audit("x", warnings=told), "en")[0].startswith("a/b: ")


def test_whose_figures_these_are_and_by_what() -> None:
    """On one line; what an audit does not know is left out."""
    known = Audit("LKjIP", organization="Dinas Sosial", year=2020, framework="contoh/kerangka@1.0.0")
    assert basis(known, "id") == "Dinas Sosial · Tahun 2020 · dihitung ulang menurut contoh/kerangka@1.0.0"
    assert basis(Audit("LKjIP"), "id") == ""
