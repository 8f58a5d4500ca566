import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents import control, paragraph, part, row, table

from sakip_rules.exporters.word.controls import DEPTH, DamagedPartError, find_controls


def texts(made: str) -> list[tuple[str, list[str]]]:
    """The tags of a part, each with the texts that it holds, as they are written."""
    data = made.encode()
    return [(each.tag, [data[slice(*span)].decode() for span in each.texts]) for each in find_controls(data)]


def test_a_control_is_known_by_its_tag_and_its_texts() -> None:
    """Those without a tag are nobody's; letters of any language stand before it."""
    body = paragraph("<w:r><w:t>é–ﷲ</w:t></w:r>" + control("capaian", "isi")) + paragraph(control("", "b"))
    assert texts(part(body)) == [("capaian", ["<w:t>isi</w:t>"])]


def test_texts_of_a_control_within_belong_to_it() -> None:
    """The outer one keeps its own."""
    inner = control("dalam", "b")
    outer = control("luar", "a").replace("</w:sdtContent>", f"{inner}</w:sdtContent>")
    assert texts(part(paragraph(outer))) == [("dalam", ["<w:t>b</w:t>"]), ("luar", ["<w:t>a</w:t>"])]


def test_an_empty_text_and_one_with_marks_in_quotes() -> None:
    """`<w:t/>` ends where it begins; `>` within quotes ends nothing."""
    made = part(paragraph(control("a", "x").replace("<w:t>x</w:t>", "<w:t w:a='>'/>")))
    assert texts(made) == [("a", ["<w:t w:a='>'/>"])]


def test_marks_of_a_placeholder_are_found() -> None:
    """So that the new text is not grey."""
    data = part(paragraph(control("a"))).encode()
    (found,) = find_controls(data)
    assert {data[slice(*span)] for span in found.marks} == {
        b"<w:showingPlcHdr/>",
        b'<w:rStyle w:val="PlaceholderText"/>',
    }


def test_a_control_knows_its_row() -> None:
    """The innermost; a row that holds another says so."""
    inside = table(row(control("dalam")))
    data = part(table(f"<w:tr><w:tc>{inside}{paragraph(control('luar'))}</w:tc></w:tr>")).encode()
    inner, outer = find_controls(data)
    assert inner.row is not None
    assert outer.row is not None
    assert (inner.row.is_nested, outer.row.is_nested) == (False, True)
    assert data[slice(*inner.row.whole)].startswith(b"<w:tr>")
    assert data[slice(*inner.row.whole)].endswith(b"</w:tr>")
    assert data[slice(*inner.row.ids[0])] == b'<w:id w:val="7"/>'


def test_another_prefix_is_read() -> None:
    """Programs may call the space of Word as they like."""
    made = part(paragraph(control("a"))).replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:", " x:")
    assert texts(made.replace("xmlns:w=", "xmlns:x="))[0][0] == "a"


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"<a>",
        b"<a/>",
        "<?xml version='1.0' encoding='UTF-16'?><a/>".encode("utf-16"),
        part("").replace("<w:document", "<!DOCTYPE a [<!ENTITY b 'c'>]><w:document").encode(),
        part("<w:p>" * DEPTH + "</w:p>" * DEPTH).encode(),
        part("</w:p>").encode(),
    ],
)
def test_what_is_no_document_is_refused(damaged: bytes) -> None:
    """Cut off, of another kind, with entities, too deep."""
    with pytest.raises(DamagedPartError):
        find_controls(damaged)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(garbage: bytes) -> None:
    """Nothing else leaves the reader."""
    for data in (garbage, part("@").encode().replace(b"@", garbage)):
        try:
            find_controls(data)
        except DamagedPartError:
            continue
