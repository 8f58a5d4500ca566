"""The files that the workbench page loads: Python for the browser, the engine, its packages and the rules.

Python comes as the npm package `pyodide`, the one compiled package as its wheel from PyPI, both by the
clients' own commands and checked against the hashes below. The rest is copied from the environment that
this runs in. `pack.mjs` compiles it, and the standard library, with the Python of the browser: parsing them
would take three quarters of a start.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Final

from sakip_rules.api.bundle import bundled_folder

LIBRARY: Final = "python_stdlib.zip"
PYODIDE: Final = "314.0.7"
PYODIDE_SHA256: Final = "66b7949e5a0cba2250b586d7e368bf12fb482800748d182c4618254b685ffaa0"
PYODIDE_FILES: Final = (
    "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", LIBRARY, "pyodide-lock.json",
)  # fmt: skip
COMPILED: Final = "pydantic-core"
PLATFORM: Final = ("--platform", "pyemscripten_2026_0_wasm32", "--python-version", "3.14")
COPIED: Final = ("typing-extensions", "simpleeval", "PyYAML")
"""Packages of pure Python; of PyYAML the pure half is enough, and of pydantic its core: the rest is for plans
and schemas as files, which no page asks for."""

ENGINE: Final = "engine.zip"
MANIFEST: Final = "assets.json"
_LEFT_OUT: Final = frozenset(
    (
        "batch", "calculator", "chapter", "checks", "cli", "columns", "forms", "importer", "live",
        "mutation", "mypy.py", "pages", "pictures", "portable", "service", "sheets", "theme", "v1", "word",
        "workbook", "__pycache__",
    )
)  # fmt: skip
"""Folders and files of engine and packages that the page never imports."""
_NOT_OF_LIBRARY: Final = frozenset(
    (
        "_pyrepl", "ctypes", "doctest.py", "ftplib.py", "http", "imaplib.py", "mailbox.py",
        "multiprocessing", "optparse.py", "pdb.py", "pickletools.py", "pydoc.py", "pydoc_data", "smtplib.py",
        "tarfile.py", "unittest", "wsgiref", "xml", "xmlrpc",
    )
)  # fmt: skip
"""What neither Pyodide nor the engine imports of the standard library: a quarter of it."""


class AssetsError(Exception):
    """The files cannot be made here; the message says what is missing."""


def make_assets(folder: Path) -> None:
    """Makes the files in a folder, unless they are there and made from the same parts.

    Raises `AssetsError` where npm, Node or a package cannot be had, or is not the one that was checked.
    """
    made_from = digest()
    if _made_from(folder) == made_from:
        return
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        _fetch_pyodide(work, folder)
        lay_engine(work, work / "engine")
        lay_library(folder / LIBRARY, work / "library")
        packed = (work / "engine", folder / ENGINE, work / "library", folder / LIBRARY)
        run("node", Path(__file__).with_name("pack.mjs"), folder, *packed)
    sizes = {name: (folder / name).stat().st_size for name in (*PYODIDE_FILES, ENGINE)}
    manifest = {"made_from": made_from, "pyodide": PYODIDE, "files": sizes}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def digest() -> str:
    """What the files are made from: versions, and every byte of engine and rules."""
    summed = hashlib.sha256()
    for name in (COMPILED, *COPIED):
        summed.update(f"{name} {metadata.version(name)}\n".encode())
    summed.update(PYODIDE_SHA256.encode())
    for file in (*_sources(), *sorted(bundled_folder().rglob("*.yaml"))):
        summed.update(f"{file.name}\n".encode() + file.read_bytes())
    return summed.hexdigest()


def _made_from(folder: Path) -> str | None:
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return None
    read = json.loads(manifest.read_text(encoding="utf-8"))
    return str(read["made_from"]) if all((folder / name).is_file() for name in read["files"]) else None


def _package() -> Path:
    return Path(__file__).parents[2]


def _sources() -> list[Path]:
    files = (file for file in _package().rglob("*") if file.suffix in {".py", ".yaml", ".json", ".mjs"})
    return sorted(file for file in files if not _LEFT_OUT & set(file.relative_to(_package()).parts))


def _fetch_pyodide(work: Path, folder: Path) -> None:
    run("npm", "pack", f"pyodide@{PYODIDE}", "--silent", "--pack-destination", work)
    archive = work / f"pyodide-{PYODIDE}.tgz"
    if hashlib.sha256(archive.read_bytes()).hexdigest() != PYODIDE_SHA256:
        raise AssetsError(f"pyodide {PYODIDE}: not the package that was checked")
    shutil.unpack_archive(archive, work, filter="data")
    for name in PYODIDE_FILES:
        shutil.copyfile(work / "package" / name, folder / name)


def lay_engine(work: Path, engine: Path) -> None:
    """Puts everything that Python imports in the browser below one folder."""
    pinned = f"{COMPILED}=={metadata.version(COMPILED)}"
    only = ("--no-deps", "--only-binary", ":all:", "--quiet", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", "download", *only, *PLATFORM, "--dest", work, pinned)
    for wheel in work.glob("*.whl"):
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(engine)
    for name in COPIED:
        _copy_package(name, engine)
    for file in _sources():
        _copy(file, engine / "sakip_rules" / file.relative_to(_package()))
    rules = bundled_folder()
    for file in rules.rglob("*.yaml"):
        _copy(file, engine / "sakip_rules" / "rules" / file.relative_to(rules))


def lay_library(packed: Path, library: Path) -> None:
    """Puts what a page needs of the standard library below a folder."""
    with zipfile.ZipFile(packed) as sources:
        for name in sources.namelist():
            if name.split("/")[0] not in _NOT_OF_LIBRARY:
                sources.extract(name, library)


def _copy_package(name: str, engine: Path) -> None:
    for file in metadata.files(name) or ():
        if file.suffix == ".py" and not _LEFT_OUT & set(file.parts) and ".." not in file.parts:
            _copy(Path(str(file.locate())), engine / file)


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)


def run(*command: str | Path) -> None:
    """Runs a command; raises `AssetsError` with what it says when it fails, or is not there."""
    program = shutil.which(command[0])
    if program is None:
        raise AssetsError(f"{command[0]} is needed to make the files of the workbench, and is not there")
    done = subprocess.run(  # noqa: S603 - the commands of this file
        [program, *command[1:]], check=False, capture_output=True, text=True, errors="replace"
    )
    if done.returncode:
        raise AssetsError(f"{command[0]}: {(done.stderr or done.stdout).strip()[-2000:]}")
