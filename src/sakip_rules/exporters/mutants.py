"""How well examples pin their rules, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final, get_args

from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.json import Json
from sakip_rules.languages import Language, say
from sakip_rules.mutation import Fate, Mutant, RuleMutants
from sakip_rules.mutation.telling import TRIES
from sakip_rules.numbers import decimal_text, indonesian

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

FATES: Final[tuple[Fate, ...]] = get_args(Fate)
FATE_WORDS: Final[dict[Fate, Pair]] = {
    "refused": ("ditolak pemeriksa", "refused by the checker"),
    "killed": ("tertangkap contoh", "caught by an example"),
    "alike": ("tidak dapat dibedakan masukan yang dicoba", "not told apart by any input tried"),
    "survived": ("lolos", "survived"),
}
WHY_ALIKE: Final = (
    f"dari {TRIES} masukan yang dicoba tidak satu pun memberi hasil atau kategori lain",
    f"of {TRIES} inputs tried none gave another result or category",
)


def counts(found: Sequence[RuleMutants]) -> dict[Fate, int]:
    """How many changes had each fate."""
    return {fate: sum(one.count(fate) for one in found) for fate in FATES}


def killed_percent(found: Sequence[RuleMutants]) -> str | None:
    """The share of changes that an example could notice and one does, cut to one place."""
    total = counts(found)
    noticed, seen = total["killed"], total["killed"] + total["survived"]
    return decimal_text(Fraction(noticed * 1000 // seen, 10), 1) if seen else None


def mutants_text(found: Sequence[RuleMutants], lang: Language = "id") -> str:
    """Gives every survivor with its place and an example that would have caught it, and the counts."""
    lines = [line for one in found for mutant in one.survivors for line in _survivor(one, mutant, lang)]
    english = lang == "en"
    for fate, count in counts(found).items():
        lines.append(f"{count:>6} {FATE_WORDS[fate][english]}")
    percent = killed_percent(found)
    if percent is not None:
        shown = percent if english else indonesian(percent)
        rules = len(found)
        said = f"{shown} % of what examples could notice was caught, in {rules} rules."
        lines.append(
            said if english else f"{shown} % yang dapat dilihat contoh tertangkap, di {rules} aturan."
        )
    return "\n".join(lines) + "\n"


def _survivor(one: RuleMutants, mutant: Mutant, lang: Language) -> Iterator[str]:
    line = f":{mutant.place.line}" if mutant.place is not None else ""
    yield f"{clean(one.file)}{line}"
    yield f"  {mutant.slip.kind}: {clean(mutant.slip.was)} → {clean(mutant.slip.now)}"
    label = "an example that would catch it" if lang == "en" else "contoh yang akan menangkapnya"
    yield f"  {label}: {clean(mutant.example or '')}"
    yield ""


def mutants_dict(found: Sequence[RuleMutants], lang: Language = "id") -> Json:
    """Gives the counts, every survivor, and every change that no input tells apart, with the reason."""
    return {
        "rules": [
            {"rule": one.rule, "file": one.file, **{fate: one.count(fate) for fate in FATES}} for one in found
        ],
        "survivors": [_mutant_dict(one, mutant) for one in found for mutant in one.survivors],
        "alike": [
            _mutant_dict(one, mutant) | {"why": say(WHY_ALIKE, lang)}
            for one in found
            for mutant in one.mutants
            if mutant.fate == "alike"
        ],
        "summary": {**counts(found), "percent": killed_percent(found)},
    }


def _mutant_dict(one: RuleMutants, mutant: Mutant) -> Json:
    return {
        "rule": one.rule,
        "file": one.file,
        "line": mutant.place.line if mutant.place is not None else None,
        "kind": mutant.slip.kind,
        "was": mutant.slip.was,
        "now": mutant.slip.now,
        "example": mutant.example,
    }
