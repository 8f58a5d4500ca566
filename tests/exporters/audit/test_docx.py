import io
import xml.etree.ElementTree as ET
import zipfile

from sakip_rules.audit import Audit
from sakip_rules.exporters import Look
from sakip_rules.exporters.audit.docx import export
from sakip_rules.exporters.word.xml import NAMESPACES

W = f"{{{NAMESPACES['w']}}}"


def tables(made: bytes) -> list[list[list[str]]]:
    """The texts of all tables of a document."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        body = ET.fromstring(archive.read("word/document.xml"))[0]  # noqa: S314 - made here
    return [
        [
            ["".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
            for row in table.iter(f"{W}tr")
        ]
        for table in body.iter(f"{W}tbl")
    ]


def test_counts_stand_before_the_findings(audit: Audit) -> None:
    """A table of counts, then one for each kind of cause, with the same heads."""
    counts, *found = tables(export(audit, Look()))
    assert counts[0] == ["Putusan", "Angka tercetak"]
    assert len(found) == 3
    assert found[0] == [
        ["No.", "Angka", "Tercetak", "Hitungan", "Sebab", "Tempat"],
        ["1", "pagu 2020, pmks/penanganan", "5.085.713.014", "5.085.713.015", "sebab tidak ditemukan", "a|b"],
    ]


def test_an_audit_without_findings_is_a_document() -> None:
    """Its counts are empty."""
    assert tables(export(Audit("a"), Look("en"))) == [[["Verdict", "Printed figures"]]]


def test_whose_figures_they_are_stands_below_the_title() -> None:
    """An inspectorate files it without the report."""
    made = export(Audit("LKjIP", organization="Dinas Sosial", year=2020), Look())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert "Dinas Sosial · Tahun 2020" in archive.read("word/document.xml").decode()
