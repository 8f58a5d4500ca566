"""The same number in each reading: every row computed by the engine with the rule that reads so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sakip_rules import Catalogue
from sakip_rules.languages import Language
from sakip_rules.numbers import Interval
from sakip_rules.values import Absent
from sakip_rules.vocabulary import MODES, REASONS, WORDS
from sakip_rules.wording.values import absent_words
from tables.wording import exact, intro, say, spoken, table, texts, with_places, words_of

Given = Mapping[str, object]
TODAY = 2026
PERMENDAGRI = (
    "skala-permendagri-lantai",
    "skala-permendagri-bulat",
    "skala-permendagri-batas-atas",
    "skala-permendagri-tolak",
)


@dataclass(frozen=True)
class Reading:
    """What one rule gives for one number: a number, a class, or why there is none."""

    reference: str
    text: str

    def __str__(self) -> str:
        return self.text


def classified(rules: Catalogue, name: str, value: str, lang: Language, year: int = TODAY) -> Reading:
    """The class that a scale gives."""
    rule = rules.rule(f"nasional/{name}", on=year)
    found = rule.classify(value)
    return Reading(rule.reference, found.category or _absent(found.status, found.reason, lang))


def evaluated(rules: Catalogue, name: str, given: Given, lang: Language, year: int = TODAY) -> Reading:
    """The number that a rule gives, exact."""
    rule = rules.rule(f"nasional/{name}", on=year)
    figure = rule.evaluate_inputs(given).figure
    if figure.absent is not None:
        return Reading(rule.reference, _absent(figure.absent.status, figure.absent.json_reason, lang))
    if not isinstance(figure.exact, Fraction | Interval):
        raise TypeError(f"{rule.reference} gives no number")
    return Reading(rule.reference, exact(figure.exact, lang))


def _absent(status: str, reason: str | None, lang: Language) -> str:
    word = next(word for word in WORDS if word == status or (word, status) == ("not_computable", "error"))
    return f"*{absent_words(Absent(word, reason if reason in REASONS else None), lang)}*"


# ---------------------------------------------------------------- the tables


def permendagri(rules: Catalogue, lang: Language) -> list[list[str]]:
    """Values in the gaps and above 100, by each reading of the scale ascribed to Permendagri."""
    values = ("90.49", "90.5", "75.5", "65.5", "50.5", "100.5")
    return [
        [spoken(value, lang), *(classified(rules, name, value, lang).text for name in PERMENDAGRI)]
        for value in values
    ]


def service_standards(rules: Catalogue, lang: Language) -> list[list[str]]:
    """Values between two printed classes of SPM."""
    return [
        [spoken(value, lang), classified(rules, "spm-kelas", value, lang).text]
        for value in ("100", "99.5", "89.5", "59.5")
    ]


def satisfaction(rules: Catalogue, lang: Language) -> list[list[str]]:
    """Values between two printed classes of the satisfaction survey."""
    values = ("64.99", "64.994", "64.995", "65", "76.605", "88.305")
    return [
        [spoken(value, lang), two_places(value, lang), classified(rules, "skm-mutu", value, lang).text]
        for value in values
    ]


def two_places(value: str, lang: Language) -> str:
    """A value with two decimals."""
    return spoken(with_places(Fraction(value), 2), lang)


def electronic_government(rules: Catalogue, lang: Language) -> list[list[str]]:
    """One index under PermenPANRB 59/2020 and under its successor."""
    return [
        [
            spoken(value, lang),
            classified(rules, "spbe-predikat", value, lang, 2025).text,
            classified(rules, "spbe-predikat", value, lang, 2026).text,
        ]
        for value in ("5.0", "4.2", "4.1", "3.9", "2.55", "1.7")
    ]


def roundings(rules: Catalogue, lang: Language) -> list[list[str]]:
    """The two published ties of a budget score, in every rounding mode."""
    rows = []
    for planning, execution in (("18.70", "99.27"), ("84.63", "95.56")):
        rule = rules.rule("nasional/nilai-kinerja-anggaran", on=TODAY)
        number = rule.evaluate(perencanaan=planning, pelaksanaan=execution).exact
        assert number is not None  # noqa: S101 - both inputs are given
        texts = [spoken(with_places(number, 2, mode), lang) for mode in MODES]
        rows.append(
            [f"({spoken(planning, lang)} + {spoken(execution, lang)}) / 2", exact(number, lang), *texts]
        )
    return rows


LOWER = ("capaian-makin-rendah", "capaian-makin-rendah-terbalik", "capaian-makin-rendah-terbalik-nol")


def lower_is_better(rules: Catalogue, lang: Language) -> list[list[str]]:
    """Target 10 in each formula for indicators that should fall, and with the floor at 0."""
    rows = []
    for realised in ("8", "12", "20", "25", "0"):
        given = {"target": "10", "realisasi": realised}
        found = [evaluated(rules, name, given, lang).text for name in LOWER]
        plain = rules.rule("nasional/capaian-makin-rendah", on=TODAY).evaluate_inputs(given).exact
        floored = evaluated(rules, "batas-capaian-100", {"capaian": plain}, lang).text
        rows.append([realised, *found, floored])
    return rows


def zeros(rules: Catalogue, lang: Language) -> list[list[str]]:
    """Every achievement rule with a target of zero, and with nothing realised."""
    rows = []
    for name in achievement_rules(rules):
        more = {"terburuk": "10"} if name == "capaian-kasus-terburuk" else {}
        cases = (
            {"target": "0", "realisasi": "5"},
            {"target": "0", "realisasi": "0"},
            {"target": "10", "realisasi": "0"},
        )
        found = [evaluated(rules, name, {**given, **more}, lang).text for given in cases]
        rows.append(
            [f"`{rules.rule(f'nasional/{name}', on=TODAY).reference.removeprefix('nasional/')}`", *found]
        )
    return rows


def achievement_rules(rules: Catalogue) -> list[str]:
    """The names of the national rules for achievement that are in force."""
    names = []
    for rule_id in rules.rules.ids():
        newest = rules.rules.versions[rule_id][-1].rule
        if newest is not None and newest.kind == "achievement" and newest.owner == "nasional":
            names.append(rule_id.removeprefix("nasional/"))
    return names


# ---------------------------------------------------------------- the page


def page(rules: Catalogue, lang: Language) -> str:
    """The page of readings."""
    return intro("readings", lang) + "".join(
        f"\n## {title}\n\n{text}\n\n{table(heads, rows)}"
        for title, text, heads, rows in sections(rules, lang)
    )


def sections(rules: Catalogue, lang: Language) -> Iterator[tuple[str, str, list[str], list[list[str]]]]:
    """Title, words, heads and rows of each table."""
    words, heads = texts()["readings"], _heads(lang)
    for make in TABLES:
        one = words[make.__name__]
        title, text = words_of(one["title"], lang), words_of(one["text"], lang)
        yield title, text, heads[make.__name__], make(rules, lang)


TABLES = (
    permendagri,
    service_standards,
    satisfaction,
    electronic_government,
    roundings,
    lower_is_better,
    zeros,
)


def _heads(lang: Language) -> dict[str, list[str]]:
    value, exactly = say(lang, "nilai", "value"), say(lang, "tepatnya", "exactly")
    floored = say(lang, "yang pertama, lalu `batas-capaian-100`", "the first, then `batas-capaian-100`")
    return {
        "permendagri": [value, *(f"`{name}`" for name in PERMENDAGRI)],
        "service_standards": [value, "`spm-kelas`"],
        "satisfaction": [value, say(lang, "dibulatkan", "rounded"), "`skm-mutu@2.0.0`"],
        "electronic_government": [say(lang, "indeks", "index"), "59/2020 (2025)", "8/2026 (2026)"],
        "roundings": [say(lang, "hitungan", "sum"), exactly, *(f"`{mode}`" for mode in MODES)],
        "lower_is_better": ["R", *(f"`{name}`" for name in LOWER), floored],
        "zeros": [say(lang, "aturan", "rule"), "T = 0, R = 5", "T = 0, R = 0", "T = 10, R = 0"],
    }
