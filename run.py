#!/usr/bin/env python3
"""Set the project up in .venv and run one job: `python3 run.py demo`, `python3 run.py test`.

Needs only Python 3.11 or later with pip or ensurepip. The packages are those of requirements/; each is
checked against its hash before anything of it runs. The first run takes a minute, later ones start at once.
"""

import hashlib
import importlib.util
import io
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what tells the owner of an older Python
    sys.exit("Perlu Python 3.11 atau lebih baru. / Python 3.11 or later is needed.")

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
MADE_FOR = ENVIRONMENT / "made-for"  # the folder whose path the scripts in .venv hold

DEMO = "examples/demo.py"

USAGE = """\
python3 run.py demo           hitung, jelaskan, dan periksa laporan contoh; --lang en: berbahasa Inggris
                              compute, explain and audit the sample report; --lang en: in English
python3 run.py test --quick   jalankan bagian tes yang mewakili, setengah sampai dua menit
                              run a representative part of the tests, in half a minute to two
python3 run.py test [...]     jalankan semua tes; argumen lain diteruskan ke pytest
                              run all tests; other arguments go to pytest
python3 run.py ci             semua pemeriksaan / every check
python3 run.py setup          siapkan .venv saja / only prepare .venv
"""
NO_JOB = "Tidak ada pekerjaan {name!r}. / There is no job {name!r}.\n"
# What `run.py test` says before it begins, and how long that usually takes with two cores.
TESTS = {
    (): """\
Semua tes: biasanya 4 sampai 12 menit dengan dua inti (--quick: setengah sampai dua menit).
All tests: usually 4 to 12 minutes on two cores (--quick: half a minute to two).
""",
    ("--quick",): """\
Bagian yang mewakili, setiap modul dan sebagian uji bahasa: setengah sampai dua menit dengan dua inti.
A representative part, every module and some of the language's tests: half a minute to two on two cores.
""",
}
CHOSEN = "Tes yang dipilih / The chosen tests: {arguments}\n"
# The tests of one file go to one core: what it prepares is made once. tests/conftest.py puts long ones first.
SHARED_OUT = ["--dist", "loadfile", "--no-loadscope-reorder"]
QUIETLY = ["--quiet", "--disable-pip-version-check", "--no-input"]
# Every package that is needed is pinned, so pip has nothing to resolve: old and new ones do the same.
PINNED = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
OWN = ["--no-deps", "--no-index", "--no-build-isolation"]
# Of the packages to work with only some are ever imported: Python compiles those then, which takes less.
AS_THEY_ARE = {"run": [], "test": ["--no-compile"]}


class SetupError(Exception):
    """Something on this machine stands in the way; the message says what to do."""


def requirements(name: str) -> Path:
    """The pinned packages: `run` to use the library, `test` to work on it as well."""
    return ROOT / "requirements" / f"{name}.txt"


