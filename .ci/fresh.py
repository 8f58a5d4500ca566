"""Set the project up from nothing: in a new folder, with the oldest pip that a supported Python brings.

What newer tools forgive must not hide in a developer's own .venv: this is what a newcomer's machine does.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

OLDEST_PIP = "22.3"  # CPython 3.11.0 brings it
# run.py as where Python has no ensurepip: .venv then has no pip but the one that PYTHONPATH leads to.
RUN = """
import importlib.util, runpy, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "ensurepip" else find(name, *rest)
sys.argv = ["run.py", "setup"]
runpy.run_path("run.py", run_name="__main__")
"""


def copy(source: Path, folder: Path) -> None:
    """Copies what git would submit; outside a repository, everything."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607 - wherever git is
        cwd=source, capture_output=True, check=False, text=True,
    )  # fmt: skip
    files = listed.stdout.split("\0") if listed.returncode == 0 else map(str, source.rglob("*"))
    for name in (Path(file).relative_to(source) if Path(file).is_absolute() else file for file in files):
        if (source / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source / name, folder / name)


def unpacked(pip: str, place: Path) -> Path:
    """Fetches a version of pip and gives the folder that it can be imported from."""
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"]
    subprocess.run(
        [sys.executable, "-m", "pip", "download", *quiet, "--dest", str(place), f"pip=={pip}"], check=True
    )
    (wheel,) = place.glob("pip-*.whl")
    zipfile.ZipFile(wheel).extractall(place / "pip")
    return place / "pip"


def main(pip: str) -> int:
    """Gives back 0 if the set-up works and the command that it installed answers."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "proyek baru"
        folder.mkdir()
        copy(Path.cwd(), folder)
        environment = {**os.environ, "PYTHONPATH": str(unpacked(pip, Path(place)))}
        if subprocess.run([sys.executable, "-c", RUN], cwd=folder, env=environment, check=False).returncode:
            return 1
        sakip = folder / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "sakip"
        return int(subprocess.run([str(sakip), "--version"], check=False).returncode != 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:] or [OLDEST_PIP]))
