import xml.etree.ElementTree as ET

import pytest
from tests.documents import control, paragraph, part, row, table

from sakip_rules.exporters.word import filling
from sakip_rules.exporters.word.controls import find_controls
from sakip_rules.exporters.word.filling import filled


class Answers:
    """Answers every tag with itself; `a[]` has two records, `b[]` none."""

    def __init__(self) -> None:
        self.mistakes: list[tuple[str, str]] = []

    def text(self, tag: str, record: int | None = None) -> str:
        """The tag, with the number of the record."""
        return f"<{tag}>" if record is None else f"{tag} {record}"

    def collection(self, tag: str) -> str | None:
        """As tags of templates are written."""
        return tag.partition(":")[0] if "[]:" in tag else None

    def count(self, collection: str) -> int:
        """Two of `a`."""
        return 2 if collection == "a[]" else 0

    def wrong(self, key: str, tag: str) -> None:
        """Keeps what is wrong."""
        self.mistakes.append((key, tag))


def fill(body: str) -> tuple[str, list[tuple[str, str]]]:
    """The body of a filled document, which is XML still, and what is wrong."""
    answers, data = Answers(), part(body).encode()
    made = filled(data, find_controls(data), answers).decode()
    ET.fromstring(made)  # noqa: S314 - made here
    return made.partition("<w:body>")[2].partition("</w:body>")[0], answers.mistakes


def test_only_the_text_of_a_control_changes() -> None:
    """Its look stays, the marks of the placeholder go, and what a figure says is no mark-up."""
    made, mistakes = fill("<w:p><w:r><w:t>sebelum</w:t></w:r></w:p>" + paragraph(control("a")))
    assert "<w:t>sebelum</w:t>" in made
    assert '<w:b/></w:rPr><w:t xml:space="preserve">&lt;a&gt;</w:t>' in made
    assert "PlaceholderText" not in made
    assert "showingPlcHdr" not in made
    assert mistakes == []


def test_a_text_over_several_runs_becomes_one() -> None:
    """Word splits texts as it likes."""
    body = paragraph(control("a", "x").replace("</w:sdtContent>", "<w:r><w:t>y</w:t></w:r></w:sdtContent>"))
    assert fill(body)[0].count("</w:t>") == 1


def test_a_row_is_repeated_for_each_record() -> None:
    """Rows before and behind it stay; no two controls or paragraphs have one number."""
    body = table(row("judul"), row(control("a[]:x"), control("a[]:y", number=8)), row(control("z")))
    made, mistakes = fill(body)
    assert [made.count(f">a[]:{name} {record}<") for name in "xy" for record in (0, 1)] == [1, 1, 1, 1]
    assert made.count("<w:tr>") == 4
    assert made.index("a[]:y 0") < made.index("a[]:x 1") < made.index("&lt;z&gt;")
    assert made.count('<w:id w:val="7"/>') == 1
    assert mistakes == []


def test_without_records_one_empty_row_is_left() -> None:
    """A table without rows is a damaged document."""
    made, _ = fill(table(row(control("b[]:x"))))
    assert made.count("<w:tr>") == 1
    assert '<w:t xml:space="preserve"></w:t>' in made


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (paragraph(control("a[]:x")), "template-tag.row"),
        (table(row(control("a[]:x"), control("z"))), "template-tag.mixed"),
        (table(row(control("a[]:x"), control("b[]:y"))), "template-tag.mixed"),
        (
            table(f"<w:tr><w:tc>{table(row('x'))}{paragraph(control('a[]:x'))}</w:tc></w:tr>"),
            "template-tag.mixed",
        ),
        (paragraph(control("a").replace("<w:t>isi</w:t>", "")), "template-tag.empty"),
    ],
)
def test_what_cannot_be_filled_is_said(body: str, key: str) -> None:
    """By its tag."""
    _, mistakes = fill(body)
    assert [found for found, _ in mistakes] == [key]


def test_repeated_rows_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row with much in it, many times over, is stopped."""
    monkeypatch.setattr(filling, "LARGEST", 100)
    assert fill(table(row(control("a[]:x"))))[1] == [("template-tag.too-many", "a[]:x")]
