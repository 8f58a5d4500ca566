"""The polarity of indicators whose table does not say it."""

from __future__ import annotations

import pytest

from sakip_rules import Catalogue
from sakip_rules.importer.drafts import Draft
from sakip_rules.importer.polarities import fill_polarities, told_together
from sakip_rules.plans import FrameworkPlan
from sakip_rules.sheets import Sheet


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Nilai SAKIP", "taken-as.polarity"),
        ("Persentase penduduk miskin", "taken-as.falling"),
        ("Waktu tunggu", "taken-as.falling"),
        ("Persentase temuan yang ditindaklanjuti", "taken-as.polarity"),
        ("Persentase penurunan kasus", "taken-as.polarity"),
    ],
)
def test_higher_is_taken_as_better_and_said(title: str, key: str, bundled: Catalogue) -> None:
    """By name where lower usually is; a part of it that is done away with is not such a name."""
    plan = bundled.rule("nasional/kerangka-lkjip", on=2020).plan
    assert isinstance(plan, FrameworkPlan)
    said, unsaid = Draft("indikator", "B", data={"polarity": "lower_is_better"}), Draft("indikator", title)
    root = Draft(plan.root, "A", children=[said, unsaid])
    notes, unsaid_of = fill_polarities(root, plan)
    told = [*notes, *told_together(unsaid_of, Sheet("a.csv", "", ()))]
    assert [note.key for note in told] == [key]
    assert [draft.data["polarity"] for draft in (said, unsaid)] == ["lower_is_better", "higher_is_better"]


@pytest.mark.parametrize(
    ("title", "note", "polarity"),
    [
        ("Angka Kematian Ibu (makin rendah makin baik)", "", "lower_is_better"),
        ("Waktu tunggu", "Semakin cepat pelayanannya, semakin baik", "lower_is_better"),
        ("Kasus yang ditemukan, semakin banyak semakin baik", "", "higher_is_better"),
        ("Rasio belanja pegawai", "makin mendekati target makin baik", "closer_is_better"),
    ],
)
def test_a_polarity_in_words_is_taken(title: str, note: str, polarity: str, bundled: Catalogue) -> None:
    """From the name or the note of the indicator; there is nothing to ask about it."""
    plan = bundled.rule("nasional/kerangka-lkjip", on=2020).plan
    assert isinstance(plan, FrameworkPlan)
    draft = Draft("indikator", title, note=note)
    assert fill_polarities(Draft(plan.root, "A", children=[draft]), plan) == ([], 0)
    assert draft.data["polarity"] == polarity
