"""A table on a page: every cell; two keys as a grid, more as a list of paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.markup import Markup, joined, table
from sakip_rules.models.rules import table_nodes
from sakip_rules.numbers import read_plain, shortest_text
from sakip_rules.pages.rule.view import facts_of
from sakip_rules.wording.terms import OUTSIDE_WORDS
from sakip_rules.wording.values import number, unit_name

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.models import TableRule
    from sakip_rules.pages.rule.view import RuleView

GRID_KEYS: Final = 2
WIDEST_GRID: Final = 9

_UNDEFINED: Final[Pair] = ("tidak diisi", "undefined")


def cells_table(rule: TableRule, view: RuleView) -> Markup:
    """Gives what a table takes and gives, and every cell of it."""
    facts = [f"{' × '.join(rule.keys)} → {unit_name(rule.unit, view.lang)}"]
    if rule.interpolate is not None:
        facts.append(view.say(OUTSIDE_WORDS[rule.outside]))
    cells = {path: cell for path, cell in table_nodes(rule.rows) if not isinstance(cell, dict)}
    columns = list(dict.fromkeys(path[-1] for path in cells))
    is_grid = len(rule.keys) == GRID_KEYS and len(columns) <= WIDEST_GRID
    shown = _grid(rule, cells, columns, view) if is_grid else _list(rule, cells, view)
    return joined([facts_of(facts), shown])


def _grid(
    rule: TableRule, cells: dict[tuple[str, ...], str | None], columns: list[str], view: RuleView
) -> Markup:
    rows = dict.fromkeys(path[0] for path in cells)
    lines = (
        [row, *(_shown(cells[row, column], view) if (row, column) in cells else "" for column in columns)]
        for row in rows
    )
    return table([" \\ ".join(rule.keys), *columns], lines, class_="cells")


def _list(rule: TableRule, cells: dict[tuple[str, ...], str | None], view: RuleView) -> Markup:
    lines = ([*path, _shown(cell, view)] for path, cell in cells.items())
    return table([*rule.keys, unit_name(rule.unit, view.lang)], lines, class_="cells")


def _shown(cell: str | None, view: RuleView) -> str:
    value = None if cell is None else read_plain(cell)
    text = None if value is None else shortest_text(value)
    return view.say(_UNDEFINED) if text is None else number(text, view.lang)
