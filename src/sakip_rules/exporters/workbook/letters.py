"""How many lines a text takes in a cell: the letters of Arial, and where its words break."""

from __future__ import annotations

from typing import Final

_NARROW: Final = "ijl'|"
_LIKE_SPACE: Final = " !,./:;I[]\\ft"
_LIKE_R: Final = "()-`{}r"
_LIKE_S: Final = 'Jcksvxyz"^*'
_LIKE_B: Final = "ABEKPSVXYwTFZ&+<=>~"
_LIKE_D: Final = "CDHNRUGOQ"
_WIDEST: Final = "mMW%@"
_WIDTHS: Final[dict[str, int]] = {
    **dict.fromkeys(_NARROW, 224),
    **dict.fromkeys(_LIKE_SPACE, 280),
    **dict.fromkeys(_LIKE_R, 335),
    **dict.fromkeys(_LIKE_S, 500),
    **dict.fromkeys(_LIKE_B, 670),
    **dict.fromkeys(_LIKE_D, 770),
    **dict.fromkeys(_WIDEST, 945),
}
"""Thousandths of the size of the font, never less than the letter takes; digits and most letters take 556."""

_USUAL: Final = 560
_WIDE: Final = 1_000
_COLUMN: Final = 530
"""What a column holds for each digit of its width, less than a digit: cells have a margin."""

_BOLD: Final = 108
"""Bold letters take so much, in percent."""


def lines_of(text: str, width: int, *, bold: bool = False) -> int:
    """Gives how many lines a text takes in a column of a width; a word that is too long breaks anywhere."""
    room = width * _COLUMN * 100 // (_BOLD if bold else 100)
    lines, used = 1, 0
    for word in text.split():
        size = sum(map(_width, word))
        if used and used + _WIDTHS[" "] + size <= room:
            used += _WIDTHS[" "] + size
            continue
        lines += (used > 0) + max(0, -(-size // room) - 1)
        used = size % room if size > room else size
    return lines


def _width(letter: str) -> int:
    return _WIDTHS.get(letter, _USUAL if letter < "\u0250" else _WIDE)
