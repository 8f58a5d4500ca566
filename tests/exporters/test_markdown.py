import pytest

from sakip_rules.exporters.markdown import escaped, table_row


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("[x](http://y)", r"\[x\](http:\//y)"),
        ("# judul", r"\# judul"),
        ("- butir", r"\- butir"),
        ("1. butir", r"1\. butir"),
        ("*tebal* `kode`", r"\*tebal\* \`kode\`"),
        ("<script>", "&lt;script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("rata_target", "rata_target"),
        ("1.234,5", "1.234,5"),
        ("a\nb", "a\N{REPLACEMENT CHARACTER}b"),
    ],
)
def test_mark_up_is_escaped(text: str, shown: str) -> None:
    """Each character that means something is escaped; plain names and numbers stay readable."""
    assert escaped(text) == shown


def test_a_cell_cannot_end_its_row() -> None:
    """A row has as many cells as were put in."""
    assert table_row(["a|b", "c\nd"]) == "| a\\|b | c\N{REPLACEMENT CHARACTER}d |"
