"""The page of a version of a rule."""

from tests.pages.rule.conftest import PageOf
from tests.pages.seen import Page, words

VERSIONS = {
    "index a@1.0.0": """
        title: {id: Serapan <b>, en: Absorption}
        formula: 1
        valid_to: 2019
        also_called: [SRP]
    """,
    "index a@2.0.0": "title: Serapan\nformula: 1\nvalid_from: 2020\ndescription: Satu kalimat.\n",
}


def test_an_older_version_leads_to_the_newest(page_of: PageOf) -> None:
    """And says which years it is for."""
    page = page_of(VERSIONS)
    assert page.path == "rumus/contoh/a/1.0.0.md"
    assert words(page.body).startswith(
        "Ini versi lama. Versi terbaru: 2.0.0 (sejak 2020) "
        "Serapan <b> nilai atau indeks · 2000–2019 · contoh/a@1.0.0 "
        "· diterapkan disebut juga SRP"
    )
    assert Page(page.body).links[0] == "../a.html"
    assert (page.facts["rule"], page.facts["older"]) == ("contoh/a@1.0.0", "contoh/a@2.0.0")


def test_a_page_knows_what_it_is_found_by(page_of: PageOf) -> None:
    """Titles, other names, and the numbers of regulations."""
    basis = "legal_basis: [{document: PMK 22/PMK.02/2021 dan PermenPANRB 88/2021, confidence: quoted}]\n"
    page = page_of({"index a": f"formula: 1\nalso_called: [NKA]\n{basis}"}, "en")
    assert (page.path, page.title, page.kind) == ("en/rumus/contoh/a.md", "Contoh", "rule")
    assert page.facts["search"] == ["22/PMK.02/2021", "88/2021"]
    assert (page.facts["also_called"], page.facts["confidence"]) == (["NKA"], "quoted")
