"""The formats of the output."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

from tests.batch.calling import RULE, batch, put

from sakip_rules.sheets import open_book


def test_no_cell_is_a_formula() -> None:
    """What a stranger wrote is a text; a number with its sign stays one."""
    data = put('pagu;dibelanjakan;=1+1\n4;-1;"=HYPERLINK(""x"")"\n')
    text = batch(RULE, data, "--on", "2020")[1]
    assert text.splitlines()[1].startswith("""4,-1,"'=HYPERLINK(""x"")",-25.00,""")
    assert text.startswith("pagu,dibelanjakan,'=1+1,")


def test_every_format_holds_the_same() -> None:
    """Read by the reader of tables; numbers are exact in all of them, however long."""
    long = "12345678901234567890.123456789"
    data = put(f"pagu;dibelanjakan;catatan\n100;{long};=x\n3;1;\n")
    asked = [RULE, data, "--on", "2020", "--exact", "-o"]
    seen = []
    for name in ("a.csv", "a.xlsx", "a.parquet"):
        assert batch(*asked, name)[0] == 0
        with open_book(name) as book:
            read = book.sheet().whole().rows
        seen.append([[row.text(at).removeprefix("'") for at in range(1, 10)] for row in read])
    assert batch(*asked, "a.jsonl")[0] == 0
    lines = [json.loads(line) for line in Path("a.jsonl").read_text("utf-8").splitlines()]
    seen.append([list(lines[0]), *([value or "" for value in line.values()] for line in lines)])
    assert seen[1:] == seen[:1] * 3
    assert lines[0]["dibelanjakan"] == long
    assert Fraction(lines[0]["exact"]) == Fraction(long)
