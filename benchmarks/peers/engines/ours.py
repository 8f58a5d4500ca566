"""This library, through its public API: `evaluate`, and `evaluate_table` on a table of Arrow."""

from __future__ import annotations

from typing import Any

from peers.shape import Engine
from sakip_rules import Catalogue

RULE = """\
kind: index
id: ukur/capaian{number}
version: 1.0.0
title: Capaian
valid_from: 2020
legal_basis: [{{document: Contoh buatan, confidence: applied}}]
inputs: {{selesai: {{unit: rupiah}}, semua: {{unit: rupiah}}, target: {{unit: persen}}}}
steps:
  realisasi: {{formula: selesai / semua * 100, rounding: {{places: 2, carry: rounded}}}}
formula: realisasi / target * 100
rounding: {{places: 2, carry: rounded}}
unit: persen
examples: [{{title: kosong, given: {{}}, status: missing}}]
"""


def engine() -> Engine:
    """Gives the rule on one record, on columns, and many such rules."""
    catalogue = Catalogue.from_texts({"ukur/capaian@1.0.0": RULE.format(number="")})
    rule = catalogue.rule("ukur/capaian", on=2020)

    def record(selesai: int | None, semua: int, target: str) -> Any:  # noqa: ANN401 - a decimal, or nothing
        return rule.evaluate(selesai=selesai, semua=semua, target=target).value

    def columns(selesai: Any, semua: Any, target: Any) -> Any:  # noqa: ANN401 - arrays
        import numpy as np  # noqa: PLC0415 - for this function alone
        import pyarrow as pa  # noqa: PLC0415 - as above

        count = len(semua)
        cents = np.stack([target, np.zeros(count, "i8")], axis=1)
        goal = pa.Array.from_buffers(pa.decimal128(12, 2), count, [None, pa.py_buffer(cents)])
        table = pa.table({"selesai": pa.array(selesai, mask=selesai < 0), "semua": semua, "target": goal})
        return lambda: rule.evaluate_table(table, exact=False)["value"]

    def rules(count: int) -> Any:  # noqa: ANN401 - a call
        names = [f"-{place}" for place in range(count)]
        texts = {f"ukur/capaian{name}@1.0.0": RULE.format(number=name) for name in names}
        many = Catalogue.from_texts(texts)
        linked = [many.rule(f"ukur/capaian{name}", on=2020) for name in names]
        return lambda: [one.evaluate(selesai=5, semua=8, target="29.42").value for one in linked]

    return Engine(record, columns, rules)
