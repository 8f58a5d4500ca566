"""The versions of a rule on its page."""

from tests.pages.rule.conftest import PageOf
from tests.pages.seen import Page, words

VERSIONS = {
    "index a@1.0.0": "formula: 1\nvalid_to: 2019\n",
    "index a@2.0.0": "formula: 2\nvalid_from: 2020\nsupersedes: contoh/a@1.0.0\n",
}


def test_each_version_has_its_years_and_its_page(page_of: PageOf) -> None:
    """The one on whose page one is has no link."""
    body = page_of(VERSIONS).body
    assert "1.0.0 2000–2019 2.0.0 sejak 2020, menggantikan contoh/a@1.0.0 rumus: 1 → 2" in words(body)
    assert Page(body).links[-1] == "../a.html"


def test_versions_stand_on_a_line_of_years(page_of: PageOf) -> None:
    """To scale; one version alone needs none."""
    assert "Versi menurut tahun 1.0.0 2000–2019; 2.0.0 sejak 2020" in words(page_of(VERSIONS).body)
    assert "Versi menurut tahun" not in words(page_of({"index b": "formula: 1\n"}).body)


def test_a_gap_is_explained_before_the_version_after_it(page_of: PageOf) -> None:
    """Whoever looks for those years finds why there is nothing."""
    after = "formula: 2\nvalid_from: 2022\ngap: {id: Belum dibaca., en: Not read.}\n"
    versions = {"index a@1.0.0": VERSIONS["index a@1.0.0"], "index a@2.0.0": after}
    assert "1.0.0 2000–2019 Belum dibaca. 2.0.0 sejak 2022" in words(page_of(versions).body)


def test_a_changed_text_is_told_in_the_language_of_the_page(page_of: PageOf) -> None:
    """An Indonesian reader needs neither the English words nor the keys of the file."""
    head = "formula: a\ninputs: {{a: {{title: {{id: {}, en: {}}}}}}}\n"
    old = head.format("Nilai lama", "Old value") + "valid_to: 2019\n"
    new = head.format("Nilai baru", "New value") + "valid_from: 2020\n"
    seen = words(page_of({"index a@1.0.0": old, "index a@2.0.0": new}).body)
    assert "masukan a , judul: Nilai lama → Nilai baru" in seen
    assert "Old value" not in seen.partition("Untuk pemrogram")[0]


def test_versions_that_compute_alike_say_so_in_one_line(page_of: PageOf) -> None:
    """Only their legal basis differs."""
    after = "formula: 1\nvalid_from: 2020\nlegal_basis: [{document: Lain, confidence: applied}]\n"
    body = page_of({"index a@2.0.0": after, "index a@1.0.0": VERSIONS["index a@1.0.0"]}).body
    assert "Hitungannya sama dengan versi sebelumnya" in words(body)
