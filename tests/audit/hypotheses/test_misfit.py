"""What hypotheses are given and give."""

import pytest

from sakip_rules.audit.hypotheses.misfit import named_places, told


@pytest.mark.parametrize(
    ("where", "places"),
    [
        (None, (None,)),
        ("Tabel 3", ("Tabel 3",)),
        ("Tabel 3 (rata-rata)", ("Tabel 3 (rata-rata)", "Tabel 3")),
    ],
)
def test_places(where: str | None, places: tuple[str | None, ...]) -> None:
    """A place belongs to itself and to the table that it is a part of; no place is a place too."""
    assert named_places(where) == places


def test_operands_in_words() -> None:
    """At most four operands are named, in the notation of each language."""
    assert told({"nilai": "1234.5"}) == ("nilai = 1.234,5", "nilai = 1234.5")
    five = told(dict.fromkeys("abcde", "1"))
    assert five[1] == "a = 1, b = 1, c = 1, d = 1, …"
