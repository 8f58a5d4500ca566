"""The polarity of indicators, where their table does not say it."""

from __future__ import annotations

import re
from typing import Final

from sakip_rules.diagnostics import Diagnostic, Place, quoted, warn
from sakip_rules.importer.drafts import Draft
from sakip_rules.plans import FrameworkPlan
from sakip_rules.sheets import Sheet

UNSAID: Final = "taken-as.polarity"
"""The key of what is told of records whose polarity nobody says."""

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

_SAID: Final = re.compile(
    r"\b(?:se)?makin\s+(?:(?P<higher>tinggi|besar|banyak|naik|meningkat)|(?P<closer>dekat|mendekati)"
    r"|(?P<lower>rendah|kecil|sedikit|turun|menurun|cepat|singkat|pendek))\b.{0,30}\b(?:se)?makin\s+baik",
    re.IGNORECASE,
)
"""A polarity in words, in a name or a note: "(semakin rendah semakin baik)"."""


def fill_polarities(root: Draft, plan: FrameworkPlan) -> tuple[list[Diagnostic], int]:
    """Takes the polarity that a name or a note says, else higher as better.

    Gives what is to be told of some records, and how many others were taken as better when higher.
    """
    notes: list[Diagnostic] = []
    unsaid = 0
    for draft in root.walk():
        declared = plan.levels[draft.level].polarity
        if declared is None or declared.default is not None or declared.name in draft.data:
            continue
        said = _SAID.search(draft.title) or _SAID.search(draft.note)
        draft.data[declared.name] = f"{said.lastgroup}_is_better" if said else "higher_is_better"
        if said:
            continue
        if _FALLING.search(draft.title) and not _RISING.search(draft.title):
            notes.append(warn("taken-as.falling", draft.place, title=quoted(draft.title)))
        else:
            unsaid += 1
    return notes, unsaid


def told_together(unsaid: int, sheet: Sheet) -> list[Diagnostic]:
    """Gives what is to be told, once, of all records that were taken as better when higher."""
    return [warn(UNSAID, Place(sheet.file, sheet=sheet.name), count=str(unsaid))] if unsaid else []
