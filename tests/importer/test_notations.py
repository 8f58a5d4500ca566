"""Numbers that are written in other ways."""

from __future__ import annotations

import time
from fractions import Fraction
from pathlib import Path

import pytest
from tests.importer.test_importing import given, imported, of_text, printed, records
from tests.importer.test_shapes import keys

from sakip_rules import Catalogue
from sakip_rules.importer.notations import ends_of_range, in_brackets, power_of_ten, within_bound
from sakip_rules.importer.reading import ROOT_TITLE
from sakip_rules.values import Range


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("(2,07)", "2,07"),
        ("(2,07) %", "2,07 %"),
        ("( Rp1.000,- )", "Rp1.000,-"),
        ("(a)", None),
        ("2,07", None),
    ],
)
def test_what_stands_in_brackets(text: str, inner: str | None) -> None:
    """A number, and nothing else."""
    assert in_brackets(text) == inner


@pytest.mark.parametrize(
    ("text", "power"),
    [
        ("10⁶", ("1", 6, "")),
        ("10¹²", ("1", 12, "")),
        ("10^2", ("1", 2, "")),
        ("1,2 × 10³ ton", ("1,2", 3, "ton")),
        ("10²", None),
        ("12⁶", None),
        ("10", None),
    ],
)
def test_powers_of_ten(text: str, power: tuple[str, int, str] | None) -> None:
    """A small number raised behind a bare 10 may be a footnote."""
    assert power_of_ten(text) == power


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("80–90", ("80", "90")),
        ("80 s.d. 90", ("80", "90")),
        ("7,5 s/d 8 %", ("7,5 %", "8 %")),
        ("80 sampai dengan 90 orang", ("80 orang", "90 orang")),
        ("80% - 90%", ("80 %", "90 %")),
        ("-5", None),
        ("80", None),
    ],
)
def test_ranges(text: str, ends: tuple[str, str] | None) -> None:
    """With what stands behind them."""
    assert ends_of_range(text) == ends


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("≥ 80", ("80", "least")),
        ("<5 %", ("5 %", "most")),
        ("Min. 80", ("80", "least")),
        ("minimal 80%", ("80%", "least")),
        ("maks 60 menit", ("60 menit", "most")),
        ("paling lama 3 hari", ("3 hari", "most")),
        ("± 100", ("100", "about")),
        ("minat 5", None),
        ("80", None),
    ],
)
def test_bounds(text: str, bound: tuple[str, str] | None) -> None:
    """By their sign or their word, with the side on which all is well."""
    assert within_bound(text) == bound


def test_a_bound_says_the_polarity(tmp_path: Path, bundled: Catalogue) -> None:
    """Where no column does, wherever that stands; one about a number says none."""
    text = "Indikator;Target;Realisasi\nWaktu tunggu;≤ 60 menit;48 menit\nMutu;≥ 85;87\nLain;± 5;5\n"
    made = of_text(text, tmp_path, bundled, year=2023)
    found = records(made, bundled)
    assert given(found["Waktu tunggu"], 2023)["polarity"] == "lower_is_better"
    assert given(found["Mutu"], 2023)["polarity"] == "higher_is_better"
    assert keys(made) == ["taken-as.most", "taken-as.least", "taken-as.mark"]
    for heads in ("Indikator;Arah;Target;Realisasi", "Indikator;Target;Realisasi;Arah"):
        row = "A;naik;≤ 60;48" if heads.startswith("Indikator;Arah") else "A;≤ 60;48;naik"
        made = of_text(f"{heads}\n{row}\n", tmp_path, bundled, year=2023)
        assert given(records(made, bundled)["A"], 2023)["polarity"] == "higher_is_better"
        assert keys(made) == ["taken-as.mark"]


