import io
import zipfile
from pathlib import Path

import pytest
from tests.documents import control, docx, paragraph, part, row, table

from sakip_rules import DataError
from sakip_rules.exporters import Look
from sakip_rules.exporters.filled.docx import export
from sakip_rules.exporters.subjects import FilledTemplate
from sakip_rules.results import ReportTree


def fill(tree: ReportTree, file: Path) -> dict[str, bytes]:
    """The parts of a filled template."""
    made = export(FilledTemplate(tree, str(file), file.name), Look())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def keys(tree: ReportTree, file: Path) -> list[str]:
    """What is wrong with a template."""
    with pytest.raises(DataError) as caught:
        export(FilledTemplate(tree, str(file), file.name), Look())
    return [found.key for found in caught.value.diagnostics]


def test_figures_stand_in_the_document_of_the_agency(tree: ReportTree, tmp_path: Path) -> None:
    """In its text, its tables, its headers; all other parts are as they were."""
    body = paragraph(control("capaian")) + table(
        row(control("indikator[]:judul"), control("indikator[]:capaian"))
    )
    others: dict[str, str | bytes] = {
        "word/header1.xml": part(paragraph(control("organisasi"))),
        "word/media/a.png": b"\x89PNG\x00",
    }
    made = fill(tree, docx(tmp_path / "a.docx", body, others))
    document = made["word/document.xml"].decode()
    assert document.count("<w:tr>") == 3
    assert ">141,65<" in document
    assert "=1+1 | &lt;b&gt;_judul_&lt;/b&gt;" in document
    assert b">Dinas Contoh<" in made["word/header1.xml"]
    assert made["word/media/a.png"] == b"\x89PNG\x00"


def test_all_tags_that_name_nothing_are_told(tree: ReportTree, tmp_path: Path) -> None:
    """At once; nothing is written."""
    body = paragraph(control("capain") + control("a:realisas")) + table(row(control("indikator[]:x")))
    assert keys(tree, docx(tmp_path / "a.docx", body)) == ["template-tag.unknown"] * 3


def test_no_code_of_a_template_is_run(tree: ReportTree, tmp_path: Path) -> None:
    """What other programs take for code are letters, or a tag that names nothing."""
    told = "{{ cycler.__init__.__globals__.os.popen('id').read() }}{% for a in b %}"
    made = fill(
        tree, docx(tmp_path / "a.docx", paragraph(f"<w:r><w:t>{told}</w:t></w:r>" + control("capaian")))
    )
    assert told in made["word/document.xml"].decode()
    assert keys(tree, docx(tmp_path / "b.docx", paragraph(control("{{ 7*7 }}")))) == ["template-tag.unknown"]


def bomb(folder: Path) -> Path:
    """More in it than a file may unpack to."""
    return docx(folder / "a.docx", "", {"word/styles.xml": b" " * 68_000_000})


def twice(folder: Path) -> Path:
    """Two parts of one name: programs disagree on which they read."""
    file = docx(folder / "a.docx", paragraph(control("capaian")))
    with zipfile.ZipFile(file, "a") as packed, pytest.warns(UserWarning, match="Duplicate"):
        packed.writestr("word/document.xml", part(paragraph(control("tahun"))))
    return file


def text(folder: Path) -> Path:
    """A file that only is called so."""
    file = folder / "a.docx"
    file.write_bytes(b"PK\x03\x04 bukan")
    return file


HOSTILE = {
    "no zip": (text, "template-syntax.broken"),
    "two of one name": (twice, "template-syntax.broken"),
    "a bomb": (bomb, "file-too-large.unpacked"),
    "no document": (
        lambda folder: docx(folder / "a.docx", "", {"word/document.xml": ""}),
        "template-syntax.broken",
    ),
    "macros": (
        lambda folder: docx(folder / "a.docx", "", {"word/vbaProject.bin": b""}),
        "template-syntax.macros",
    ),
    "a way out": (
        lambda folder: docx(folder / "a.docx", "", {"../../keluar.xml": ""}),
        "template-syntax.broken",
    ),
    "entities": (
        lambda folder: docx(
            folder / "a.docx", "", {"word/footer1.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}
        ),
        "template-syntax.broken",
    ),
    "nothing to fill": (lambda folder: docx(folder / "a.docx", paragraph("")), "template-syntax.no-tags"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_templates_are_refused(tree: ReportTree, tmp_path: Path, kind: str) -> None:
    """Each by what it is."""
    make, key = HOSTILE[kind]
    assert keys(tree, make(tmp_path)) == [key]


def test_a_file_that_is_not_there_is_said(tree: ReportTree, tmp_path: Path) -> None:
    """As any file that cannot be read."""
    assert keys(tree, tmp_path / "tidak-ada.docx")
