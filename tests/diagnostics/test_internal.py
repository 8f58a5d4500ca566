import pytest

from sakip_rules.diagnostics.internal import internal_words
from sakip_rules.version import __version__


def raised(error: Exception) -> Exception:
    """The error, with the line that it was raised at."""
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def test_a_fault_is_named_by_its_kind_and_line_alone() -> None:
    """In both languages; nothing of its message, which may hold a stranger's data."""
    for words in internal_words(raised(ValueError("rahasia"))):
        assert "ValueError diagnostics/test_internal.py:" in words
        assert __version__ in words
        assert "rahasia" not in words


def test_a_fault_without_a_line_is_named_too() -> None:
    """It was never raised."""
    assert "internal error: KeyError (" in internal_words(KeyError("x"))[1]
