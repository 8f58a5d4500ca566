"""Rows named just `Jumlah` that have a unit, as indicators do."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.importer.test_importing import of_text, records
from tests.importer.test_shapes import keys

from sakip_rules import Catalogue
from sakip_rules.importer.reading import ROOT_TITLE

HEAD = "Indikator;Satuan;Target;Realisasi\n"


@pytest.mark.parametrize("name", ["Jumlah", "TOTAL", "Jumlah seluruhnya", "Sub Total"])
def test_a_sum_of_the_rows_above_is_no_indicator(name: str, tmp_path: Path, bundled: Catalogue) -> None:
    """That is said, with how many rows it adds up."""
    made = of_text(f"{HEAD}A;desa;10;9\nB;desa;20;21\n{name};desa;30;30\n", tmp_path, bundled, year=2023)
    assert set(records(made, bundled)) == {ROOT_TITLE, "A", "B"}
    assert keys(made) == ["not-imported.sum"]
    assert made.records == 2


def test_a_sum_over_all_objectives(tmp_path: Path, bundled: Catalogue) -> None:
    """The last row adds up what stands above it, whatever it stands below."""
    text = f"{HEAD}Sasaran 1: S;;;\nA;desa;10;9\nSasaran 2: T;;;\nB;desa;20;21\nJumlah;desa;30;30\n"
    assert keys(of_text(text, tmp_path, bundled, year=2023)) == ["not-imported.sum"]


@pytest.mark.parametrize(
    "rows", ["A;desa;10;9\nB;desa;20;21\nTotal;desa;30;31\n", "A;desa;10;9\nTotal;desa;10;9\n"]
)
def test_what_adds_up_nothing_is_kept_and_said(rows: str, tmp_path: Path, bundled: Catalogue) -> None:
    """One figure that differs is enough, and so is a single row above; a full name says it all."""
    made = of_text(HEAD + rows, tmp_path, bundled, year=2023)
    assert "Total" in records(made, bundled)
    assert keys(made) == ["taken-as.total"]
    assert keys(of_text(HEAD + rows.replace("Total", "Jumlah desa"), tmp_path, bundled, year=2023)) == []


BUDGETS = "No;Program;Pagu (Rp);Realisasi (Rp)\nA;Belanja tidak langsung;Rp9.000.000;Rp8.000.000\n"


def test_a_programme_that_adds_up_those_below_heads_them(tmp_path: Path, bundled: Catalogue) -> None:
    """It is said, and no amount counts twice; one whose figures are its own stays."""
    below = "I;P;Rp1.000.000;Rp900.000\nII;Q;Rp2.000.000;Rp1.600.000\n"
    made = of_text(
        f"{BUDGETS}B;Belanja langsung;Rp3.000.000;Rp2.500.000\n{below}", tmp_path, bundled, year=2020
    )
    assert set(records(made, bundled)) == {ROOT_TITLE, "Belanja tidak langsung", "P", "Q"}
    assert "not-imported.sum-below" in keys(made)
    made = of_text(
        f"{BUDGETS}B;Belanja langsung;Rp3.000.000;Rp2.600.000\n{below}", tmp_path, bundled, year=2020
    )
    assert "Belanja langsung" in records(made, bundled)
