"""Why a printed figure cannot be recomputed is said with it."""

from pathlib import Path

import pytest
from tests.audit.invented import finding


@pytest.mark.parametrize(
    ("path", "entry", "reason", "said"),
    [
        ("dua/d", "figure: rasio, value: 75", "not_given", "`rasio` memerlukan `nilai`, yang tidak ada."),
        ("dua/d", "figure: lebih, value: 5", "not_given", "`lebih` memerlukan `nilai`, yang tidak ada."),
        ("dua/d", "figure: nilai, value: 5", "not_given", "`nilai`: belum ada."),
        ("satu/a", "figure: nilai, year: 2018, value: 5", "year-not-given", "Tahun 2018 tidak diberikan"),
        (
            "satu/a",
            "figure: rasio, year: 2018, category: Unggul",
            "year-not-given",
            "Tahun 2018 tidak diberikan",
        ),
        (
            "dua/d",
            "figure: rasio, category: Unggul",
            "not_given",
            "`rasio` memerlukan `nilai`, yang tidak ada.",
        ),
        ("dua/d", "figure: nilai, category: Unggul", "not_given", "`nilai`: belum ada."),
        (
            "satu/a",
            "figure: selisih, category: Unggul",
            "no-scale",
            "Aturannya tidak memberi `selisih` sebuah skala.",
        ),
    ],
)
def test_the_reason_is_said(tmp_path: Path, path: str, entry: str, reason: str, said: str) -> None:
    """The operand that is absent at the bottom, the year that is not given, the scale that is missing."""
    found = finding(tmp_path, path, entry)
    assert (found.verdict, found.recomputed, found.reason) == ("not_recomputable", None, reason)
    assert found.message is not None
    assert said in found.message[0]


def test_both_languages_say_why(tmp_path: Path) -> None:
    """Each sentence names the figure, and the operands that are not there."""
    said = {
        "figure: rasio, value: 75": "`rasio` needs `nilai`, which is not there.",
        "figure: nilai, value: 5": "`nilai`: missing.",
    }
    for entry, english in said.items():
        found = finding(tmp_path, "dua/d", entry)
        assert found.message is not None
        assert found.message[1] == english
