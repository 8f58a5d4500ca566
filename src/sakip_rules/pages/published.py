"""The published worked examples: printed figures beside what the engine gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sakip_rules.languages import Language, Pair, say
from sakip_rules.loader.rules import NATIONAL
from sakip_rules.numbers import Number, read_printed_number, round_number
from sakip_rules.pages.answers import Answer, Answers
from sakip_rules.pages.data import DataMap, intro, one_of, read, words_of
from sakip_rules.pages.writing import confidence_range, exact, localised, spoken, table, with_places
from sakip_rules.vocabulary import MODES, Mode

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
    ("keyakinan aturan", "rule known by"),
)
_COUNTED: Final[tuple[Pair, ...]] = (("bagian", "part"), ("baris", "rows"), *VERDICTS.values())
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


def page(answers: Answers, lang: Language) -> str | None:
    """Gives the page of all published examples; nothing where none can be computed."""
    found = computed(answers)
    tables = [(stated, found[stated["id"]]) for stated in read("published")["tables"] if found[stated["id"]]]
    if not tables:
        return None
    parts = [intro("published", lang), _counts(tables, lang)]
    for stated, examples in tables:
        parts += _table(stated, examples, lang)
    return "\n".join(parts)


def _table(stated: DataMap, examples: list[PublishedRow], lang: Language) -> Iterator[str]:
    rows = [
        _line(example, place, figure, lang)
        for example in examples
        for place, figure in enumerate(example.figures)
    ]
    notes = [
        f"* {example.number}: {words_of(example.row['note'], lang)}\n"
        for example in examples
        if "note" in example.row
    ]
    yield f"## {words_of(stated['title'], lang)}\n"
    yield f"{say(_SOURCE, lang)}: {words_of(stated['source'], lang)}.\n"
    yield table(_all(_HEADS, lang), rows)
    if notes:
        yield "".join(notes)


def _counts(tables: Iterable[tuple[DataMap, list[PublishedRow]]], lang: Language) -> str:
    """How many rows of each table have each verdict."""
    rows = []
    for stated, examples in tables:
        verdicts = [example.verdict for example in examples]
        counts = [str(len(verdicts)), *(str(verdicts.count(verdict)) for verdict in VERDICTS)]
        rows.append([words_of(stated["title"], lang), *counts])
    sums = [str(sum(int(row[column]) for row in rows)) for column in range(1, len(_COUNTED))]
    return table(_all(_COUNTED, lang), [*rows, [say(_SUM, lang), *sums]])


def _all(pairs: Iterable[Pair], lang: Language) -> list[str]:
    return [say(pair, lang) for pair in pairs]


def _line(example: PublishedRow, place: int, published: Published, lang: Language) -> list[str]:
    stated, own, rule = published.stated, published.stated["own"], published.answer.rule
    name = words_of(stated["row"], lang) + (f": {localised(words_of(own, lang), lang)}" if own else "")
    figure = f" {stated['figure']}" if "figure" in stated else ""
    return [
        f"{example.number}{chr(ord('a') + place) if len(example.figures) > 1 else ''}",
        name,
        f"`{rule.reference.removeprefix(f'{NATIONAL}/')}`{figure}",
        _inputs(stated, lang),
        spoken(published.printed, lang) if published.number is not None else published.printed,
        published.ours(lang),
        exact(published.number, lang) if published.number is not None else "–",
        say(VERDICTS[published.verdict], lang),
        say(_OFFICES[stated["office"]], lang),
        confidence_range(rule, lang),
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
