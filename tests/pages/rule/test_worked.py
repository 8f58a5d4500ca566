"""The examples of a rule, worked on its page."""

import pytest
from tests.pages.rule.conftest import PageOf
from tests.pages.seen import words

from sakip_rules.pages.rule.worked import FOLDED_WHOLE

RULE = """
    inputs: {a: {title: Yang dilayani}, b: {title: Semua}}
    formula: a / b * 100
    unit: persen
    rounding: {places: 2}
    examples:
      - {title: belum ada, given: {a: 1}, status: missing}
      - {title: dua pertiga, given: {a: 2, b: 3}, result: 66.67}
      - {title: separuh, given: {a: 1, b: 2}, result: 50}
"""


def test_the_first_example_with_a_number_is_worked_step_by_step(page_of: PageOf) -> None:
    """2 of 3, rounded to two places by hand: 66.67. The others are folded with their result."""
    body = page_of({"index a": RULE}).body
    assert "Contoh dua pertiga Hasil = 66,67 persen" in words(body)
    assert "<summary>separuh → <strong>50,00 persen</strong></summary>" in body
    assert "<summary>belum ada → <strong>belum ada</strong></summary>" in body


SERVED = """
    inputs: {a: {title: Served, unit: orang}, b: {title: All, unit: orang}}
    steps: {c: {formula: a + b, unit: orang}}
    formula: a / b * 100
    unit: persen
    examples: [{title: half, given: {a: 1, b: 2}, result: 50}]
"""


def test_an_english_page_says_units_in_english(page_of: PageOf) -> None:
    """Of inputs, steps and results, and in the example; only YAML is as it was written."""
    told = words(page_of({"index a": SERVED}, "en").body.partition('id="program"')[0])
    assert "Result = 50.00 percent" in told
    assert "number · people" in told
    assert "orang" not in told
    assert "persen" not in told


def test_of_many_examples_the_last_are_told_by_their_result(page_of: PageOf) -> None:
    """They would make the page heavy, and say nothing new."""
    more = "".join(
        f"      - {{title: t{n}, given: {{a: {n}, b: 100}}, result: {n}}}\n" for n in range(FOLDED_WHOLE + 5)
    )
    body = page_of({"index a": RULE + more}).body
    assert body.partition('id="program"')[0].count("<details>") == FOLDED_WHOLE + 1
    assert "dan 7 contoh lagi contoh hasil" in words(body)
    assert f"t{FOLDED_WHOLE + 4} {FOLDED_WHOLE + 4},00 persen" in words(body)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (
            {"scale a": "bands: [{category: X, from: 1}, {category: Y, below: 1}]\n"
             "examples:\n"
             "  - {title: atas, given: 1, category: X}\n"
             "  - {title: tiada, given: missing, status: missing}\n"},
            "2 contoh yang diuji nilai kategori contoh 1 X atas belum ada belum ada tiada",
        ),
        (
            {"table a": "keys: [k, l]\nrows: {A: {X: 1.5}}\nexamples:\n"
             "  - {title: sel, given: {k: A, l: X}, result: 1.5}\n"
             "  - {title: lain, given: {k: B, l: X}, status: not_computable, reason: not-in-table}\n"},
            "k l hasil contoh A X 1,5 sel B X tidak dapat dihitung: tidak ada dalam tabel lain",
        ),
        (
            {"table a": "keys: [k]\ninterpolate: linear\nrows: {0: 0, 10: 5}\n"
             "examples: [{title: tengah, given: 5, result: 2.5}]"},
            "k hasil contoh 5 2,5 tengah",
        ),
    ],
)  # fmt: skip
def test_examples_of_scales_and_tables_are_rows(page_of: PageOf, rule: dict[str, str], told: str) -> None:
    """What is given, what comes out, and what the example is about."""
    assert told in words(page_of(rule).body)
