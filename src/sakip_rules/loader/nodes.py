"""What a YAML file holds, with the place of everything."""

from __future__ import annotations

from typing import Final, TypeAlias

from sakip_rules.dataclass import dataclass, field

NULLS = frozenset({"", "null", "~"})
NUMERAL: Final = "number"
"""The style of a number that JSON or a program gives: exact, and never to be read in two ways."""


@dataclass(slots=True)
class Scalar:
    """A text and where it stands; lines and columns count from 1, the end is behind the last character.

    `style` is how it was written: plain (empty), `'`, `"`, `|`, `>`, or `NUMERAL`.
    """

    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    style: str = ""

    @property
    def is_null(self) -> bool:
        """Says whether nothing stands here: empty, `null` or `~`, however it is quoted."""
        return self.text in NULLS


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order of the file; a key stands there once.

    `pairs` holds each key by its text, with its place and its value.
    """

    line: int
    column: int
    pairs: dict[str, tuple[Scalar, YamlNode]] = field(default_factory=dict)

    @property
    def items(self) -> list[tuple[Scalar, YamlNode]]:
        """The keys with their places, and their values, in order."""
        return list(self.pairs.values())

    def get(self, name: str) -> YamlNode | None:
        """Gives the value of a key, if it is there."""
        pair = self.pairs.get(name)
        return None if pair is None else pair[1]

    def key(self, name: str) -> Scalar | None:
        """Gives a key with its place, if it is there."""
        pair = self.pairs.get(name)
        return None if pair is None else pair[0]


@dataclass(slots=True)
class Sequence:
    """Values in order."""

    line: int
    column: int
    items: list[YamlNode] = field(default_factory=list)


YamlNode: TypeAlias = Scalar | Mapping | Sequence
