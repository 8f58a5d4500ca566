"""Rule files made for measuring: as long as real ones, as many as wanted, alone or in chains."""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_RULE = """\
kind: index
id: uji/{name}
version: 1.0.0
title: {{id: Persentase layanan {number}, en: Share of services {number}}}
description:
  id: Bagian penduduk yang terlayani, menurut layanan {number}.
  en: The part of the population that service {number} reaches.
valid_from: 2020
legal_basis:
  - {{document: Pedoman uji {number}, section: Bab {number}, confidence: applied}}
inputs:
  terlayani:
    title: {{id: Penduduk yang terlayani, en: People served}}
    type: count
    unit: orang
  semua:
    title: {{id: Seluruh penduduk, en: All people}}
    type: count
    unit: orang
{steps}formula: terlayani / semua * 100{more}
unit: persen
rounding: {{places: 2}}
checks:
  - expect: terlayani <= semua
    message: {{id: Yang terlayani tidak dapat melebihi semuanya., en: More were served than there are.}}
examples:
  - title: seperempat
    given: {{terlayani: 1, semua: 4}}
    result: {result}
"""


def rule(number: int, below: int | None = None) -> tuple[str, str]:
    """Gives name and text of a rule; with `below` it adds the result of that rule to its own."""
    name = f"layanan-{number}"
    steps = f"steps:\n  bawah:\n    rule: uji/layanan-{below}\n" if below is not None else ""
    more = " + bawah" if below is not None else ""
    result = 25 * (number + 1) if below is not None else 25
    return name, _RULE.format(name=name, number=number, steps=steps, more=more, result=result)


@contextmanager
def catalogue(count: int, *, chained: bool = False) -> Iterator[Path]:
    """Gives a folder of rules, each alone or each calling the one before it; removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="sakip-benchmark-"))
    try:
        for number in range(count):
            name, text = rule(number, number - 1 if chained and number else None)
            file = folder / "uji" / name / "1.0.0.yaml"
            file.parent.mkdir(parents=True)
            file.write_text(text, encoding="utf-8")
        yield folder
    finally:
        shutil.rmtree(folder)
