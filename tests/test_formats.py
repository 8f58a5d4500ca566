import pytest

from sakip_rules.formats import FORMATS, format_of_file, known_endings, usual_format


@pytest.mark.parametrize(
    ("subject", "name", "form"),
    [
        ("report", "hasil.csv", "csv"),
        ("report", "hasil.tidy.csv", "tidy"),
        ("report", "2020.v2/HASIL.MD", "markdown"),
        ("report", "hasil", "table"),
        ("report", "/dev/stdout", "table"),
        ("report", "hasil.pdf", None),
        ("report", "csv", "table"),
        ("checks", "a.sarif", "sarif"),
        ("checks", "a.sarif.json", "sarif"),
        ("checks", "a.json", "json"),
        ("schema", "a.txt", None),
    ],
)
def test_the_end_of_a_name_says_the_format(subject: str, name: str, form: str | None) -> None:
    """The longest ending that fits; without an ending the usual format; with an unknown one none."""
    assert format_of_file(subject, name) == form


def test_the_usual_format_is_the_first() -> None:
    """It is what a terminal shows."""
    assert [usual_format(subject) for subject in ("report", "checks", "schema")] == ["table", "text", "json"]


@pytest.mark.parametrize("subject", FORMATS)
def test_no_ending_means_two_formats(subject: str) -> None:
    """Each begins with a dot, is written in small letters, and stands once."""
    endings = known_endings(subject)
    assert len(endings) == len(set(endings))
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)
