from sakip_rules.exporters.web import page, web_row, web_table
from sakip_rules.markup import NOTHING, tag


def test_a_page_needs_nothing_else() -> None:
    """Its style stands in it, with the colours of paper, of a dark screen and of charts."""
    made = page("Judul <1>", "id", tag("p", "isi"))
    assert made.startswith('<!DOCTYPE html>\n<html lang="id">')
    assert "<title>Judul &lt;1&gt;</title>" in made
    assert "prefers-color-scheme: dark" in made
    assert "@media print" in made
    assert ".chart__bar" in made


def test_the_style_ends_nowhere() -> None:
    """Nothing in a style sheet closes the element that holds it."""
    made = page("a", "en", NOTHING)
    assert made.count("</style>") == 1


def test_a_row_is_named_by_its_first_cell() -> None:
    """The others say which head they belong to; empty ones need not."""
    row = web_row([("a", "Uraian", False), ("1", "Nilai", True), ("", "Lain", False)], "deep-1")
    assert row == (
        '<tr role="row" class="deep-1"><th scope="row" role="rowheader">a</th>'
        '<td role="cell" data-label="Nilai" class="number">1</td><td role="cell"></td></tr>'
    )


def test_a_caption_that_is_empty_is_none() -> None:
    """Where a heading says the same."""
    assert "<caption>" not in web_table("", NOTHING, [])
    assert "<caption>a &amp; b</caption>" in web_table("a & b", NOTHING, [])
