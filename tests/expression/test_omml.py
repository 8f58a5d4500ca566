import xml.etree.ElementTree as ET

import pytest

from sakip_rules.expression import parse
from sakip_rules.expression.omml import NAMESPACE, OfficePen, to_omml

M = f"{{{NAMESPACE}}}"


def drawn(text: str, **titles: str) -> ET.Element:
    """A formula as Word has it, read back."""
    made = to_omml(parse(text), titles, OfficePen())
    return ET.fromstring(f'<root xmlns:m="{NAMESPACE}">{made}</root>')[0]  # noqa: S314 - made here


def words(element: ET.Element | None) -> str:
    """The letters of a part, in order."""
    assert element is not None
    return "".join(text.text or "" for text in element.iter(f"{M}t"))


def test_a_division_is_a_fraction() -> None:
    """Titles stand above and below the bar; what stands behind it is multiplied."""
    made = drawn("realisasi / target * 100", realisasi="Realisasi", target="Target")
    fraction = made.find(f"{M}f")
    assert fraction is not None
    assert (words(fraction.find(f"{M}num")), words(fraction.find(f"{M}den"))) == ("Realisasi", "Target")
    assert words(made) == "RealisasiTarget×100"


@pytest.mark.parametrize(
    ("formula", "element"),
    [
        ("a ** 2", "sSup"),
        ("root(a, 2)", "rad"),
        ("abs(a)", "d"),
        ("sum(a.b, where=a.c > 0)", "limLow"),
        ("(a + b) * c", "d"),
        ("a if b > 0 else c", "eqArr"),
    ],
)
def test_shapes_are_those_of_word(formula: str, element: str) -> None:
    """Powers, roots, bars, conditions below Σ, brackets, a brace with two lines."""
    assert drawn(formula).find(f".//{M}{element}") is not None


def test_a_square_root_hides_its_degree() -> None:
    """Word draws an empty box where a degree is neither given nor hidden."""
    root = drawn("root(a, 2)").find(f".//{M}rad")
    assert root is not None
    assert root.find(f"{M}radPr/{M}degHide") is not None


def test_titles_are_words_and_no_mark_up() -> None:
    """Upright, with their spaces, whatever characters they have."""
    made = drawn("a", a='<m:r/> & "b"')
    assert words(made) == '<m:r/> & "b"'
    assert made.find(f"{M}r/{M}rPr/{M}nor") is not None
