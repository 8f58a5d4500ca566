"""The JavaScript runtime stays small: a page carries it (docs/decisions/0021)."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "runtimes" / "javascript" / "src"
LINES = 1_250
BYTES = 16_400
COMMENT = re.compile(r"/\*\*.*?\*/|(?<= )// [^\n]*", re.DOTALL)


def test_the_code_has_few_lines_and_bytes() -> None:
    """Without comments: lines that hold code, and bytes as a server sends them."""
    texts = [COMMENT.sub("", file.read_text("utf-8")) for file in sorted(SOURCES.glob("*.js"))]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    assert len(lines) <= LINES
    assert len(gzip.compress("\n".join(lines).encode(), 9)) <= BYTES


def test_nothing_is_imported_from_elsewhere() -> None:
    """Modules of the folder, and nothing of Node or of a registry."""
    texts = [file.read_text("utf-8") for file in SOURCES.glob("*.js")]
    imports = {name for text in texts for name in re.findall(r' from "([^"]+)"', text)}
    assert {name for name in imports if not (SOURCES / name).is_file()} == set()
