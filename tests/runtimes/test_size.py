"""The JavaScript runtime stays small: a page carries it (docs/decisions/0021)."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from sakip_rules.site.calculator.script import bundled, uncommented

SOURCES = Path(__file__).parents[2] / "runtimes" / "javascript" / "src"
LINES = 900
BYTES = 12_000


def test_the_code_has_few_lines() -> None:
    """All that is not comment or blank, of at most 120 columns."""
    lines = [line for file in SOURCES.glob("*.js") for line in file.read_text("utf-8").splitlines()]
    assert max(map(len, lines)) <= 120
    code = [
        line for file in SOURCES.glob("*.js") for line in uncommented(file.read_text("utf-8")).splitlines()
    ]
    assert len([line for line in code if line.strip()]) <= LINES


def test_a_page_is_sent_few_bytes() -> None:
    """The runtime in the one script of the calculator, compressed as a server does."""
    assert len(gzip.compress(bundled(SOURCES).encode(), 9)) <= BYTES


def test_nothing_is_imported_from_elsewhere() -> None:
    """Modules of the folder, and nothing of Node or of a registry."""
    texts = [file.read_text("utf-8") for file in SOURCES.glob("*.js")]
    imports = {name for text in texts for name in re.findall(r' from "([^"]+)"', text)}
    assert {name for name in imports if not (SOURCES / name).is_file()} == set()
