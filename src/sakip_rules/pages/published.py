"""The published worked examples, a page a source: printed figures beside what the engine gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.markup import items, joined, link, table, tag
from sakip_rules.numbers import Number, read_printed_number, round_number
from sakip_rules.pages.answers import Answer, Answers
from sakip_rules.pages.data import DataMap, one_of, read, words_of
from sakip_rules.pages.headed import headed_page, texts_of
from sakip_rules.pages.writing import exact, localised, spoken, with_places
from sakip_rules.vocabulary import MODES, Mode

if TYPE_CHECKING:
    from sakip_rules.languages import Language, Pair
    from sakip_rules.pages.paper import MadePage
    from sakip_rules.pages.rule.view import RuleView

INDEX: Final = "contoh-terbit/index.md"
INHERITED: Final = ("name", "year", "rule", "given", "figure", "mode", "office", "shown")
VERDICTS: Final[dict[str, Pair]] = {
    "same": ("sama", "same"),
    "cut": ("dipotong", "cut"),
    "differs": ("berbeda", "differs"),
}
_OFFICES: Final[dict[str, Pair]] = {
    "R": ("peraturan", "regulation"),
    "S": ("instansi pusat", "national office"),
    "P": ("pemerintah daerah atau unit", "local government or unit"),
    "C": ("program terbuka", "public program"),
    "S-C": ("instansi pusat, lewat program", "national office, via a program"),
}
_HEADS: Final[tuple[Pair, ...]] = (
    ("no.", "no."),
    ("contoh", "example"),
    ("aturan", "rule"),
    ("masukan", "inputs"),
    ("tercetak", "printed"),
    ("kami hitung", "we compute"),
    ("tepatnya", "exactly"),
    ("putusan", "verdict"),
    ("yang mencetak", "printed by"),
)
_ROWS: Final[Pair] = ("baris", "rows")
_COUNTED: Final[tuple[Pair, ...]] = (("sumber", "source"), _ROWS, *VERDICTS.values())
_SUM: Final[Pair] = ("jumlah", "sum")
_SOURCE: Final[Pair] = ("Sumber", "Source")


@dataclass(frozen=True)
class Published:
    """One printed figure, computed: the exact number, or the class where a class is printed."""

    stated: DataMap
    """What the figure and its row say of it."""
    answer: Answer

    @property
    def printed(self) -> str:
        """The figure as its source prints it."""
        return str(self.stated.get("printed") or self.stated["category"])

    @property
    def number(self) -> Number | None:
        """The exact number; none where a class is printed."""
        return self.answer.number(self.stated.get("figure")) if "printed" in self.stated else None

    @property
    def category(self) -> str | None:
        """The class."""
        return self.answer.category

    @property
    def places(self) -> int:
        """How many decimals are printed."""
        return len(self.printed.partition(".")[2])

    @property
    def mode(self) -> Mode:
        """How the source says that it rounds."""
        return one_of(MODES, self.stated.get("mode", "half_up"))

    @property
    def verdict(self) -> str:
        """`same`, `cut` or `differs`."""
        if self.number is None:
            return "same" if self.category == self.printed else "differs"
        if self.fits(self.mode):
            return "same"
        return "cut" if self.fits("down") else "differs"

    def fits(self, mode: Mode) -> bool:
        """Says whether the number, rounded so, has the printed digits."""
        number = self.number
        return (
            number is not None
            and round_number(number, self.places, mode) == read_printed_number(self.printed)[0].number
        )

    def ours(self, lang: Language) -> str:
        """Gives what we compute, with the decimals and the rounding of the printed figure."""
        if self.number is None:
            return self.category or "–"
        mode = "down" if self.verdict == "cut" else self.mode
        return spoken(with_places(self.number, self.places, mode), lang)


@dataclass(frozen=True)
class PublishedRow:
    """A row of a table: what its source says of it, its number in the table, and its figures."""

    row: DataMap
    number: int
    figures: list[Published]

    @property
    def verdict(self) -> str:
        """The worst verdict of its figures."""
        return max((figure.verdict for figure in self.figures), key=list(VERDICTS).index)


def source_path(table_id: str) -> str:
    """Gives the path of the page of a source."""
    return f"contoh-terbit/{table_id}.md"


def computed(answers: Answers) -> dict[str, list[PublishedRow]]:
    """Gives every table by its id, computed; rows of rules that are not in the catalogue are left out."""
    return {stated["id"]: list(_examples(stated, answers)) for stated in read("published")["tables"]}


def _examples(stated: DataMap, answers: Answers) -> Iterator[PublishedRow]:
    for number, row in enumerate(stated["rows"], 1):
        of_row = list(_figures_of(row, stated))
        if all(answers.rule(figure["rule"], int(figure["year"])) for figure in of_row):
            figures = [
                Published(figure, answers.answer(figure["rule"], int(figure["year"]), figure["given"]))
                for figure in of_row
            ]
            yield PublishedRow(row, number, figures)


def _figures_of(row: DataMap, stated: DataMap) -> Iterator[dict[str, Any]]:
    """The figures of a row, each with what it takes from the row and the table."""
    base = {key: stated[key] for key in ("year", "rule", "office") if key in stated}
    base |= {key: row[key] for key in INHERITED if key in row}
    for own in row.get("figures", [{key: row[key] for key in ("printed", "category") if key in row}]):
        kept = {key: value for key, value in base.items() if key != "shown" or "given" not in own}
        yield {**kept, **own, "row": row["name"], "own": own.get("name")}


def source_page(stated: DataMap, rows: Sequence[PublishedRow], view: RuleView) -> MadePage:
    """Gives the page of a source: every printed figure beside the computed one."""
    lines = [_line(row, place, figure, view) for row in rows for place, figure in enumerate(row.figures)]
    source = f"{view.say(_SOURCE)}: {words_of(stated['source'], view.lang)}."
    content = [
        tag("p", _counted([row.verdict for row in rows], view), class_="facts"),
        table([view.say(head) for head in _HEADS], lines, class_="published"),
        items("ul", _notes(rows, view), class_="notes"),
    ]
    return headed_page("source", words_of(stated["title"], view.lang), source, content, view)


def _notes(rows: Sequence[PublishedRow], view: RuleView) -> Iterator[str]:
    for row in rows:
        if "note" in row.row:
            yield f"{row.number}: {words_of(row.row['note'], view.lang)}"


def _counted(verdicts: list[str], view: RuleView) -> str:
    """How many rows have each verdict."""
    counts = [f"{view.say(VERDICTS[verdict])} {verdicts.count(verdict)}" for verdict in VERDICTS]
    return " · ".join([f"{len(verdicts)} {view.say(_ROWS)}", *counts])


def sources_page(
    sources: Sequence[DataMap], computed_rows: Mapping[str, Sequence[PublishedRow]], view: RuleView
) -> MadePage:
    """Gives the page of all sources, each with how many of its figures agree."""
    title, text = texts_of("sources", view)
    rows = [_source(stated, [row.verdict for row in computed_rows[stated["id"]]], view) for stated in sources]
    columns = [[int(row[column]) for row in rows] for column in range(1, len(_COUNTED))]
    total = [view.say(_SUM), *(str(sum(column)) for column in columns)]
    shown = table([view.say(head) for head in _COUNTED], [*rows, total], class_="published")
    return headed_page("list", title, text, [shown], view)


def _source(stated: DataMap, verdicts: list[str], view: RuleView) -> list[str]:
    named = link(view.place.href(source_path(stated["id"])), words_of(stated["title"], view.lang))
    return [named, str(len(verdicts)), *(str(verdicts.count(verdict)) for verdict in VERDICTS)]


def _line(row: PublishedRow, place: int, published: Published, view: RuleView) -> list[str]:
    stated, own, lang = published.stated, published.stated["own"], view.lang
    name = words_of(stated["row"], lang) + (f": {localised(words_of(own, lang), lang)}" if own else "")
    figure = joined([" ", tag("code", stated["figure"])]) if "figure" in stated else ""
    return [
        f"{row.number}{chr(ord('a') + place) if len(row.figures) > 1 else ''}",
        name,
        joined([view.named(published.answer.rule), figure]),
        _inputs(stated, lang),
        spoken(published.printed, lang) if published.number is not None else published.printed,
        published.ours(lang),
        exact(published.number, lang) if published.number is not None else "–",
        view.say(VERDICTS[published.verdict]),
        view.say(_OFFICES[stated["office"]]),
    ]


def _inputs(stated: DataMap, lang: Language) -> str:
    if "shown" in stated:
        return localised(stated["shown"], lang)
    given = stated["given"]
    if not isinstance(given, dict):
        return spoken(str(given), lang)
    return "; ".join(
        f"{name} {_value(value, lang)}" for name, value in given.items() if isinstance(value, str)
    )


def _value(text: str, lang: Language) -> str:
    return spoken(text, lang) if text.lstrip("-").replace(".", "", 1).isdigit() else text
