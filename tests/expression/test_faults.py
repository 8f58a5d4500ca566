"""A fault is a diagnostic that does not know its file."""

from sakip_rules.expression.faults import Fault, FormulaFaultError, fault


def test_the_words_of_a_fault_are_sorted() -> None:
    """Two faults with the same words are equal, however they were given."""
    assert fault("unit-mismatch", 2, 5, other="`b`", one="`a`") == Fault(
        "unit-mismatch", 2, 5, (("one", "`a`"), ("other", "`b`"))
    )


def test_the_error_carries_its_fault() -> None:
    """Who catches the error can say what is wrong and where."""
    found = fault("formula-not-allowed.empty", 0, 1)
    assert FormulaFaultError(found).fault is found
