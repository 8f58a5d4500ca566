from sakip_rules.exporters.workbook.refusals import CAUSE_WORDS, CAUSES, NotAFormulaError


def test_every_cause_has_words() -> None:
    """In both languages, as the end of a sentence."""
    assert CAUSE_WORDS.keys() == set(CAUSES)
    assert all(text and not text.endswith(".") for pair in CAUSE_WORDS.values() for text in pair)


def test_the_error_says_its_cause() -> None:
    """The cell that it is raised for tells it."""
    assert NotAFormulaError("long").cause == "long"
