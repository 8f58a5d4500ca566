"""What a rule file says of itself, seen without reading it as YAML: kind and usual names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from sakip_rules.dataclass import dataclass
from sakip_rules.loader.folders import leads_out
from sakip_rules.loader.gate import RULE_LIMITS, FileError, read_bytes

_KIND: Final = re.compile(r"^kind:\s*([a-z]+)", re.MULTILINE)
_NAMES: Final = re.compile(r"^also_called:[ \t]*(?:\[([^\]]*)\]|((?:\n[ \t]*- .*)+))", re.MULTILINE)
_BETWEEN: Final = re.compile(r",|\n\s*- ")


@dataclass(frozen=True, slots=True)
class KnownRule:
    """An id that there is, and what its files say of themselves: for saying which rule may be meant."""

    id: str
    kinds: frozenset[str] = frozenset()
    """The kinds of its versions; none where that cannot be told."""
    also_called: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The id without its owner."""
        return self.id.partition("/")[2]

    def is_one_of(self, kinds: Collection[str]) -> bool:
        """Says whether the rule may be of one of some kinds; of no kinds it is always one."""
        return not kinds or not self.kinds or not self.kinds.isdisjoint(kinds)


def known_rule(rule_id: str, root: Path, files: Iterable[Path]) -> KnownRule:
    """Gives what the files of an id below a folder say of themselves; one that is not to be read, nothing."""
    kinds: set[str] = set()
    names: set[str] = set()
    for file in files:
        text = "" if leads_out(file, root) else _text(file)
        kinds.update(_KIND.findall(text))
        for inline, lines in _NAMES.findall(text):
            names.update(name.strip(" \"'") for name in _BETWEEN.split(inline or lines))
    return KnownRule(rule_id, frozenset(kinds), frozenset(names - {""}))


def _text(file: Path) -> str:
    try:
        return read_bytes(file, str(file), RULE_LIMITS).decode("utf-8", "replace").replace("\r\n", "\n")
    except FileError:
        return ""
