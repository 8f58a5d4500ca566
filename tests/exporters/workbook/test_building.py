from collections.abc import Callable

import pytest
from tests.rule_sheets import RuleSheets, wrong

from sakip_rules import DataError
from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.exporters.workbook import building
from sakip_rules.exporters.workbook.records import report_groups

Sheets = Callable[..., RuleSheets]


def test_a_rule_has_a_line_for_each_call(small: LiveReport) -> None:
    """With the record and the step that it is called for."""
    groups = {group.sheet.name: group for group in report_groups(small.data, small.years, "id")}
    lines = groups["Rumus capaian"].lines
    assert [(line.path, line.shown_year) for line in lines][:3] == [("a", 2020), ("b", 2020), ("c", 2020)]
    assert lines[0].title.endswith(" · capaian")


def test_too_many_lines_are_refused(small: LiveReport, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook that no program would open is not written."""
    monkeypatch.setattr(building, "MOST_LINES", 5)
    with pytest.raises(DataError) as caught:
        report_groups(small.data, small.years, "id")
    assert [one.key for one in caught.value.diagnostics] == ["file-too-large.workbook"]


def test_rows_are_passed_on_whole(sheets: Sheets) -> None:
    """A called rule has rows of its own; each field is that of the row it comes from."""
    each = "{x: {}, y: {}}"
    bodies = {
        "index dalam": f"inputs: {{baris: {{each: {{inputs: {each}}}}}}}\nformula: sum(baris.x * baris.y)",
        "index luar": f"""
            inputs: {{baris: {{each: {{inputs: {each}}}}}}}
            steps: {{dalam: {{rule: contoh/dalam}}}}
            formula: dalam + count(baris)
        """,
    }
    assert wrong(sheets(bodies, "luar")) == {}


def test_a_chain_of_rules_is_built_without_recursion(sheets: Sheets) -> None:
    """Each calls the next; the lines follow one another."""
    bodies = {"index r0": "inputs: {a: {}}\nformula: a + 1"}
    for number in range(1, 30):
        step = f"steps: {{s: {{rule: contoh/r{number - 1}}}}}"
        bodies[f"index r{number}"] = f"inputs: {{a: {{}}}}\n{step}\nformula: s + 1"
    assert wrong(sheets(bodies, "r29", rows=3)) == {}
