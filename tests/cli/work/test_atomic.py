import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sakip_rules.cli.work.atomic import write_file
from sakip_rules.cli.work.failures import FileFailureError


def test_a_file_is_written_as_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    """The same bytes on every system."""
    write_file(str(tmp_path / "a.txt"), "é →\n")
    assert (tmp_path / "a.txt").read_bytes() == "é →\n".encode()
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the disk is full, the old file is as it was and nothing lies beside it."""
    target = tmp_path / "a.txt"
    target.write_text("lama", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileFailureError, match=r"a\.txt"):
        write_file(str(target), "baru")
    assert target.read_text(encoding="utf-8") == "lama"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.slow
def test_a_killed_process_leaves_the_old_file(tmp_path: Path) -> None:
    """Between writing and replacing, a kill changes nothing of the old file."""
    target = tmp_path / "a.txt"
    target.write_text("lama", encoding="utf-8")
    program = (
        "import os, signal, sys\n"
        "from sakip_rules.cli.work import atomic\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "atomic.write_file(sys.argv[1], 'baru')\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(target)], env=_environment(), check=False)
    assert ended.returncode != 0
    assert target.read_text(encoding="utf-8") == "lama"


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while writing removes the unfinished file."""

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(str(tmp_path / "a.txt"), "baru")
    assert list(tmp_path.iterdir()) == []


def test_the_mode_of_the_old_file_stays(tmp_path: Path) -> None:
    """A report that only its owner may read stays so; a new one gets what the system gives any file."""
    target = tmp_path / "a.txt"
    target.write_text("lama", encoding="utf-8")
    target.chmod(0o600)
    write_file(str(target), "baru")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    (tmp_path / "plain").write_text("", encoding="utf-8")
    write_file(str(tmp_path / "new"), "baru")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What the link points at is replaced, not the link."""
    (tmp_path / "a.txt").write_text("lama", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "a.txt")
    write_file(str(tmp_path / "link"), "baru")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "baru"


def test_what_is_no_file_is_written_to() -> None:
    """`-o /dev/null` does not replace the device."""
    write_file(os.devnull, "baru")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["no/such/folder/a.txt", "."])
def test_a_place_that_cannot_be_written_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A folder that is not there, and a folder itself."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileFailureError):
        write_file(name, "baru")


@pytest.mark.parametrize("name", ["x/", "x/.", "ada/", "ada/.."])
def test_a_name_that_only_a_folder_can_have_is_refused(tmp_path: Path, name: str) -> None:
    """No file of a name that was not written."""
    (tmp_path / "ada").mkdir()
    with pytest.raises(FileFailureError) as caught:
        write_file(f"{tmp_path}/{name}", "baru")
    assert "it is a folder" in caught.value.message[1]
    assert [file.name for file in tmp_path.rglob("*")] == ["ada"]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    """It stays a link; what it leads to is replaced, or made where it leads to nothing yet."""
    (tmp_path / "ada.txt").write_text("lama", "utf-8")
    for name, target in (("satu", "ada.txt"), ("dua", "belum.txt")):
        (tmp_path / name).symlink_to(tmp_path / target)
        write_file(str(tmp_path / name), "baru")
        assert (tmp_path / name).is_symlink()
        assert (tmp_path / target).read_text("utf-8") == "baru"
