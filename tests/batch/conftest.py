"""The rules that the tests of this folder compute with."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.batch.calling import LATER, SERAPAN, TRIWULAN
from tests.written import write


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAKIP_LANG", "en")
    write(tmp_path / "rules", "index serapan", "valid_from: 2000\nvalid_to: 2020" + SERAPAN)
    write(tmp_path / "rules", "index serapan@2.0.0", "valid_from: 2021" + LATER)
    write(tmp_path / "rules", "index triwulan", TRIWULAN)
    write(tmp_path / "rules", "index bagian", "inputs: {a: {unit: persen}, b: {}}\nformula: a / b")
    bands = "bands: [{category: Buruk, below: 50}, {category: Baik, from: 50}]\n"
    write(tmp_path / "rules", "scale skala", bands)
    write(tmp_path / "rules", "table tabel", "keys: [kode]\nrows: {A: 1.5, B: null}")
    points = "keys: [titik]\ninterpolate: linear\noutside: hold\nrows: {0: 0, 2: 20}"
    write(tmp_path / "rules", "table titik", points)
