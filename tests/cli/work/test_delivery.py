import io
import sys
from pathlib import Path

import pytest

from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.explainer.lines import unpainted
from sakip_rules.exporters import Look


class Screen(io.TextIOWrapper):
    """A terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_data_goes_to_a_file_or_to_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Never to both."""
    deliver("schema", {"a": 1}, "json", Look(), None)
    deliver("schema", {"b": 2}, "json", Look(), str(tmp_path / "a"))
    assert capsys.readouterr().out == '{\n  "a": 1\n}\n'
    assert (tmp_path / "a").read_text(encoding="utf-8") == '{\n  "b": 2\n}\n'


def test_a_file_is_plain_whatever_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """80 columns and no colour; standard output is as wide as it is."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", Screen(io.BytesIO()))
    assert look_for("a.txt", "en", every=True) == Look("en", 80, unpainted, every=True)
    look = look_for(None, "id")
    assert (look.width, look.paint("a", "title")) == (60, "\x1b[1ma\x1b[0m")


@pytest.fixture
def bytes_format(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Lets the exporter of schemas give bytes that are no text."""
    made = b"PK\x03\x04\r\n\xff"
    monkeypatch.setattr("sakip_rules.exporters.schema.json.export", lambda _schema, _look: made)
    return made


def test_bytes_go_through_as_they_are(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], bytes_format: bytes
) -> None:
    """Into a file and into a pipe: no line end and no encoding touches them."""
    deliver("schema", {}, "json", Look(), str(tmp_path / "a"))
    assert (tmp_path / "a").read_bytes() == bytes_format
    deliver("schema", {}, "json", Look(), None)
    assert capfdbinary.readouterr().out == bytes_format


def test_bytes_are_not_for_a_screen(monkeypatch: pytest.MonkeyPatch, bytes_format: bytes) -> None:
    """It would show rubbish, or worse."""
    below = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Screen(below))
    with pytest.raises(WrongUsageError, match="-o"):
        deliver("schema", {}, "json", Look(), None)
    assert bytes_format not in below.getvalue()
