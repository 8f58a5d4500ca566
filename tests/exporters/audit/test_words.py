from dataclasses import replace

from sakip_rules.audit import Audit, Cause
from sakip_rules.exporters.audit.words import TITLES, cause_words, causes, counted, named, value
from sakip_rules.vocabulary import VERDICTS


def test_counts_name_only_the_verdicts_there_are(audit: Audit) -> None:
    """And how many printed figures there are in all."""
    assert counted(audit, "en") == "4 printed figures: 1 same, 1 cut off, 1 differs, 1 cannot be recomputed"
    assert counted(Audit("LKjIP", []), "id") == "0 angka tercetak"


def test_a_figure_has_its_year(audit: Audit) -> None:
    """As it is written in a path."""
    assert named(audit.findings[3]) == "capaian@2019"


def test_numbers_are_printed_and_words_are_not_touched() -> None:
    """A category with digits is no number; nothing is a dash."""
    assert [value(text, "id") for text in ("1234.5", "-0.5", "Baik 1.5", None)] == [
        *("1.234,5", "-0,5", "Baik 1.5", "–"),
    ]


def test_every_verdict_has_a_heading() -> None:
    """In the order of weight."""
    assert set(TITLES) == set(VERDICTS)
    assert next(iter(TITLES)) == "differs"


def test_a_difference_without_a_cause_says_so(audit: Audit) -> None:
    """A verdict that says it all has no cause beside it; what is the same has none to tell."""
    same, cut, differs, never = audit.findings
    assert [cause_words(each, "id") for each in (same, cut, differs)] == ["", "", "sebab tidak ditemukan"]
    reason = replace(never, message=("Tidak ada.", "Nothing."))
    assert cause_words(reason, "en") == "Nothing."


def test_a_second_cause_stands_behind_the_first(audit: Audit) -> None:
    """Both give the printed digits."""
    also = Cause("padded", ("Ditambah nol.", "Padded."), {})
    assert causes(replace(audit.findings[1], also=also), "en") == "Padded."
    both = replace(audit.findings[2], cause=also, also=replace(also, message=("Lain.", "Other.")))
    assert cause_words(both, "en") == "Padded.; Other."
