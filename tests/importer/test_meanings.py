"""What columns mean beside the others."""

from __future__ import annotations

import time

import pytest

from sakip_rules.importer.headings import Heading, read_heading
from sakip_rules.importer.meanings import letters, meaning, means


def columns(text: str) -> dict[int, Heading]:
    """The columns of headings that are parted by `;`."""
    return {at: read_heading(heading, {}) for at, heading in enumerate(text.split(";"), 1)}


def test_letters_stand_together_or_mean_nothing() -> None:
    """T and R are needed; C comes along."""
    assert letters(columns("Indikator;2022 T;2022 R;2022 C")) == {
        "target": [2],
        "realisasi": [3],
        "capaian": [4],
    }
    assert letters(columns("Indikator;Target;Realisasi;C")) == {}


def test_a_mean_is_told_from_what_it_is_a_mean_of() -> None:
    """Alone it is the figure that it says."""
    assert means(columns("Indikator;Capaian;Rata-rata Capaian")) == [3]
    assert means(columns("Sasaran;Rata-rata Capaian")) == []


@pytest.mark.parametrize(
    ("headings", "meant"),
    [
        ("Indikator;Target;Realisasi;%", "capaian"),
        ("Indikator;Target;Realisasi;Capaian;%", "serapan"),
        ("Program;Pagu;Realisasi", "realisasi_anggaran"),
        ("Program;Pagu;Realisasi (Rp);Realisasi (%)", "serapan"),
        ("Indikator;Target;Realisasi;Pagu;Realisasi", "realisasi_anggaran"),
        ("Indikator;Target;Realisasi;Realisasi", ""),
        ("Indikator;Target 2021;2020", "realisasi"),
        ("Indikator;Realisasi 2021;2020", ""),
        ("Indikator;Target;Realisasi;Baseline 2020", "realisasi"),
        ("Indikator;Target;Realisasi;Kondisi Awal", ""),
        ("Target;Realisasi;Uraian", "indikator"),
        ("Target;Nama;Uraian", ""),
        ("Pagu;Uraian", ""),
        ("Uraian;Anggaran", "pagu"),
        ("Program;Pagu;Realisasi Keuangan (Rp);Realisasi %", "serapan"),
        ("Program;Pagu;Realisasi Keuangan (Rp);Realisasi Fisik (%)", ""),
        ("Indikator;Target;% Capaian;Capaian TW IV", "realisasi"),
        ("Indikator;Target;Realisasi;% Capaian;Capaian", ""),
    ],
)
def test_the_last_column_is_seen_beside_the_others(headings: str, meant: str) -> None:
    """What stands on its left, and which figures there are at all."""
    found = columns(headings)
    assert meaning(max(found), found, {heading.what for heading in found.values()}) == meant


def test_columns_that_say_nothing_cost_no_more_than_their_number() -> None:
    """Each is not compared with all others to tell that it is no name."""
    for heading in ("a", "uraian"):
        many = columns(";".join(["Target", "Realisasi", *[heading] * 4000]))
        begun = time.process_time()
        assert {meaning(column, many, {"target", "realisasi"}) for column in many} == {""}
        assert time.process_time() - begun < 1
