"""HTML that no text can break out of."""

from sakip_rules.markup import (
    NOTHING,
    items,
    joined,
    link,
    prose,
    safe_html,
    table,
    tag,
    verbatim,
    void,
)


def test_texts_are_escaped_and_mark_up_is_not() -> None:
    """Once, however deep a text stands."""
    assert tag("p", "a < b", tag("b", "&"), class_="x") == '<p class="x">a &lt; b<b>&amp;</b></p>'
    assert joined(["<", tag("i", "é")], " & ") == "&lt; &amp; <i>é</i>"
    assert safe_html(safe_html("<")) == "&lt;"


def test_what_steers_a_screen_is_taken_out() -> None:
    """An unprintable character of a file would reorder a page; a line end is a space."""
    assert tag("p", "a\u202eb\nc") == "<p>a\N{REPLACEMENT CHARACTER}b c</p>"
    assert tag("p", title='"\u202e') == '<p title="&quot;\N{REPLACEMENT CHARACTER}"></p>'


def test_names_between_backticks_are_code() -> None:
    """A single backtick is itself."""
    assert prose("tulis `a < b`, lalu `c`") == "tulis <code>a &lt; b</code>, lalu <code>c</code>"
    assert prose("satu ` saja") == "satu ` saja"


def test_attributes_are_written_as_html_has_them() -> None:
    """A word of Python gets its underscore off; what is not so is left out."""
    assert void("input", data_rule="a", required=True, disabled=False, value=None) == (
        '<input data-rule="a" required>'
    )
    assert link("../x/", "x", class_="y") == '<a href="../x/" class="y">x</a>'


def test_lists_and_tables_hold_what_they_are_given() -> None:
    """A list of nothing is nothing; the first cell of a row is its head."""
    assert items("ul", ["a", "<"]) == "<ul><li>a</li><li>&lt;</li></ul>"
    assert items("ul", []) == NOTHING == ""
    assert table(["n", "v"], [["a", "1"]], class_="t") == (
        '<div class="wide"><table class="t">'
        '<thead><tr><th scope="col">n</th><th scope="col">v</th></tr></thead>'
        '<tbody><tr><th scope="row">a</th><td>1</td></tr></tbody></table></div>'
    )


def test_a_text_of_lines_holds_no_empty_line() -> None:
    """Markdown would end the block of HTML there."""
    assert verbatim("a\n\n<b>") == "a&#10;&#10;&lt;b&gt;"


def test_rows_may_have_no_heads() -> None:
    """Where no cell says what the others are about."""
    assert "<tbody><tr><td>a</td><td>1</td></tr></tbody>" in table(
        ["n", "v"], [["a", "1"]], rows_have_heads=False
    )
