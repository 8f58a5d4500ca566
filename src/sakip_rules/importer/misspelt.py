"""What a heading that nobody knows was likely meant to say: one of the usual words, a letter or two aside."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from sakip_rules.importer.headings import Heading, read_heading

_WORDS: Final = (
    *("sasaran", "program", "kegiatan", "subkegiatan", "indikator", "satuan", "target", "realisasi"),
    *("capaian", "kategori", "predikat", "pagu", "anggaran", "serapan", "polaritas", "keterangan", "akhir"),
)
_WORD: Final = re.compile(r"[^\W\d_]{4,40}")
_LONGEST: Final = 200
"""A longer text is a sentence, which is no misspelt heading."""
_ALIKE: Final = Fraction(4, 5)


def meant_by(heading: Heading, known: Mapping[str, str], year: int | None) -> str | None:
    """Gives the option that says what a heading was meant to say, `--columns "target=Taget"`; else nothing.

    `known` are the figures that a heading may name; `year` is the report's own.
    """
    if len(heading.text) > _LONGEST:
        return None
    usual = _WORD.sub(_usual, heading.text)
    meant = read_heading(usual, known)
    if usual.lower() == heading.text.lower() or not meant.what:
        return None  # of usual words that say nothing by themselves nothing else is meant
    other = f"@{meant.year}" if meant.year not in (None, year) else ""
    return f'--columns "{meant.what}{other}={heading.text}"'


def _usual(word: re.Match[str]) -> str:
    matcher = difflib.SequenceMatcher(a="", b=word[0].lower())
    for usual in _WORDS:
        matcher.set_seq1(usual)
        if matcher.ratio() >= _ALIKE:
            return usual
    return word[0]
