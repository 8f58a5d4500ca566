"""Measures how fast sakip_rules is: `python benchmarks/run.py`, with `--write` into the pages of docs/.

With `--peers` other engines do the same job, each in an environment of its own that is made for it (needs a
network); what cannot be installed is said below the tables.

Ratios come first: they say the same on any machine, seconds do not. What is compared runs in turns, and
processor time is what counts; still, on a busy machine only large differences mean anything, and the
quartiles beside each ratio say how busy it was. Needs a Unix for the processor time of whole processes.
"""

from __future__ import annotations

import argparse
import gc
import platform
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

import assessment  # noqa: E402 - behind the path to the package
import growth  # noqa: E402 - as above
import loading  # noqa: E402 - as above
import startup  # noqa: E402 - as above
from peers import measuring, table  # noqa: E402 - as above
from report import Results, page, replaced  # noqa: E402 - as above

import examples  # noqa: E402 - as above

PAGES = {
    "id": ROOT / "docs" / "tentang" / "kecepatan.md",
    "en": ROOT / "docs" / "en" / "tentang" / "kecepatan.md",
}


def main() -> None:
    """Measures everything, prints the tables, and writes them where that is asked for."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--write", action="store_true", help="write the tables into docs/")
    options.add_argument("--rounds", type=int, default=25, help="rounds of each comparison (default: 25)")
    options.add_argument("--peers", action="store_true", help="measure other engines instead")
    options.add_argument("--rows", type=int, default=1_000_000, help="rows of their table (default: 1000000)")
    options.add_argument("--environments", type=Path, help="a folder that keeps their environments")
    chosen = options.parse_args()
    if chosen.rounds < 2:  # noqa: PLR2004 - quartiles need two
        options.error("--rounds must be at least 2")
    if chosen.peers:
        found = measuring.measure(chosen.rows, max(3, chosen.rounds // 5), chosen.environments)
        _tell(
            {lang: table.page(found, chosen.rows, measuring.RECORDS, lang) for lang in PAGES}, "peers", chosen
        )
    else:
        results = measured(chosen.rounds)
        _tell({lang: page(results, lang) for lang in PAGES}, "benchmarks", chosen)


def _tell(tables: dict[str, str], name: str, chosen: argparse.Namespace) -> None:
    """Prints the tables, and writes them where that is asked for."""
    sys.stdout.write(tables["en"])
    if chosen.write:
        for lang, file in PAGES.items():
            text = file.read_text(encoding="utf-8")
            file.write_text(replaced(text, tables[lang], name), encoding="utf-8")


def measured(rounds: int) -> Results:
    """Measures everything; says on standard error what is being measured."""
    _say("one assessment")
    assessed = assessment.measure(rounds)
    _say("the examples of all formula rules")
    covered = examples.measure()
    gc.unfreeze()  # whoever loads files counts what is frozen, file by file
    _say("loading 1,000 files")
    loaded = loading.measure(max(3, rounds // 5))
    _say("catalogues of 10 to 10,000 rules, chains of 10 to 500")
    alone, chained = growth.measure()
    _say("whole processes")
    started = startup.measure(rounds)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return Results(python, platform.machine(), assessed, covered, loaded, started, alone, chained)


def _say(what: str) -> None:
    sys.stderr.write(f"{what} …\n")


if __name__ == "__main__":
    main()
