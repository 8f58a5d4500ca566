"""What the pages about keys, functions and absent values are put together from."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from sakip_rules.markup import NOTHING, Markup, items, joined, link, prose, safe_html, tag, verbatim
from sakip_rules.pages.addresses import slug
from sakip_rules.pages.data import read, words_of
from sakip_rules.pages.language.sample import SampleRun, run_sample
from sakip_rules.pages.rule.view import section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule
    from sakip_rules.pages.data import DataMap
    from sakip_rules.pages.rule.view import RuleView

REFERENCE: Final = "rujukan/bahasa-aturan.md"

_EXAMPLE: Final[Pair] = ("Contoh", "Example")
_RAN: Final[Pair] = ("Hasilnya ketika halaman ini dibuat:", "What it gave when this page was made:")
_READ_MORE: Final[Pair] = ("Aturannya selengkapnya", "The full rules")
_USED: Final[Pair] = ("Dipakai dalam", "Used in")
_CODES: Final[Pair] = ("Pesan tentang ini", "Messages about it")


def example_section(
    stated: DataMap, view: RuleView, *, key: str | None = None, anchor: str = "contoh"
) -> Markup:
    """Gives a small rule of the data, or a report by it, run, with each place of a key marked."""
    sample = _run(tuple(stated["rules"].items()), stated.get("report", ""))
    files = [tag("pre", tag("code", _marked(text, key))) for text in sample.texts]
    outcomes = items("ul", (_outcome(titled, view) for titled in sample.outcomes))
    told = joined([tag("p", view.say(_RAN)), outcomes]) if outcomes else NOTHING
    return section(anchor, view.say(_EXAMPLE), *files, told)


@cache
def _run(bodies: tuple[tuple[str, str], ...], report: str) -> SampleRun:
    """A sample is run once: several keys are shown by it, in two languages."""
    return run_sample(dict(bodies), report)


def _outcome(titled: tuple[Pair, Pair], view: RuleView) -> Markup:
    title, answer = titled
    return joined([view.say(title), ": ", tag("strong", view.say(answer))])


def _marked(text: str, key: str | None) -> Markup:
    """A file with every `key:` of it marked."""
    if key is None:
        return verbatim(text)
    place = re.compile(rf"(?<![\w-]){re.escape(key)}(?=:)")
    pieces = place.split(text)
    return joined(map(verbatim, pieces), tag("mark", key))


def reference_section(number: str, view: RuleView) -> Markup:
    """Gives the link to a section of the language reference, where the site has it."""
    if not view.place.has(REFERENCE):
        return NOTHING
    title = words_of(read("sections")[number], view.lang)
    anchor = f"{number.replace('.', '')}-{slug(title)}"
    shown = link(view.place.href(REFERENCE, anchor), prose(f"{number} {title}"))
    return section("rujukan", view.say(_READ_MORE), tag("p", shown))


def rules_section(rules: Iterable[AnyRule], view: RuleView) -> Markup:
    """Gives the rules that use something."""
    return section("dipakai", view.say(_USED), items("ul", map(view.link_to, rules)))


def codes_section(codes: Iterable[str], view: RuleView) -> Markup:
    """Gives the codes of diagnostics, each with a link where the site has its page."""
    return section("pesan", view.say(_CODES), items("ul", (_code(code, view) for code in codes)))


def _code(code: str, view: RuleView) -> Markup:
    path, shown = f"galat/{code}.md", tag("code", code)
    return link(view.place.href(path), shown) if view.place.has(path) else safe_html(shown)
