"""Which rule may have been meant by a reference that names none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.diagnostics import Diagnostic, diagnose
from sakip_rules.diagnostics.core import did_you_mean, meant_instead
from sakip_rules.languages import Pair
from sakip_rules.loader import KnownRule
from sakip_rules.models import Reference
from sakip_rules.vocabulary import FORMULA_KINDS

_KEY: Final = re.compile(r"""\b([a-z]+): *["']?$""")
_KINDS: Final[Mapping[str, Collection[str]]] = {
    "scale": ("scale",),
    "framework": ("framework",),
    "rule": FORMULA_KINDS,
}
"""The kinds that fit under a key; under any other, all of them may."""


def with_owner(found: Diagnostic, catalogue: RuleCatalogue) -> Diagnostic:
    """Gives what is wrong with a key; a name without its owner leads to the rules that are called so."""
    if found.key != "bad-value.reference" or found.place is None:
        return found
    name = str(dict(found.texts)["written"])
    key = _KEY.search(found.place.source[: found.place.column - 1])
    called = called_so(name.strip("`"), catalogue.listing(), _KINDS.get(key[1], ()) if key else ())
    return diagnose("unknown-rule", found.place, name=name, near=meant_instead(called)) if called else found


def meant_by(reference: Reference, catalogue: RuleCatalogue, kinds: Collection[str]) -> Pair:
    """Gives the hint at a reference that names no rule, where rules of some kinds fit; of no kinds, any.

    Another version of the rule is meant, or what is called so, or begins so, or has the nearest id.
    """
    versions = catalogue.versions.get(reference.id)
    if versions:
        return did_you_mean(str(reference), [loaded.rule.reference for loaded in versions])
    fitting = [known for known in catalogue.listing() if known.is_one_of(kinds)]
    called = called_so(reference.id.partition("/")[2], fitting)
    return meant_instead(called) if called else did_you_mean(reference.id, [known.id for known in fitting])


def called_so(name: str, known: Iterable[KnownRule], kinds: Collection[str] = ()) -> list[str]:
    """Gives the ids of the rules of some kinds that are called by a name without owner, or begin with it."""
    wanted = _as_name(name)
    fitting = [rule for rule in known if rule.is_one_of(kinds)]
    called = [rule.id for rule in fitting if wanted in {rule.name, *map(_as_name, rule.also_called)}]
    return called or [rule.id for rule in fitting if rule.name.startswith(f"{wanted}-")]


def _as_name(usual: str) -> str:
    """A usual name as it would stand in an id: `APK SMA` as `apk-sma`."""
    return "-".join(usual.casefold().split())
