"""Tests of mutating a folder of rules on several cores."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.mutation.conftest import Load
from tests.mutation.test_run import PINNED, RATIO

from sakip_rules.mutation import mutate_folders, mutate_rule


def test_workers_find_what_one_process_finds(load: Load, tmp_path: Path) -> None:
    """Every rule comes back once, sorted, with the verdicts of a run in this process."""
    load("indicator", "rasio", RATIO + PINNED)
    checked, item = load("indicator", "lain", RATIO)
    done: list[tuple[int, int]] = []
    found = mutate_folders(((tmp_path,), (), None), lambda *count: done.append(count), workers=2)
    assert [one.rule for one in found] == ["contoh/lain@1.0.0", "contoh/rasio@1.0.0"]
    assert done == [(1, 2), (2, 2)]
    here = mutate_rule(checked, item)
    assert [(m.slip, m.fate) for m in found[0].mutants] == [(m.slip, m.fate) for m in here.mutants]


SMALL = Path(__file__).parent.parent / "small" / "rules"
WORKING = """
import multiprocessing, signal, sys, threading, time
from pathlib import Path
from sakip_rules.cli.signals import ending_in_order
from sakip_rules.mutation import parallel

def slowly(file):
    time.sleep(60)

def tell():
    while len(multiprocessing.active_children()) < 2:
        time.sleep(0.01)
    time.sleep(0.4)
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)

signal.signal(signal.SIGINT, signal.default_int_handler)
parallel._mutate = slowly
threading.Thread(target=tell, daemon=True).start()
try:
    with ending_in_order():
        parallel.mutate_folders(((Path(sys.argv[1]),), (), None), workers=2)
except KeyboardInterrupt:
    sys.exit(130)
"""


def is_there(process: int) -> bool:
    """Whether a process still runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.slow
@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="the program changes what workers do"
)
@pytest.mark.parametrize(("number", "code"), [("SIGTERM", -15), ("SIGKILL", -9), ("SIGINT", 130)])
def test_workers_end_when_their_parent_does(number: str, code: int) -> None:
    """However it ends, in the middle of their work, and without a word; Ctrl-C goes to all of them."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORKING, str(SMALL)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    workers = [int(word) for word in process.stdout.readline().split()]
    assert len(workers) == 2
    if number == "SIGINT":
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(getattr(signal, number))
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said) == (code, b"")
    left = time.monotonic() + 10
    while any(map(is_there, workers)) and time.monotonic() < left:
        time.sleep(0.02)
    assert [worker for worker in workers if is_there(worker)] == []
