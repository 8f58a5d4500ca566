import pytest

from sakip_rules.exporters.formula_guard import guarded


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", " =1", "  @a", "\uff1d1"])
def test_a_text_that_begins_like_a_formula_is_marked(text: str) -> None:
    """Spaces in front do not hide it."""
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["a=1", "Capaian - target", "100", ""])
def test_other_texts_stay(text: str) -> None:
    """Only the beginning matters."""
    assert guarded(text) == text


@pytest.mark.parametrize("text", ["\t=1", "\r\n=1", "\x00=1"])
def test_nothing_invisible_stands_before_a_formula(text: str) -> None:
    """What steers a screen is replaced by a sign that is seen; then no `=` begins the cell."""
    assert guarded(text).startswith("\ufffd")
