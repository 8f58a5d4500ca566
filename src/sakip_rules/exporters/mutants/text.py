"""How well examples pin their rules, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.mutants.counting import counts, killed_percent
from sakip_rules.languages import Language, say
from sakip_rules.wording.values import number

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.mutation import Fate, Mutant, RuleMutants

FATE_WORDS: Final[dict[Fate, Pair]] = {
    "refused": ("ditolak pemeriksa", "refused by the checker"),
    "killed": ("tertangkap contoh", "caught by an example"),
    "alike": ("tidak dapat dibedakan masukan yang dicoba", "not told apart by any input tried"),
    "survived": ("lolos", "survived"),
}
_CATCHES: Final[Pair] = ("contoh yang akan menangkapnya", "an example that would catch it")


def export(rules: Sequence[RuleMutants], look: Look) -> str:
    """Gives every survivor with its place and an example that would have caught it, and the counts."""
    lang = look.lang
    lines = [line for rule in rules for mutant in rule.survivors for line in _survivor(rule, mutant, lang)]
    lines += [f"{count:>6} {say(FATE_WORDS[fate], lang)}" for fate, count in counts(rules).items()]
    percent = killed_percent(rules)
    if percent is not None:
        share, count = number(percent, lang), len(rules)
        caught = (
            f"{share} % yang dapat dilihat contoh tertangkap, di {count} aturan.",
            f"{share} % of what examples could notice was caught, in {count} rules.",
        )
        lines.append(say(caught, lang))
    return "\n".join(lines) + "\n"


def _survivor(rule: RuleMutants, mutant: Mutant, lang: Language) -> Iterator[str]:
    line = f":{mutant.place.line}" if mutant.place is not None else ""
    yield f"{clean(rule.file)}{line}"
    yield f"  {mutant.slip.kind}: {clean(mutant.slip.was)} → {clean(mutant.slip.now)}"
    yield f"  {say(_CATCHES, lang)}: {clean(mutant.example or '')}"
    yield ""
