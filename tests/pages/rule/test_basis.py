"""What a rule rests on, on its page."""

from tests.pages.rule.conftest import PageOf
from tests.pages.seen import Page, words

RULE = """
    legal_basis:
      - document: Permen <1>/2021
        section: Pasal 2
        confidence: quoted
        quote: "kata & kata"
        url: "https://contoh.go.id/a"
        note: Catatan
      - {document: Kebiasaan, confidence: applied}
    errata: [{where: Lampiran, printed: "9 > 8", corrected: "9", note: {id: Salah ketik, en: A slip}}]
    formula: 1
"""


def test_each_document_has_its_words_link_badge_and_note(page_of: PageOf) -> None:
    """How surely the rule follows from it is told in words, not by a colour."""
    page = page_of({"index a": RULE})
    seen = words(page.body)
    assert "Permen <1>/2021 , Pasal 2 dikutip teksnya sendiri telah dibaca kata & kata Catatan" in seen
    assert "Kebiasaan diterapkan" in seen
    assert "https://contoh.go.id/a" in Page(page.body).links
    assert 'class="badge badge--quoted"' in page.body


def test_misprints_are_told(page_of: PageOf) -> None:
    """Where, what is printed, and what it should be."""
    seen = words(page_of({"index a": RULE}, "en").body)
    assert "Lampiran : Printed 9 > 8 , should be 9 . A slip" in seen
