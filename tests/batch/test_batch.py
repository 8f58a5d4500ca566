"""Words of the command that do not fit together."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.batch.calling import batch, put


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["contoh/serapan", "data.csv", "-o", "data.csv"], "to another file"),
        (["contoh/serapan", "data.csv", "--format", "xlsx"], "Write -o FILE"),
        (["contoh/serapan", "data.csv", "--resume"], "Write -o FILE"),
        (["serapan", "data.csv"], "contoh/serapan"),
        (["contoh/serapan", "data.csv", "-o", "hasil.docx"], "no known format"),
    ],
)
def test_words_that_do_not_fit_together(words: list[str], told: str) -> None:
    """Nothing is written."""
    put("pagu;dibelanjakan\n1;1\n")
    code, _, said = batch(*words)
    assert (code, told in said) == (2, True)
    assert [path.name for path in Path().glob("hasil*")] == []
