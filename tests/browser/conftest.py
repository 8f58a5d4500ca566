"""The site as a browser shows it: built once, served on this machine, driven in Debian's Chromium."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
IN_A_FOLDER = (("lumajang", "ketepatan-sasaran"), ("nasional", "bobot-sakip"))
FOLDER_SETTINGS = """\
site_name: Dinas Contoh
theme: {name: sakip}
use_directory_urls: false
plugins:
  - sakip: {rules: [rules], bundled: false}
"""
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")
"""The first is Chromium without its own windows and menus: the same pages at half the processor time."""
CHROMIUM = next(filter(None, map(shutil.which, PROGRAMS)), None)
PATIENCE = 600
"""Seconds for which one waits until another has built the site."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here drives a browser, and is slow; without one it is skipped, but not in CI."""
    here = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        if str(item.path).startswith(here):  # of thousands: their parents are not looked through
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Chromium: .ci/run installs it")
        pytest.skip("there is no Chromium on this machine: apt-get install chromium-headless-shell")
    return CHROMIUM


def _built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site: .ci/run builds it beside the tests, else the first worker that asks for it."""
    if told := os.environ.get("SITE_BUILT"):
        _wait_for(Path(told))
        return ROOT / "site"
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    site, done = shared / "site", shared / "site.done"
    try:
        (shared / "site.begun").mkdir()
    except FileExistsError:
        _wait_for(done)
        return site
    _make_engine()
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    code = subprocess.run(build, cwd=ROOT, check=False).returncode
    done.write_text(str(code), "utf-8")
    assert code == 0
    return site


def _wait_for(done: Path) -> None:
    """Waits until who builds the site has written its exit code."""
    waited = 0
    while not done.exists():
        time.sleep(1)
        waited += 1
        assert waited < PATIENCE, "another was to build the site"
    assert done.read_text("utf-8").strip() == "0", "another could not build the site"


def _make_engine() -> None:
    """Fills the folder of the workbench's engine; without a network it stays empty."""
    make = [sys.executable, "-m", "sakip_rules.site.workbench", "build/workbench"]
    done = subprocess.run(make, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode and os.environ.get("CI"):
        pytest.fail(done.stderr)


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    """The name of this worker, as pytest-xdist gives it; `master` where there is only one."""
    return str(getattr(request.config, "workerinput", {}).get("workerid", "master"))


@pytest.fixture(scope="session")
def site(chromium: str, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the built site."""
    del chromium
    return _built(tmp_path_factory, worker_id)


@pytest.fixture(scope="session")
def folder_site(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two of the bundled rules in a site whose pages are files; `.ci/nightly` builds all of it so."""
    del chromium
    folder = tmp_path_factory.mktemp("folder")
    for owner, name in IN_A_FOLDER:
        shutil.copytree(ROOT / "rules" / owner / name, folder / "rules" / owner / name)
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(FOLDER_SETTINGS, "utf-8")
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run(build, cwd=folder, check=True)
    return folder / "site"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: on this machine only."""
    handler = functools.partial(QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    """Chromium, one for a worker."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a Chromium

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()


class Visit:
    """A page in a window of its own, and what went wrong on it."""

    def __init__(self, context: Any, address: str) -> None:
        self.address = address
        self.page = context.new_page()
        self.errors: list[str] = []
        self.outside: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._heard)
        self.page.on("request", self._asked)

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.outside.append(request.url)

    def open(self, path: str) -> Any:
        """Opens a page of the site."""
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Visit]:
    """A visit of the served site in a window as wide as a desk's."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Visit(context, address)
    context.close()


@pytest.fixture
def phone(browser: Any, address: str) -> Iterator[Visit]:
    """A visit on a phone, 360 px wide."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    yield Visit(context, address)
    context.close()
