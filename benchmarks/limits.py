"""What the limits cost: time and memory of what is as large as it may be, each in a process of its own.

Run `python benchmarks/limits.py`: it prints the table of docs/tentang/batas.md, processor seconds and the
most memory, the start of Python and of the package included (the first row).
"""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

HEAD = """\
kind: index
id: {id}
version: {version}
title: Batas
valid_from: 2000
legal_basis: [{{document: Buatan, confidence: applied}}]
unit: nilai
examples: [{{title: kosong, given: {{}}, status: missing}}]
"""
SCALE = HEAD.replace("kind: index", "kind: scale").replace(
    "given: {{}}, status: missing", "given: 0, category: K0"
)
FRAMEWORK = """\
kind: framework
id: batas/kerangka
version: 1.0.0
title: Batas
valid_from: 2000
legal_basis: [{document: Buatan, confidence: applied}]
levels:
  kantor: {steps: {capaian: mean(indikator.capaian)}}
  indikator:
    under: kantor
    inputs: {target: {}, realisasi: {}}
    steps: {capaian: realisasi / target * 100}
"""
MIB = 1024 * 1024


class Case(NamedTuple):
    """Something at a limit: its words in two languages, what writes it, and the command that reads it."""

    words: tuple[str, str]
    write: Callable[[Path], None]
    command: tuple[str, ...]


def rule(
    folder: Path, body: str, name: str = "batas/aturan", version: str = "1.0.0", head: str = HEAD
) -> None:
    """Writes a rule file."""
    file = folder / name / f"{version}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(head.format(id=name, version=version) + body, encoding="utf-8")


def nothing(_: Path) -> None:
    """Writes nothing: what the start alone costs."""


def steps(folder: Path) -> None:
    """1,000 steps, each of the one before."""
    rows = "".join(f"  s{place}: s{place - 1} + x\n" for place in range(1, 1000))
    rule(folder, f"inputs: {{x: {{}}}}\nsteps:\n  s0: x * 2\n{rows}formula: s999\n")


def bands(folder: Path) -> None:
    """200 bands."""
    rows = [f"  - {{category: K{place}, from: {place}, below: {place + 1}}}\n" for place in range(1, 199)]
    body = "bands:\n  - {category: K0, below: 1}\n" + "".join(rows) + "  - {category: K199, from: 199}\n"
    rule(folder, body, head=SCALE)


def cells(folder: Path) -> None:
    """A table of 10,000 cells."""
    head = HEAD.replace("kind: index", "kind: table").replace(
        "given: {{}}, status: missing", "given: A0, result: 0"
    )
    rows = "".join(f"  A{place}: {place}\n" for place in range(10_000))
    rule(folder, f"keys: [kode]\nrows:\n{rows}", head=head)


def files(folder: Path) -> None:
    """20,000 rule files."""
    for place in range(20_000):
        rule(folder, "inputs: {a: {}, b: {}}\nformula: a / b * 100\n", name=f"batas/aturan-{place}")


def versions(folder: Path) -> None:
    """4,000 versions, each superseding the one before."""
    for place in range(4_000):
        more = f"supersedes: 1.{place - 1}.0\n" if place else ""
        rule(folder, f"{more}inputs: {{a: {{}}}}\nformula: a\n", version=f"1.{place}.0")


def formula(folder: Path) -> None:
    """A formula of 499 tokens."""
    rule(folder, f"inputs: {{a: {{}}}}\nformula: {' + '.join(['a'] * 250)}\n")


def report(folder: Path, records: int, *, years: int = 1, padding: int = 0) -> None:
    """A report with so many records, in so many years, with so many bytes of notes."""
    file = folder / "batas/kerangka/1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(FRAMEWORK, encoding="utf-8")
    past = ", ".join(f"{2020 - year}: {{target: 4, realisasi: {year}}}" for year in range(1, years))
    history = f", history: {{{past}}}" if past else ""
    rows = "".join(f"  - {{id: i{place}, target: 4, realisasi: 3{history}}}\n" for place in range(records))
    notes = "# " + "x" * 997 + "\n"
    text = f"report: Batas\norganization: Kantor\nyear: 2020\nframework: batas/kerangka\nindikator:\n{rows}"
    (folder / "laporan.yaml").write_text(text + notes * (padding // 1000), encoding="utf-8")


CHECK = ("check", "aturan")
COMPUTE = ("evaluate", "aturan/laporan.yaml", "--rules", "aturan", "-o", "hasil.txt")
CASES = (
    Case(("mulai saja", "the start alone"), nothing, ("--version",)),
    Case(("rumus 499 tanda", "a formula of 499 tokens"), formula, CHECK),
    Case(("1.000 langkah", "1,000 steps"), steps, CHECK),
    Case(("200 rentang", "200 bands"), bands, CHECK),
    Case(("10.000 sel", "10,000 cells"), cells, CHECK),
    Case(("20.000 berkas aturan", "20,000 rule files"), files, CHECK),
    Case(
        ("4.000 versi yang saling menggantikan", "4,000 versions that supersede each other"), versions, CHECK
    ),
    Case(
        ("laporan 20.000 catatan", "a report of 20,000 records"),
        lambda folder: report(folder, 20_000),
        COMPUTE,
    ),
    Case(
        ("laporan 2.000 catatan × 30 tahun", "a report of 2,000 records × 30 years"),
        lambda folder: report(folder, 2_000, years=30),
        COMPUTE,
    ),
    Case(
        ("laporan 8 MiB", "a report of 8 MiB"),
        lambda folder: report(folder, 1_000, padding=8 * MIB - 60_000),
        COMPUTE,
    ),
)


def measured(case: Case) -> dict[str, float]:
    """Runs the command in a process of its own; gives its exit code, processor seconds and most MiB."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "aturan").mkdir()
        case.write(Path(name) / "aturan")
        script = [sys.executable, __file__, "--one", name, *case.command]
        done = subprocess.run(  # noqa: S603 - this script
            script, check=True, capture_output=True, text=True
        )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def one(folder: str, command: list[str]) -> None:
    """Runs one command and prints what it took."""
    program = [sys.executable, "-m", "sakip_rules", *command]
    done = subprocess.run(program, cwd=folder, check=False, capture_output=True)  # noqa: S603 - the command
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = {"code": done.returncode, "seconds": used.ru_utime + used.ru_stime, "mib": used.ru_maxrss / 1024}
    sys.stdout.write(json.dumps(spent) + "\n")


def main() -> None:
    """Prints the table, Indonesian and English."""
    rows = [(case, measured(case)) for case in CASES]
    for place, heads in enumerate(("| apa | detik | MiB |", "| what | seconds | MiB |")):
        sys.stdout.write(f"{heads}\n| --- | --- | --- |\n")
        for case, spent in rows:
            assert spent["code"] in (0, 1), (case.words, spent)  # noqa: S101 - the command must have done its work
            seconds = f"{spent['seconds']:.1f}".replace(".", "," if place == 0 else ".")
            sys.stdout.write(f"| {case.words[place]} | {seconds} | {spent['mib']:.0f} |\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], sys.argv[3:])
    else:
        main()
