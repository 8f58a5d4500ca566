"""The process of the command `sakip`, which is also `python -m sakip_rules`."""

from __future__ import annotations

import gc
from typing import Final

from sakip_rules.cli import main

COLLECTED_AT: Final = 50_000
"""How many new objects the garbage collector waits for: what a command makes lives until it ends."""


def run() -> None:
    """Does what the arguments say, and leaves the process with the exit code."""
    gc.set_threshold(COLLECTED_AT)
    try:
        main(prog_name="sakip")
    finally:
        gc.freeze()  # what is left goes with the process: nothing of it is looked at once more


if __name__ == "__main__":
    run()
