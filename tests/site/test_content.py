"""What every page's content gets."""

from __future__ import annotations

from sakip_rules.site.content import (
    PageHeading,
    headings_of,
    ids_of,
    plain,
    with_anchors,
    with_boxes,
    with_languages,
)

HTML = '<h1 id="a">A</h1><h2 id="b-1">B &amp; <em>b</em></h2><h3 class="x" id="c">C</h3><h2>D</h2>'


def test_text_is_told_from_tags() -> None:
    """Entities are read, spaces joined."""
    assert plain("<em>a</em> &lt;\n b") == "a < b"


def test_headings_with_an_id_are_contents() -> None:
    """The title of the page is none of its sections, and a heading without an id cannot be led to."""
    assert list(headings_of(HTML)) == [PageHeading(2, "b-1", "B & b"), PageHeading(3, "c", "C")]
    assert ids_of(HTML) == {"a", "b-1", "c"}


def test_a_heading_leads_to_itself_for_the_mouse_only() -> None:
    """A keyboard would have to pass each of them."""
    made = with_anchors(HTML, "Tautan")
    assert made.count('class="anchor"') == 2
    assert 'href="#b-1" aria-hidden="true" tabindex="-1" title="Tautan"' in made
    assert with_anchors(made, "Tautan") == made


def test_a_section_lends_its_id_to_its_heading() -> None:
    """Made pages name their sections, and a link leads to the whole of one."""
    html = '<section id="rumus" class="x"><h2>Rumus</h2><p></p></section>'
    assert list(headings_of(html)) == [PageHeading(2, "rumus", "Rumus")]
    assert '<section id="rumus" class="x"><h2>Rumus<a class="anchor" href="#rumus"' in with_anchors(html, "")


def test_a_table_stands_in_a_box() -> None:
    """One box each; one that has its box keeps it."""
    made = with_boxes("<p></p><table><tr><td>1</td></tr></table>")
    assert made == '<p></p><div class="wide"><table><tr><td>1</td></tr></table></div>'
    assert with_boxes(made) == made


def test_a_link_to_an_english_page_says_so() -> None:
    """A screen reader changes its voice there."""
    html = '<a href="../en/panduan/">Guide</a><a href="enau/">Enau</a>'
    assert (
        with_languages(html)
        == '<a lang="en" hreflang="en" href="../en/panduan/">Guide</a><a href="enau/">Enau</a>'
    )


def test_a_table_in_a_box_of_its_own_gets_no_other() -> None:
    """Whatever else the box is called: two boxes would scroll in one another."""
    boxed = '<div class="wide chapter"><table><tr><td>1</td></tr></table></div>'
    assert with_boxes(boxed) == boxed


def test_cells_of_a_wide_table_are_labelled() -> None:
    """Cards on a phone have no row of heads above them; what is empty there labels nothing."""
    heads = "".join(f"<th>{head}</th>" for head in ("", "b", 'c "x" &amp; y', "d"))
    cells = '<td>1</td><td style="text-align: right;">2</td><td>3</td><td>4</td>'
    made = with_boxes(f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>")
    assert '<table class="cards">' in made
    assert '<td>1</td><td style="text-align: right;" data-label="b">2</td>' in made
    assert '<td data-label="c &quot;x&quot; &amp; y">3</td><td data-label="d">4</td>' in made


def test_a_key_as_head_of_a_column_is_a_label_with_one_colon() -> None:
    """The style sheet writes the colon behind a label; `kind:` has its own already."""
    heads = "".join(f"<th>{head}</th>" for head in ("a", "<code>kind:</code>", "c", "d"))
    cells = "<td>1</td><td>2</td><td>3</td><td>4</td>"
    made = with_boxes(f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>")
    assert '<td data-label="kind">2</td>' in made


def test_a_made_table_is_labelled_in_the_box_that_it_has() -> None:
    """Its rows begin with a head, which needs no label: the first label is that of the second column."""
    heads = "".join(f'<th scope="col">{head}</th>' for head in "abcd")
    body = '</tr></thead><tbody><tr><th scope="row">1</th>{}</tr></tbody></table></div>'
    page = '<div class="wide"><table class="{}"><thead><tr>' + heads + body
    cells = "<td>2</td><td>3</td><td>4</td>"
    labelled = '<td data-label="b">2</td><td data-label="c">3</td><td data-label="d">4</td>'
    for kind in ("published", "report", "examples", "readings", "places"):
        assert with_boxes(page.format(kind, cells)) == page.format(f"{kind} cards", labelled)
    assert with_boxes(page.format("cells", cells)) == page.format("cells", cells)
