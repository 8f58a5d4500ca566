"""Pages made from rules, before MkDocs sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakip_rules.site.made import RulesHaveErrorsError, made_texts, read_made

RULES = Path(__file__).parent.parent / "small" / "rules"


def test_one_block_of_html_is_not_markdown() -> None:
    """What stands before it is read, and the HTML stays as it is."""
    made = read_made(
        '---\ntitle: "A: b"\nsearch: ["x", "y"]\n---\n\n<div class="sakip sakip--rule">\n# a\n</div>\n'
    )
    assert made is not None
    assert made.front == {"title": "A: b", "search": ["x", "y"]}
    assert made.html == '<div class="sakip sakip--rule">\n# a\n</div>\n'


@pytest.mark.parametrize(
    "text", ["# Judul\n", "---\ntitle: a\n---\n# Judul\n", '<div class="sakip">', "---\ntitle: a\n", ""]
)
def test_anything_else_is_markdown(text: str) -> None:
    """A page without a front matter, or with Markdown behind it, is read as MkDocs reads pages."""
    assert read_made(text) is None


def test_pages_of_a_folder_of_rules(tmp_path: Path) -> None:
    """They are those that `sakip docs` writes."""
    made = made_texts([str(RULES)], tmp_path, "directories", bundled=False)
    assert made
    assert all(path.endswith(".md") for path in made)


def test_no_site_is_made_from_rules_with_errors(tmp_path: Path) -> None:
    """The message is the checker's, with its place."""
    file = tmp_path / "a" / "b" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("kind: index\n", "utf-8")
    with pytest.raises(RulesHaveErrorsError, match=r"1\.0\.0\.yaml:1:1\ngalat\[missing-key\]"):
        made_texts([str(tmp_path)], tmp_path, "directories", bundled=False)
