"""All pages: committed as they would be written, reachable, and whole for other rules, too."""

import re
from pathlib import Path, PurePosixPath

import pytest

from sakip_rules import Catalogue
from sakip_rules.pages.site import MADE_BY, make_pages, write_pages, written

ROOT = Path(__file__).parents[2]


def test_the_committed_pages_are_what_would_be_written(pages: dict[str, str]) -> None:
    """A change of a rule that is not on its page is found: run `sakip docs --out docs`."""
    docs = ROOT / "docs"
    stale = [
        path
        for path, text in pages.items()
        if not (docs / path).is_file() or (docs / path).read_text(encoding="utf-8") != text
    ]
    assert stale == []
    assert written(docs) == pages.keys()


def test_no_word_is_left_to_be_filled(pages: dict[str, str]) -> None:
    """No page has a `{name}` that a text was made with."""
    assert {path: found for path, text in pages.items() if (found := re.findall(r"\{[a-z_]+\}", text))} == {}


def test_every_page_can_be_reached() -> None:
    """Each page of rules, made or written by hand, stands in the site's menu in both languages."""
    docs, menu = ROOT / "docs", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = [
        path.relative_to(docs).as_posix()
        for folder in ("aturan", "en/rules")
        for path in (docs / folder).rglob("*.md")
    ]
    assert len(pages) >= 30
    assert [path for path in pages if f"- {path}\n" not in menu] == []


def test_what_is_not_shipped_is_said_alike_in_both_languages() -> None:
    """The two pages written by hand have the same sections and as many rows."""
    own, other = (
        [
            line[:2]
            for line in (ROOT / "docs" / page).read_text(encoding="utf-8").splitlines()
            if line[:2] in {"##", "| "}
        ]
        for page in ("aturan/belum-dimuat.md", "en/rules/not-shipped.md")
    )
    assert own == other
    assert own.count("| ") > 50


def broken_links(pages: dict[str, str]) -> list[str]:
    """The links of pages that lead to no page."""
    found = []
    for path, text in pages.items():
        for link in re.findall(r"\]\(([^)]+\.md)\)", text):
            parts: list[str] = []
            for part in (PurePosixPath(path).parent / link).parts:
                parts = parts[:-1] if part == ".." else [*parts, part]
            if "/".join(parts) not in pages:
                found.append(f"{path}: {link}")
    return found


def test_no_link_of_a_page_leads_nowhere(bundled: Catalogue, own: Catalogue) -> None:
    """The bundled rules' pages are whole without those written by hand, and so are an agency's own."""
    assert broken_links(make_pages(bundled.checked)) == []
    made = make_pages(own.checked)
    assert broken_links(made) == []
    assert sorted(made) == [
        "aturan/daftar.md", "aturan/index.md", "aturan/rumus/contoh.md",
        "en/rules/formulas/contoh.md", "en/rules/index.md", "en/rules/list.md",
    ]  # fmt: skip


def test_every_page_says_who_made_it(pages: dict[str, str]) -> None:
    """In its first lines: that is how a page that nothing writes any more is known."""
    assert [path for path, text in pages.items() if MADE_BY not in "".join(text.splitlines()[:5])] == []


def test_pages_written_by_hand_stay_and_pages_of_rules_that_are_gone_go(
    own: Catalogue, tmp_path: Path
) -> None:
    """Writing twice changes nothing; only a page that was made is ever removed."""
    out = tmp_path / "docs"
    paths = write_pages(own.checked, out)
    assert paths == sorted(make_pages(own.checked))
    old, hand = out / "aturan/rumus/lama.md", out / "aturan/rumus/tangan.md"
    old.write_text(f"# Lama\n\nHalaman ini dibuat oleh {MADE_BY}.\n", encoding="utf-8")
    hand.write_text("# Tangan\n", encoding="utf-8")
    assert write_pages(own.checked, out) == paths
    assert (old.exists(), hand.exists()) == (False, True)


@pytest.mark.parametrize("path", ["aturan/belum-dimuat.md", "en/rules/not-shipped.md"])
def test_a_page_written_by_hand_is_linked_to_where_there_is_one(
    own: Catalogue, tmp_path: Path, path: str
) -> None:
    """The overview knows the one page that rules cannot say: what is not there."""
    page = tmp_path / "docs" / path
    page.parent.mkdir(parents=True)
    page.write_text("# Yang belum dimuat\n", encoding="utf-8")
    made = make_pages(own.checked, tmp_path / "docs")
    linking = [other for other, text in made.items() if f"]({page.name})" in text]
    assert linking == [f"{PurePosixPath(path).parent}/index.md"]
