"""Every engine in its environment, one after the other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from peers.environments import PEERS, Peer, UnavailableError, program_of
from peers.job import ABSENT, KINDS, exact, read, rows, written

HERE = Path(__file__).resolve().parent
SIZES = (10, 1_000, 100_000, 1_000_000, 10_000_000)
RULES = (10, 100, 1_000, 10_000)
RECORDS = 1_000
DIFFERENT = 100_000
"""Rows that are computed by fractions, too; a longer table repeats them."""

PATIENCE = 3600
"""Seconds that the measuring of one engine may take."""

Found = dict[str, Any]
"""What was measured of an engine, or under `failure` why nothing was."""


def measure(count: int, rounds: int, environments: Path | None, peers: Sequence[Peer] = PEERS) -> list[Found]:
    """Gives what was measured of each engine, with `count` rows in a table."""
    with tempfile.TemporaryDirectory(prefix="sakip-peers-") as name:
        data = Path(name) / "data"
        data.mkdir()
        for kind in KINDS:
            given = rows(kind, max(RECORDS, min(count, DIFFERENT)))
            written(data, kind, given, exact(given))
        options = {
            "folder": str(data),
            "records": RECORDS,
            "repeated": max(1, count // DIFFERENT),
            "rounds": rounds,
            "sizes": [size for size in SIZES if size <= 10 * count],
            "rules": [size for size in RULES if size <= count],
        }
        return [_one(peer, options, environments or Path(name)) for peer in peers]


def _one(peer: Peer, options: dict[str, Any], environments: Path) -> Found:
    sys.stderr.write(f"{peer.title} …\n")
    try:
        program = program_of(peer, environments)
        run = _node if peer.is_node else _python
        return {"title": peer.title, **run(peer, program, options, environments)}
    except (UnavailableError, subprocess.SubprocessError, OSError, ValueError) as error:
        return {"title": peer.title, "failure": str(error).splitlines()[0][:100]}


def _python(peer: Peer, program: str, options: dict[str, Any], _: Path) -> Found:
    path = [str(HERE.parent), *([] if peer.needs else [str(HERE.parent.parent / "src")])]
    given = json.dumps({**options, "package": peer.package})
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path), "PYTHONWARNINGS": "ignore"}
    return _answer([program, str(HERE / "one.py"), peer.engine, given], environment, None)


def _node(peer: Peer, program: str, options: dict[str, Any], environments: Path) -> Found:
    folder = Path(options["folder"])
    records = {kind: _records(folder, kind, options["records"]) for kind in KINDS}
    file = folder / "records.json"
    more = [size for size in options["rules"] if size <= 1_000]  # noqa: PLR2004 - beyond that it takes minutes
    file.write_text(json.dumps({"records": records, "rounds": options["rounds"], "rules": more}), "utf-8")
    script = str(HERE / "engines" / f"{peer.engine}.mjs")
    found = _answer([program, script, str(file)], dict(os.environ), environments / peer.engine)
    seconds = sorted(found["timed"])[len(found["timed"]) // 2]
    wrong = {kind: _wrong(folder, kind, **answers) for kind, answers in found["wrong"].items()}
    rules = {size: taken * 1e6 for size, taken in found["grown"].items()}
    return {"version": found["version"], "record": {"seconds": seconds, "wrong": wrong}, "rules": rules}


def _records(folder: Path, kind: str, count: int) -> list[tuple[int | None, int, float]]:
    columns = read(folder, kind)[0].first(count)
    return [(None if a == ABSENT else a, b, c / 100) for a, b, c in zip(*columns, strict=True)]


def _wrong(folder: Path, kind: str, found: list[float | None], refused: int) -> list[int]:
    right = read(folder, kind)[1][: len(found)]
    given = (ABSENT if value is None else round(value * 100) for value in found)
    return [sum(one != other for one, other in zip(given, right, strict=True)) - refused, refused]


def _answer(command: list[str], environment: dict[str, str], folder: Path | None) -> Found:
    done = subprocess.run(  # noqa: S603 - of this file
        command, env=environment, cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    if done.returncode:
        raise ValueError((done.stderr.strip().splitlines() or ["ended without a word"])[-1])
    return dict(json.loads(done.stdout.splitlines()[-1]))
