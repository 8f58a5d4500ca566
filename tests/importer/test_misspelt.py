"""What a heading that nobody knows was likely meant to say."""

from __future__ import annotations

import pytest

from sakip_rules.importer.headings import read_heading
from sakip_rules.importer.misspelt import meant_by


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("Taget", '--columns "target=Taget"'),
        ("Relisasi 2023", '--columns "realisasi=Relisasi 2023"'),
        ("Relisasi 2022", '--columns "realisasi@2022=Relisasi 2022"'),
        ("Capain (%)", '--columns "capaian=Capain (%)"'),
        ("Realsasi Angaran", '--columns "realisasi_anggaran=Realsasi Angaran"'),
        ("Penanggung jawab", None),
        ("Sumber data", None),
        ("PIC", None),
        ("Rata-rata", None),
        ("Taget" + " kata" * 40, None),
    ],
)
def test_a_letter_or_two_aside_is_a_usual_heading(text: str, option: str | None) -> None:
    """With its year, where that is not the report's own; other words are nobody's."""
    heading = read_heading(text, {})
    assert heading.what == ""
    assert meant_by(heading, {}, 2023) == option
