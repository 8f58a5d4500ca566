"""WordprocessingML, made so that nothing a file says can become mark-up."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.markup import Markup, safe_html

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def element(name: str, /, *content: str, **attributes: str | int | None) -> Markup:
    """Gives an element; `w_val` is the attribute `w:val`, None leaves one out, other text is escaped."""
    inner = "".join(map(safe_html, content))
    written = "".join(
        f' {key.replace("_", ":", 1)}="{escape(clean(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>")


def value(name: str, shown: str | int) -> Markup:
    """Gives an element whose only attribute is its value."""
    return element(name, w_val=shown)


def run(text: str, *, bold: bool = False, italic: bool = False, quiet: bool = False) -> Markup:
    """Gives a run of text with one look."""
    marks = [element(name) for name, wanted in (("w:b", bold), ("w:i", italic)) if wanted] + (
        [value("w:color", "51606F")] if quiet else []
    )
    looks = element("w:rPr", *marks) if marks else ""
    return element("w:r", looks, element("w:t", text, xml_space="preserve"))


def paragraph(*runs: str, style: str | None = None, looks: Iterable[str] = ()) -> Markup:
    """Gives a paragraph of runs; a plain text is one. `looks` are properties, in the order of the schema."""
    own = [*([value("w:pStyle", style)] if style else []), *looks]
    properties = element("w:pPr", *own) if own else ""
    return element("w:p", properties, *(part if isinstance(part, Markup) else run(part) for part in runs))


def field(instruction: str, shown: str) -> Markup:
    """Gives a field with what it shows until Word computes it again."""
    return element("w:fldSimple", run(shown), w_instr=f" {instruction} ")


def bookmarked(name: str, number: int, *content: str) -> Markup:
    """Gives content that a link of the document leads to."""
    start = element("w:bookmarkStart", w_id=number, w_name=name)
    return Markup("".join([start, *map(safe_html, content), element("w:bookmarkEnd", w_id=number)]))
