from sakip_rules.audit import Audit
from sakip_rules.exporters.audit.words import counted, named, value


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
