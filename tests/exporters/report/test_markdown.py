from sakip_rules.exporters import Look
from sakip_rules.exporters.report.markdown import export
from sakip_rules.results import ReportTree


def test_each_record_has_a_heading_and_a_table(tree: ReportTree) -> None:
    """Years stand beside each other, numbers as Indonesian reports print them."""
    text = export(tree, Look())
    assert text.startswith("# Laporan contoh\n\nTahun 2020 · contoh/kerangka@1.0.0\n\n## Dinas Contoh\n")
    assert "| Angka | 2020 | 2019 | Satuan | Keterangan |\n| --- | ---: | ---: | --- | --- |" in text
    assert "| capaian | 33,3 | 98,8 | persen | Rendah |" in text
    assert "| target | 1.234.567,5 |  |  |" in text


def test_a_title_is_no_mark_up(tree: ReportTree) -> None:
    """Pipes, tags and emphasis in a title are shown as they are written."""
    assert r"### \=1+1 \| &lt;b&gt;\_judul\_&lt;/b&gt;" in export(tree, Look())
