from pathlib import Path

from tests.written import rules

from sakip_rules.explainer.ranged import ROWS_SHOWN, row_lines, rows_used
from sakip_rules.explainer.spots import Spot
from sakip_rules.expression import RowsUsed, parse
from sakip_rules.results import RecordResult, ReportTree, RowResult


def test_rows_that_left_are_named_with_their_reason() -> None:
    """How many counted, who left and why, and how many more left."""
    used = RowsUsed(0, "mean", 2, (("b", "where"), ("c", "not_due")), 3)
    assert rows_used(used, "en") == (
        "mean: 2 rows counted; left out: b (condition not met); c (not due yet) and 3 more"
    )
    assert rows_used(RowsUsed(0, "sum", 4, ()), "id") == "sum: 4 baris dihitung"


def test_each_row_shows_what_was_read_of_it(tree: ReportTree) -> None:
    """The fields that the formula names, with categories; an absent one in words."""
    spot = Spot(tree.root.now.record, tree.root, 2020)
    lines = row_lines(parse("sum(indikator.capaian * indikator.target)"), spot, 1, "id")
    assert [line.text for line in lines] == [
        "a: capaian 33,3 [Rendah], target 50",
        "b: capaian belum ada [Belum dinilai], target 1.234.567,5",
        "c: capaian 250,0 [Tinggi], target 4",
    ]


def test_many_rows_are_counted_not_listed() -> None:
    """After twelve rows the rest is a number."""
    rows = tuple(RowResult(id=None, figures={}) for _ in range(ROWS_SHOWN + 5))
    record = RecordResult(figures={}, rows={"c": rows})
    lines = [line.text for line in row_lines(parse("count(c.f)"), Spot(record), 0, "en")]
    assert len(lines) == ROWS_SHOWN + 1
    assert lines[-1] == "and 5 more rows"
    whole = RecordResult(figures={}, rows={"c": rows[:ROWS_SHOWN]})
    assert len(list(row_lines(parse("count(c.f)"), Spot(whole), 0, "en"))) == ROWS_SHOWN


def test_of_each_collection_only_its_own_fields_are_shown(tmp_path: Path) -> None:
    """Rows of two collections with fields of the same names: each shows what was read of it."""
    body = """
        inputs: {c: {each: {inputs: {f: {}, g: {}}}}, d: {each: {inputs: {f: {}, g: {}}}}}
        formula: sum(c.f) + sum(d.g)
    """
    rule = rules(tmp_path, {"index a": body}).rule("contoh/a@1.0.0")
    record = rule.evaluate(c=[{"f": 1, "g": 2}], d={"baris": {"f": 3, "g": 4}}).record
    lines = row_lines(parse("sum(c.f) + sum(d.g)"), Spot(record), 0, "en")
    assert [line.text for line in lines] == ["1: f 1", "baris: g 4"]
