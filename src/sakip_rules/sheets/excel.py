"""An Excel workbook (`.xlsx`): its sheets, shared texts and number formats (ECMA-376, both variants)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sakip_rules.diagnostics import warn
from sakip_rules.diagnostics.places import whole
from sakip_rules.sheets.cells import OpenSheet, SheetRow
from sakip_rules.sheets.excel_rows import RowBuilder
from sakip_rules.sheets.gate import SheetLimits
from sakip_rules.sheets.markup import Handler, read_markup, read_whole
from sakip_rules.sheets.number_formats import BUILT_IN, GENERAL, NumberFormat, read_format
from sakip_rules.sheets.packed import Package

_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How a workbook writes a character that XML cannot hold."""


@dataclass(slots=True)
class _Relations:
    """Where the parts of a part are: by their id, and by the last word of their kind."""

    base: str
    by_id: dict[str, str] = field(default_factory=dict)
    by_kind: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Notes a relation; one that leads out of the file is none."""
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(self.base, target))
        self.by_id[attributes.get("Id", "")] = part
        self.by_kind[attributes.get("Type", "").rpartition("/")[2]] = part

    def end(self, name: str) -> None:
        """Nothing is to be done."""

    def text(self, text: str) -> None:
        """Nothing is to be done."""


@dataclass(slots=True)
class _SheetList:
    """The sheets that the workbook lists: name, id of its part, whether it is hidden."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Notes a sheet."""
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), attributes.get("id", ""), hidden))

    def end(self, name: str) -> None:
        """Nothing is to be done."""

    def text(self, text: str) -> None:
        """Nothing is to be done."""


@dataclass(slots=True)
class _SharedTexts:
    """The texts that cells refer to by their place; how Japanese words sound (`rPh`) is no part of them."""

    texts: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    is_text: bool = False
    beside: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A text begins, or a run of it."""
        del attributes
        if name == "si":
            self.parts = []
        elif name == "rPh":
            self.beside += 1
        self.is_text = name == "t" and not self.beside

    def end(self, name: str) -> None:
        """A text ends, or a run of it."""
        self.is_text = False
        if name == "rPh":
            self.beside -= 1
        elif name == "si":
            self.texts.append(unescaped("".join(self.parts)))

    def text(self, text: str) -> None:
        """A stretch of a run."""
        if self.is_text:
            self.parts.append(text)


@dataclass(slots=True)
class _Styles:
    """The number format of every style that cells name by its place."""

    codes: dict[int, NumberFormat] = field(default_factory=dict)
    formats: list[NumberFormat] = field(default_factory=list)
    within: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Notes a format code, or the format of a style."""
        if name == "numFmt":
            self.codes[_index(attributes.get("numFmtId"))] = read_format(attributes.get("formatCode", ""))
        elif name == "cellXfs":
            self.within = True
        elif name == "xf" and self.within:
            number = _index(attributes.get("numFmtId"))
            self.formats.append(self.codes.get(number) or BUILT_IN.get(number, GENERAL))

    def end(self, name: str) -> None:
        """The styles of cells end."""
        if name == "cellXfs":
            self.within = False

    def text(self, text: str) -> None:
        """Nothing is to be done."""


def _index(text: str | None) -> int:
    """A place in a list; what is none leads nowhere."""
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) < 8 else -1  # noqa: PLR2004 - longer than any list


def unescaped(text: str) -> str:
    """Gives a text with the characters that a workbook writes as `_x000D_`."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


class Workbook:
    """An open workbook; its sheets are read one after the other."""

    def __init__(self, path: str, file: str, limits: SheetLimits) -> None:
        self._package = Package(path, file, limits)
        self.file = file
        self.limits = limits
        try:
            self._read_head()
        except BaseException:
            self._package.close()
            raise

    def close(self) -> None:
        """Closes the file."""
        self._package.close()

    def sheets(self) -> Iterator[OpenSheet]:
        """Gives every sheet of cells, in the order of the workbook; sheets of pictures are none."""
        for name, relation, hidden in self._listed:
            part = self._relations.by_id.get(relation)
            if part is None or part not in self._package.names:
                raise self._package.broken(name)
            if "chartsheet" in part or "dialogsheet" in part:
                continue
            yield self._sheet(name, part, hidden=hidden)

    def _sheet(self, name: str, part: str, *, hidden: bool) -> OpenSheet:
        sheet = OpenSheet(self.file, name, iter(()), hidden)
        builder = RowBuilder(sheet, self._texts, self._formats, self.limits)

        def rows() -> Iterator[SheetRow]:
            for _ in self._markup(part, builder):
                yield from builder.taken()

        sheet.rows = rows()
        return sheet

    def _markup(self, part: str, handler: Handler) -> Iterator[None]:
        pieces = self._package.pieces(part)
        return read_markup(pieces, handler, lambda: self._package.broken(part), self.file, part)

    def _whole(self, part: str, handler: Handler) -> None:
        pieces = self._package.pieces(part)
        read_whole(pieces, handler, lambda: self._package.broken(part), self.file, part)

    def _related(self, part: str) -> _Relations:
        folder, base = posixpath.split(part)
        relations = _Relations(folder)
        file = posixpath.join(folder, "_rels", f"{base}.rels")
        if file in self._package.names:
            self._whole(file, relations)
        return relations

    def _read_head(self) -> None:
        book = self._related("").by_kind.get("officeDocument", "xl/workbook.xml")
        if book not in self._package.names:
            raise self._package.broken(book)
        listed, texts, styles = _SheetList(), _SharedTexts(), _Styles()
        self._whole(book, listed)
        self._relations = self._related(book)
        for kind, handler in (("sharedStrings", texts), ("styles", styles)):
            part = self._relations.by_kind.get(kind)
            if part is not None:
                self._whole(part, handler)
        self._listed, self._texts, self._formats = listed.sheets, texts.texts, styles.formats
        has_macros = any(name.endswith("vbaProject.bin") for name in self._package.names)
        self.notes = [warn("odd-cell.macros", whole(self.file))] if has_macros else []
