"""Formulas in words."""

from collections.abc import Callable
from typing import Any

import pytest

from sakip_rules.expression import parse
from sakip_rules.expression.words import to_words
from sakip_rules.languages import Language

TITLES = {
    "realisasi": "Realisasi",
    "target": "Target",
    "c.f": "capaian",
    "c.w": "bobotnya",
    "predikat": "Predikat kinerja",
    "B": "Baik",
}


@pytest.mark.parametrize(
    ("text", "indonesian", "english"),
    [
        ("realisasi / target * 100", "Realisasi ÷ Target × 100", "Realisasi ÷ Target × 100"),
        ("(x - 1.5) * 1000000", "(x − 1,5) × 1.000.000", "(x − 1.5) × 1000000"),
        (
            "100 if target == 0 and x >= 1 else realisasi ** 2",
            "jika Target = 0 dan x ≥ 1 maka 100 selain itu Realisasi pangkat 2",
            "if Target = 0 and x ≥ 1 then 100 otherwise Realisasi to the power 2",
        ),
        ("mean(c.f)", "rata-rata capaian", "mean of capaian"),
        (
            "mean(c.f, weight=c.w, where=given(c.f))",
            "rata-rata capaian dengan bobot bobotnya, hanya yang sudah ada nilainya",
            "mean of capaian weighted by bobotnya, only those that have a value",
        ),
        (
            "mean(c.f, where=given(c.w))",
            "rata-rata capaian (hanya jika bobotnya tersedia)",
            "mean of capaian (only where bobotnya is given)",
        ),
        (
            "mean(c.f, where=given(x))",
            "rata-rata capaian (hanya jika x tersedia)",
            "mean of capaian (only where x is given)",
        ),
        (
            "mean(c.f, where=given(c.f) and c.f > 0)",
            "rata-rata capaian (hanya jika capaian tersedia dan capaian > 0)",
            "mean of capaian (only where capaian is given and capaian > 0)",
        ),
        (
            "sum(c.f * c.w) / 2",
            "jumlah (capaian × bobotnya) ÷ 2",
            "sum of (capaian × bobotnya) ÷ 2",
        ),
        ("min(c.f)", "nilai terkecil capaian", "smallest capaian"),
        ("max(c.f)", "nilai terbesar capaian", "largest capaian"),
        ("max(x, 1)", "yang terbesar dari (x; 1)", "the largest of (x; 1)"),
        ("min(x + 1, 1)", "yang terkecil dari (x + 1; 1)", "the smallest of (x + 1; 1)"),
        ("clamp(x, -20, 20)", "x dibatasi dari (−20) sampai 20", "x limited to between (−20) and 20"),
        ("root(x + 1, 3)", "akar pangkat 3 dari (x + 1)", "root of degree 3 of (x + 1)"),
        (
            "ln(x) + abs(x - 1)",
            "logaritma natural x + nilai mutlak (x − 1)",
            "natural logarithm of x + absolute value of (x − 1)",
        ),
        ("not (x or given(y))", "bukan (x atau y tersedia)", "not (x or y is given)"),
        (
            "1 if predikat(x) != B else 0",
            "jika Predikat kinerja dari (x) ≠ Baik maka 1 selain itu 0",
            "if Predikat kinerja of (x) ≠ Baik then 1 otherwise 0",
        ),
        (
            "first(c.f) - last(c.f)",
            "capaian yang pertama − capaian yang terakhir",
            "first capaian − last capaian",
        ),
        (
            "count(c) + product(c.f) + geomean(c.f)",
            "banyaknya c + hasil kali capaian + rata-rata geometrik capaian",
            "number of c + product of capaian + geometric mean of capaian",
        ),
    ],
)
def test_formulas_are_put_into_words(text: str, indonesian: str, english: str) -> None:
    """Every form of the language has words in both languages."""
    assert to_words(parse(text), TITLES, "id") == indonesian
    assert to_words(parse(text), TITLES, "en") == english


def test_indonesian_is_the_language_where_none_is_asked_for() -> None:
    """Numbers, too, are written as Indonesians write them."""
    assert to_words(parse("1.5"), {}) == to_words(parse("1.5"), {}, "id") == "1,5"


def test_titles_are_shown_as_they_are_but_for_what_steers_a_screen() -> None:
    """A title with braces, mark-up or control characters is only text."""
    assert to_words(parse("abs(a)"), {"a": "{0} <b>\x1b[1m\u202e"}) == "nilai mutlak {0} <b>�[1m�"


def test_long_formulas_are_put_into_words_from_a_deep_stack(deep: Callable[[Callable[[], Any]], Any]) -> None:
    """Speaking does not recurse."""
    formula = parse("-" * 499 + "a")
    assert deep(lambda: to_words(formula, {"a": "A"})) == "−" * 499 + "A"


@pytest.mark.parametrize(
    ("text", "title", "lang", "said"),
    [
        ("mean(c.f)", "Rata-rata capaian indikator", "id", "rata-rata capaian indikator"),
        ("mean(c.f)", "Mean achievement", "en", "mean of achievement"),
        ("sum(c.f)", "Jumlah penduduk", "id", "jumlah penduduk"),
        ("min(c.f)", "Nilai efisiensi", "id", "nilai terkecil Nilai efisiensi"),
        ("sum(c.f)", "Jumlahan", "id", "jumlah Jumlahan"),
    ],
)
def test_a_title_that_begins_as_the_phrase_does_begins_once(
    text: str, title: str, lang: Language, said: str
) -> None:
    """Only where all words of the phrase are the title's first."""
    assert to_words(parse(text), {"c.f": title}, lang) == said
