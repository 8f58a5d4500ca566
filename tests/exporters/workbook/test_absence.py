import re

import pytest

from sakip_rules.exporters.workbook.absence import Absence, Leaf, any_of, literal, says, unique

ABSENCE = Absence("en", "About!$B$6:$B$9")


@pytest.mark.parametrize(
    ("leaves", "text"),
    [
        ([Leaf("A1")], "ISNUMBER(A1)"),
        ([Leaf("A1"), Leaf("B1")], "COUNT(A1,B1)=2"),
        ([Leaf("A1", "truth")], "ISLOGICAL(A1)"),
        ([Leaf("A1", "text")], "ISNA(MATCH(A1,About!$B$6:$B$9,0))"),
        (
            [Leaf("A1"), Leaf("B1", "text", blank=True)],
            'AND(ISNUMBER(A1),ISNA(MATCH(B1,About!$B$6:$B$9,0)),B1<>"")',
        ),
    ],
)
def test_whether_cells_hold_values(leaves: list[Leaf], text: str) -> None:
    """Each kind is asked for in its own way; an empty cell holds none."""
    assert ABSENCE.present(leaves) == text


def test_the_worst_of_absent_values() -> None:
    """A lone cell is its own; of several, mistakes come first, and what is no word is one."""
    assert ABSENCE.worst([Leaf("A1")]) == "A1"
    text = ABSENCE.worst([Leaf("A1"), Leaf("B1", blank=True)])
    words = ["not computable", "missing", "not due yet", "not applicable"]
    places = [text.index(f'A1="{word}"') for word in words]
    assert places == sorted(places)
    assert 'B1=""' in text
    assert text.endswith('"not computable"))))')


def test_an_empty_cell_is_missing() -> None:
    """Where a reader may empty it; others are taken as they are."""
    assert ABSENCE.itself(Leaf("A1", blank=True)) == 'IF(A1="","missing",A1)'
    assert ABSENCE.itself(Leaf("A1")) == "A1"
    assert ABSENCE.given(Leaf("A1", blank=True)).endswith(',A1<>"")')
    assert says(Leaf("A1", "truth", blank=True), "FALSE") == 'AND(A1<>"",A1=FALSE)'
    assert says(Leaf("A1", "truth"), "FALSE") == "A1=FALSE"


def test_small_parts() -> None:
    """Quotes are doubled; one condition needs no OR; cells are named once."""
    assert literal('5" lebih') == '"5"" lebih"'
    assert literal("") == '""'


def test_no_text_of_a_formula_is_longer_than_excel_takes() -> None:
    """255 characters; what they are joined to is the text."""
    text = "".join(f'{number}"' for number in range(200))
    written = literal(text)
    pieces = [piece.replace('""', '"') for piece in re.findall(r'"((?:[^"]|"")*)"', written)]
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 255
    assert re.sub(r'"(?:[^"]|"")*"', "", written) == "&" * (len(pieces) - 1)
    assert any_of(["a"]) == "a"
    assert any_of(["a", "b"]) == "OR(a,b)"
    assert unique([Leaf("A1"), Leaf("B1"), Leaf("A1")]) == (Leaf("A1"), Leaf("B1"))
