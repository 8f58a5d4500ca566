"""Files that are hostile because they repeat one thing a very large number of times."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import mul

RULE_BYTES = 2**20
LINE = 4096
NESTING = 32
LARGE = "file-too-large"
NO_YAML = "yaml-syntax"
EMPTY = "yaml-syntax or bad-value or missing-key"


@dataclass(frozen=True, eq=False)
class Generated:
    """A file, its verdict, and the line that must be named, where there is only one.

    `text` gives the content, or is it: what is large is built when it is needed, and kept by nobody.
    """

    name: str
    verdict: str
    text: str | bytes | Callable[[], str | bytes]
    line: int | None = None

    def data(self) -> bytes:
        """The bytes of the file."""
        text = self.text if isinstance(self.text, str | bytes) else self.text()
        return text if isinstance(text, bytes) else text.encode()


def filled(piece: str, size: int) -> str:
    """A text of about that size that repeats one piece, in lines as long as a line may be."""
    row = piece * (LINE // len(piece)) + "\n"
    return row * (size // len(row.encode()))


FLOODS = {
    "[": f"{LARGE} or {NO_YAML}",
    "{": f"{LARGE} or {NO_YAML}",
    "[{": f"{LARGE} or {NO_YAML}",
    "{a: ": f"{LARGE} or {NO_YAML}",
    "[a, ": f"{LARGE} or {NO_YAML}",
    "]": NO_YAML,
    "}": NO_YAML,
    "- ": f"{LARGE} or {NO_YAML}",
    "? ": f"{LARGE} or {NO_YAML} or yaml-not-allowed",
    ": ": f"{LARGE} or {NO_YAML} or yaml-not-allowed",
    "'": f"{NO_YAML} or bad-value or missing-key",
    '"': NO_YAML,
    '"\\': NO_YAML,
    "\\": EMPTY,
    "#": EMPTY,
    " ": EMPTY,
    "|": NO_YAML,
    ">": NO_YAML,
    "&": f"{NO_YAML} or yaml-not-allowed",
    "&a ": f"{NO_YAML} or yaml-not-allowed",
    "*": f"{NO_YAML} or yaml-not-allowed",
    "*a ": f"{NO_YAML} or yaml-not-allowed",
    "!": f"{NO_YAML} or yaml-not-allowed",
    "!! ": f"{NO_YAML} or yaml-not-allowed",
    "%": f"{NO_YAML} or yaml-not-allowed",
    "@": NO_YAML,
    "`": NO_YAML,
    ",": NO_YAML,
    "-": EMPTY,
    "a": EMPTY,
    "a ": EMPTY,
    "a: ": NO_YAML,
    "a:": EMPTY,
    "é": EMPTY,
    "\t": "control-character",
    "\0": "control-character",
    "\x1b[31m": "control-character",
    "\u202e": "control-character",
    "<<: ": f"{NO_YAML} or yaml-not-allowed",
}
"""A piece → the verdict on a megabyte of it."""

LINE_FLOODS = {
    "[": LARGE,
    "{": f"{LARGE} or {NO_YAML}",
    "- ": f"{LARGE} or {EMPTY}",
    "-": EMPTY,
    "?": "yaml-not-allowed or bad-value or duplicate-key or missing-key",
    ":": "bad-value or duplicate-key or missing-key or yaml-syntax",
    "---": "yaml-not-allowed",
    "...": EMPTY,
    "a: b": "duplicate-key",
    "a:": "duplicate-key",
    "&a b: c": "yaml-not-allowed",
    "? a": "duplicate-key",
    "<<: {}": "yaml-not-allowed",
    "%YAML 1.1": f"{NO_YAML} or yaml-not-allowed",
    "'": f"{NO_YAML} or {EMPTY}",
    '"': f"{NO_YAML} or {EMPTY}",
    "": EMPTY,
    "a": EMPTY,
}
"""A line → the verdict on 19,000 of it."""


def floods(size: int = RULE_BYTES - LINE, lines: int = 19_000) -> Iterator[Generated]:
    """Files that repeat one thing; with less than a megabyte the same verdicts at less cost."""
    for piece, verdict in FLOODS.items():
        yield Generated(f"a megabyte of {piece!a}", verdict, partial(filled, piece, size))
    for line, verdict in LINE_FLOODS.items():
        yield Generated(f"19,000 lines of {line!a}", verdict, partial(mul, f"{line}\n", lines))
    yield Generated("a megabyte on one line", LARGE, lambda: "a" * (RULE_BYTES - 1) + "\n", 1)
    yield Generated("a megabyte of brackets on one line", LARGE, lambda: "[" * (RULE_BYTES - 1) + "\n", 1)
    yield Generated(
        "a megabyte of NUL bytes on one line",
        f"{LARGE} or control-character",
        lambda: "\0" * (RULE_BYTES - 1),
        1,
    )
    yield Generated("a megabyte of bytes FF", NO_YAML, lambda: b"\xff" * (RULE_BYTES - 1), 1)
    staircase = "".join(" " * depth + "a:\n" for depth in range(1000))
    yield Generated("a stair of 1,000 maps", LARGE, staircase, NESTING + 1)
    yield Generated("a stair of 1,000 lists", LARGE, staircase.replace("a:", "-"), NESTING + 1)
    laughs = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    yield Generated("a billion laughs", "yaml-not-allowed", laughs, 1)
    merges = "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: *a{n - 1}}}\n" for n in range(1, 40))
    yield Generated("a chain of merges", "yaml-not-allowed", merges, 1)
    yield Generated("a list that holds itself", "yaml-not-allowed", "a: &a [*a]\n", 1)
