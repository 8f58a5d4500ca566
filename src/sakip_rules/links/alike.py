"""Which rule may have been meant by a reference that names none."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.diagnostics.core import did_you_mean, meant_instead
from sakip_rules.languages import Pair
from sakip_rules.loader import KnownRule
from sakip_rules.models import Reference


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
