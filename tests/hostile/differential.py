"""Compare PyYAML's C and pure parsers on mutated small texts.

Run ``python tests/hostile/differential.py [SECONDS] [SEED]``: it prints the texts on which the two parsers
differ, each cut down to the shortest text that still shows the difference, grouped by the kind of difference.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import yaml

SEEDS = (
    "a: 1\nb: {x: 1, y: 2}\nc: [1, 2]\n",
    "a:\n  - x: 1\n    y: 'q''r'\n  - \"t\\u0041\"\n",
    "a: |\n  one\n  two\n\nb: >-\n  three\n  four\n",
    "# note\na: b # note\n? k\n: v\n",
    "title: {id: Satu, en: One}\nformula: a / b * 100\n",
    "- a\n-\n  - b\n- {c: d}\n",
    "a: two\n  lines\nb: 'two\n  lines'\n",
)
# fmt: off
PIECES = (
    "\n", "\r", "\r\n", "\t", " ", "  ", ":", ": ", "- ", "-", "? ", "?", "#", " #", ",", "[", "]", "{",
    "}", "&a", "*a", "!t", "!!str ", "!", "%YAML 1.1\n", "%TAG ! x\n", "---", "--- ", "...", "'", '"',
    ">", "<<: ", "@", "`", "~", "\\", "\\x41", "\\u0041", "\\U0001F600", "\\ud800", "\\U00110000", "\\/",
    "\\ ", "\\\n", "\\N", "\\_", "\\L", "\\P", "\\e", "\\0", "\x00", "\x01", "\x07", "\x1b", "\x7f",
    "\x85", "\xa0", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\U0001f600", "\xe9", "\u202e",
    "\x80", "\x9f", "a", "1", ">2\n", "-\n", "+\n", ">-", ">+", "0", "=", "null", "a:", ":a", "\ud7ff",
    "\ue000", "|", "|2\n", "|-", "|+ ", "||", "\\UFFFFFFFF",
)
# fmt: on

Event = tuple[Any, ...]


def events(text: str, parser: Any) -> list[Event] | str:
    """The events of a text with their places, or the word ``refused`` where the parser gives up."""
    try:
        return [_plain(event) for event in yaml.parse(text, Loader=parser)]
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the pure parser calls chr()
        return f"refused: {type(error).__name__}"


def _plain(event: Any) -> Event:
    """One event as a tuple: its type, its place, and what distinguishes it."""
    start = event.start_mark
    details = [
        getattr(event, name, None) or None for name in ("anchor", "tag", "style", "flow_style", "explicit")
    ]
    return (type(event).__name__, start.line, start.column, getattr(event, "value", None), *details)


def difference(text: str) -> str | None:
    """What kind of difference the two parsers show on a text, or nothing."""
    fast, pure = events(text, yaml.CSafeLoader), events(text, yaml.SafeLoader)
    if isinstance(fast, str) or isinstance(pure, str):
        if isinstance(fast, str) and isinstance(pure, str):
            return None
        return "only the C parser refuses" if isinstance(fast, str) else "only the pure parser refuses"
    return _first_difference(fast, pure)


def _first_difference(fast: list[Event], pure: list[Event]) -> str | None:
    """Which part of the first pair of events that differ is different."""
    parts = ("type", "line", "column", "value", "anchor", "tag", "style", "flow_style", "explicit")
    for left, right in zip(fast, pure, strict=False):
        for part, one, other in zip(parts, left, right, strict=True):
            if one != other:
                return f"{part} of {left[0]}"
    return None if len(fast) == len(pure) else "number of events"


def mutations(seed: int) -> Iterator[str]:
    """Endless mutated texts, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a fuzz, not a secret
    while True:
        text = chance.choice(SEEDS)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(text) + 1)
            cut = chance.choice((0, 0, 0, 1, 3))
            text = text[:place] + chance.choice(PIECES) + text[place + cut :]
        yield text


def shortest(text: str, kind: str, same: Callable[[str], str | None] = difference) -> str:
    """The text with every character taken away that the difference does not need."""
    place = 0
    while place < len(text):
        less = text[:place] + text[place + 1 :]
        if same(less) == kind:
            text, place = less, 0
        else:
            place += 1
    for place, character in enumerate(text):
        plainer = text[:place] + "a" + text[place + 1 :]
        if character != "\n" and same(plainer) == kind:
            text = plainer
    return text


def main(seconds: float = 60, seed: int = 1) -> None:
    """Fuzz for some seconds and print what was found."""
    found: dict[str, set[str]] = {}
    end = time.monotonic() + seconds
    for text in mutations(seed):
        kind = difference(text)
        if kind is not None:
            found.setdefault(kind, set()).add(shortest(text, kind))
        if time.monotonic() > end:
            break
    for kind, texts in sorted(found.items()):
        print(kind)  # noqa: T201 - a script that talks to a person
        for text in sorted(texts, key=lambda item: (len(item), item))[:200]:
            print("   ", ascii(text))  # noqa: T201 - as above


if __name__ == "__main__":
    main(
        seconds=float(sys.argv[1]) if len(sys.argv) > 1 else 60,
        seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1,
    )