def test_a_number_in_brackets_is_negative(tmp_path: Path, bundled: Catalogue) -> None:
    """That is said; a small one is left, for it may count notes, and so is a percentage of a budget."""
    text = (
        "No;Indikator;Satuan;Target;Realisasi;Capaian\n1;Pertumbuhan;%;5,20;(2,07);(39,81)\n"
        "2;Selisih;poin;4;(3);75\n3;Defisit;%;1,0;(0,0);0\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    found = records(made, bundled)
    assert given(found["Pertumbuhan"], 2023)["realisasi"] == "-207/100"
    assert printed(found["Pertumbuhan"]) == [("capaian", 2023, "-39.81", None)]
    assert given(found["Selisih"], 2023)["realisasi"] == "missing"
    assert given(found["Defisit"], 2023)["realisasi"] == "0"
    assert keys(made) == ["taken-as.mark", "taken-as.mark", "not-imported.brackets", "taken-as.mark"]
    assert "`-2,07`" in made.notes[1].message("id")
    assert "`-2.07`" in made.notes[1].message("en")


def test_a_minus_in_brackets_is_there_once(tmp_path: Path, bundled: Catalogue) -> None:
    """`(-2,07)` is no double negation, and nought in brackets is nought."""
    text = "Indikator;Satuan;Target;Realisasi;Capaian\nA;%;5,20;(-2,07);(-39,81)\nB;%;(0,0);(−5);1\n"
    found = records(of_text(text, tmp_path, bundled, year=2023), bundled)
    assert given(found["A"], 2023)["realisasi"] == "-207/100"
    assert printed(found["A"]) == [("capaian", 2023, "-39.81", None)]
    assert [given(found["B"], 2023)[name] for name in ("target", "realisasi")] == ["0", "-5"]


def test_the_result_of_a_calculation_in_brackets_is_told_alone(tmp_path: Path, bundled: Catalogue) -> None:
    """It may count something, as any small number in brackets."""
    made = of_text("Indikator;Target;Realisasi\nA;5;(5-10) x 10 = (50)\n", tmp_path, bundled, year=2023)
    told = next(note for note in made.notes if note.key == "not-imported.brackets")
    assert dict(told.texts)["number"] == "50"


def test_brackets_around_a_budget_only_adorn_it(tmp_path: Path, bundled: Catalogue) -> None:
    """No budget is negative, nor is what stands in brackets beside one; what is left of it may be."""
    text = (
        "Program;Pagu (Rp);Realisasi (Rp);Sisa\nA;1.000.000;1.050.000;-50.000\n"
        "B;2.000.000;1.900.000;100.000\nJumlah;(3.000.000,-);(2.950.000,-);(50.000,-)\n"
    )
    found = printed(records(of_text(text, tmp_path, bundled, year=2023), bundled)[ROOT_TITLE])
    assert [value for _, _, value, _ in found] == ["3000000", "2950000", "50000"]
    spent = text.replace("(3.000.000,-);(2.950.000,-)", "3.000.000;3.050.000")
    found = printed(records(of_text(spent, tmp_path, bundled, year=2023), bundled)[ROOT_TITLE])
    assert [value for _, _, value, _ in found] == ["3000000", "3050000", "-50000"]


def test_a_range_is_one_where_the_framework_takes_ranges(tmp_path: Path, bundled: Catalogue) -> None:
    """Elsewhere it is kept in words; a bound is taken of a target, and of nothing else."""
    small = Catalogue.load(Path(__file__).parents[1] / "small" / "rules")
    file = tmp_path / "batas.csv"
    file.write_text("Indikator;Target;Batas\nA;4;1,5 s.d. 2,125 %\nB;4;3\n", "utf-8")
    made = imported(file, small, "contoh/kerangka", year=2020)
    assert "batas: {min: 1.5, max: 2.1250}\n" in made.text
    assert given(records(made, small)["A"], 2020)["batas"] == str(Range(Fraction(3, 2), Fraction(17, 8)))
    text = "Indikator;Satuan;Target;Realisasi\nA;nilai;80–90;85\nB;nilai;≥ 80;> 85\n"
    made = of_text(text, tmp_path, bundled, year=2023)
    found = records(made, bundled)
    assert given(found["A"], 2023)["target"] == "missing"
    assert given(found["B"], 2023)["target"] == "80"
    assert given(found["B"], 2023)["realisasi"] == "missing"
    assert keys(made) == ["not-imported.range", "taken-as.least", "not-imported.bound"]


@pytest.mark.parametrize(
    "long", ["1" + " " * 40_000 + "x", "(1" + " " * 40_000, "1," * 20_000, "10^" * 15_000]
)
def test_long_cells_take_no_longer_than_their_length(long: str) -> None:
    """However a cell goes on, it is looked at once for each way of writing."""
    begun = time.process_time()
    found = (in_brackets(long), power_of_ten(long), ends_of_range(long), within_bound(long))
    assert found == (None, None, None, None)
    assert time.process_time() - begun < 1
