"""The script that narrows the list of rules, in a real browser."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.bundled import bundled

from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.rule.view import RuleView
from sakip_rules.pages.rule_list import INDEX, rules_page
from sakip_rules.pages.sources import SiteSources

SCRIPT = Path(__file__).parents[2] / "src" / "sakip_rules" / "site" / "theme" / "js" / "list.js"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The list of the bundled rules with its script, as a file."""
    sources = SiteSources(bundled().checked)
    view = RuleView(PagePlace(INDEX, "id", "files"), lambda _: None, sources.path_of)
    script = f"<script>{SCRIPT.read_text('utf-8')}</script>"
    file = tmp_path_factory.mktemp("list") / "index.html"
    file.write_text(f'<!doctype html><html lang="id">{rules_page(sources, view).body}{script}', "utf-8")
    return file


def shown(page: Path, query: str) -> tuple[str, list[str]]:
    """What the page says that it shows, and the titles of the rules that are not hidden."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    command = [
        chromium,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--dump-dom",
        f"{page.as_uri()}?{query}",
    ]
    dom = subprocess.run(command, capture_output=True, check=True, text=True, timeout=120).stdout
    entries = re.findall(r"<li ([^>]*)>(?:<a [^>]*>)?([^<]*)", dom)
    counted = re.search(r'role="status">([^<]*)', dom)
    return counted[1] if counted else "", [title for stated, title in entries if "hidden" not in stated]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("words=ketepatan", ["Ketepatan sasaran bantuan sosial", "Ketepatan Sasaran (KS)"]),
        (
            "words=ketepatan&alphabet=1",
            ["Ketepatan Sasaran (KS)", "Ketepatan sasaran bantuan sosial"],
        ),
        ("kind=scale&topic=survei", ["Mutu pelayanan"]),
        ("kind=scale&topic=survei&year=1990", []),
    ],
)
def test_an_address_narrows_the_list(page: Path, query: str, titles: list[str]) -> None:
    """By words, kind, topic and year, and in the order of the alphabet."""
    counted, found = shown(page, query)
    assert len(found) == len(titles)
    assert counted == f"{len(titles)} aturan"
    assert all(title.startswith(start) for title, start in zip(found, titles, strict=True))


@pytest.mark.slow
def test_a_regulation_has_its_rules(page: Path) -> None:
    """PermenPANRB 88/2021: nine rules rest on it."""
    assert shown(page, "regulation=permenpanrb-88-2021")[0] == "9 aturan"
