from sakip_rules.exporters import Look
from sakip_rules.exporters.report.markdown import export
from sakip_rules.results import ReportTree


def test_each_table_has_a_heading(tree: ReportTree) -> None:
    """Rows below the record that they are part of, numbers as Indonesian reports print them, sums in bold."""
    text = export(tree, Look())
    assert text.startswith("# Laporan contoh\n\nDinas Contoh · Tahun 2020 · contoh/kerangka@1.0.0\n\n## ")
    heads = "| Uraian | Satuan | Target | Realisasi | Capaian (%) | Kategori |\n"
    assert heads + "| --- | --- | ---: | ---: | ---: | --- |\n| **Dinas Contoh** |  |  |  |  |  |\n" in text
    assert "| &emsp;b |  | 1.234.567,5 | belum ada | belum ada | Belum dinilai |" in text
    assert "| **capaian** |  |  |  | **141,65** | **Tinggi** |" in text


def test_a_title_is_no_mark_up(tree: ReportTree) -> None:
    """Pipes, tags and emphasis in a title are shown as they are written."""
    assert r"| &emsp;\=1+1 \| &lt;b&gt;\_judul\_&lt;/b&gt; | persen |" in export(tree, Look())
