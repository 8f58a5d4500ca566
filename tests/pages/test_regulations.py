"""A page for each document that rules rest on."""

from pathlib import Path

import pytest
from tests.pages.seen import Page, words
from tests.written import rules

from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.paper import MadePage
from sakip_rules.pages.regulations import full_name, regulation_page, regulations_page
from sakip_rules.pages.rule.view import RuleView
from sakip_rules.pages.sources import SiteSources

OLD = "formula: 1\nvalid_to: 2016\nlegal_basis: [{document: Permendagri 54/2010, confidence: claimed}]\n"
NEW = """
    formula: 1
    valid_from: 2017
    legal_basis:
      - {document: Permendagri 86/2017, section: Lampiran, confidence: quoted, quote: katanya, note: Catatan}
      - {document: Kebiasaan, confidence: applied}
"""


@pytest.fixture
def sources(tmp_path: Path) -> SiteSources:
    """A rule whose newer version rests on another regulation."""
    return SiteSources(rules(tmp_path, {"index a": OLD, "index a@2.0.0": NEW}).checked)


def view(sources: SiteSources, path: str = "peraturan/x.md") -> RuleView:
    """A page about regulations."""
    return RuleView(PagePlace(path, "id", "files"), lambda _: None, sources.path_of)


def page(sources: SiteSources, document: str) -> MadePage:
    """The page of a document."""
    regulation = next(each for each in sources.regulations if each.document == document)
    return regulation_page(regulation, sources, view(sources))


def test_what_was_read_and_what_not_stands_apart(sources: SiteSources) -> None:
    """Each rule with the part of the document, its words and the note."""
    made = page(sources, "Permendagri 86/2017")
    seen = words(made.body)
    assert seen.startswith(
        "Permendagri 86/2017 Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 Yang dibaca dikutip"
    )
    assert "Contoh ( contoh/a ) 2.0.0 sejak 2017 · Lampiran katanya Catatan" in seen
    assert "diklaim" not in seen
    assert "../rumus/contoh/a.html" in Page(made.body).links
    assert made.facts["search"] == ["86/2017"]


def test_documents_of_neighbouring_versions_are_linked(sources: SiteSources) -> None:
    """A document that only the earlier version names comes before one that only the later names."""
    before, after = page(sources, "Permendagri 86/2017"), page(sources, "Permendagri 54/2010")
    assert "Sebelumnya Versi sebelumnya dari aturan" in words(before.body)
    assert "permendagri-54-2010.html" in Page(before.body).links
    assert "Sesudahnya" in words(after.body)
    assert {"permendagri-86-2017.html", "kebiasaan.html"} <= set(Page(after.body).links)


def test_all_documents_are_listed(sources: SiteSources) -> None:
    """By name, with their full names and how many rules rest on them."""
    seen = words(regulations_page(sources.regulations, view(sources)).body)
    assert "Kebiasaan 1 Permendagri 54/2010 Peraturan Menteri Dalam Negeri Nomor 54 Tahun 2010 1" in seen


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("PMK 22/PMK.02/2021", "Peraturan Menteri Keuangan Nomor 22/PMK.02 Tahun 2021"),
        ("PP 6/2008", "Peraturan Pemerintah Nomor 6 Tahun 2008"),
        (
            "SK Kepala LAN 239/IX/6/8/2003",
            "Keputusan Kepala Lembaga Administrasi Negara Nomor 239/IX/6/8 Tahun 2003",
        ),
        ("PPN dan lainnya", ""),
        ("Kebiasaan instansi", ""),
        ("PP tentang standar", "Peraturan Pemerintah tentang standar"),
    ],
)
def test_full_names_are_those_of_the_data(sources: SiteSources, document: str, name: str) -> None:
    """Only where the kind of regulation is known, and its name ends there."""
    assert full_name(document, view(sources)) == name


def test_questions_about_its_rules_are_named(bundled_sources: SiteSources) -> None:
    """Where a regulation is read in several ways, its page leads there."""
    made = page(bundled_sources, "Permendagri 86/2017")
    assert "../tafsir/90-5-pada-skala-permendagri.html" in Page(made.body).links
