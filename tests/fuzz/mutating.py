"""Turns sound inputs into strange ones: by lines, words, their tree, and by what strangers try."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from tests.hostile.differential import PIECES
from tests.runtimes.hostile import STRANGE

ROOT: Final = Path(__file__).parents[2]
WORD: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
LITERALS: Final = (
    "0", "-0", "1e400", ".5", "5.", "1_000", "0x1f", "010", "1.234.567", "541,897", "99" * 200, "9" * 401,
    "ya", "null", "~", "[]", "{}", "[[]]", "{a: {a: {a: 1}}}", "missing", "not_due", "{status: missing}",
    "!!python/object:x", "&a 1", "*a", "<<: 1", "'", '"', "|", ">", "%", "- -", "? a", "a: b: c", "\ufeff",
    "\u2028",
)  # fmt: skip
FORMULAS: Final = (
    "a / b * 100", "a if t else b", "sum(k.x * k.y) / sum(k.y)", "mean(k.x, weight=k.y, where=given(k.x))",
    "root(a, 2) + ln(b)", "clamp(a, 0, 100)", "min(a, b) - max(r.min, r.max)", "geomean(k.x)", "c == AA",
    "a ** 10 ** -2", "not (a < b <= 3) and t or given(a)", "count(k)", "first(k.x, where=k.y == 1)",
    "-(-(a))",
)  # fmt: skip
NUMBERS: Final = (
    "29,42",
    "1.234,5",
    "5.085.713.014",
    "Rp 1.000,-",
    "12 %",
    " 7 ",
    "−3",
    "1.250",
    "541,897",
    "200,000,000.5",
)


@cache
def seeds(target: str) -> tuple[bytes, ...]:
    """Gives the sound inputs that a target begins with."""
    match target:
        case "rule":
            files = [
                *sorted((ROOT / "rules").rglob("*.yaml")),
                *sorted((ROOT / "tests/small").rglob("*.yaml")),
            ]
            return tuple(_as_own(file.read_bytes()) for file in files)
        case "report":
            files = [
                ROOT / "tests/small/report.yaml",
                *sorted((ROOT / "tests/hostile/files/report").glob("*")),
            ]
            return tuple(file.read_bytes() for file in files if file.stat().st_size < 20_000)
        case "json":
            return tuple(_as_json(text) for text in seeds("report") if _as_json(text))
        case "formula":
            return tuple(text.encode() for text in FORMULAS)
        case "number":
            return tuple(text.encode() for text in (*NUMBERS, *STRANGE["texts"]))
    files = [
        *sorted((ROOT / "tests/sheets").rglob("*.xlsx")),
        *sorted((ROOT / "tests/sheets").rglob("*.ods")),
    ]
    texts = ("No;Indikator;Target\n1;Persentase;29,42\n", "a,b\n1,2\n", 'a\t"b\nc"\td\n')
    return (
        *(file.read_bytes() for file in files if file.stat().st_size < 60_000),
        *(t.encode() for t in texts),
    )


def _as_own(text: bytes) -> bytes:
    """The rule under the id that the target gives it."""
    return re.sub(
        rb"(?m)^(id: ).*$", rb"\1acak/aturan", re.sub(rb"(?m)^(version: ).*$", rb"\g<1>1.0.0", text)
    )


def _as_json(text: bytes) -> bytes:
    import json  # noqa: PLC0415 - beside the only use

    try:
        return json.dumps(yaml.load(text, yaml.BaseLoader)).encode()  # noqa: S506 - BaseLoader makes text only
    except (yaml.YAMLError, UnicodeError, RecursionError):
        return b""


class Mutator:
    """Makes inputs for a target with the chances of a seed."""

    def __init__(self, target: str, chance: random.Random) -> None:
        self.target = target
        self.chance = chance
        self.seeds = seeds(target)

    def __call__(self) -> bytes:
        """Gives a sound input with a few changes."""
        data = self.chance.choice(self.seeds)
        changes: list[Callable[[bytes], bytes]] = [self._bytes, self._words, self._lines, self._spliced]
        if self.target in ("rule", "report"):
            changes += [self._tree, self._tree, self._words]
        for _ in range(self.chance.choice((1, 1, 1, 2, 4))):
            data = self.chance.choice(changes)(data)
        return data[:200_000]

    def _bytes(self, data: bytes) -> bytes:
        at = self.chance.randint(0, len(data))
        piece = self.chance.choice(
            (bytes([self.chance.randrange(256)]), self._piece().encode("utf-8", "replace"), b"")
        )
        return data[:at] + piece + data[at + self.chance.choice((0, 1, 1, 7)) :]

    def _piece(self) -> str:
        return self.chance.choice((self.chance.choice(PIECES), self.chance.choice(LITERALS)))

    def _words(self, data: bytes) -> bytes:
        words = WORD.findall(data.decode("utf-8", "replace"))
        if not words:
            return data
        at = self.chance.randrange(len(words))
        match self.chance.randrange(4):
            case 0:
                words[at] = self.chance.choice(words)
            case 1:
                words[at] = self._piece()
            case 2:
                words[at : at + 1] = []
            case _:
                words[at:at] = self.chance.choices(words, k=self.chance.choice((1, 3, 200)))
        return "".join(words).encode("utf-8", "replace")

    def _lines(self, data: bytes) -> bytes:
        lines = data.split(b"\n")
        at, other = self.chance.randrange(len(lines)), self.chance.randrange(len(lines))
        match self.chance.randrange(4):
            case 0:
                lines[at : at + 1] = []
            case 1:
                lines[at:at] = [lines[other]] * self.chance.choice((1, 2, 60))
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case _:
                lines[at] = b" " * self.chance.randrange(6) + lines[at].lstrip()
        return b"\n".join(lines)

    def _spliced(self, data: bytes) -> bytes:
        other = self.chance.choice(self.seeds)
        return data[: self.chance.randint(0, len(data))] + other[self.chance.randint(0, len(other)) :]

    def _tree(self, data: bytes) -> bytes:
        """Changes a value of the tree: its type, its key, its number; written again in any style."""
        try:
            tree = yaml.load(data, yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text only
        except (yaml.YAMLError, UnicodeError, RecursionError):
            return data
        holders = list(_holders(tree))
        if not holders:
            return data
        holder, key = self.chance.choice(holders)
        match self.chance.randrange(5):
            case 0:
                holder[key] = self.chance.choice(LITERALS)
            case 1:
                other, place = self.chance.choice(holders)
                holder[key] = yaml.load(yaml.dump(other[place]), yaml.BaseLoader)  # noqa: S506 - as above
            case 2:
                del holder[key]
            case 3 if isinstance(holder, dict):
                holder[self.chance.choice(STRANGE["names"]) or "x"] = holder.pop(key)
            case _:
                holder[key] = [holder[key]] * self.chance.choice((0, 1, 3, 300))
        flow = self.chance.choice((None, False, True))
        return yaml.dump(tree, sort_keys=False, allow_unicode=True, default_flow_style=flow).encode(
            "utf-8", "replace"
        )


def _holders(tree: Any) -> list[tuple[Any, Any]]:
    """Every value of a tree, as what holds it and where."""
    found: list[tuple[Any, Any]] = []
    left = [tree]
    while left:
        part = left.pop()
        keys = list(part) if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
        found += [(part, key) for key in keys]
        left += [part[key] for key in keys]
    return found
