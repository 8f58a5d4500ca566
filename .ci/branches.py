"""Hold the share of covered branches to a bound; the total of coverage.py mixes them with lines."""

import json
import sys
from pathlib import Path


def main(report: str, bound: str) -> int:
    """Read a JSON report of coverage.py; gives back 1 if fewer branches than `bound` percent are covered."""
    totals = json.loads(Path(report).read_text(encoding="utf-8"))["totals"]
    covered, branches = totals["covered_branches"], totals["num_branches"]
    print(f"branches covered: {covered} of {branches} (at least {bound} % wanted)")
    return int(covered * 100 < int(bound) * branches)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
