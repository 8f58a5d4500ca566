from fractions import Fraction
from pathlib import Path

from sakip_rules import Catalogue
from sakip_rules.diagnostics import Place, diagnose
from sakip_rules.exporters.objects import record_object, to_text
from sakip_rules.exporters.schema.outputs import output_schema
from sakip_rules.exporters.seen import seen_figure, seen_rule
from sakip_rules.numbers import fraction_text
from sakip_rules.results import Figure

SMALL = Path(__file__).parent.parent / "small"


def test_a_result_of_one_rule_has_its_figures() -> None:
    """A rule's result is told with the inputs that it was computed from."""
    rule = Catalogue.load(SMALL / "rules").rule("contoh/capaian", on=2020)
    made = record_object(seen_rule(rule.evaluate(realisasi=1, target=3).record), "en")
    assert (made["rule"], made["title"]) == ("contoh/capaian@2.0.0", "Sample achievement")
    assert (made["value"], made["exact"], made["status"]) == ("33.3", "100/3", "ok")
    assert made["figures"]["values"] == {"realisasi": "1", "target": "3"}


def figure(exact: Fraction) -> Figure:
    """A figure with an exact value."""
    return Figure(
        name="x", title=("x", "x"), unit=None, origin="computed", value=exact, inside=exact, exact=exact
    )


def test_a_number_of_more_than_14000_bits_has_no_exact_text() -> None:
    """14,000 bits of numerator or denominator are told, 14,001 are not."""
    longest = Fraction(2**14_000 - 1)
    assert seen_figure(figure(longest)).json_exact == fraction_text(longest)
    assert seen_figure(figure(1 / longest)).json_exact == f"1/{fraction_text(longest)}"
    assert seen_figure(figure(longest + 1)).json_exact is None
    assert seen_figure(figure(1 / (longest + 1))).json_exact is None


def test_a_diagnostic_without_a_place_has_nulls() -> None:
    """File, line and column are null where there is no place, and numbers where there is one."""
    found = diagnose("bad-value.empty", None)
    assert found.to_dict()["line"] is None
    placed = diagnose("bad-value.empty", Place("a.yaml", 3, 5)).to_dict("en")
    assert [placed[key] for key in ("code", "severity", "file", "line", "column")] == [
        *("bad-value", "error", "a.yaml"),
        *(3, 5),
    ]
    assert placed["message"] == "There is no value."


def test_json_is_readable_and_keeps_letters() -> None:
    """Two spaces a level, and a line end at the end."""
    assert to_text({"a": "é"}) == '{\n  "a": "é"\n}\n'


def test_a_cell_of_a_sheet_is_named() -> None:
    """By sheet and cell, beside its row and column; a place in a text has neither."""
    cell = diagnose("bad-value.empty", Place("isian.xlsx", 12, 2, sheet="Capaian")).to_dict()
    assert [cell[key] for key in ("file", "line", "column", "sheet", "cell")] == [
        *("isian.xlsx", 12, 2),
        *("Capaian", "B12"),
    ]
    assert {"sheet", "cell"}.isdisjoint(diagnose("bad-value.empty", Place("a.yaml", 3, 5)).to_dict())
    assert set(cell) <= set(output_schema("check")["$defs"]["diagnostic"]["properties"])
