"""Measures one engine: `python one.py ENGINE OPTIONS`, in its environment; answers with JSON."""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import resource
import sys
import time
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

from timing import side_by_side

from peers.engines import hand_decimal
from peers.job import ABSENT, KINDS, Rows, hundredths, read, wrong
from peers.shape import Columns, Record, Rules

PATIENCE = 20.0
"""Seconds after which no larger number of rules is tried."""


def measured(name: str, options: dict[str, Any]) -> dict[str, Any]:
    """Gives all that an engine offers, measured."""
    engine = importlib.import_module(f"peers.engines.{name}").engine()
    folder = Path(options["folder"])
    package = options["package"]
    found: dict[str, Any] = {"version": importlib.metadata.version(package) if package else ""}
    if engine.record is not None:
        found["record"] = _record(engine.record, folder, options["records"], options["rounds"])
    if engine.columns is not None:
        found["columns"] = _columns(engine.columns, folder, options["repeated"], options["rounds"])
        found["rows"] = _more_rows(engine.columns, folder, options["sizes"])
    if engine.rules is not None:
        found["rules"] = _more_rules(engine.rules, options["rules"])
    return found


def _record(record: Record, folder: Path, count: int, rounds: int) -> dict[str, Any]:
    hand = hand_decimal.engine().record
    assert hand is not None  # noqa: S101 - it stands there
    rows = _arguments(read(folder, "everyday")[0].first(100))
    taken = side_by_side({"engine": lambda: _all(record, rows), "hand": lambda: _all(hand, rows)}, rounds)
    ratio = taken["engine"].ratio(taken["hand"])
    answers = {kind: _answers(record, *_both(folder, kind, count)) for kind in KINDS}
    seconds = taken["engine"].typical / len(rows)
    return {"ratio": [ratio.low, ratio.middle, ratio.high], "seconds": seconds, "wrong": answers}


def _both(folder: Path, kind: str, count: int) -> tuple[list[tuple[int | None, int, str]], array[int]]:
    rows, right = read(folder, kind)
    return _arguments(rows.first(count)), right[:count]


def _arguments(rows: Rows) -> list[tuple[int | None, int, str]]:
    """Gives the arguments of records: a target is a text with two places."""
    return [
        (None if above == ABSENT else above, below, f"{target // 100}.{target % 100:02d}")
        for above, below, target in zip(*rows, strict=True)
    ]


def _all(record: Record, rows: list[tuple[int | None, int, str]]) -> None:
    for row in rows:
        record(*row)


def _answers(record: Record, rows: list[tuple[int | None, int, str]], right: array[int]) -> list[int]:
    """Gives how many answers are wrong, and how many records an engine has refused with an error."""
    mistakes = refused = 0
    for row, one in zip(rows, right, strict=True):
        try:
            mistakes += hundredths(record(*row)) != one
        except Exception:  # noqa: BLE001 - each engine has errors of its own
            refused += 1
    return [mistakes, refused]


def _columns(columns: Columns, folder: Path, repeated: int, rounds: int) -> dict[str, Any]:
    from peers.engines import numpy_float64  # noqa: PLC0415 - not every environment has NumPy

    hand = numpy_float64.engine().columns
    assert hand is not None  # noqa: S101 - it stands there
    ratios, mistakes, memory = {}, {}, 0.0
    for kind in KINDS:
        rows, right = read(folder, kind)
        arrays = _arrays(rows, repeated)
        try:
            compute = columns(*arrays)
            before = _peak()
            given = compute()
        except Exception:  # noqa: BLE001 - each engine has errors of its own
            ratios[kind], mistakes[kind] = None, [0, len(right) * repeated]
            continue
        memory = memory or _peak() - before
        mistakes[kind] = [wrong(_hundredths(given), right * repeated), 0]
        ratios[kind] = _side_by_side(compute, hand(*arrays), rounds).middle
    return {"ratios": ratios, "wrong": mistakes, "memory": memory}


def _side_by_side(compute: Callable[[], Any], by_hand: Callable[[], Any], rounds: int) -> Any:  # noqa: ANN401 - a ratio
    taken = side_by_side({"engine": compute, "hand": by_hand}, rounds)
    return taken["engine"].ratio(taken["hand"])


def _arrays(rows: Rows, times: int = 1) -> tuple[Any, Any, Any]:
    import numpy as np  # noqa: PLC0415 - not every environment has NumPy

    selesai, semua, target = (np.tile(np.frombuffer(column, "i8"), times) for column in rows)
    return selesai, semua, target


def _hundredths(given: Any) -> array[int]:  # noqa: ANN401 - an array of the engine
    """Gives the answers in hundredths; what is null or no number is absent."""
    import numpy as np  # noqa: PLC0415 - not every environment has NumPy

    if hasattr(given, "null_count"):  # a column of Arrow: decimals or floats
        given = given.cast("float64").fill_null(float("nan")).to_numpy()
    cents = np.rint(np.asarray(given, "f8") * 100)
    return array("q", np.where(np.isnan(cents), ABSENT, cents).astype("i8").tobytes())


def _peak() -> float:
    """Gives the most MiB that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _more_rows(columns: Columns, folder: Path, sizes: list[int]) -> dict[str, float]:
    """Gives nanoseconds a row, for tables of several sizes."""
    rows, _ = read(folder, "everyday")
    known = len(rows.semua)
    return {
        str(size): _best(columns(*_arrays(rows.first(size), max(1, size // known)))) / size * 1e9
        for size in sizes
    }


def _more_rules(rules: Rules, sizes: list[int]) -> dict[str, float | str]:
    """Gives microseconds a rule, or the error that ended it."""
    found: dict[str, float | str] = {}
    for size in sizes:
        begin = time.process_time()
        try:
            found[str(size)] = _best(rules(size)) / size * 1e6
        except Exception as error:  # noqa: BLE001 - each engine has errors of its own
            found[str(size)] = type(error).__name__
        if time.process_time() - begin > PATIENCE:
            break
    return found


def _best(compute: Callable[[], object]) -> float:
    """Gives the shortest of three calls, in seconds."""
    times = []
    for _ in range(3):
        begin = time.process_time()
        compute()
        times.append(time.process_time() - begin)
    return min(times)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(sys.argv[1], json.loads(sys.argv[2]))) + "\n")
