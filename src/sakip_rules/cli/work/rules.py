"""`sakip rules`: list and search rules."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sakip_rules.catalogue import RuleCatalogue, last_day_of
from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.days import read_day
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.failures import warn
from sakip_rules.cli.work.opening import open_rules
from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import meant_instead
from sakip_rules.explainer.search import Wanted, misspelt, search
from sakip_rules.languages import Language, say
from sakip_rules.vocabulary import Confidence, RuleKind

_BROKEN = (
    "{count} berkas aturan bergalat dan tidak didaftar; lihat: sakip check",
    "{count} rule files have errors and are not listed; see: sakip check",
)

_NO_SUCH_WORD = ("Kata {word} tidak ada di aturan mana pun.", "The word {word} stands in no rule.")
_NOT_TOGETHER = (
    "Setiap kata ada, tetapi tidak di satu aturan; tulis lebih sedikit kata.",
    "Every word is there, but not in one rule; write fewer words.",
)
_OTHER_WISHES = (
    "Tanpa pilihan lain (--kind, --on, …) ada {count} aturan.",
    "Without the other options (--kind, --on, …) there are {count} rules.",
)


def run(  # noqa: PLR0913 - one for each option
    *,
    words: Sequence[str],
    owner: str | None,
    kind: RuleKind | None,
    on: str | None,
    sector: str | None,
    regulation: str | None,
    confidence: Confidence | None,
    form: str,
    output: str | None,
    rules: NamedRules,
    lang: Language,
) -> int:
    """Prints the rules that are looked for; none is no error."""
    day = _day(on)
    catalogue = open_rules(rules).rules
    broken = sum(rule_file.stands_in_the_way for rule_file in catalogue.loaded)
    if broken:
        warn(say(_BROKEN, lang).format(count=broken))
    found = list(search(catalogue, Wanted(words, owner, kind, day, regulation, confidence, sector)))
    deliver("rules", found, form, look_for(output, lang), output)
    if not found:
        _say_why(catalogue, words, lang)
    return 0


def _say_why(catalogue: RuleCatalogue, words: Sequence[str], lang: Language) -> None:
    """Says which words stand in no rule, or that the words, or the other wishes, fit no rule together."""
    unknown = misspelt(catalogue, words)
    for word, near in unknown.items():
        told = say(_NO_SUCH_WORD, lang).format(word=quoted(word))
        warn(f"{told} {say(meant_instead([near]), lang) if near is not None else ''}".strip())
    if unknown or not words:
        return
    count = sum(1 for _ in search(catalogue, Wanted(words)))
    warn(say(_OTHER_WISHES, lang).format(count=count) if count else say(_NOT_TOGETHER, lang))


def _day(on: str | None) -> datetime.date | None:
    """Gives the day that is asked for; of a year its last."""
    day = read_day(on) if on is not None else None
    return last_day_of(day) if isinstance(day, int) else day
