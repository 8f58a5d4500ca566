"""Environments of engines: made in a folder, each with the packages of one; a failure is an answer, too."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

PATIENCE = 1200
"""Seconds that an installation may take."""


class Peer(NamedTuple):
    """An engine, what it is called, and what it needs; without a package the environment is this one."""

    engine: str
    title: str
    package: str = ""
    needs: tuple[str, ...] = ()
    is_node: bool = False


PEERS = (
    Peer("ours", "sakip-rules"),
    Peer("hand_decimal", "Decimal"),
    Peer("hand_fraction", "Fraction"),
    Peer("hand_float", "float"),
    Peer("numpy_float64", "NumPy float64", "numpy", ("numpy",)),
    Peer("simpleeval_fraction", "simpleeval, Fraction", "simpleeval", ("simpleeval",)),
    Peer("zen", "zen-engine", "zen-engine", ("zen-engine",)),
    Peer("openfisca", "OpenFisca", "OpenFisca-Core", ("OpenFisca-Core",)),
    Peer("policyengine", "PolicyEngine", "policyengine-core", ("policyengine-core",)),
    Peer("publicodes", "Publicodes", "publicodes", ("publicodes",), is_node=True),
    Peer("polars_float", "Polars Float64", "polars", ("polars", "numpy")),
    Peer("duckdb_double", "DuckDB DOUBLE", "duckdb", ("duckdb", "numpy", "pyarrow")),
)


class UnavailableError(Exception):
    """An engine that cannot be had here; its text says why."""


def program_of(peer: Peer, folder: Path) -> str:
    """Gives the program that runs an engine, with its packages; raises `UnavailableError`.

    What is in the folder already is used as it is.
    """
    if not peer.needs:
        return sys.executable
    home = folder / peer.engine
    if peer.is_node:
        node, npm = shutil.which("node"), shutil.which("npm")
        if node is None or npm is None:
            raise UnavailableError("no node")
        if not (home / "node_modules").exists():
            home.mkdir(parents=True, exist_ok=True)
            _run([npm, "install", "--silent", "--ignore-scripts", "--prefix", str(home), *peer.needs])
        return node
    python = home / "bin" / "python"
    if not python.exists():
        _run([sys.executable, "-m", "venv", str(home)])
        _run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *peer.needs])
    return str(python)


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - of this file
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnavailableError(f"not installed within {PATIENCE} s") from None
    if done.returncode:
        raise UnavailableError((done.stderr.strip().splitlines() or ["not installed"])[-1])
