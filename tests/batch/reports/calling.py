"""A small framework, and tables of many agencies, as the tests of this folder compute them."""

from __future__ import annotations

from pathlib import Path

from tests.batch.calling import batch, put

FRAMEWORK = "contoh/kerangka"
ACHIEVEMENT = """
inputs: {realisasi: {}, target: {}, polarity: {type: polarity}}
formula:
  - when: polarity == higher_is_better
    then: realisasi / target * 100
  - when: polarity == lower_is_better
    then: (2 * target - realisasi) / target * 100
unit: persen
rounding: {places: 2}
"""
LEVELS = """
levels:
  dinas:
    steps:
      capaian: mean(indikator.capaian)
  indikator:
    under: dinas
    inputs:
      realisasi: {}
      target: {}
      polarity: {type: polarity}
    steps:
      capaian: {rule: contoh/capaian}
"""
LATER = LEVELS.replace("mean(indikator", "max(indikator")
HEAD = "OPD;Tahun;Indikator;Arah;Target;Realisasi\n"
COLUMNS = (
    *("organization", "report_year", "path", "level", "id", "title", "rule", "year", "figure"),
    *("figure_title", "value", "unit", "category", "status", "reason", "diagnostics"),
)


def batch_of(rows: str, *words: str, head: str = HEAD, name: str = "data.csv") -> tuple[int, str, str]:
    """The exit code, the data, and what is said of rows below a heading."""
    return batch(FRAMEWORK, put(head + rows, name), *words)


def roots(text: str) -> list[tuple[str, str, str, str]]:
    """Agency, year, value and status of the first figure of each report."""
    lines = [line.split(",") for line in text.splitlines()[1:]]
    at = {name: COLUMNS.index(name) for name in ("organization", "report_year", "path", "value", "status")}
    picked = [[line[at[name]] for name in at] for line in lines]
    return [(agency, year, value, status) for agency, year, path, value, status in picked if path == "."]


def lines_of(name: str) -> list[str]:
    """The lines of a written file."""
    return Path(name).read_text("utf-8-sig").splitlines()
