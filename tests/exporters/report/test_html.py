import re
from html.parser import HTMLParser

import pytest
from tests.bundled import bundled

from sakip_rules.exporters import Look
from sakip_rules.exporters.report.html import export
from sakip_rules.languages import LANGUAGES, Language
from sakip_rules.results import ReportTree


class Seen(HTMLParser):
    """The elements of a page that open and do not close, and all its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the attributes, and that the element is open."""
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes what was opened last, and nothing else."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collects what is read."""
        self.words += data


@pytest.fixture(scope="module")
def lumajang() -> str:
    """The report of 2020 as a page."""
    tree = bundled().evaluate_report("examples/dinsos-lumajang-2020.yaml").tree
    return export(tree, Look())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_whole(tree: ReportTree, lang: Language) -> None:
    """Every element is closed, in order; the page says its language."""
    seen = Seen(export(tree, Look(lang)))
    assert seen.open == []
    assert ("html", "lang", lang) in seen.attributes


def test_nothing_runs_and_nothing_is_fetched(lumajang: str) -> None:
    """No script, no event, no address; and a browser is told so."""
    seen = Seen(lumajang)
    names = {tag for tag, _, _ in seen.attributes}
    assert names.isdisjoint({"script", "link", "img", "iframe", "a", "form"})
    assert [name for _, name, _ in seen.attributes if name.startswith("on") or name in {"src", "href"}] == []
    assert "url(" not in lumajang
    assert "@import" not in lumajang
    policies = [value for _, name, value in seen.attributes if name == "content" and "src" in value]
    assert [policy.partition(";")[0] for policy in policies] == ["default-src 'none'"]


def test_titles_of_strangers_stay_words(tree: ReportTree) -> None:
    """`<b>` in a title is shown; no element of a stranger is in the page."""
    text = export(tree, Look())
    assert "<b>" not in text
    assert "&lt;b&gt;_judul_&lt;/b&gt;" in text


def test_tables_hold_what_the_report_prints(lumajang: str) -> None:
    """Tabel III.3: 29,42, 78,76, 267,71; cells say which head they belong to, for a phone."""
    assert '<td role="cell" data-label="Capaian (%)" class="number">267,71</td>' in lumajang
    assert "Tabel 1. Capaian kinerja tahun 2020: Sasaran strategis" in lumajang
    assert '<span class="absent">belum ada</span>' in lumajang


def test_years_have_two_lines_of_heads(lumajang: str) -> None:
    """The head of a group spans its years."""
    assert '<th scope="colgroup" colspan="2" class="group" role="columnheader">Capaian (%)</th>' in lumajang


def test_pictures_are_told_to_those_who_do_not_see_them(lumajang: str) -> None:
    """Each has a title, all its figures in words, and ids of its own."""
    pictures = re.findall(r"<svg.*?</svg>", lumajang, re.DOTALL)
    assert len(pictures) >= 4
    assert all("<title" in picture and "<desc" in picture for picture in pictures)
    ids = re.findall(r' id="([^"]+)"', lumajang)
    assert len(ids) == len(set(ids)) == 2 * len(pictures)


def test_formulas_are_typeset(lumajang: str) -> None:
    """A fraction of titles; what was written stands beside it for those who do not see it."""
    assert "<mfrac>" in lumajang
    assert 'alttext="pmks_ditangani / pmks_seluruhnya * 100"' in lumajang
