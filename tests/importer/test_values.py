"""Figures of a row, written as the level of their record asks for them."""

from __future__ import annotations

import pytest

from sakip_rules import Catalogue
from sakip_rules.importer.columns import DecidedColumns
from sakip_rules.importer.drafts import AbsentDatum, Draft
from sakip_rules.importer.headings import Heading
from sakip_rules.importer.values import ValueWriter
from sakip_rules.plans import FrameworkPlan
from sakip_rules.sheets import Sheet, SheetCell, SheetRow


def written(
    bundled: Catalogue, what: str, cell: SheetCell, unit: str | None = None
) -> tuple[Draft, ValueWriter]:
    """An indicator with one figure."""
    plan = bundled.rule("nasional/kerangka-lkjip", on=2020).plan
    assert isinstance(plan, FrameworkPlan)
    row = SheetRow(2, {1: cell})
    decided = DecidedColumns({1: Heading(what, what)}, 2020)
    writer = ValueWriter(Sheet("a.xlsx", "S", (row,)), plan, decided, None, None)
    draft = Draft("indikator", "A", unit=unit)
    writer.write(draft, plan.levels["indikator"], row, 1)
    return draft, writer


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("makin rendah makin baik", "lower_is_better"),
        ("Negatif", "lower_is_better"),
        ("Maksimal", "higher_is_better"),
        ("makin tinggi", "higher_is_better"),
        ("Stabil", "closer_is_better"),
    ],
)
def test_polarities_are_words_of_the_language(text: str, word: str, bundled: Catalogue) -> None:
    """In the words of agencies."""
    draft, _ = written(bundled, "arah", SheetCell(text))
    assert draft.data == {"polarity": word}


def test_a_percent_format_needs_the_unit_persen(bundled: Catalogue) -> None:
    """Without a unit it is one; with another the cell lies."""
    cell = SheetCell("0.2942", "number", shown="29.42", percent=True)
    draft, _ = written(bundled, "target", cell)
    assert (draft.data, draft.unit) == ({"target": "29.42"}, "persen")
    draft, writer = written(bundled, "target", cell, "orang")
    assert draft.data == {}
    assert [mistake.key for mistake in writer.mistakes] == ["bad-cell.percent"]


def test_what_is_stored_is_the_datum_and_the_difference_is_said(bundled: Catalogue) -> None:
    """29.42 shown as 29 is 29.42; 0.294234 shown as 29.42 % is 29.4234, exactly."""
    draft, writer = written(bundled, "target", SheetCell("29.42", "number", shown="29"))
    assert (draft.data, [note.key for note in writer.notes]) == ({"target": "29.42"}, ["odd-cell.shown"])
    draft, _ = written(bundled, "target", SheetCell("0.294234", "number", shown="29.42", percent=True))
    assert draft.data == {"target": "29.4234"}


def test_what_a_level_computes_is_printed_and_what_it_asks_for_is_data(bundled: Catalogue) -> None:
    """A choice as it is written."""
    draft, _ = written(bundled, "capaian", SheetCell("101,50"))
    assert [(item.figure, item.value, item.where) for item in draft.printed] == [
        ("capaian", "101.50", "a.xlsx:S!A2")
    ]
    draft, _ = written(bundled, "makin_rendah", SheetCell("rasio"))
    assert draft.data == {"makin_rendah": "rasio"}


def test_a_polarity_that_nobody_knows_is_said(bundled: Catalogue) -> None:
    """And not written."""
    draft, writer = written(bundled, "arah", SheetCell("lihat bab 3"))
    assert draft.data == {}
    assert [note.key for note in writer.notes] == ["not-imported.polarity"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Maximize", "higher_is_better"),
        ("Minimize", "lower_is_better"),
        ("Stabilize", "closer_is_better"),
        ("+", "higher_is_better"),
        ("↓", "lower_is_better"),
    ],
)
def test_polarities_in_english_and_as_signs(text: str, word: str, bundled: Catalogue) -> None:
    """As work plans of ministries have them."""
    draft, _ = written(bundled, "arah", SheetCell(text))
    assert draft.data == {"polarity": word}


def test_a_reason_in_the_place_of_a_figure_is_one(bundled: Catalogue) -> None:
    """It is kept, and nothing is to be said of it."""
    draft, writer = written(bundled, "realisasi", SheetCell("Belum rilis BPS"))
    assert draft.data == {"realisasi": AbsentDatum("missing", "Belum rilis BPS")}
    assert writer.notes == []
