import io
import sys

import pytest

from sakip_rules.cli.work import progress
from sakip_rules.cli.work.progress import counting, working

LABEL = ("memeriksa", "checking")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """As the name says."""
        return True


def run(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO) -> str:
    """What is written while three things are done."""
    monkeypatch.setattr(sys, "stderr", stream)
    with working(LABEL, "id") as tell:
        for done in range(1, 4):
            tell(done, 3)
    return stream.getvalue()


def test_a_pipe_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not one character: logs stay clean."""
    monkeypatch.setattr(progress, "SILENT", 0)
    assert run(monkeypatch, io.StringIO()) == ""


def test_a_terminal_without_control_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """`TERM=dumb` cannot take a line away again."""
    monkeypatch.setattr(progress, "SILENT", 0)
    monkeypatch.setenv("TERM", "dumb")
    assert run(monkeypatch, Terminal()) == ""


def test_a_terminal_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line takes the place of the last, and at the end there is none."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "SILENT", 0)
    monkeypatch.setattr(progress, "PAUSE", 0)
    shown = run(monkeypatch, Terminal()).split("\r")
    assert {"memeriksa … 1/3\x1b[K", "memeriksa … 3/3\x1b[K"} <= set(shown)
    assert shown[-1] == "\x1b[K"


def test_what_is_quick_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the empty line that takes nothing away."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "SILENT", 3600)
    assert run(monkeypatch, Terminal()) == "\r\x1b[K"


def test_a_log_gets_a_line_for_each_quarter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many rows; nothing where all is over at once."""
    log = io.StringIO()
    monkeypatch.setattr(sys, "stderr", log)
    for silent in (0, 3600):
        monkeypatch.setattr(progress, "SILENT", silent)
        with counting(LABEL, "id") as tell:
            for done in range(1, 101):
                tell(done, 100)
    assert log.getvalue().splitlines() == [f"memeriksa: {done}/100" for done in (25, 50, 75, 100)]


def test_a_terminal_shows_a_bar_of_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """As wide as there is done."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "SILENT", 0)
    monkeypatch.setattr(progress, "PAUSE", 0)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with counting(LABEL, "id") as tell:
        tell(50, 100)
    assert "memeriksa … [##########----------] 50/100" in terminal.getvalue()
