from sakip_rules.exporters.word.xml import bookmarked, element, field, paragraph, run, value
from sakip_rules.markup import Markup


def test_an_element_has_its_attributes_in_their_space() -> None:
    """The first underscore of a name is a colon; what is None is left out."""
    assert element("w:tab", w_val="left", w_pos=None) == '<w:tab w:val="left"/>'
    assert element("a", element("b")) == "<a><b/></a>"
    assert value("w:jc", "right") == '<w:jc w:val="right"/>'


def test_texts_of_strangers_are_no_mark_up() -> None:
    """Neither between elements nor in an attribute; what XML cannot hold is replaced."""
    assert element("a", "<b/>&", x_y='"<') == '<a x:y="&quot;&lt;">&lt;b/&gt;&amp;</a>'
    assert "\x00" not in run("a\x00b")


def test_a_run_has_its_look() -> None:
    """In the order that the schema wants."""
    assert run("a") == '<w:r><w:t xml:space="preserve">a</w:t></w:r>'
    assert run("a", bold=True, italic=True).startswith("<w:r><w:rPr><w:b/><w:i/></w:rPr>")
    assert '<w:color w:val="51606F"/>' in run("a", quiet=True)


def test_a_paragraph_takes_text_and_runs() -> None:
    """A plain text is one run; the style stands before other properties."""
    made = paragraph("a", run("b"), style="Caption", looks=[element("w:keepNext")])
    assert made == (
        '<w:p><w:pPr><w:pStyle w:val="Caption"/><w:keepNext/></w:pPr>'
        '<w:r><w:t xml:space="preserve">a</w:t></w:r><w:r><w:t xml:space="preserve">b</w:t></w:r></w:p>'
    )


def test_fields_show_something_before_they_are_computed() -> None:
    """Word computes them when it is asked to."""
    assert field("PAGE", "1").startswith('<w:fldSimple w:instr=" PAGE "><w:r>')


def test_a_bookmark_stands_around_its_content() -> None:
    """By one number."""
    made = bookmarked("_Toc_1", 7, Markup("<x/>"))
    assert made == '<w:bookmarkStart w:id="7" w:name="_Toc_1"/><x/><w:bookmarkEnd w:id="7"/>'
