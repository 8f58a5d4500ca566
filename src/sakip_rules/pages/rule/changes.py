"""What changed from one version of a rule to the next: facts compared, not texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.models import Model, Reference
from sakip_rules.numbers import shortest_text

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule

NOT_COMPUTED: Final = frozenset({
    "id", "version", "title", "description", "also_called", "valid_from", "valid_to", "supersedes", "gap",
    "legal_basis", "errata", "examples", "kind",
})  # fmt: skip
"""What a rule says of itself, and not how it computes."""

KEYS: Final[Mapping[str, Pair]] = {
    "formula": ("rumus", "formula"),
    "inputs": ("masukan", "input"),
    "steps": ("langkah", "step"),
    "checks": ("syarat", "condition"),
    "bands": ("rentang", "band"),
    "rows": ("sel", "cell"),
    "levels": ("jenjang", "level"),
    "rounding": ("pembulatan", "rounding"),
    "unit": ("satuan", "unit"),
    "scale": ("skala", "scale"),
    "gaps": ("celah", "gaps"),
    "domain": ("ranah", "domain"),
    "uses": ("yang dipakai", "used"),
    "polarity": ("arah", "polarity"),
}

Facts = dict[tuple[str, ...], str]
Change = tuple[tuple[str, ...], "str | None", "str | None"]
"""Where a fact stands, and what it was and is; None where it was not, or is no more."""


def changes(before: AnyRule, after: AnyRule) -> list[Change]:
    """Gives every fact of computing that differs; nothing where both versions compute alike."""
    old, new = facts_of_rule(before), facts_of_rule(after)
    differing = (path for path in dict.fromkeys([*old, *new]) if old.get(path) != new.get(path))
    return _without_parts([(path, old.get(path), new.get(path)) for path in differing], old, new)


def _without_parts(found: list[Change], old: Facts, new: Facts) -> list[Change]:
    """What came or went as a whole, an input or a band, is one change."""
    kept: dict[tuple[str, ...], Change] = {}
    for path, before, after in found:
        whole = path[:2]
        is_new = not any(other[:2] == whole for other in old)
        is_gone = not any(other[:2] == whole for other in new)
        if len(path) > len(whole) and (is_new or is_gone):
            kept[whole] = (whole, None if is_new else "", None if is_gone else "")
        else:
            kept[path] = (path, before, after)
    return list(kept.values())


def facts_of_rule(rule: AnyRule) -> Facts:
    """Gives what a rule states of how it computes: the path of each fact, and the fact as text."""
    stated = {name: getattr(rule, name) for name in rule.fields() if name not in NOT_COMPUTED}
    return dict(_leaves(stated, ()))


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:  # noqa: ANN401 - any part of a model
    if isinstance(value, Model):
        value = {name: getattr(value, name) for name in value.stated}
    if isinstance(value, Mapping) and not value:
        yield path, ""
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _leaves(part, (*path, str(key).rstrip("_")))
    elif isinstance(value, tuple):
        for key, part in _keyed(value):
            yield from _leaves(part, (*path, key))
    elif value is not None:
        yield path, value if isinstance(value, str) else _text(value)


def _keyed(parts: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """The parts of a list by what they are about: a band's category, a row's id, else their place."""
    seen: dict[str, int] = {}
    for place, part in enumerate(parts, 1):
        name = str(getattr(part, "category", None) or place)
        if isinstance(part, tuple) and part and isinstance(part[0], str):
            name, part = part[0], part[1]  # noqa: PLW2901 - the row that the id names
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})", part


def _text(value: object) -> str:
    if isinstance(value, Reference):
        return str(value)
    decimal = shortest_text(value) if hasattr(value, "denominator") else None  # type: ignore[arg-type]  # a number
    return str(value) if decimal is None else decimal
