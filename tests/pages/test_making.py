"""Every page of the bundled rules, and of an agency's own, in both languages."""

import gzip
import posixpath
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from tests.conformance.test_conformance import DATA, read, write_rules
from tests.pages.seen import Page

from sakip_rules import Catalogue
from sakip_rules.pages.making import make_pages, write_pages, written

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def pages(bundled: Catalogue) -> dict[str, str]:
    """Every page of the bundled rules, as a folder of files."""
    return make_pages(bundled.checked, Path("there-is-no-such-folder"), "files")


@pytest.fixture(scope="module")
def made(pages: dict[str, str]) -> dict[str, Page]:
    """Every page, read."""
    return {path: seen(text) for path, text in pages.items()}


@cache
def seen(text: str) -> Page:
    """Gives a page, read; many about the language are alike whatever the rules are."""
    return Page(text.split("---\n", 2)[2])


@pytest.mark.slow
def test_every_version_has_a_page_in_both_languages(bundled: Catalogue, made: dict[str, Page]) -> None:
    """On the same path, English below `en/`."""
    rules = [path for path in made if path.startswith("rumus/") and path != "rumus/index.md"]
    assert {"peraturan/index.md", "tafsir/index.md", "contoh-terbit/index.md"} < made.keys()
    assert len(rules) == len(bundled.checked.usable) > 250
    own = {path for path in made if not path.startswith("en/")}
    assert {path.removeprefix("en/") for path in made if path.startswith("en/")} == own


@pytest.mark.slow
def test_no_link_leads_nowhere(made: dict[str, Page]) -> None:
    """Neither between pages nor within one; an id stands once on a page."""
    ids = {path.removesuffix(".md") + ".html": set(page.ids) for path, page in made.items()}
    broken = []
    for path, page in made.items():
        here = path.removesuffix(".md") + ".html"
        for link in page.links:
            if link.startswith(("http:", "https:")):
                continue
            target, _, anchor = link.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(here), target)) if target else here
            if there not in ids or (anchor and unquote(anchor) not in ids[there]):
                broken.append(f"{path}: {link}")
    assert broken == []
    assert [path for path, page in made.items() if len(page.ids) != len(set(page.ids))] == []


@pytest.mark.slow
def test_a_page_of_a_rule_is_small(pages: dict[str, str]) -> None:
    """At most 20 kB as they are sent; with its script and styles a page stays below 60."""
    sizes = {path: len(gzip.compress(text.encode())) for path, text in pages.items()}
    assert {path: size for path, size in sizes.items() if size > 20_000} == {}


def test_an_agency_has_pages_of_its_own_rules(own: Catalogue, tmp_path: Path) -> None:
    """Written twice they are the same; a page that no rule needs any more goes, one written by hand stays.

    Beside them stand those about the language, which are alike for everyone.
    """
    out = tmp_path / "docs"
    paths = write_pages(own.checked, out)
    pages = ["peraturan/contoh-buatan.md", "peraturan/index.md", "rumus/contoh/serapan.md"]
    pages += ["rumus/contoh/serapan/1.0.0.md", "rumus/index.md"]
    assert [path for path in paths if not path.startswith(("en/", "rujukan/"))] == pages
    old, hand = out / "rumus/contoh/lama.md", out / "rumus/tangan.md"
    old.write_text((out / "rumus/contoh/serapan.md").read_text(encoding="utf-8"), encoding="utf-8")
    hand.write_text("---\ntitle: Tangan\n---\n\nmade_by: saya\n", encoding="utf-8")
    assert write_pages(own.checked, out) == paths
    assert (old.exists(), hand.exists()) == (False, True)
    assert written(out) == set(paths)


@pytest.mark.slow
@pytest.mark.parametrize(
    "file", [file for file in DATA if not read(file).get("check")][::25], ids=lambda file: file.stem
)
def test_every_rule_without_a_mistake_has_a_whole_page(file: Path, tmp_path: Path) -> None:
    """Of the conformance suite every twenty-fifth: whatever a rule may state, its page is well formed."""
    checked = Catalogue.load(write_rules(file, tmp_path)).checked
    for text in make_pages(checked).values():
        page = seen(text)
        assert len(page.ids) == len(set(page.ids))
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_what_is_not_shipped_is_said_alike_in_both_languages() -> None:
    """The two pages written by hand have the same sections and as many rows."""
    own, other = (
        [
            line[:2]
            for line in (DOCS / folder / "tentang/belum-dimuat.md").read_text(encoding="utf-8").splitlines()
            if line[:2] in {"##", "| "}
        ]
        for folder in ("", "en")
    )
    assert own == other
    assert own.count("| ") > 50


@pytest.mark.slow
def test_a_page_is_one_block_of_html(pages: dict[str, str]) -> None:
    """An empty line would end it; its front matter says who made it."""
    assert [path for path, text in pages.items() if "\n\n" in text.split("---\n\n", 1)[1].rstrip()] == []
    fronts = [yaml.safe_load(text.split("---\n")[1]) for text in pages.values()]
    assert {front["made_by"] for front in fronts} == {"sakip docs"}


@pytest.mark.slow
def test_no_id_begins_with_a_digit(made: dict[str, Page]) -> None:
    """Scripts and style sheets could not name it."""
    assert [key for page in made.values() for key in page.ids if not key[0].isalpha()] == []
