"""Writes the generated pages, or with --check says which committed ones are out of date."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "src")]

from tables.site import stale, write  # noqa: E402 - the paths above make it importable


def main(arguments: list[str]) -> int:
    """Writes, or checks; 1 when a committed page is not what would be written."""
    if arguments == ["--check"]:
        found = stale(ROOT)
        sys.stdout.writelines(f"out of date: {path}\n" for path in found)
        return int(bool(found))
    sys.stdout.write(f"{len(write(ROOT))} pages\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
