"""The published worked examples: read from published.yaml, and computed by the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from sakip_rules import Catalogue
from sakip_rules.languages import Language
from sakip_rules.numbers import Interval, Number, read_number, round_number
from sakip_rules.results import RuleResult
from sakip_rules.vocabulary import Mode
from tables.wording import (
    confidence_range,
    exact,
    intro,
    localised,
    say,
    spoken,
    table,
    with_places,
    words_of,
)

SOURCE = Path(__file__).parent / "published.yaml"
INHERITED = ("name", "year", "rule", "given", "figure", "mode", "office", "shown", "fit")
VERDICTS = {
    "same": ("sama", "same"),
    "cut": ("dipotong", "cut"),
    "differs": ("berbeda", "differs"),
}
OFFICES = {
    "R": ("peraturan", "regulation"),
    "S": ("instansi pusat", "national office"),
    "P": ("pemerintah daerah atau unit", "local government or unit"),
    "C": ("program terbuka", "public program"),
    "S-C": ("instansi pusat, lewat program", "national office, via a program"),
}


@dataclass(frozen=True)
class Published:
    """One printed figure, computed: the exact number, or the class where a class is printed."""

    row: Mapping[str, Any]
    entry: Mapping[str, Any]
    """What the figure says itself; it takes the rest from its row."""
    reference: str
    confidence: Mapping[str, str]
    number: Number | None
    category: str | None

    @property
    def printed(self) -> str:
        """The figure as its source prints it."""
        return str(self.entry.get("printed") or self.entry["category"])

    @property
    def places(self) -> int:
        """How many decimals are printed."""
        return len(self.printed.partition(".")[2])

    @property
    def verdict(self) -> str:
        """`same`, `cut` or `differs`."""
        if self.number is None:
            return "same" if self.category == self.printed else "differs"
        if self._rounded(self.entry.get("mode", "half_up")):
            return "same"
        return "cut" if self._rounded("down") else "differs"

    @property
    def fit(self) -> str:
        """How the printed digits follow from the exact number: B, H, T, U or N; K for a class."""
        if self.number is None:
            return "K"
        fitting = {mode for mode in ("half_up", "down", "up") if self._rounded(mode)}
        if self.entry.get("mode") == "up":
            return "U" if "up" in fitting else "N"
        return {(True, True): "B", (True, False): "H", (False, True): "T"}.get(
            ("half_up" in fitting, "down" in fitting), "N"
        )

    def ours(self, lang: Language) -> str:
        """What we compute, with the decimals and the rounding of the printed figure."""
        if self.number is None:
            return self.category or "–"
        mode: Mode = "down" if self.verdict == "cut" else self.entry.get("mode", "half_up")
        return spoken(with_places(self.number, self.places, mode), lang)

    def _rounded(self, mode: Mode) -> bool:
        assert self.number is not None  # noqa: S101 - asked only of numbers
        return round_number(self.number, self.places, mode) == read_number(self.printed)


def data() -> list[dict[str, Any]]:
    """The tables as their file has them, every scalar as text."""
    return list(yaml.load(SOURCE.read_text(encoding="utf-8"), yaml.BaseLoader)["tables"])  # noqa: S506 - makes text only


def figures_of(row: Mapping[str, Any], defaults: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The figures of a row, each with what it takes from the row and the table."""
    base = {key: defaults[key] for key in ("year", "rule", "office") if key in defaults}
    base |= {key: row[key] for key in INHERITED if key in row}
    for own in row.get("figures", [{key: row[key] for key in ("printed", "category") if key in row}]):
        kept = {key: value for key, value in base.items() if key != "shown" or "given" not in own}
        yield {**kept, **own, "row": row["name"], "own": own.get("name")}


def compute(rules: Catalogue, row: Mapping[str, Any], entry: Mapping[str, Any]) -> Published:
    """One figure by the engine, with the version in force in the year of the row."""
    rule = rules.rule(f"nasional/{entry['rule']}", on=int(entry["year"]))
    model = rule.item.rule
    confidence = {lang: confidence_range(model, lang) for lang in ("id", "en")} if model else {}
    if model is not None and model.kind == "scale":
        category = rule.classify(entry["given"]).category
        return Published(row, entry, rule.reference, confidence, None, category)
    result = rule.evaluate_inputs(entry["given"])
    if "category" in entry:
        return Published(row, entry, rule.reference, confidence, None, result.category)
    number = _figure(result.record, entry.get("figure"))
    return Published(row, entry, rule.reference, confidence, number, None)


