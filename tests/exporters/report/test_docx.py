import io
import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from tests.bundled import bundled

from sakip_rules import UsageError
from sakip_rules.exporters import Look
from sakip_rules.exporters.report import docx
from sakip_rules.exporters.report.docx import export
from sakip_rules.exporters.word.xml import NAMESPACES
from sakip_rules.results import ReportTree

YEARS = """\
report: LKjIP contoh
organization: Dinas Contoh
year: 2020
framework: nasional/kerangka-lkjip
sasaran:
  - id: a
    indikator:
      - id: b
        polarity: higher_is_better
        target: 10
        realisasi: 11
        history:
"""
W, M, WP = (f"{{{NAMESPACES[key]}}}" for key in ("w", "m", "wp"))


def parts(made: bytes) -> dict[str, bytes]:
    """What is packed in a document."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def lumajang() -> ET.Element:
    """The body of the chapter of 2020."""
    tree = bundled().evaluate_report("examples/dinsos-lumajang-2020.yaml").tree
    return ET.fromstring(parts(export(tree, Look()))["word/document.xml"])[0]  # noqa: S314 - made here


def words(element: ET.Element) -> str:
    """The text of an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def test_the_lists_name_every_caption(lumajang: ET.Element) -> None:
    """Tables and pictures, in order, each with its number."""
    captions = [
        words(paragraph)
        for paragraph in lumajang.findall(f"{W}p")
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "Caption"
    ]
    entries = [words(link) for link in lumajang.iter(f"{W}hyperlink")]
    assert sorted(entries) == sorted(captions)
    assert captions[0] == "Tabel 1. Capaian kinerja tahun 2020: Sasaran strategis"
    assert len([caption for caption in captions if caption.startswith("Tabel")]) == len(
        lumajang.findall(f"{W}tbl")
    )


def test_tables_hold_what_the_report_prints(lumajang: ET.Element) -> None:
    """Tabel III.3 and III.9: 29,42, 78,76, 267,71, and the mean 23,44."""
    rows = [
        [words(cell) for cell in row.iter(f"{W}tc")] for row in lumajang.findall(f"{W}tbl")[0].iter(f"{W}tr")
    ]
    assert rows[0] == ["Uraian", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori"]
    assert rows[1] == ["Meningkatnya Kesejahteraan PMKS"]
    assert rows[2][1:] == ["persen", "29,42", "78,76", "267,71", "Baik Sekali"]
    assert rows[4][:3] == ["Rata-rata capaian indikator", "", "23,44"]


def test_years_have_two_heads_on_every_page(lumajang: ET.Element) -> None:
    """The head of a group spans its years; what has no group goes on below."""
    table = next(table for table in lumajang.findall(f"{W}tbl") if "2019" in words(table))
    heads = [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert [words(cell) for cell in heads[0].iter(f"{W}tc")] == [
        "Uraian",
        "Satuan",
        "Realisasi",
        "Capaian (%)",
    ]
    assert [words(cell) for cell in heads[1].iter(f"{W}tc")] == ["", "", "2019", "2020", "2019", "2020"]
    assert [merge.get(f"{W}val") for merge in table.iter(f"{W}vMerge")] == ["restart"] * 2 + ["continue"] * 2


def test_pictures_have_alternative_texts(lumajang: ET.Element) -> None:
    """Everything that they show, in words."""
    told = [picture.get("descr", "") for picture in lumajang.iter(f"{WP}docPr")]
    assert len(told) >= 4
    assert all(re.search(r"[0-9]", text) for text in told)


def test_formulas_are_native_equations(lumajang: ET.Element) -> None:
    """Fractions of titles, numbers as Indonesians write them."""
    assert len(list(lumajang.iter(f"{M}oMathPara"))) >= 10
    assert lumajang.find(f".//{M}f") is not None


def test_a_title_is_no_mark_up(tree: ReportTree) -> None:
    """`<b>` and `=1+1` are words."""
    made = parts(export(tree, Look()))["word/document.xml"].decode()
    assert "=1+1 | &lt;b&gt;_judul_&lt;/b&gt;" in made


def test_without_the_extra_it_says_how_to_install_it(
    tree: ReportTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pictures need a package beside the core."""
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    with pytest.raises(UsageError) as caught:
        export(tree, Look())
    assert [one.key for one in caught.value.diagnostics] == ["missing-extra"]


def test_many_years_lie_on_their_side_with_their_heading(tmp_path: Path) -> None:
    """Six years are too wide for a standing page; the heading of the section stands on the same page."""
    years = "\n".join(f"          {year}: {{target: 10, realisasi: 9}}" for year in range(2015, 2020))
    report = tmp_path / "laporan.yaml"
    report.write_text(YEARS + years + "\n", encoding="utf-8")
    tree = bundled().evaluate_report(report).tree
    body = ET.fromstring(parts(export(tree, Look()))["word/document.xml"])[0]  # noqa: S314 - made here
    texts = [words(element) if element.find(f"{W}pPr/{W}sectPr") is None else "--" for element in body]
    heading = texts.index("Dari tahun ke tahun")
    assert texts[heading - 1] == "--"
    turned = [size.get(f"{W}orient") for size in body.iter(f"{W}pgSz")]
    assert turned == [None, "landscape", None]


def test_of_very_many_pictures_the_first_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the document says that there are more, and where."""
    monkeypatch.setattr(docx, "MOST_PICTURES", 2)
    tree = bundled().evaluate_report("examples/dinsos-lumajang-2020.yaml").tree
    body = ET.fromstring(parts(export(tree, Look()))["word/document.xml"])[0]  # noqa: S314 - made here
    assert len(list(body.iter(f"{WP}docPr"))) == 2
    assert "Hanya 2 gambar pertama dimuat di sini" in words(body)
    assert "Gambar 3." not in words(body)
