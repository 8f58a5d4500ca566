"""What is installed and built: floors above known advisories, hashes, one wheel from one source."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\]+)(.*(?:\n .*)*)", re.MULTILINE)

MENDED = {
    "jinja2": ("3.1.6", "CVE-2025-27516"),
    "openpyxl": ("2.4.2", "CVE-2017-5992"),
    "pyarrow": ("14.0.1", "CVE-2023-47248"),
    "pydantic": ("2.4.0", "CVE-2024-3772"),
    "python-docx": ("0.8.6", "CVE-2016-5851"),
    "pyyaml": ("5.4", "CVE-2020-14343"),
    "waitress": ("3.0.1", "CVE-2024-49769"),
}
"""The first release in which an advisory about a package that this project may install is mended."""


def declared() -> list[Requirement]:
    """What the package and its extras ask for."""
    extras = PROJECT["optional-dependencies"].values()
    texts = [*PROJECT["dependencies"], *(text for extra in extras for text in extra)]
    return [Requirement(text) for text in texts]


def pins(lock: Path) -> dict[str, tuple[Version, str]]:
    """Of each package of a lock file its version, and the lines that belong to it."""
    found = PIN.findall(lock.read_text(encoding="utf-8"))
    return {name.lower(): (Version(version), rest) for name, version, rest in found}


def test_no_floor_lies_below_a_known_advisory() -> None:
    """Someone who installs the oldest versions that are allowed gets none of them."""
    below = []
    for requirement in declared():
        mended, advisory = MENDED.get(requirement.name.lower(), (None, None))
        floors = [Version(part.version) for part in requirement.specifier if part.operator == ">="]
        if mended is not None and max(floors, default=Version("0")) < Version(mended):
            below.append((str(requirement), mended, advisory))
    assert below == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_no_pin_lies_below_a_known_advisory(lock: Path) -> None:
    """The versions that tests and users of the lock files get."""
    pinned = pins(lock)
    assert {
        name: str(version)
        for name, (version, _) in pinned.items()
        if name in MENDED and version < Version(MENDED[name][0])
    } == {}
    assert "pyyaml" in pinned or lock.stem in ("supply", "pyright")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_every_pin_has_hashes_and_no_address(lock: Path) -> None:
    """A package that was changed on its way is refused; where it comes from is the user's choice."""
    assert [name for name, (_, rest) in pins(lock).items() if "--hash=sha256:" not in rest] == []
    assert re.findall(r"https?://|--(?:extra-)?index-url", lock.read_text(encoding="utf-8")) == []


@pytest.mark.slow
def test_two_builds_of_the_wheel_are_the_same_bytes(tmp_path: Path) -> None:
    """In another folder, at another time, with other rights of files."""
    built = []
    for place, mask in (("first", 0o022), ("second", 0o077)):
        source = tmp_path / place
        listed = subprocess.run(
            ["git", "ls-files", "-z"],  # noqa: S607 - wherever git is
            cwd=ROOT, check=True, capture_output=True,
        ).stdout.decode()  # fmt: skip
        previous = os.umask(mask)
        for name in filter(None, listed.split("\0")):
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, source / name)
        os.umask(previous)
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", "made"]
        subprocess.run(command, cwd=source, check=True, capture_output=True)
        (wheel,) = (source / "made").glob("*.whl")
        built.append((wheel.name, wheel.read_bytes()))
    assert built[0] == built[1]
