"""Results of the measurements as Markdown, in Indonesian and English."""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import dataclass

from growth import Step
from timing import Measured, Ratio

from examples import Covered

Pair = tuple[str, str]


@dataclass(frozen=True)
class Results:
    """Everything that was measured, and with which Python on which kind of processor."""

    python: str
    machine: str
    assessment: dict[str, Measured]
    covered: Covered
    loading: dict[str, Measured]
    startup: dict[str, Measured]
    alone: list[Step]
    chained: list[Step]


RATIOS: tuple[tuple[str, str, str, Pair], ...] = (
    (
        "assessment",
        "engine",
        "fraction",
        ("Satu penilaian, dibanding `Fraction` dengan tangan", "One assessment, beside `Fraction` by hand"),
    ),
    (
        "assessment",
        "engine",
        "decimal",
        ("Satu penilaian, dibanding `Decimal` dengan tangan", "One assessment, beside `Decimal` by hand"),
    ),
    (
        "assessment",
        "reference",
        "decimal",
        ("Satu penilaian dengan acuan saja", "One assessment by the reference alone"),
    ),
    (
        "assessment",
        "reference",
        "engine",
        ("Acuan, dibanding aturan terkompilasi", "The reference, beside compiled rules"),
    ),
    (
        "assessment",
        "alone",
        "decimal",
        (
            "Rumusnya saja, bilangannya ada dan sudah dibaca, dibanding penilaian `Decimal` dengan tangan",
            "Its formulas alone, of integers there and read, beside the assessment in `Decimal` by hand",
        ),
    ),
    (
        "assessment",
        "formulas",
        "decimal",
        (
            "… dengan membaca masukannya: fungsi terkompilasi aturannya",
            "… with reading their inputs: the compiled functions of the rules",
        ),
    ),
    (
        "assessment",
        "one",
        "decimal",
        (
            "Satu panggilan `evaluate`, dibanding seluruh penilaian itu dengan tangan",
            "One call of `evaluate`, beside that whole assessment by hand",
        ),
    ),
    (
        "assessment",
        "facts",
        "decimal",
        (
            "… dengan `value`, `exact`, dan `category`",
            "… with `value`, `exact` and `category`",
        ),
    ),
    (
        "assessment",
        "one",
        "one, decimal",
        (
            "Satu panggilan `evaluate`, dibanding rumus yang sama dengan tangan",
            "One call of `evaluate`, beside the same formula by hand",
        ),
    ),
    (
        "loading",
        "load",
        "yaml.load",
        (
            "Membaca 1.000 aturan, dibanding `yaml.CSafeLoader` saja",
            "Loading 1,000 rules, beside `yaml.CSafeLoader` alone",
        ),
    ),
    (
        "loading",
        "load and check",
        "yaml.load",
        (
            "Membaca dan memeriksa 1.000 aturan, dibanding `yaml.CSafeLoader` saja",
            "Loading and checking 1,000 rules, beside `yaml.CSafeLoader` alone",
        ),
    ),
    (
        "loading",
        "load and check",
        "yaml.safe_load",
        (
            "Membaca dan memeriksa 1.000 aturan, dibanding `yaml.safe_load` saja",
            "Loading and checking 1,000 rules, beside `yaml.safe_load` alone",
        ),
    ),
    (
        "loading",
        "events",
        "load",
        ("Bagian YAML dalam membaca, pengurai C", "The part of YAML in loading, C parser"),
    ),
    (
        "loading",
        "events, pure",
        "load, pure",
        ("Bagian YAML dalam membaca, pengurai Python", "The part of YAML in loading, pure Python parser"),
    ),
    (
        "startup",
        "sakip",
        "click",
        (
            "`sakip --help`, dibanding program click kosong",
            "`sakip --help`, beside a bare click program",
        ),
    ),
    (
        "startup",
        "evaluate",
        "click",
        (
            "`sakip evaluate` laporan contoh, dibanding program click kosong",
            "`sakip evaluate` of the sample, beside a bare click program",
        ),
    ),
    (
        "startup",
        "explain",
        "click",
        (
            "`sakip explain` sebuah aturan bawaan, dibanding program click kosong",
            "`sakip explain` of a bundled rule, beside a bare click program",
        ),
    ),
    (
        "startup",
        "rule",
        "click",
        (
            "`sakip evaluate` satu aturan, dibanding program click kosong",
            "`sakip evaluate` of one rule, beside a bare click program",
        ),
    ),
)

