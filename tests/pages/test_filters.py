"""The form that narrows the list of rules."""

from tests.pages.rule.conftest import view
from tests.pages.seen import words

from sakip_rules import Catalogue
from sakip_rules.pages.filters import filters
from sakip_rules.pages.topics import by_topic


def test_every_choice_fits_some_rule(own: Catalogue) -> None:
    """An agency with one rule has one topic, one kind, one confidence and one document; a script shows it."""
    form = filters(by_topic(own.rules), view("id"))
    assert words(form) == (
        "Kata Topik semua Aturan contoh Jenis semua nilai atau indeks Keyakinan semua diterapkan "
        "Peraturan atau dokumen semua Contoh buatan Berlaku pada tahun Urut A–Z Kosongkan"
    )
    assert " hidden>" in form
    assert '<option value="contoh-buatan">' in form


def test_all_documents_can_be_chosen(bundled: Catalogue) -> None:
    """Those of older versions, too."""
    form = filters(by_topic(bundled.rules), view("en"))
    assert '<option value="permendagri-54-2010">Permendagri 54/2010</option>' in form
    assert 'data-count="{count} rules"' in form
