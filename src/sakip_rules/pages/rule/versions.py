"""The versions of a rule: which years each is for, and what changed from one to the next."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules.languages import LANGUAGES
from sakip_rules.markup import NOTHING, Markup, items, joined, link, tag
from sakip_rules.pages.rule.changes import KEYS, Change, changes
from sakip_rules.pictures.number_line import Segment, Strip, axis_of, picture
from sakip_rules.pictures.scale import PALETTE
from sakip_rules.scales import Span
from sakip_rules.wording.rules import period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip_rules.languages import Language, Pair
    from sakip_rules.models import AnyRule
    from sakip_rules.pages.rule.view import RuleView

CHANGES_SHOWN: Final = 12

_SUPERSEDES: Final[Pair] = ("menggantikan", "supersedes")
_YEARS: Final[Pair] = ("Versi menurut tahun", "Versions by year")
_ONLY_BASIS: Final[Pair] = (
    "Hitungannya sama dengan versi sebelumnya; hanya dasar hukum atau kata-katanya yang berbeda.",
    "Computes as the version before; only the legal basis or the words differ.",
)
_NEW: Final[Pair] = ("baru", "new")
_GONE: Final[Pair] = ("tidak ada lagi", "no longer there")
_TEXTS: Final[Mapping[str, Pair]] = {
    "title": ("judul", "title"),
    "message": ("pesan", "message"),
    "note": ("catatan", "note"),
}
"""The keys whose values are texts in the languages of readers."""
_MORE: Final[Pair] = ("dan {count} perubahan lagi", "and {count} more changes")


def versions_list(rule: AnyRule, versions: Sequence[AnyRule], view: RuleView) -> Markup:
    """Gives every version with its years and what changed, this one without a link."""
    before = [None, *versions[:-1]]
    entries = (_version(rule, version, old, view) for old, version in zip(before, versions, strict=True))
    return joined([_line(versions, view), tag("ol", *entries, class_="versions")])


def _version(rule: AnyRule, version: AnyRule, before: AnyRule | None, view: RuleView) -> Markup:
    path = None if version is rule else view.path_of(version)
    name = tag("strong", version.version) if path is None else link(view.place.href(path), version.version)
    shown: list[str] = [name, f" {period(version, view.lang)}"]
    if version.supersedes is not None:
        shown.append(f", {view.say(_SUPERSEDES)} {version.supersedes}")
    gap = NOTHING if version.gap is None else tag("p", view.say(version.gap.pair), class_="note")
    return tag("li", gap, tag("p", *shown), NOTHING if before is None else _changed(before, version, view))


def _changed(before: AnyRule, version: AnyRule, view: RuleView) -> Markup:
    found = [change for change in changes(before, version) if _is_told(change[0], view.lang)]
    if not found:
        return tag("p", view.say(_ONLY_BASIS), class_="note")
    lines = [_change(change, view) for change in found[:CHANGES_SHOWN]]
    if len(found) > CHANGES_SHOWN:
        lines.append(Markup(view.say(_MORE).format(count=len(found) - CHANGES_SHOWN)))
    return items("ul", lines, class_="changes")


def _is_told(path: tuple[str, ...], lang: Language) -> bool:
    """Whether a fact is told on a page of a language: a text in the other language is not."""
    return not _is_text(path) or path[-1] == lang


def _is_text(path: tuple[str, ...]) -> bool:
    return len(path) > 1 and path[-1] in LANGUAGES and path[-2] in _TEXTS


def _change(change: Change, view: RuleView) -> Markup:
    """One fact: where it stands, what it was, what it is."""
    path, before, after = change
    head = view.say(KEYS[path[0]]) if path[0] in KEYS else path[0]
    names, about, shown = path[1:], "", "code"
    if _is_text(path):
        names, about, shown = path[1:-2], f", {view.say(_TEXTS[path[-2]])}", "q"
    where = joined([head, *(joined([" ", tag("code", name)]) for name in names), about])
    if before is None or after is None:
        said = f" {view.say(_NEW if before is None else _GONE)}"
        text = after if before is None else before
        return joined([where, f":{said}", joined([", ", tag(shown, text)]) if text else NOTHING])
    return joined([where, ": ", tag(shown, before), " → ", tag(shown, after)])


def _line(versions: Sequence[AnyRule], view: RuleView) -> Markup:
    """The versions on a line of years; nothing for one version alone."""
    if len(versions) == 1:
        return NOTHING
    first = min(version.valid_from.year for version in versions)
    last = max(max(version.valid_from.year, _until(version) or 0) for version in versions) + 2
    segments = [
        Segment(_span(version), version.version, PALETTE[place % len(PALETTE)])
        for place, version in enumerate(versions)
    ]
    years = sorted({version.valid_from.year for version in versions})
    numbers = [(Fraction(year), str(year)) for year in years]
    strip = Strip("", segments, axis_of(Fraction(first), Fraction(last)), numbers)
    told = "; ".join(f"{version.version} {period(version, view.lang)}" for version in versions)
    return picture([strip], view.say(_YEARS), told, key="tahun")


def _span(version: AnyRule) -> Span:
    """The years of a version as an interval: its first day is in, the day after its last is not."""
    until = _until(version)
    return Span(Fraction(version.valid_from.year), True, None if until is None else Fraction(until), False)  # noqa: FBT003 - as spans are written


def _until(version: AnyRule) -> int | None:
    return None if version.valid_to is None else version.valid_to.year + 1
