from tests.bundled import bundled

from sakip_rules.audit import Audit
from sakip_rules.exporters import Look
from sakip_rules.exporters.audit.html import export


def test_findings_are_rows_that_say_what_they_are(audit: Audit) -> None:
    """The number and the name are the head of the row; nothing in a report is mark-up."""
    text = export(audit, Look())
    assert "<h2>Sebab tidak ditemukan (1)</h2>" in text
    assert '<th scope="row" role="rowheader">1. pagu 2020, pmks/penanganan</th>' in text
    assert '<td role="cell" data-label="Tercetak" class="number">5.085.713.014</td>' in text
    assert "a|b" in text


def test_consequences_stand_further_in() -> None:
    """Right below their error."""
    text = export(bundled().audit_report("examples/dinsos-lumajang-2020.yaml"), Look(lang="en"))
    error = text.index(">339.40<")
    consequence = text.index(
        '<tr role="row" class="deep-1"><th scope="row" role="rowheader">Consequence: ', error
    )
    assert "287.90" in text[consequence : consequence + 2000]
    assert "<script" not in text
    assert "Dinas Sosial Kabupaten Lumajang · Year 2020 · recomputed by lumajang/kerangka-pengukuran@" in text
