"""Signals that end a process: it ends by them, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sakip_rules.cli.declared.app import ended
from sakip_rules.cli.signals import EndedError, ending_in_order

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

WRITING = """
import os, signal, sys
from sakip_rules.cli.signals import ending_in_order
from sakip_rules.cli.work import atomic
os.fsync = lambda _: os.kill(os.getpid(), int(sys.argv[2]))
with ending_in_order():
    atomic.write_file(sys.argv[1], 'baru')
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_while_a_file_is_written_leaves_nothing(tmp_path: Path, name: str) -> None:
    """The old file is as it was, no unfinished one lies beside it, and the process ended by the signal."""
    target, number = tmp_path / "a.txt", getattr(signal, name)
    target.write_text("lama", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", WRITING, str(target), str(int(number))]
    done = subprocess.run(command, env=environment, check=False, capture_output=True)
    assert done.returncode == -number
    assert done.stderr == b""
    assert [(file.name, file.read_text("utf-8")) for file in tmp_path.iterdir()] == [("a.txt", "lama")]


def test_no_catch_of_mistakes_holds_a_signal_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command catches is a mistake; being ended passes through it, and through the exit codes."""
    killed: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _process, number: killed.append(number))

    def command() -> None:
        with contextlib.suppress(Exception):
            signal.raise_signal(signal.SIGTERM)

    with pytest.raises(EndedError) as leaving, ending_in_order():
        ended(command, "id")
    assert leaving.value.code == 128 + signal.SIGTERM
    assert killed == [signal.SIGTERM]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    """As under `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ending_in_order():
            signal.raise_signal(signal.SIGHUP)
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
