"""A chart of achievements, on a sheet of its own below the numbers that it draws."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sakip_rules.exporters.workbook.grid import column_name
from sakip_rules.exporters.workbook.shown import shown_value
from sakip_rules.exporters.workbook.styles import Styles, height, number_format, page
from sakip_rules.exporters.workbook.values import held, places_of, plain
from sakip_rules.languages import Language, Pair, say
from sakip_rules.values import is_number

if TYPE_CHECKING:
    from sakip_rules.exporters.workbook.tables import PlacedTable

SHEET: Final[Pair] = ("Grafik", "Chart")
ABOUT: Final[Pair] = ("Capaian setiap indikator", "Achievement of every indicator")
_TITLE: Final[Pair] = ("Capaian kinerja (%)", "Achievement (%)")
_HEADS: Final[tuple[Pair, ...]] = (("Indikator", "Indicator"), ("Capaian (%)", "Achievement (%)"))
_DESCRIPTION: Final[Pair] = (
    "Grafik batang capaian setiap indikator; angkanya ada dalam tabel di atasnya.",
    "Bar chart of the achievement of every indicator; the numbers stand in the table above it.",
)
MOST_BARS: Final = 40
"""More bars than this cannot be read on a page."""
LONGEST_LABEL: Final = 150
_LABEL_LETTERS: Final = 90


class _Bar(NamedTuple):
    label: str
    value: Any
    places: int
    at: str


def add_chart(book: Any, styles: Styles, drawn: Sequence[PlacedTable], lang: Language) -> None:  # noqa: ANN401 - XlsxWriter is no package of the core
    """Adds the sheet with the chart, if the report has indicators with an achievement."""
    bars = _bars(drawn, lang)[:MOST_BARS]
    if not bars:
        return
    name = say(SHEET, lang)
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, _LABEL_LETTERS)
    sheet.set_column(1, 1, 14)
    for place, head in enumerate(_HEADS):
        sheet.write_string(0, place, say(head, lang), styles.get("head"))
    for row, bar in enumerate(bars, 1):
        sheet.set_row(row, height([(bar.label, _LABEL_LETTERS)]))
        sheet.write_string(row, 0, bar.label, styles.get("cell"))
        look = styles.get("cell", number_format(bar.places))
        sheet.write_formula(row, 1, f"={bar.at}", look, bar.value)
    _draw(book, sheet, name, len(bars), lang)
    page(sheet)
    sheet.fit_to_pages(1, 1)


def _bars(drawn: Sequence[PlacedTable], lang: Language) -> list[_Bar]:
    bars: list[_Bar] = []
    for entry in drawn:
        if entry.table.key != "indicators":
            continue
        column = next(
            (i for i, column in enumerate(entry.table.columns) if column.key == "achievement"), None
        )
        if column is None:
            continue
        for row, line in zip(entry.rows, entry.table.rows, strict=True):
            figure = line.cells[column].figure
            if line.kind == "record" and figure is not None and is_number(figure.value):
                label = _cut(plain(entry.table.cell(line, "item").text))
                at = f"'{entry.sheet}'!{column_name(column)}{row + 1}"
                bars.append(_Bar(label, held(shown_value(figure), lang), places_of(figure, figure.value), at))
    return bars


def _cut(label: str) -> str:
    """A name that the chart has room for: of a longer one whole words, and a sign that more follow."""
    return label if len(label) <= LONGEST_LABEL else f"{label[:LONGEST_LABEL].rpartition(' ')[0]} …"


def _draw(book: Any, sheet: Any, name: str, count: int, lang: Language) -> None:  # noqa: ANN401 - as above
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": say(_TITLE, lang),
            "categories": [name, 1, 0, count, 0],
            "values": [name, 1, 1, count, 1],
            "fill": {"color": "#2F6DA8"},
            "gap": 60,
            "data_labels": {"value": True, "num_format": number_format(2)},
        }
    )
    chart.set_title({"name": say(_TITLE, lang), "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 8}})
    chart.set_x_axis(
        {"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D5DCE4"}}, "num_format": "#,##0"}
    )
    chart.set_size({"width": 900, "height": 120 + 38 * count})
    sheet.insert_chart(count + 2, 0, chart, {"description": say(_DESCRIPTION, lang)})
