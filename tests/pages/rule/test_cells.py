"""A table on its page: every cell."""

from tests.pages.rule.conftest import PageOf
from tests.pages.seen import words

EXAMPLES = "examples: [{title: t, given: {k: A, l: X}, result: 1.5}]"
LONG = "examples: [{title: t, given: {k: A, l: X, m: P}, result: 1}]"


def test_two_keys_are_a_grid(page_of: PageOf) -> None:
    """A row for each first code; a cell that the source leaves empty says so."""
    text = f"keys: [k, l]\nrows: {{A: {{X: 1.5, Y: null}}, B: {{X: 2, Y: 3}}}}\n{EXAMPLES}"
    assert "k × l → nilai k \\ l X Y A 1,5 tidak diisi B 2 3" in words(page_of({"table a": text}).body)


def test_checks_of_a_table_are_about_its_cells(page_of: PageOf) -> None:
    """Not about `rows.value`, which nobody has heard of."""
    checks = "checks: [{expect: sum(rows.value) == 3.5, message: jumlahnya}]\n"
    text = f"keys: [k, l]\nrows: {{A: {{X: 1.5, Y: null}}, B: {{X: 2, Y: 0}}}}\n{checks}{EXAMPLES}"
    assert "jumlahnya ∑ isi sel = 3,5 jumlah isi sel = 3,5" in words(page_of({"table a": text}).body)


def test_other_tables_are_lists(page_of: PageOf) -> None:
    """One key, or three; points on a line say what lies between and beyond."""
    three = f"keys: [k, l, m]\nrows: {{A: {{X: {{P: 1, Q: 2}}}}}}\n{LONG}"
    assert "k l m nilai A X P 1 A X Q 2" in words(page_of({"table a": three}).body)
    line = "keys: [k]\ninterpolate: linear\noutside: hold\nrows: {0: 1, 10: 2}\n"
    seen = words(page_of({"table b": f"{line}examples: [{{title: t, given: 0, result: 1}}]"}).body)
    assert "di luar semua titik: nilai ujungnya k nilai 0 1 10 2" in seen
