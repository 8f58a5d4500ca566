import io

import pytest

from sakip_rules.cli.work.terminal import paint_for, width


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture(autouse=True)
def usual(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that has colours."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_has_colour() -> None:
    """Titles are bold there; plain text is not touched."""
    paint = paint_for(Screen())
    assert paint("a", "title") == "\x1b[1ma\x1b[0m"
    assert paint("a", "text") == "a"
    assert paint("  ", "title") == "  "


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_switched_off(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """NO_COLOR and TERM=dumb leave plain text."""
    monkeypatch.setenv(name, value)
    assert paint_for(Screen())("a", "title") == "a"


def test_a_pipe_has_no_colour() -> None:
    """What another program reads is text."""
    assert paint_for(io.StringIO())("a", "warning") == "a"


@pytest.mark.parametrize(("columns", "used"), [("10", 40), ("60", 60), ("500", 120)])
def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: str, used: int) -> None:
    """Within what can be read."""
    monkeypatch.setenv("COLUMNS", columns)
    assert width() == used
