"""The process of the command `sakip`, which is also `python -m sakip_rules`."""

from __future__ import annotations

import gc
import os
import sys
from typing import Final

COLLECTED_AT: Final = 50_000
"""How many new objects the garbage collector waits for: what a command makes lives until it ends."""

INTERRUPTED: Final = 130

WITHOUT_PLUGINS: Final = "PYDANTIC_DISABLE_PLUGINS"
"""Pydantic would look into every installed package for plugins, and run them; a command wants none."""


def run() -> None:
    """Does what the arguments say, and leaves the process with the exit code."""
    gc.set_threshold(COLLECTED_AT)
    os.environ.setdefault(WITHOUT_PLUGINS, "1")
    try:
        _main()
    except KeyboardInterrupt:  # while starting, or where the command had no more to do
        sys.exit(INTERRUPTED)
    finally:
        gc.freeze()  # what is left goes with the process: nothing of it is looked at once more


def _main() -> None:
    from sakip_rules.cli import main  # noqa: PLC0415 - a Ctrl-C while this is imported has its exit code, too
    from sakip_rules.cli.signals import ending_in_order  # noqa: PLC0415 - as above

    with ending_in_order():
        main(prog_name="sakip")


if __name__ == "__main__":
    run()
