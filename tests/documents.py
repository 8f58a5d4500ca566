"""Documents of Word written part by part, also as no program writes them: for tests of what fills them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)


def control(tag: str, text: str = "isi", number: int = 7) -> str:
    """A content control as Word writes one that still shows its placeholder."""
    shown = f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:b/></w:rPr><w:t>{text}</w:t></w:r>'
    about = f'<w:id w:val="{number}"/><w:tag w:val="{tag}"/><w:showingPlcHdr/><w:text/>'
    return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>"


def paragraph(content: str) -> str:
    """A paragraph around what stands in it."""
    return f'<w:p w14:paraId="1A2B3C4D">{content}</w:p>'


def row(*cells: str) -> str:
    """A row of a table, a paragraph in each cell."""
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def part(body: str) -> str:
    """The XML of a document around its body."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document {SPACES}><w:body>{body}</w:body></w:document>'
    )


def docx(file: Path, body: str, parts: Mapping[str, str | bytes] | None = None) -> Path:
    """Writes a document; `parts` stand beside its body, or in its place."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": part(body),
            **(parts or {}),
        }.items():
            packed.writestr(name, content)
    return file
