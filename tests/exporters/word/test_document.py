import io
import xml.etree.ElementTree as ET
import zipfile

import pytest

from sakip_rules.exporters.word.document import WordDocument, mark_of
from sakip_rules.exporters.word.tables import WordCell, WordRow, word_table
from sakip_rules.exporters.word.xml import NAMESPACES
from sakip_rules.languages import LANGUAGES, Language
from sakip_rules.pictures.raster import Raster

W, WP = (f"{{{NAMESPACES[key]}}}" for key in ("w", "wp"))
PICTURE = Raster(b"\x89PNG", 360, 180)


def parts(document: WordDocument) -> dict[str, bytes]:
    """The parts of a packed document."""
    with zipfile.ZipFile(io.BytesIO(document.to_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(document: WordDocument) -> ET.Element:
    """What stands in a document."""
    root = ET.fromstring(parts(document)["word/document.xml"])  # noqa: S314 - made here
    return root[0]


@pytest.fixture
def document() -> WordDocument:
    """An empty document."""
    return WordDocument("Judul <1>", "Dinas & Co", "id")


def test_all_parts_are_xml_and_have_a_type(document: WordDocument) -> None:
    """Each part has a type by its name or its ending, and every relation leads somewhere."""
    document.picture(PICTURE, "Judul", "Uraian")
    held = parts(document)
    types = held["[Content_Types].xml"].decode()
    for name, content in held.items():
        if name.endswith(".png"):
            continue
        ET.fromstring(content)  # noqa: S314 - made here
        assert name == "[Content_Types].xml" or name.endswith(".rels") or f'PartName="/{name}"' in types
    relations = ET.fromstring(held["word/_rels/document.xml.rels"])  # noqa: S314 - made here
    assert {f"word/{relation.get('Target')}" for relation in relations} <= held.keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_is_said(lang: Language) -> None:
    """In the styles, for the spelling, and in the properties."""
    held = parts(WordDocument("a", "b", lang))
    assert f'w:lang w:val="{ {"id": "id-ID", "en": "en-GB"}[lang] }"'.replace(" ", "") in held[
        "word/styles.xml"
    ].decode().replace(" ", "")
    assert "{language}" not in "".join(part.decode() for part in held.values())


def test_the_same_content_is_the_same_file(document: WordDocument) -> None:
    """No time of making is in it."""
    document.heading("a")
    other = WordDocument("Judul <1>", "Dinas & Co", "id")
    other.heading("a")
    assert document.to_bytes() == other.to_bytes()


def test_a_list_leads_to_its_captions(document: WordDocument) -> None:
    """Each entry to the bookmark around a caption; one field stands around all entries."""
    document.listed("Daftar tabel", "Tabel", [(1, "satu"), (2, "dua")])
    document.caption("Tabel", 1, "satu")
    document.caption("Tabel", 2, "dua", stays=False)
    made = body(document)
    anchors = [link.get(f"{W}anchor") for link in made.iter(f"{W}hyperlink")]
    marks = [mark.get(f"{W}name") for mark in made.iter(f"{W}bookmarkStart")]
    assert anchors == marks == [mark_of("Tabel", 1), mark_of("Tabel", 2)]
    kinds = [mark.get(f"{W}fldCharType") for mark in made.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]
    assert [field.get(f"{W}instr") for field in made.iter(f"{W}fldSimple")] == [" SEQ Tabel \\* ARABIC "] * 2
    assert len(list(made.iter(f"{W}keepNext"))) == 1


def test_a_picture_has_its_words(document: WordDocument) -> None:
    """Title and description; it keeps its proportions, and a tall one fits on a page."""
    document.picture(PICTURE, "Judul", 'Uraian "a" <b>')
    document.picture(Raster(b"", 100, 900), "Tinggi", "")
    made = body(document)
    first, second = made.iter(f"{WP}docPr")
    assert (first.get("title"), first.get("descr")) == ("Judul", 'Uraian "a" <b>')
    assert first.get("id") != second.get("id")
    wide, tall = ((int(size.get("cx", "0")), int(size.get("cy", "0"))) for size in made.iter(f"{WP}extent"))
    assert wide[0] == 2 * wide[1]
    assert tall[1] < 25 * 360_000
    assert abs(tall[1] - 9 * tall[0]) < 10 * 635


def test_pages_lie_on_their_side_only_where_they_should(document: WordDocument) -> None:
    """Portrait, landscape, portrait: three sections; none where nothing stood before."""
    row = [WordRow([WordCell("a")])]
    for is_wide in (False, True, False):
        document.turn(is_wide=is_wide)
        document.table(word_table(row, [1000], "a"))
    turned = [size.get(f"{W}orient") for size in body(document).iter(f"{W}pgSz")]
    assert turned == [None, "landscape", None]
    fresh = WordDocument("a", "b", "en")
    fresh.turn(is_wide=True)
    assert [size.get(f"{W}orient") for size in body(fresh).iter(f"{W}pgSz")] == ["landscape"]


def test_an_equation_stands_on_a_line_of_its_own(document: WordDocument) -> None:
    """As an equation that Word can edit."""
    document.equation("<m:oMath/>")
    assert body(document).find(f".//{{{NAMESPACES['m']}}}oMathPara") is not None


def test_every_style_that_is_used_is_there(document: WordDocument) -> None:
    """Word shows an unknown style as plain text."""
    styles = ET.fromstring(parts(document)["word/styles.xml"])  # noqa: S314 - made here
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    assert {"Title", "Subtitle", "Heading1", "Caption", "TableofFigures", "IsiTabel", "Rumus"} <= known
    bases = {base.get(f"{W}val") for base in styles.iter(f"{W}basedOn")}
    assert bases <= known
