"""The clients of examples/: each is run, and all come to the same as the command line."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.service.serving import served

from sakip_rules import Catalogue

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
# 78,76 of 29,42 is 267,71 (Tabel III.9 of the report of Lumajang); two commas are no number, and n/a may mean
# three absent values.
PRINTED = "267,71 Baik Sekali\n/realisasi bad-value\n/target which-absent\n"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the bundled rules are served."""
    with served(Catalogue.bundled()) as found:
        yield found


def printed(program: str, *words: str) -> str:
    """What a client prints; nothing of it is said on standard error."""
    found = shutil.which(program)
    assert found is not None, f"{program}: .ci/programs installs it"
    done = subprocess.run([found, *words], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_php_asks_the_worker() -> None:
    """One process, and no network."""
    worker = [sys.executable, "-m", "sakip_rules", "serve", "--stdio"]
    assert printed("php", str(EXAMPLES / "php" / "worker.php"), *worker) == PRINTED


@pytest.mark.parametrize(
    ("program", "file"),
    [("php", "php/http.php"), ("node", "node/client.mjs"), (sys.executable, "python/client.py")],
)
def test_a_client_asks_over_http(address: str, program: str, file: str) -> None:
    """With the standard library of its language alone."""
    assert printed(program, str(EXAMPLES / file), address) == PRINTED


@pytest.mark.parametrize(
    ("program", "words", "asked"),
    [
        ("php", ["php/http.php", "http://127.0.0.1:9"], "http://127.0.0.1:9"),
        ("node", ["node/client.mjs", "http://127.0.0.1:9"], "http://127.0.0.1:9"),
        (sys.executable, ["python/client.py", "http://127.0.0.1:9"], "http://127.0.0.1:9"),
        ("php", ["php/worker.php", sys.executable, "-c", "pass"], f"{sys.executable} -c pass"),
        ("php", ["php/worker.php", "./there-is-no-such-program"], "./there-is-no-such-program"),
    ],
)
def test_without_a_service_a_client_says_so(program: str, words: list[str], asked: str) -> None:
    """In one line, in both languages, and with the exit code of a failure."""
    found = shutil.which(program)
    assert found is not None, f"{program}: .ci/programs installs it"
    command = [found, str(EXAMPLES / words[0]), *words[1:]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{asked} tidak menjawab / does not answer")
    assert len(done.stderr.splitlines()) == 1


def test_clients_are_short() -> None:
    """So that each can be copied and read: the class is about 30 lines, its use below it."""
    lengths = {
        path.name: len(path.read_text("utf-8").splitlines())
        for folder in ("php", "node", "python")
        for path in (EXAMPLES / folder).iterdir()
        if path.is_file()
    }
    assert len(lengths) == 4
    assert max(lengths.values()) <= 50
