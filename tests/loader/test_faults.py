"""Errors of the models as diagnostics with code, place and hint."""

from __future__ import annotations

import pytest
from tests.loader.smallest import RULE, changed, faults


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("formula: x", "formla: x", ("unknown-key", 11, 1, "Maksud Anda `formula`?")),
        (
            "title: satu",
            'title:"satu: 1',
            ("yaml-syntax.space", 14, 6, None),
        ),
        ("  a: {}", "  a: {typ: count}", ("unknown-key", 8, 7, "Maksud Anda `type`?")),
        ("  x: a + 1", "  x: {formula: a, unt: b}", ("unknown-key", 10, 19, "Maksud Anda `unit`?")),
        ("kind: index", "kind: indeks", ("bad-value.word", 1, 7, "Maksud Anda `index`?")),
        ("applied", "aplied", ("bad-value.word", 6, 46, "Maksud Anda `applied`?")),
        ("unit: nilai", "unit:", ("bad-value.empty", 12, 1, None)),
        ("  a: {}", "  a:", ("bad-value.empty", 8, 3, None)),
        ("  a: {}", "  a: 1", ("bad-value.map-expected", 8, 6, None)),
        ("unit: nilai", "unit: nilai\nrounding: 2", ("bad-value.rounding-expected", 13, 11, None)),
        ("  a: {}", "  A: {}", ("bad-value.name-capital", 8, 3, None)),
        ("formula: x * 2", "formula: {x: 2}", ("bad-value.text-expected", 11, 10, None)),
        ("valid_from: 2021", "valid_from: 2021-02-30", ("bad-date.no-such-day", 5, 13, None)),
        ("[{document: Contoh, confidence: applied}]", "x", ("bad-value.list-expected", 6, 14, None)),
        ("[{document: Contoh, confidence: applied}]", "[]", ("bad-value.list-empty", 6, 14, None)),
        ("document: Contoh, ", "", ("missing-key", 6, 16, None)),
        ("unit: nilai\n", "", ("missing-key", 1, 1, None)),
        ("  x: a + 1", "  x: {unit: b}", ("missing-key.step", 10, 3, None)),
        ("  x: a + 1", "  x: >\n    a", ("yaml-not-allowed.folded", 10, 6, None)),
        ("  x: a + 1", "  x: {formula: min(a, 1)}", ("formula-cut", 10, 23, None)),
        (
            "  x: a + 1",
            "  x: [{when: a, then: 1}, {otherwise: >\n a}]",
            ("yaml-syntax.first-character", 10, 39, None),
        ),
        ("result: 4", "result: 4, given: {}", ("duplicate-key", 14, 45, None)),
    ],
)
def test_one_mistake(old: str, new: str, expected: tuple[str, int, int, str | None]) -> None:
    """Each mistake is one diagnostic at its place, with the nearest word as its hint where there is one."""
    key, line, column, hint = expected
    found = changed(old, new)
    assert (key, line, column) in [fault[:3] for fault in found]
    if hint is not None:
        assert hint in [fault[3] for fault in found]


def test_short_forms_keep_their_places() -> None:
    """A mistake in the cases of a step written short is found where it stands."""
    found = changed("  x: a + 1", "  x:\n    - when: a\n      than: 1")
    assert [fault[:3] for fault in found] == [("unknown-key", 12, 7)]


def test_a_list_of_something_else_than_cases_is_one_mistake() -> None:
    """Told at its first item; a case with one wrong key beside a right one is a mistake of its own."""
    rows = changed("  x: a + 1", "  x:\n    - {nilai: a, bobot: 1}\n    - nilai: 2")
    assert [fault[:2] for fault in rows] == [("unknown-key", 11)]
    cases = changed("  x: a + 1", "  x:\n    - {wen: a, then: 1}\n    - {wenn: 1, then: 2}")
    assert [fault[:2] for fault in cases] == [("unknown-key", 11), ("unknown-key", 12)]


def test_wrong_items_are_not_no_items() -> None:
    """A list whose only item is wrong is not called empty as well."""
    assert [fault[0] for fault in changed("applied", "x")] == ["bad-value.word"]


def test_unknown_keys_are_bounded() -> None:
    """Very many unknown keys are all counted, and cost little."""
    found = faults(RULE + "".join(f"k{number}: 1\n" for number in range(5000)))
    assert len(found) == 5000