def _figure(record: RuleResult, name: str | None) -> Number:
    """A figure of a record before its own rounding; `name.field` is the sum over the rows of a step."""
    if name is not None and "." in name:
        step, _, field = name.partition(".")
        parts = (row.figures[field].fraction for row in record.rows[step])
        return sum((part for part in parts if part is not None), Fraction(0))
    figure = record.result if name is None else record.figures[name]
    if not isinstance(figure.exact, Fraction | Interval):
        raise TypeError(f"{record.source}: {name or 'result'} is no number")
    return figure.exact


def computed(rules: Catalogue) -> dict[str, list[list[Published]]]:
    """Every table, every row, every figure of it."""
    return {
        one["id"]: [[compute(rules, row, entry) for entry in figures_of(row, one)] for row in one["rows"]]
        for one in data()
    }


HEADS = (
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


def page(rules: Catalogue, lang: Language) -> str:
    """The page of all published examples."""
    found = computed(rules)
    parts = [intro("published", lang), _counts(found, lang)]
    for one in data():
        rows = [
            _line(number, place, len(figures), figure, lang)
            for number, figures in enumerate(found[one["id"]], 1)
            for place, figure in enumerate(figures)
        ]
        notes = [
            f"* {number}: {words_of(row['note'], lang)}\n"
            for number, row in enumerate(one["rows"], 1)
            if "note" in row
        ]
        source = f"{say(lang, 'Sumber', 'Source')}: {words_of(one['source'], lang)}.\n"
        parts += [f"## {words_of(one['title'], lang)}\n", source, table(_pick(HEADS, lang), rows)]
        parts += ["".join(notes)] if notes else []
    return "\n".join(parts)


def _counts(found: Mapping[str, list[list[Published]]], lang: Language) -> str:
    """How many rows of each table have each verdict."""
    heads = [say(lang, "bagian", "part"), say(lang, "baris", "rows"), *_pick(VERDICTS.values(), lang)]
    rows = []
    for one in data():
        verdicts = [row_verdict(figures) for figures in found[one["id"]]]
        counts = [str(len(verdicts)), *(str(verdicts.count(verdict)) for verdict in VERDICTS)]
        rows.append([words_of(one["title"], lang), *counts])
    sums = [str(sum(int(row[column]) for row in rows)) for column in range(1, len(heads))]
    return table(heads, [*rows, [say(lang, "jumlah", "sum"), *sums]])


def row_verdict(figures: list[Published]) -> str:
    """The verdict of a row: the worst of its figures."""
    return max((figure.verdict for figure in figures), key=list(VERDICTS).index)


def _pick(pairs: Any, lang: Language) -> list[str]:  # noqa: ANN401 - pairs of words
    return [pair[lang == "en"] for pair in pairs]


def _line(number: int, place: int, many: int, found: Published, lang: Language) -> list[str]:
    entry = found.entry
    own = entry["own"]
    name = words_of(entry["row"], lang) + (f": {localised(words_of(own, lang), lang)}" if own else "")
    figure = entry.get("figure")
    rule = f"`{found.reference.removeprefix('nasional/')}`" + (f" {figure}" if figure else "")
    return [
        f"{number}{chr(ord('a') + place) if many > 1 else ''}",
        name,
        rule,
        _inputs(entry, lang),
        spoken(found.printed, lang) if found.number is not None else found.printed,
        found.ours(lang),
        exact(found.number, lang) if found.number is not None else "–",
        _pick([VERDICTS[found.verdict]], lang)[0],
        _pick([OFFICES[entry["office"]]], lang)[0],
        found.confidence[lang],
    ]


def _inputs(entry: Mapping[str, Any], lang: Language) -> str:
    if "shown" in entry:
        return localised(entry["shown"], lang)
    given = entry["given"]
    if not isinstance(given, dict):
        return spoken(str(given), lang)
    return "; ".join(
        f"{name} {_value(value, lang)}" for name, value in given.items() if isinstance(value, str)
    )


def _value(text: str, lang: Language) -> str:
    return spoken(text, lang) if text.lstrip("-").replace(".", "", 1).isdigit() else text
