"""Absent values in cells: words, and which of several absent values a formula gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from sakip_rules.languages import Language, say
from sakip_rules.vocabulary import Word
from sakip_rules.wording.terms import ABSENT_WORDS

Kind = Literal["number", "text", "truth"]

LEFT: Final = ("tidak ikut", "left out")
"""What a helper holds of a row that an aggregate does not count."""

_PIECE: Final = 127
"""A formula may hold texts of 255 characters, of which some letters count as two."""


class Leaf(NamedTuple):
    """A cell that a formula reads."""

    text: str
    """How the formula calls it."""
    kind: Kind = "number"
    blank: bool = False
    """Whether a reader of the workbook may empty it: it is then missing."""
    clean: bool = False
    """Whether it holds a decimal as near as a cell can; else binary arithmetic may have moved it."""


def literal(text: str) -> str:
    """Gives a text as formulas write it: a long one in pieces, for no spreadsheet takes it whole."""
    pieces = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)] or [""]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


@dataclass(frozen=True, slots=True)
class Absence:
    """The words of absent values in a language; `cells` is the range of a sheet that holds all four."""

    lang: Language
    cells: str

    def word(self, word: Word) -> str:
        """Gives the word of an absent value."""
        return say(ABSENT_WORDS[word], self.lang)

    def quoted(self, word: Word) -> str:
        """Gives the word as a formula writes it."""
        return literal(self.word(word))

    @property
    def left(self) -> str:
        """What a helper holds of a row that is not counted; behind a colon the word of its absent value."""
        return say(LEFT, self.lang)

    def present(self, leaves: Sequence[Leaf]) -> str:
        """Gives a condition: every one of the cells holds a value of its kind."""
        numbers = [leaf.text for leaf in leaves if leaf.kind == "number"]
        parts = [_counted(numbers)] if numbers else []
        for leaf in leaves:
            if leaf.kind == "truth":
                parts.append(f"ISLOGICAL({leaf.text})")
            elif leaf.kind == "text":
                parts += [f"ISNA(MATCH({leaf.text},{self.cells},0))", *_filled(leaf)]
        return parts[0] if len(parts) == 1 else f"AND({','.join(parts)})"

    def worst(self, leaves: Sequence[Leaf]) -> str:
        """Gives the absent value that cells come to, of which at least one is absent."""
        if len(leaves) == 1 and not leaves[0].blank:
            return leaves[0].text
        chain = self.quoted("not_computable")
        words: tuple[Word, ...] = ("not_applicable", "not_due", "missing", "not_computable")
        for word in words:
            tests = [f"{leaf.text}={self.quoted(word)}" for leaf in leaves]
            if word == "missing":
                tests += [f'{leaf.text}=""' for leaf in leaves if leaf.blank]
            chain = f"IF({any_of(tests)},{self.quoted(word)},{chain})"
        return chain

    def itself(self, leaf: Leaf) -> str:
        """Gives the value of a cell: an empty one is missing."""
        return f'IF({leaf.text}="",{self.quoted("missing")},{leaf.text})' if leaf.blank else leaf.text

    def given(self, leaf: Leaf) -> str:
        """Gives a condition: the cell holds a value, or one that is not computable."""
        words: tuple[Word, ...] = ("missing", "not_applicable", "not_due")
        tests = [f"{leaf.text}<>{self.quoted(word)}" for word in words]
        return f"AND({','.join([*tests, *_filled(leaf)])})"


def says(leaf: Leaf, truth: str) -> str:
    """Gives a condition: a cell holds this truth. An empty one equals FALSE, and holds none."""
    test = f"{leaf.text}={truth}"
    return f'AND({leaf.text}<>"",{test})' if leaf.blank else test


def unique(leaves: Iterable[Leaf]) -> tuple[Leaf, ...]:
    """Gives cells, each once."""
    return tuple(dict.fromkeys(leaves))


def any_of(tests: Sequence[str]) -> str:
    """Gives a condition: one of several holds."""
    return tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"


def _counted(texts: Sequence[str]) -> str:
    return f"ISNUMBER({texts[0]})" if len(texts) == 1 else f"COUNT({','.join(texts)})={len(texts)}"


def _filled(leaf: Leaf) -> list[str]:
    return [f'{leaf.text}<>""'] if leaf.blank else []
