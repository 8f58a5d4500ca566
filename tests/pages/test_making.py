"""Every page of the bundled rules, and of an agency's own, in both languages."""

import posixpath
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from tests.pages.seen import Page

from sakip_rules import Catalogue
from sakip_rules.pages import make_pages


@pytest.fixture(scope="session")
def made(bundled: Catalogue) -> dict[str, Page]:
    """Every page of the bundled rules as a folder of files, read."""
    pages = make_pages(bundled.checked, None, "files")
    return {path: Page(text.split("---\n", 2)[2]) for path, text in pages.items()}


def test_every_version_has_a_page_in_both_languages(bundled: Catalogue, made: dict[str, Page]) -> None:
    """On the same path, English below `en/`."""
    rules = [path for path in made if path.startswith("rumus/") and path != "rumus/index.md"]
    assert len(rules) == len(bundled.checked.usable) > 250
    own = {path for path in made if not path.startswith("en/")}
    assert {path.removeprefix("en/") for path in made if path.startswith("en/")} == own


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


def test_a_page_is_one_block_of_html(bundled: Catalogue) -> None:
    """An empty line would end it; a folder of documents that is not there has no pages written by hand."""
    pages = make_pages(bundled.checked, Path("there-is-no-such-folder"))
    assert [path for path, text in pages.items() if "\n\n" in text.split("---\n\n", 1)[1].rstrip()] == []
    fronts = [yaml.safe_load(text.split("---\n")[1]) for text in pages.values()]
    assert {front["made_by"] for front in fronts} == {"sakip docs"}


def test_no_id_begins_with_a_digit(made: dict[str, Page]) -> None:
    """Scripts and style sheets could not name it."""
    assert [key for page in made.values() for key in page.ids if not key[0].isalpha()] == []
