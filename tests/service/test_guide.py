"""What the pages about the service show: requests are asked, programs are run, and answer as is shown."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.service.serving import served
from tests.service.web.asking import client

from sakip_rules import Catalogue
from sakip_rules.service.web.application import Application
from sakip_rules.service.worker import answer_line

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
LANGUAGES = pytest.mark.parametrize("folder", [DOCS, DOCS / "en"], ids=["id", "en"])
LINE = re.compile(r'^```json\n(\{"id": \d+, "call".*?)^```\n.*?^```json\n(.*?)^```', re.MULTILINE | re.DOTALL)
HTTP = re.compile(r"^```http\n(\w+) (\S+)\n\n(.*?)^```\n\n```json\n(.*?)^```", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^`(?P<path>[^`\n]+)`:\n\n```\w+\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
OUTPUT = re.compile(r"^```text\n(.*?)^```", re.MULTILINE | re.DOTALL)


@LANGUAGES
def test_requests_are_answered_as_is_shown(folder: Path) -> None:
    """By the worker, and over HTTP."""
    text = (folder / "aplikasi" / "layanan.md").read_text("utf-8")
    catalogue = Catalogue.bundled()
    lines, ask = LINE.findall(text), client(Application(catalogue))
    assert len(lines) == 2
    for request, answer in lines:
        assert_part(json.loads(answer), json.loads(answer_line(catalogue, request.encode(), "id")))
    found = HTTP.findall(text)
    assert len(found) == 2
    for method, url, body, answer in found:
        assert ask(method, url, body.encode()).json == json.loads(answer)


def assert_part(shown: Any, answer: Any) -> None:
    """All that is shown is so in the answer, which may hold more."""
    if isinstance(shown, dict):
        for key, value in shown.items():
            assert_part(value, answer[key])
    else:
        assert shown == answer


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the bundled rules are served."""
    with served(Catalogue.bundled()) as found:
        yield found


@pytest.mark.slow
@LANGUAGES
@pytest.mark.parametrize(("page", "command"), [("javascript.md", "node"), ("laravel.md", "php")])
def test_a_page_for_programmers_shows_what_its_program_prints(
    folder: Path, page: str, command: str, tmp_path: Path, address: str
) -> None:
    """Its files are written, and the last of them is run, beside the client of examples/."""
    text = (folder / "aplikasi" / page).read_text("utf-8").replace("http://127.0.0.1:8765", address)
    files = [(tmp_path / found["path"], found["text"]) for found in FILE.finditer(text)]
    for file, content in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    for example in ("node/client.mjs", "php/http.php", "php/worker.php"):
        shutil.copy(ROOT / "examples" / example, tmp_path)
    shutil.copy(Path(__file__).parent / "laravel.php", tmp_path)
    program = shutil.which(command)
    assert program is not None
    done = subprocess.run(
        [program, files[-1][0]], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    (shown,) = OUTPUT.findall(text)
    assert (done.stdout, done.stderr, done.returncode) == (shown, "", 0)