SECONDS: tuple[tuple[str, str, Pair], ...] = (
    ("assessment", "engine", ("Satu penilaian", "One assessment")),
    ("assessment", "one", ("Satu panggilan `evaluate`", "One call of `evaluate`")),
    ("assessment", "reference", ("… dengan acuan saja", "… by the reference alone")),
    ("assessment", "fraction", ("… dengan `Fraction` dan tangan", "… with `Fraction` by hand")),
    ("loading", "load", ("Membaca 1.000 aturan", "Loading 1,000 rules")),
    ("loading", "load and check", ("Membaca dan memeriksa 1.000 aturan", "Loading and checking 1,000 rules")),
    ("startup", "sakip", ("`sakip --help`", "`sakip --help`")),
    ("startup", "evaluate", ("`sakip evaluate` laporan contoh", "`sakip evaluate` of the sample")),
    ("startup", "explain", ("`sakip explain` sebuah aturan bawaan", "`sakip explain` of a bundled rule")),
    ("startup", "rule", ("`sakip evaluate` satu aturan", "`sakip evaluate` of one rule")),
    ("startup", "check", ("`sakip check` semua aturan bawaan", "`sakip check` of all bundled rules")),
    ("startup", "test", ("`sakip test` semua aturan bawaan", "`sakip test` of all bundled rules")),
    ("startup", "click", ("Program click kosong", "A bare click program")),
    ("startup", "python", ("Python tanpa apa-apa", "Python with nothing")),
)


def page(results: Results, lang: str) -> str:
    """Gives the tables: ratios first, then the time for one rule, then seconds."""
    return "\n".join(
        [
            *_ratios(results, lang),
            "",
            _covered(results.covered, lang),
            "",
            *_growth(results.alone, ("Banyaknya aturan", "Rules"), lang),
            "",
            *_growth(results.chained, ("Panjang rantai", "Length of the chain"), lang),
            "",
            *_seconds(results, lang),
            "",
            f"{results.python}, {results.machine}.",
            "",
        ]
    )


def _ratios(results: Results, lang: str) -> Iterator[str]:
    yield from _head(
        [("Perbandingan", "Comparison"), ("kali", "times"), ("rentang tengah", "half of the rounds")], lang
    )
    for group, one, other, words in RATIOS:
        measured = getattr(results, group)
        ratio = measured[one].ratio(measured[other])
        yield _row([_say(words, lang), _number(ratio.middle, lang), _span(ratio, lang)])


def _covered(covered: Covered, lang: str) -> str:
    """Gives a sentence about all bundled rules."""
    low, _, high = statistics.quantiles(covered.ratios, n=4, method="inclusive")
    counts = f"{covered.compiled} dari {covered.rules}", f"{covered.compiled} of the {covered.rules}"
    times = f"{_number(covered.typical, lang)} ({_number(low, lang)} – {_number(high, lang)})"
    indonesian = f"{counts[0]} rumus bawaan dikompilasi. Contohnya memakan waktu {times} kali dengan acuan."
    english = f"{counts[1]} bundled formula rules are compiled. The reference takes {times} times their time."
    return _say((indonesian, english), lang)


def _growth(steps: list[Step], first: Pair, lang: str) -> Iterator[str]:
    heads = [
        first,
        ("membaca, µs per aturan", "loading, µs per rule"),
        ("memeriksa, µs per aturan", "checking, µs per rule"),
        ("menautkan dan menghitung, µs per aturan", "linking and computing, µs per rule"),
    ]
    yield from _head(heads, lang)
    for step in steps:
        times = (f"{time:.0f}" for time in (step.load, step.check, step.use))
        yield _row([_whole(step.size, lang), *times])


def _seconds(results: Results, lang: str) -> Iterator[str]:
    yield from _head([("Waktu prosesor di mesin itu", "Processor time on that machine"), ("", "")], lang)
    for group, name, words in SECONDS:
        seconds = getattr(results, group)[name].typical
        yield _row([_say(words, lang), _time(seconds, lang)])


def _head(pairs: list[Pair], lang: str) -> Iterator[str]:
    yield _row([_say(pair, lang) for pair in pairs])
    yield _row(["---", *["---:" for _ in pairs[1:]]])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _say(pair: Pair, lang: str) -> str:
    return pair[lang == "en"]


def _number(value: float, lang: str) -> str:
    """Gives a number with two digits that mean something."""
    text = f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"  # noqa: PLR2004 - digits
    return text if lang == "en" else text.replace(".", ",")


def _span(ratio: Ratio, lang: str) -> str:
    return f"{_number(ratio.low, lang)} – {_number(ratio.high, lang)}"


def _whole(value: int, lang: str) -> str:
    return f"{value:,}" if lang == "en" else f"{value:,}".replace(",", ".")


def _time(seconds: float, lang: str) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{_number(seconds / size, lang)} {unit}"
    return f"{_number(seconds * 1e9, lang)} ns"


def replaced(text: str, tables: str, name: str = "benchmarks") -> str:
    """Gives a page with other tables between its marks of a name."""
    first, last = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, begin, rest = text.partition(first)
    _, end, behind = rest.partition(last)
    if not begin or not end:
        raise SystemExit(f"the page has no marks {first} and {last}")
    return f"{before}{begin}\n\n{tables.strip()}\n\n{end}{behind}"
