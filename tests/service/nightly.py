"""Asks the service very many requests: `python -m tests.service.nightly --count 100000`.

10,000 hostile ones, none of which may be a fault; then good ones, over HTTP and to the worker, in which
memory stays as it is. Prints how many were answered a second, and how long 500 indicators take.
"""

from __future__ import annotations

import argparse
import http.client
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.service.web.hostile import Hostile, requests

HOSTILE: Final = 10_000
INDICATORS: Final = 500
GROWTH: Final = 4_000
"""So many kilobytes more than after the first tenth are no leak: the allocator's own."""

PATH: Final = "/v1/rules/lumajang/ketepatan-sasaran?on=2020"
DATA: Final = {"pmks_ksm": 266787, "pmks_dibantu": "426.794,0"}
REQUEST: Final = {"call": "evaluate", "rule": "lumajang/ketepatan-sasaran", "on": 2020, "inputs": DATA}


def main() -> int:
    """Asks, says how it went, and gives 1 where something was a fault or memory grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    wanted = parser.parse_args()
    faults = sum(1 for _ in _faults(wanted.seed))
    grown = [_over_http(wanted.count), _by_worker(wanted.count)]
    sys.stdout.write(f"seed {wanted.seed}: {faults} faults of {HOSTILE}; kilobytes grown: {grown}\n")
    return int(bool(faults) or max(grown) > GROWTH)


def _faults(seed: int) -> Iterator[Hostile]:
    """The hostile requests that were a fault of the program."""
    with _served() as (port, _):
        for hostile in requests(seed, HOSTILE):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            try:
                # As bytes: what http.client would not send is sent all the same.
                connection.putrequest(hostile.method, hostile.url, skip_accept_encoding=True)
                connection.putheader("Content-Type", hostile.media.encode("latin-1"))
                connection.putheader("Content-Length", str(len(hostile.body)))
                connection.endheaders(hostile.body)
                status = connection.getresponse().status
            except (http.client.HTTPException, ConnectionError):
                status = 0  # closed before all was sent
            finally:
                connection.close()
            if status >= 500:
                sys.stdout.write(f"{status} {hostile}\n")
                yield hostile


def _over_http(count: int) -> int:
    """Kilobytes that the service has grown by from the first tenth of the requests to the last."""
    body, head = json.dumps(DATA).encode(), {"Content-Type": "application/json"}
    with _served() as (port, process):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

        def ask() -> None:
            connection.request("POST", PATH, body, head)
            assert json.loads(connection.getresponse().read())["value"] == "62.51"

        return _grown(process, count, ask)


def _by_worker(count: int) -> int:
    line = json.dumps(REQUEST).encode() + b"\n"
    command = [sys.executable, "-m", "sakip_rules", "serve", "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:

        def ask() -> None:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(line)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["answer"]["value"] == "62.51"

        grown = _grown(process, count, ask)
        begun = time.perf_counter()
        for _ in range(INDICATORS):
            ask()
        sys.stdout.write(f"worker: {INDICATORS} indicators in {time.perf_counter() - begun:.2f} s\n")
        assert process.stdin is not None
        process.stdin.close()
        return grown


def _grown(process: subprocess.Popen[bytes], count: int, ask: object) -> int:
    assert callable(ask)
    for _ in range(count // 10):
        ask()
    first, begun = _kilobytes(process.pid), time.perf_counter()
    for _ in range(count - count // 10):
        ask()
    rate = (count - count // 10) / (time.perf_counter() - begun)
    last = _kilobytes(process.pid)
    sys.stdout.write(
        f"{rate:.0f} requests a second from one client; {first} kB at first, {last} kB at last\n"
    )
    return last - first


def _kilobytes(pid: int) -> int:
    """The memory that a process holds; Linux tells it."""
    found = re.search(r"^VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text("ascii"), re.MULTILINE)
    assert found is not None
    return int(found[1])


@contextmanager
def _served() -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A service of the bundled rules at a free port, and its process."""
    command = [sys.executable, "-m", "sakip_rules", "serve", "--http", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        found = re.search(rb":(\d+) ", process.stderr.readline())
        assert found is not None
        try:
            yield int(found[1]), process
        finally:
            process.terminate()


if __name__ == "__main__":
    sys.exit(main())
