"""A chunk at once gives what each row gives by itself."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from tests.batch.calling import RULE, batch, put
from tests.written import write

from sakip_rules import Catalogue
from sakip_rules.batch import together

CELLS = ("0", "1", "3", "-7", "12.345", "1.250", "29,42", "missing", "not_due", "-", "", "x", "9" * 40)
MIXED = """
inputs:
  nilai: {}
  bobot: {default: 2}
  arah: {type: polarity}
  naik: {type: truth}
  jumlah: {type: count}
formula:
  - when: naik and arah == higher_is_better
    then: nilai / bobot
  - when: arah == lower_is_better
    then: jumlah * nilai
checks:
  - expect: nilai >= -5
    message: {id: kecil, en: small}
unit: persen
rounding: {places: 1}
"""


def both(
    rule: str, data: str, monkeypatch: pytest.MonkeyPatch, *words: str
) -> tuple[bytes, bytes, list[list[str]]]:
    """What a file of rows becomes, on columns and row by row, and what is said of both."""
    written: list[bytes] = []
    said: list[list[str]] = []
    for least in (2, 10**9):
        monkeypatch.setattr(together, "LEAST", least)
        told = batch(rule, data, "-o", "hasil.csv", "--exact", *words)[2].splitlines()
        said.append([line for line in told if not line.startswith("Computing rows")])
        written.append(Path("hasil.csv").read_bytes())
    return written[0], written[1], said


@pytest.mark.parametrize("decimal", [(), ("--decimal", ".")])
def test_columns_and_rows_give_the_same_bytes(
    decimal: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also of cells that lie, that are not there, that are too long, in two versions of the rule."""
    chance = random.Random()  # noqa: S311 - no secret: data of a test
    lines = [
        f"{chance.choice((2019, 2022))};{chance.choice(CELLS)};{chance.choice(CELLS)}" for _ in range(400)
    ]
    data = put("tahun;pagu;dibelanjakan\n" + "\n".join(lines) + "\n")
    columns, alone, said = both(RULE, data, monkeypatch, *decimal)
    assert columns == alone
    assert said[0] == said[1]


def test_every_type_of_single_cells_gives_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Polarities, truths and counts; checks that fail and defaults."""
    write(tmp_path / "rules", "index banyak", MIXED)
    assert [one.message("en") for one in Catalogue.load("rules").check() if one.severity == "error"] == []
    chance = random.Random()  # noqa: S311 - no secret: data of a test
    words = (CELLS, CELLS, ("higher_is_better", "lower_is_better", "", "x"), ("ya", "tidak", "", "0"), CELLS)
    lines = [";".join(chance.choice(one) for one in words) for _ in range(400)]
    data = put("nilai;bobot;arah;naik;jumlah\n" + "\n".join(lines) + "\n")
    columns, alone, said = both("contoh/banyak", data, monkeypatch, "--on", "2020")
    assert columns == alone
    assert said[0] == said[1]


def test_columns_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a row is asked by itself where all data are there."""
    monkeypatch.setattr(together, "LEAST", 2)
    monkeypatch.setattr(together, "computed", None)
    assert batch(RULE, put("pagu;dibelanjakan\n" + "4;1\n" * 9), "--on", "2020")[0] == 0


def test_without_the_packages_rows_are_computed_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are an extra."""
    monkeypatch.setattr(together, "LEAST", 2)
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert batch(RULE, put("pagu;dibelanjakan\n" + "4;1\n" * 9), "--on", "2020")[0] == 0


def test_collections_are_computed_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their cells are no columns of the rule."""
    data = put("triwulan.a.realisasi;triwulan.b.realisasi\n" + "1;2\n;3\n" * 5)
    columns, alone, _ = both("contoh/triwulan", data, monkeypatch, "--on", "2020")
    assert columns == alone
