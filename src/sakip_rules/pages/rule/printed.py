"""Published figures that were computed with a rule: as printed, and as the engine gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.markup import NOTHING, Markup, link, table
from sakip_rules.pages.data import read, words_of
from sakip_rules.pages.published import VERDICTS, source_path
from sakip_rules.pages.writing import localised, spoken

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.pages.published import Published
    from sakip_rules.pages.rule.view import RuleView

_HEADS: Final[tuple[Pair, ...]] = (
    ("contoh", "example"),
    ("tercetak", "printed"),
    ("dihitung", "computed"),
    ("putusan", "verdict"),
    ("sumber", "source"),
)


def figures_table(figures: list[tuple[str, Published]], view: RuleView) -> Markup:
    """Gives each figure with the id of its source's page; nothing without any."""
    rows = [_row(source, figure, view) for source, figure in figures]
    return table([view.say(head) for head in _HEADS], rows, class_="published") if rows else NOTHING


def title_of(source: str, view: RuleView) -> str:
    """Gives the title of the page of a source."""
    stated = next(table for table in read("published")["tables"] if table["id"] == source)
    return words_of(stated["title"], view.lang)


def _row(source: str, figure: Published, view: RuleView) -> list[str]:
    stated = figure.stated
    own = f": {localised(words_of(stated['own'], view.lang), view.lang)}" if stated["own"] else ""
    printed = figure.printed if figure.number is None else spoken(figure.printed, view.lang)
    return [
        words_of(stated["row"], view.lang) + own,
        printed,
        figure.ours(view.lang),
        view.say(VERDICTS[figure.verdict]),
        link(view.place.href(source_path(source)), title_of(source, view)),
    ]
