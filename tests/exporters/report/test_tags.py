import pytest

from sakip_rules.diagnostics import Place
from sakip_rules.exporters.report.tags import ReportTags
from sakip_rules.results import ReportTree


@pytest.fixture
def tags(tree: ReportTree) -> ReportTags:
    """The tags of the small report."""
    return ReportTags(tree, "id", Place("templat.docx"))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("laporan", "Laporan contoh"),
        ("organisasi", "Dinas Contoh"),
        ("tahun", "2020"),
        ("periode", ""),
        ("judul", "Dinas Contoh"),
        ("capaian", "141,65"),
        ("capaian.kategori", "Tinggi"),
        ("capaian.satuan", "%"),
        ("capaian@2019", "98,80"),
        ("a:realisasi", "16,67"),
        ("a:judul", "=1+1 | <b>_judul_</b>"),
        ("a:capaian@2019", "98,8"),
        ("b:capaian", "belum ada"),
        ("a:batas.max", "50"),
        ("a:realisasi.kategori", ""),
    ],
)
def test_a_tag_names_a_figure(tags: ReportTags, tag: str, text: str) -> None:
    """Of the report or a record, of its year or an earlier one; its category, its unit, an end of a range."""
    assert tags.text(tag) == text
    assert tags.mistakes == []


@pytest.mark.parametrize(
    "tag", ["capain", "z:capaian", "a:capaian@1999", "a:capaian@x", "a:laporan", "", ":", "kosong[]:x"]
)
def test_a_tag_that_names_nothing_is_noted_once(tags: ReportTags, tag: str) -> None:
    """With what may be meant."""
    if tags.collection(tag):
        tags.count("kosong[]")
    else:
        assert tags.text(tag) == ""
        tags.text(tag)
    (mistake,) = tags.mistakes
    assert mistake.code == "template-tag"
    assert mistake.hint("en")


def test_a_near_tag_is_offered(tags: ReportTags) -> None:
    """A letter that is missing."""
    tags.text("a:realisas")
    assert "`a:realisasi`" in tags.mistakes[0].hint("id")


def test_a_collection_goes_through_a_level(tags: ReportTags) -> None:
    """In the order of the report; of a figure there is none."""
    assert tags.collection("indikator[]:capaian") == "indikator[]"
    assert tags.collection("capaian") is None
    assert tags.count("indikator[]") == 3
    assert [tags.text("indikator[]:capaian", record) for record in range(3)] == ["33,3", "belum ada", "250,0"]
    assert tags.count("a/indikator[]") == 0
    assert tags.mistakes == []
