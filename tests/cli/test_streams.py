import io
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from sakip_rules.cli.streams import OutputFailedError, fitting, is_terminal, write, write_data

REPORT = "tests/small/report.yaml"
ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", "≤ 5 → – é 字"), ("cp1252", "<= 5 -> – é ?"), ("ascii", "<= 5 -> - ? ?")],
)
def test_an_old_encoding_gets_plainer_signs(encoding: str, shown: str) -> None:
    """Arrows and comparisons have plain forms; a letter that is not there is a question mark."""
    assert fitting("≤ 5 → – é 字", encoding) == shown


def test_a_stream_that_takes_nothing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe that does not wait, and is full, is no reason to try for ever."""

    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            return 0

    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Full()))
    with pytest.raises(OutputFailedError):
        write("a")


def test_a_closed_stream_is_no_terminal() -> None:
    """Python has `None` in its place."""
    assert not is_terminal(None)
    assert not is_terminal(io.StringIO())


def left_early(*arguments: str) -> tuple[int, str]:
    """Runs `sakip` with a pipe that its reader has closed; gives the exit code and what was said."""
    reader, writer = os.pipe()
    os.close(reader)
    code, said = run(*arguments, stdout=writer)
    os.close(writer)
    return code, said


def environment() -> dict[str, str]:
    """The environment of a process that speaks Indonesian."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "SAKIP_LANG": "id"}


def run(*arguments: str, stdout: int, before: Callable[[], None] | None = None) -> tuple[int, str]:
    """Runs `sakip` as a process of its own; gives the exit code and what it said on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "sakip_rules", *arguments],
        cwd=ROOT,
        env=environment(),
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
        preexec_fn=before,
    )
    return done.returncode, done.stderr.decode()


SPEAKING = [
    ("--help",),
    ("--version",),
    ("rules", "--rules", "tests/small/rules"),
    ("check", "tests/small/rules"),
    ("evaluate", REPORT, "--rules", "tests/small/rules", "--format", "json"),
]


@pytest.mark.slow
@pytest.mark.parametrize("arguments", SPEAKING, ids=" ".join)
def test_a_closed_pipe_is_quiet(arguments: tuple[str, ...]) -> None:
    """`sakip … | head` says nothing when the reader leaves."""
    assert left_early(*arguments) == (141, "")


@pytest.mark.slow
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_leaves_in_the_middle_is_no_fault(unbuffered: str) -> None:
    """`sakip rules | head -1`: the first line came through, then the pipe was closed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "sakip_rules", "rules", "--format", "json"],
        cwd=ROOT,
        env={**environment(), "PYTHONUNBUFFERED": unbuffered},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.read(2) == b"{\n"
    process.stdout.close()
    assert (process.wait(60), process.stderr.read()) == (141, b"")
    process.stderr.close()


@pytest.mark.slow
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_fills_up_is_3(unbuffered: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the output is there and the rest has no room: that does not end with 0."""
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    with (tmp_path / "a.json").open("wb") as file:
        code, said = run("rules", "--format", "json", stdout=file.fileno(), before=little_room)
    assert (code, said) == (3, "galat: keluaran standar: tidak dapat ditulis (berkas terlalu besar)\n")
    assert (tmp_path / "a.json").stat().st_size == 1000


@pytest.mark.slow
@pytest.mark.parametrize("arguments", SPEAKING, ids=" ".join)
def test_a_full_disk_is_3_and_one_line(arguments: tuple[str, ...]) -> None:
    """Never exit code 0 for output that is not there, and no traceback."""
    with Path("/dev/full").open("wb") as full:
        code, said = run(*arguments, stdout=full.fileno())
    assert (code, said) == (
        3,
        "galat: keluaran standar: tidak dapat ditulis (tempat penyimpanan penuh)\n",
    )


@pytest.mark.slow
@pytest.mark.parametrize("arguments", SPEAKING, ids=" ".join)
def test_a_closed_standard_output_is_3_and_one_line(arguments: tuple[str, ...]) -> None:
    """`sakip … >&-`: there is nowhere to write to."""
    code, said = run(*arguments, stdout=subprocess.DEVNULL, before=lambda: os.close(1))
    assert (code, said) == (3, "galat: keluaran standar: tidak dapat ditulis (tertutup)\n")


@pytest.mark.slow
def test_a_closed_standard_output_does_not_matter_to_a_file(tmp_path: Path) -> None:
    """With `-o` nothing is written to it."""
    file = tmp_path / "a.txt"
    arguments = ("evaluate", REPORT, "--rules", "tests/small/rules", "-o", str(file))
    assert run(*arguments, stdout=subprocess.DEVNULL, before=lambda: os.close(1)) == (0, "")
    assert file.read_text(encoding="utf-8").startswith("Laporan")


@pytest.mark.slow
@pytest.mark.parametrize("closed", [True, False])
def test_where_nobody_can_be_told_the_exit_code_tells(closed: bool) -> None:
    """Standard error that is closed or full takes no message; the code is as ever."""

    def before() -> None:
        os.close(2)
        if not closed:
            os.open("/dev/full", os.O_WRONLY)

    assert run("evalute", stdout=subprocess.DEVNULL, before=before) == (2, "")


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_data_is_utf_8_whatever_the_console_has(form: str, encoding: str) -> None:
    """The same bytes as on a console that has all signs; text for people gets plainer signs."""
    command = ["evaluate", REPORT, "--rules", "tests/small/rules", "--format", form]
    plain = encoded("utf-8", *command)
    assert plain.decode("utf-8").isascii() is (form == "json")
    assert encoded(encoding, *command) == plain
    assert encoded(encoding, *command[:-1], "table").decode(encoding)


@cache
def encoded(encoding: str, *arguments: str) -> bytes:
    """What `sakip` writes where the console has an encoding; asked once, though several tests compare it."""
    environ = {**environment(), "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [sys.executable, "-m", "sakip_rules", *arguments],
        cwd=ROOT,
        env=environ,
        check=False,
        capture_output=True,
    )
    assert done.stderr == b""
    return done.stdout


def test_data_keeps_every_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes go out as they are; what stands in a path for a byte that is no text becomes a question mark."""
    below = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(below, "ascii"))
    write_data("≥ é \udcff\n")
    assert below.getvalue() == "≥ é ?\n".encode()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="descriptors of POSIX")
@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize(("report", "code"), [(REPORT, 0), ("tidak-ada.yaml", 3)])
def test_nobody_hears_what_is_said(tmp_path: Path, report: str, code: int, full: bool) -> None:
    """With standard error full or closed the work is done, and the exit code is the designed one."""

    def before() -> None:
        os.close(2)
        if full:
            os.open("/dev/full", os.O_WRONLY)

    output = tmp_path / "hasil.json"
    command = ["evaluate", report, "--rules", "tests/small/rules", "-o", str(output), "--format", "json"]
    done = subprocess.run(
        [sys.executable, "-m", "sakip_rules", *command],
        cwd=ROOT,
        env=environment(),
        check=False,
        preexec_fn=before,
    )
    assert (done.returncode, output.exists()) == (code, code == 0)
    assert code or json.loads(output.read_bytes())
