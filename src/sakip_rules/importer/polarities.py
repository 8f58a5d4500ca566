"""The polarity of indicators, where their table does not say it."""

from __future__ import annotations

import re
from typing import Final

from sakip_rules.diagnostics import Diagnostic, Place, quoted, warn
from sakip_rules.importer.drafts import Draft
from sakip_rules.plans import FrameworkPlan
from sakip_rules.sheets import Sheet

_RISING: Final = re.compile(
    r"ditindaklanjuti|terselesaikan|diselesaikan|selesai|penyelesaian|penanganan|pencegahan|tertangani|ditangani|penurunan|pengurangan|berkurang",
    re.IGNORECASE,
)
"""Of what is bad a part that is done away with: more of it is better."""

_FALLING: Final = re.compile(
    r"miskin|penganggur|kematian|stunting|prevalensi|kesakitan|\bkasus|kejadian|pelanggaran|krimin"
    r"|putus sekolah|inflasi|\bgini\b|ketimpangan|temuan|keluhan|pengaduan|kecelakaan|waktu tunggu"
    r"|respons? time|gizi buruk|kumuh|kebakaran|backlog|rawan",
    re.IGNORECASE,
)


def fill_polarities(root: Draft, plan: FrameworkPlan, sheet: Sheet) -> list[Diagnostic]:
    """Takes higher as better where the table says no polarity, and gives what is to be said of that."""
    notes = []
    unsaid = 0
    for draft in root.walk():
        declared = plan.levels[draft.level].polarity
        if declared is None or declared.default is not None or declared.name in draft.data:
            continue
        draft.data[declared.name] = "higher_is_better"
        if _FALLING.search(draft.title) and not _RISING.search(draft.title):
            notes.append(warn("taken-as.falling", draft.place, title=quoted(draft.title)))
        else:
            unsaid += 1
    if unsaid:
        notes.append(warn("taken-as.polarity", Place(sheet.file, sheet=sheet.name), count=str(unsaid)))
    return notes
