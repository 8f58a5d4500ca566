import pytest

from sakip_rules.exporters.markdown import escaped, report_markdown, table_row
from sakip_rules.results import ReportTree


def test_each_record_has_a_heading_and_a_table(tree: ReportTree) -> None:
    """Years stand beside each other, numbers as Indonesian reports print them."""
    text = report_markdown(tree)
    assert text.startswith("# Laporan contoh\n\nTahun 2020 · contoh/kerangka@1.0.0\n\n## Dinas Contoh\n")
    assert "| Angka | 2020 | 2019 | Satuan | Keterangan |\n| --- | ---: | ---: | --- | --- |" in text
    assert "| capaian | 33,3 | 98,8 | persen | Rendah |" in text
    assert "| target | 1.234.567,5 |  |  |" in text


def test_a_title_is_no_mark_up(tree: ReportTree) -> None:
    """Pipes, tags and emphasis in a title are shown as they are written."""
    assert r"### \=1+1 \| &lt;b&gt;\_judul\_&lt;/b&gt;" in report_markdown(tree)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("[x](http://y)", r"\[x\](http:\//y)"),
        ("# judul", r"\# judul"),
        ("- butir", r"\- butir"),
        ("1. butir", r"1\. butir"),
        ("*tebal* `kode`", r"\*tebal\* \`kode\`"),
        ("<script>", "&lt;script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("rata_target", "rata_target"),
        ("1.234,5", "1.234,5"),
        ("a\nb", "a\N{REPLACEMENT CHARACTER}b"),
    ],
)
def test_mark_up_is_escaped(text: str, shown: str) -> None:
    """Each character that means something is escaped; plain names and numbers stay readable."""
    assert escaped(text) == shown


def test_a_cell_cannot_end_its_row() -> None:
    """A row has as many cells as were put in."""
    assert table_row(["a|b", "c\nd"]) == "| a\\|b | c\N{REPLACEMENT CHARACTER}d |"