def digest(name: str) -> str:
    """What an environment was made from, and where: another value means that it has to be made again."""
    text = [str(ROOT).encode(), requirements(name).read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    return hashlib.sha256(b"\0".join(text)).hexdigest()


def stamp(name: str) -> Path:
    """The file that holds the digest of what was installed last."""
    return ENVIRONMENT / f"installed-{name}"


def is_ready(name: str) -> bool:
    """Whether .venv works and holds these packages."""
    return PYTHON.exists() and stamp(name).exists() and stamp(name).read_text() == digest(name)


def pip_command() -> list[str] | None:
    """The pip that installs into .venv: its own, or else the one of the Python that runs this file."""
    for command in ([str(PYTHON), "-m", "pip"], [sys.executable, "-m", "pip", "--python", str(PYTHON)]):
        if subprocess.run([*command, "--version"], capture_output=True, check=False).returncode == 0:
            return command
    return None


def is_usable() -> bool:
    """Whether there is a .venv to install into: of this folder, not one that was moved here with it."""
    moved = MADE_FOR.exists() and MADE_FOR.read_text(encoding="utf-8") != str(ROOT)
    return PYTHON.exists() and not moved and pip_command() is not None


def make_environment() -> None:
    """Create .venv, with pip where Python brings one (Debian's may not: then pip from outside is used)."""
    with_pip = importlib.util.find_spec("ensurepip") is not None
    venv.create(ENVIRONMENT, with_pip=with_pip, clear=True, symlinks=os.name != "nt")
    MADE_FOR.write_text(str(ROOT), encoding="utf-8")


def install(name: str) -> None:
    """Put the pinned packages and this project into .venv."""
    pip = pip_command()
    if pip is None:
        raise SetupError(
            "pip tidak ditemukan; pasang dulu, misalnya: apt install python3-venv\n"
            "pip was not found; install it first, for example: apt install python3-venv"
        )
    environment = {**os.environ, "PIP_USER": "0"}  # a personal `user = true` cannot be meant for .venv
    for job in (
        ["install", *PINNED, *AS_THEY_ARE[name], "--requirement", str(requirements(name))],
        ["install", *OWN, "--editable", str(ROOT)],
        ["check"],  # the pins are complete: --no-deps brings nothing that they forgot
    ):
        done = subprocess.run(
            [*pip, *job[:1], *QUIETLY, *job[1:]],
            env=environment, cwd=ROOT, check=False, capture_output=True, text=True, errors="replace",
        )  # fmt: skip
        if done.returncode:
            raise SetupError(
                "Pemasangan paket gagal. Kata pip: / Installing packages failed. pip says:\n"
                f"{reason_of(done.stdout + done.stderr)}\n"
                "Apakah jaringan tersedia? / Is there a network?"
            )


def reason_of(output: str) -> str:
    """Why pip failed: its errors, or all that it said where it calls nothing an error."""
    lines = [line for line in output.splitlines() if line.strip() and not line.startswith("WARNING:")]
    errors = [line for line in lines if line.startswith("ERROR:")]
    return "\n".join(f"  {line}" for line in errors or lines[-20:])


def prepare(name: str) -> None:
    """Make .venv hold the packages of `name`; does nothing when it does."""
    if is_ready(name):
        return
    print("Menyiapkan .venv (sekali saja) … / Setting up .venv (only once) …", file=sys.stderr, flush=True)
    if not is_usable():
        make_environment()
    install(name)
    for part in {"run", name}:  # the packages of `test` include those of `run`
        stamp(part).write_text(digest(part))


def demo(arguments: list[str]) -> int:
    """Compute the sample report, explain one figure, and compare the printed figures."""
    prepare("run")
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run([str(PYTHON), DEMO, *arguments], cwd=ROOT, env=environment, check=False).returncode


def test(arguments: list[str]) -> int:
    """Run pytest on all cores, the tests of one file on one."""
    prepare("test")
    chosen = CHOSEN.format(arguments=" ".join(arguments))
    print(TESTS.get(tuple(arguments), chosen), end="", file=sys.stderr, flush=True)
    command = [str(PYTHON), "-m", "pytest", "-n", "auto", *SHARED_OUT, *arguments]
    # Hundreds of processes are started: without compiled files each would compile the package anew.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def ci(_: list[str]) -> int:
    """Run every check."""
    return subprocess.run(["bash", ".ci/run"], cwd=ROOT, check=False).returncode  # noqa: S607 - wherever bash is


def setup(_: list[str]) -> int:
    """Prepare .venv for work on the project."""
    prepare("test")
    return 0


JOBS: dict[str, Callable[[list[str]], int]] = {"demo": demo, "test": test, "ci": ci, "setup": setup}


def main(arguments: list[str]) -> int:
    """Run the job that the first argument names; gives back the exit code."""
    if arguments[:1] in (["--help"], ["-h"]):
        print(USAGE, end="")
        return 0
    if not arguments or arguments[0] not in JOBS:
        unknown = NO_JOB.format(name=arguments[0]) if arguments else ""
        print(unknown + USAGE, end="", file=sys.stderr)
        return 2
    try:
        return JOBS[arguments[0]](arguments[1:])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 3


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that lacks a sign shows another, and goes on
    sys.exit(main(sys.argv[1:]))
