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
    assert "Versi 1.0.0 2000–2019 2.0.0 sejak 2020, menggantikan contoh/a@1.0.0" in words(body)
    assert Page(body).links[-1] == "../a.html"
