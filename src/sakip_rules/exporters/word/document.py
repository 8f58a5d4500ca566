"""A document, built from top to bottom and packed: headings, captions, tables, pictures, equations."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.word.packing import packed
from sakip_rules.exporters.word.xml import (
    DECLARATION,
    NAMESPACES,
    bookmarked,
    element,
    field,
    paragraph,
    run,
)
from sakip_rules.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.languages import Language
    from sakip_rules.pictures.raster import Raster

_EMU: Final = 635
"""English metric units in a twentieth of a point."""

_PICTURE_WIDTH: Final = 6300
"""Names in a picture are as large as the text around it."""

_PICTURE_HEIGHT: Final = 11800
_SHORT_EDGE: Final = 11906
_LONG_EDGE: Final = 16838
_MARGIN: Final = 1418
_IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_LANGUAGES: Final[dict[Language, str]] = {"id": "id-ID", "en": "en-GB"}


class WordDocument:
    """Gathers the parts of a document in order."""

    def __init__(self, title: str, author: str, lang: Language) -> None:
        self.title = title
        self.author = author
        self.lang: Language = lang
        self._body: list[Markup] = []
        self._pictures: list[bytes] = []
        self._marks = 0
        self._is_wide = False

    def text(self, *runs: str, style: str | None = None) -> None:
        """Adds a paragraph."""
        self._body.append(paragraph(*runs, style=style))

    def heading(self, text: str, level: int = 1) -> None:
        """Adds a heading, that the navigation of Word shows."""
        self.text(text, style=f"Heading{level}")

    def caption(self, label: str, number: int, text: str, *, stays: bool = True) -> None:
        """Adds a caption, numbered by a field; one that `stays` is close to what follows."""
        self._marks += 1
        shown = bookmarked(
            mark_of(label, number), self._marks,
            run(f"{label} "), field(f"SEQ {label} \\* ARABIC", str(number)), run(f". {text}"),
        )  # fmt: skip
        looks = [element("w:keepNext")] if stays else []
        self._body.append(paragraph(shown, style="Caption", looks=looks))
        if not stays:
            self.gap()

    def listed(self, heading: str, label: str, captions: Sequence[tuple[int, str]]) -> None:
        """Adds the list of all captions of a label; Word puts page numbers in when its field is updated."""
        self.text(heading, style="Daftar")
        for place, (number, text) in enumerate(captions):
            entry = element(
                "w:hyperlink",
                run(f"{label} {number}. {text}"),
                w_anchor=mark_of(label, number),
                w_history="1",
            )
            begin = [_mark("begin"), _instruction(f'TOC \\h \\z \\c "{label}"'), _mark("separate")]
            end = [_mark("end")] if place == len(captions) - 1 else []
            self._body.append(paragraph(*(begin if place == 0 else []), entry, *end, style="TableofFigures"))

    def table(self, drawn: Markup) -> None:
        """Adds a table, and a little room below it."""
        self._body.append(drawn)
        self.gap()

    def gap(self) -> None:
        """Adds a little room."""
        self._body.append(paragraph(style="Jarak"))

    def picture(self, raster: Raster, title: str, description: str) -> None:
        """Adds a picture with its alternative text; it stays with its caption below."""
        self._pictures.append(raster.png)
        width, height = _PICTURE_WIDTH, _PICTURE_WIDTH * raster.height // raster.width
        if height > _PICTURE_HEIGHT:
            width, height = width * _PICTURE_HEIGHT // height, _PICTURE_HEIGHT
        drawn = _drawing(len(self._pictures), (width * _EMU, height * _EMU), title, description)
        self._body.append(paragraph(drawn, looks=[element("w:keepNext")]))

    def equation(self, omml: str) -> None:
        """Adds an equation on a line of its own."""
        centred = Markup('<m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>')
        self._body.append(paragraph(element("m:oMathPara", centred, Markup(omml)), style="Rumus"))

    def to_bytes(self) -> bytes:
        """Gives the packed document."""
        ending = _section(is_wide=self._is_wide)
        body = element("w:body", *self._body, ending)
        document = element("w:document", body, **{f"xmlns_{key}": uri for key, uri in NAMESPACES.items()})
        parts = {
            "word/document.xml": (DECLARATION + document).encode(),
            "word/_rels/document.xml.rels": self._relations().encode(),
            "docProps/core.xml": self._properties().encode(),
            **{f"word/media/gambar{n}.png": png for n, png in enumerate(self._pictures, 1)},
        }
        return packed({**_fixed_parts(_LANGUAGES[self.lang]), **parts})

    def turn(self, *, is_wide: bool) -> None:
        """Lays what follows on pages that stand, or lie on their side."""
        if is_wide is not self._is_wide and self._body:
            self._body.append(paragraph(looks=[_section(is_wide=self._is_wide)]))
        self._is_wide = is_wide

    def _relations(self) -> str:
        own = (resources.files(__package__) / "parts" / "document.xml.rels").read_text(encoding="utf-8")
        pictures = "".join(
            f'<Relationship Id="gambar{n}" Type="{_IMAGE}" Target="media/gambar{n}.png"/>'
            for n in range(1, len(self._pictures) + 1)
        )
        return own.replace("</Relationships>", f"{pictures}</Relationships>")

    def _properties(self) -> str:
        own = (resources.files(__package__) / "parts" / "core.xml").read_text(encoding="utf-8")
        said = (
            element("dc:title", self.title)
            + element("dc:creator", self.author)
            + element("dc:language", _LANGUAGES[self.lang])
        )
        return own.replace("</cp:coreProperties>", f"{said}</cp:coreProperties>")


def mark_of(label: str, number: int) -> str:
    """Gives the name of the bookmark around a caption."""
    return f"_Toc_{label}_{number}"


def _mark(kind: str) -> Markup:
    return element("w:r", element("w:fldChar", w_fldCharType=kind))


def _instruction(text: str) -> Markup:
    return element("w:r", element("w:instrText", f" {text} ", xml_space="preserve"))


def _section(*, is_wide: bool) -> Markup:
    """What the pages are like up to here."""
    width, height = (_LONG_EDGE, _SHORT_EDGE) if is_wide else (_SHORT_EDGE, _LONG_EDGE)
    turned = "landscape" if is_wide else None
    margins = dict.fromkeys(("w_top", "w_right", "w_bottom", "w_left"), _MARGIN)
    return element(
        "w:sectPr",
        element("w:footerReference", w_type="default", r_id="kaki"),
        element("w:pgSz", w_w=width, w_h=height, w_orient=turned),
        element("w:pgMar", **margins, w_header="709", w_footer="709", w_gutter="0"),
    )


def _drawing(number: int, size: tuple[int, int], title: str, description: str) -> Markup:
    extent = {"cx": size[0], "cy": size[1]}
    name = f"gambar{number}.png"
    fill = element(
        "pic:blipFill",
        element("a:blip", r_embed=f"gambar{number}"),
        element("a:stretch", element("a:fillRect")),
    )
    shape = element(
        "pic:spPr",
        element("a:xfrm", element("a:off", x="0", y="0"), element("a:ext", **extent)),
        element("a:prstGeom", element("a:avLst"), prst="rect"),
    )
    names = element("pic:nvPicPr", element("pic:cNvPr", id=number, name=name), element("pic:cNvPicPr"))
    graphic = element(
        "a:graphic", element("a:graphicData", element("pic:pic", names, fill, shape), uri=NAMESPACES["pic"])
    )
    inline = element(
        "wp:inline",
        element("wp:extent", **extent),
        element("wp:docPr", id=number, name=name, descr=description, title=title),
        graphic,
        distT="0", distB="0", distL="0", distR="0",
    )  # fmt: skip
    return element("w:r", element("w:drawing", inline))


def _fixed_parts(language: str) -> dict[str, bytes]:
    """The parts that every document has: how it looks, its footer, what it is."""
    folder = resources.files(__package__) / "parts"
    places = {
        "[Content_Types].xml": "content_types.xml",
        "_rels/.rels": "package.rels",
        "docProps/app.xml": "app.xml",
        "word/styles.xml": "styles.xml",
        "word/settings.xml": "settings.xml",
        "word/footer.xml": "footer.xml",
    }
    texts = {place: (folder / name).read_text(encoding="utf-8") for place, name in places.items()}
    return {place: text.replace("{language}", language).encode() for place, text in texts.items()}
