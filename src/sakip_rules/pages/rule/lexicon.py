"""What the names in a record's formulas stand for: their titles, and where on the page they are explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from sakip_rules.expression.tree import ENDS, HISTORY, LAST_YEAR
from sakip_rules.languages import Language, Pair
from sakip_rules.wording.terms import POLARITY_WORDS
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.expression import Formula
    from sakip_rules.models import Body, Level


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name stands for: its title, if it has one, and its place on the page."""

    title: Pair | None
    anchor: str | None


Lexicon: TypeAlias = Mapping[str, Meaning]
"""By the name as formulas write it: `nilai`, `periode.nilai`, an alias."""

INPUT: Final = "masukan"
STEP: Final = "langkah"

_OF_OTHER_YEARS: Final[dict[str, Pair]] = {
    LAST_YEAR: ("{} tahun lalu", "last year's {}"),
    HISTORY: ("{} setiap tahun", "{} of every year"),
}


def anchor_of(kind: str, *path: str) -> str:
    """Gives the id of an input or a step: `masukan-periode-nilai`."""
    return "-".join((kind, *path))


def lexicon_of(body: Body, path: tuple[str, ...] = ()) -> dict[str, Meaning]:
    """Gives what the names of a record stand for, dotted those of its rows."""
    known: dict[str, Meaning] = {}
    for name, declared in body.inputs.items():
        title = declared.title.pair if declared.title is not None else None
        known[name] = Meaning(title, anchor_of(INPUT, *path, name))
        if declared.each is not None:
            below = lexicon_of(declared.each, (*path, name))
            known |= {f"{name}.{inner}": meaning for inner, meaning in below.items()}
    for name, step in body.steps.items():
        title = step.title.pair if step.title is not None else None
        known[name] = Meaning(title, anchor_of(STEP, *path, name))
        for column in {column for _, cells in step.rows or () for column in cells}:
            known[f"{name}.{column}"] = Meaning(None, anchor_of(STEP, *path, name))
    return known


def lexicon_of_levels(levels: Mapping[str, Level]) -> dict[str, Lexicon]:
    """Gives for each level what the names of its formulas stand for, dotted those of other levels."""
    own = {name: lexicon_of(level, (name,)) for name, level in levels.items()}
    dotted: dict[str, Meaning] = {}
    for name, level in levels.items():
        dotted[name] = Meaning(level.title.pair if level.title is not None else None, f"jenjang-{name}")
        dotted |= {f"{name}.{inner}": meaning for inner, meaning in own[name].items()}
    return {name: {**dotted, **known} for name, known in own.items()}


def meaning_of(name: str, names: Lexicon) -> Meaning | None:
    """Gives what a name as written stands for: a name, another year's, the end of a range, a polarity."""
    if name in names:
        return names[name]
    head, _, rest = name.partition(".")
    if head in _OF_OTHER_YEARS and rest in names:
        return Meaning(_framed(_OF_OTHER_YEARS[head], names[rest].title), names[rest].anchor)
    if "." in rest:  # a level below a level below
        return meaning_of(rest, names)
    owner, _, end = name.rpartition(".")
    if end in ENDS and owner in names:
        return Meaning(_framed((f"{{}} ({end})", f"{{}} ({end})"), names[owner].title), names[owner].anchor)
    polarity = POLARITY_WORDS.get(name)
    return None if polarity is None else Meaning(polarity, None)


def _framed(frame: Pair, title: Pair | None) -> Pair | None:
    return None if title is None else (frame[0].format(title[0]), frame[1].format(title[1]))


def titles_in(formula: Formula, names: Lexicon, lang: Language) -> dict[str, str]:
    """Gives the titles of what a formula names, those that have one."""
    written = [*(read.text for read in formula.reads.names), *formula.reads.aliases]
    meanings = {name: meaning_of(name, names) for name in written}
    return {
        name: safe(meaning.title, lang)
        for name, meaning in meanings.items()
        if meaning is not None and meaning.title is not None
    }
