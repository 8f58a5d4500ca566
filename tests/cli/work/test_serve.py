import http.client
import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sakip_rules.cli import main
from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.serve import run

Sakip = Callable[..., Result]
ROOT = Path(__file__).parent.parent.parent.parent
REQUEST = {"id": 1, "call": "classify", "rule": "contoh/skala", "on": 2020, "value": "100"}


def test_requests_of_standard_input_are_answered_until_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """0, and each answer on a line."""
    monkeypatch.chdir(ROOT)
    words = ["serve", "--stdio", "--lang", "en", "--rules", "tests/small/rules", "--no-bundled"]
    lines = "\n".join(map(json.dumps, (REQUEST, {"id": 2})))
    result = CliRunner().invoke(main, words, input=lines)
    first, second = map(json.loads, result.stdout.splitlines())
    assert (result.exit_code, first["answer"]["category"], second["ok"]) == (0, "Tinggi", False)


def test_without_standard_input_there_is_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a program without a console has it."""
    monkeypatch.setattr("sys.stdin", None)
    nowhere = {"host": "", "port": "", "threads": ""}
    assert run(stdio=True, http=False, rules=NamedRules(), lang="id", **nowhere) == 0


def test_how_to_serve_must_be_said(small: Sakip) -> None:
    """2, with what there is."""
    result = small("serve")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--stdio" in result.stderr


def worker() -> subprocess.Popen[bytes]:
    """A worker with the small rules, as other programs start it."""
    command = [sys.executable, "-m", "sakip_rules", "serve", "--stdio", "--no-bundled"]
    command += ["--rules", "tests/small/rules"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, **pipes)  # type: ignore[call-overload, no-any-return]  # three pipes


@pytest.mark.slow
def test_an_answer_comes_before_the_next_request_is_sent() -> None:
    """Nothing waits in a buffer; half a line at the end has an answer, and the process ends by itself."""
    with worker() as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in (1, 2):
            process.stdin.write(json.dumps(REQUEST | {"id": number}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        left, said = process.communicate(b'{"id": 3, "call"', timeout=20)
    assert json.loads(left)["errors"][0]["code"] == "json-syntax"
    assert (process.returncode, said) == (0, b"")


@pytest.mark.slow
def test_a_client_that_stops_reading_ends_the_worker() -> None:
    """141, without a word: nobody is there to read one."""
    with worker() as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.close()
        process.stdin.write(json.dumps(REQUEST).encode() + b"\n")
        process.stdin.flush()
        assert process.wait(timeout=20) == 141
        assert process.stderr is not None
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--stdio", "--http"], "Tulis --stdio atau --http, salah satu."),
        (["--http", "--port", "99999"], "--port memerlukan bilangan 0 sampai 65535, bukan `99999`."),
        (["--http", "--port", "delapan"], "--port memerlukan bilangan 0 sampai 65535, bukan `delapan`."),
        (["--http", "--threads", "0"], "--threads memerlukan bilangan 1 sampai 64, bukan `0`."),
        (["--http", "--host", "tidak.ada.invalid"], "Tidak dapat melayani di tidak.ada.invalid:8765: "),
    ],
)
def test_what_cannot_be_served_is_2(small: Sakip, words: list[str], said: str) -> None:
    """In words, and nothing is served."""
    result = small("serve", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_without_the_extra_the_command_that_installs_it_is_told(
    small: Sakip, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker needs nothing more."""
    monkeypatch.setitem(sys.modules, "waitress", None)
    result = small("serve", "--http")
    assert result.exit_code == 2
    assert "galat[missing-extra]: Paket `waitress` belum dipasang." in " ".join(result.stderr.split())


@pytest.mark.slow
def test_over_http_it_tells_where_and_ends_when_it_is_stopped() -> None:
    """At an address of this machine alone; Ctrl-C is how it ends, and the port is free again."""
    command = [sys.executable, "-m", "sakip_rules", "serve", "--http", "--port", "0", "--no-bundled"]
    command += ["--rules", "tests/small/rules", "--lang", "en"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = re.fullmatch(
            r"Serving at http://127\.0\.0\.1:(\d+) \(stop: Ctrl-C\)\n", process.stderr.readline()
        )
        assert address is not None
        connection = http.client.HTTPConnection("127.0.0.1", int(address[1]), timeout=20)
        connection.request("GET", "/health")
        assert json.loads(connection.getresponse().read())["status"] == "ok"
        connection.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
    with pytest.raises(OSError):  # noqa: PT011 - whatever the system calls it
        socket.create_connection(("127.0.0.1", int(address[1])), timeout=1)
