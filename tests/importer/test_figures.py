"""What a cell says."""

from __future__ import annotations

import pytest

from sakip_rules.importer.figures import decimal_sign, read_figure, reason_word, seen, unit_word, unmistakable
from sakip_rules.sheets import SheetCell


def test_in_a_text_as_long_as_a_page_no_number_is_looked_for() -> None:
    """A calculation that fills some lines has its result."""
    long = "1 x " * 1000 + "= 83%"
    assert read_figure(SheetCell(long), None, ",").text == "83"
    assert read_figure(SheetCell("1 x " * 1000 + long), None, ",").kind == "unclear"


@pytest.mark.parametrize(
    ("text", "unit", "number", "said"),
    [
        ("29,42%", None, "29.42", "persen"),
        ("78,76 %", "persen", "78.76", "persen"),
        ("49,20", "persen", "49.20", "persen"),
        ("232 Org", None, "232", "Org"),
        ("4 Desa/Kel", None, "4", "Desa/Kel"),
        ("758.859.800,-", "rupiah", "758859800", "rupiah"),
        ("550.000,-", "rupiah", "550000", "rupiah"),
        ("1.062.000,00", "rupiah", "1062000.00", "rupiah"),
        ("7.362.000,00,-", "rupiah", "7362000.00", "rupiah"),
        ("Rp 1.250.000", None, "1250000", "rupiah"),
        ("267,71% : 39,16% x 100% = 683,6%", "persen", "683.6", "persen"),
        ("78,5*)", "nilai", "78.5", "nilai"),
        ("12,5¹", "persen", "12.5", "persen"),
        ("(2,07)%", None, "2.07", "persen"),
        ("(5.085.713.014,-)", "rupiah", "5085713014", "rupiah"),
        ("1,2 x 10⁶ ekor", None, "1200000", "ekor"),
        ("10⁶", None, "1000000", None),
        ("Rp. 2.345.678.900,-,-", "rupiah", "2345678900", "rupiah"),
        ("Rp -", "rupiah", "0", "rupiah"),
        ("Rp. –,-", None, "0", "rupiah"),
        ("2 (dua) kali", None, "2", "kali"),
        ("12 (dua belas)", None, "12", None),
        ("± 100 Desa", None, "100", "Desa"),
        ("18,2 ‰", None, "18.2", "‰"),
        ("5,4 °C", None, "5.4", "°C"),
        ("1,250.50", None, "1250.50", None),
        ("3 × 10^2", None, "300", None),
        ("≥ 86,5", None, "86.5", None),
        ("min. 80%", None, "80", "persen"),
    ],
)
def test_a_text_is_a_number_with_its_decimals(
    text: str, unit: str | None, number: str, said: str | None
) -> None:
    """And the unit that stands beside it."""
    reading = read_figure(SheetCell(text), unit, ",")
    assert (reading.kind, reading.text) == ("number", number)
    assert said is None or reading.unit == said


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("-", "dash"),
        ("n/a", "dash"),
        ("Belum ada data", "dash"),
        ("missing", "word"),
        ("not_due", "word"),
        ("70 - 80", "range"),
        ("80% s.d. 90%", "range"),
        ("(3)", "reference"),
        ("2,5 juta", "unclear"),
        ("10²", "unclear"),
        ("lebih dari 5", "unclear"),
        ("tercapai", "unclear"),
        ("   ", "blank"),
    ],
)
def test_what_is_no_number_is_told_apart(text: str, kind: str) -> None:
    """A dash, a word of the language, and what nobody can read."""
    assert read_figure(SheetCell(text), None, ",").kind == kind


def test_a_number_of_two_readings_waits_for_the_sign_of_its_table() -> None:
    """One table has one decimal sign."""
    cell = SheetCell("1.250 Eks")
    assert read_figure(cell, None, None).kind == "ambiguous"
    assert [read_figure(cell, None, sign).text for sign in (",", ".")] == ["1250", "1.250"]


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["29,42"], ","),
        (["29.42"], "."),
        (["5.085.713.014"], ","),
        (["1,234,567.8"], "."),
        (["1.250", "987"], None),
        (["29,42", "29.42"], None),
        (["0,125"], ","),
        (["Triwulan 1"], None),
    ],
)
def test_the_sign_of_a_table_is_the_one_all_its_numbers_agree_on(texts: list[str], sign: str | None) -> None:
    """Numbers that can be read in two ways do not vote."""
    assert decimal_sign([SheetCell(text) for text in texts]) == sign


def test_words_and_units() -> None:
    """Reasons mean absent values where they say enough; units are words."""
    reasons = ("Dihitung pada TW IV", "belum dirilis", "tidak berlaku", "lihat bab 3")
    assert [*map(reason_word, reasons)] == ["not_due", "missing", "not_applicable", None]
    assert [unit_word(text) for text in ("%", "Rp.", "Org", "Persentase")] == [
        "persen",
        "rupiah",
        "Org",
        "persen",
    ]


def test_data_are_written_so_that_they_can_be_read_in_one_way() -> None:
    """Three decimals would be asked about."""
    assert [unmistakable(text) for text in ("12.125", "1250", "12.5", "1234.125")] == [
        "12.1250", "1250", "12.5", "1234.125",
    ]  # fmt: skip


def test_a_cell_in_messages_is_as_it_is_seen() -> None:
    """A number of a sheet with the marks of the language, and its sign of per cent."""
    assert seen(SheetCell("0.93", "number", shown="93.00", percent=True)) == ("93,00%", "93.00%")
    assert seen(SheetCell("1234.5", "number", shown="1234.5")) == ("1.234,5", "1234.5")
    assert seen(SheetCell(" Rata-rata ")) == ("Rata-rata", "Rata-rata")


@pytest.mark.parametrize("text", ["1.250–1.500", "80–1.500", "1.250 x 10⁶", "(1.250)", "≥ 1.250"])
def test_a_part_of_two_readings_leaves_the_whole_open(text: str) -> None:
    """As long as its table does not say which sign parts decimals."""
    assert read_figure(SheetCell(text), None, None).kind == "ambiguous"
    assert read_figure(SheetCell(text), None, ",").kind in ("number", "range")
