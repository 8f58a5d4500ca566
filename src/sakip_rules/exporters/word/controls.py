"""The content controls of a document, by the places of their texts in its bytes.

The XML of a document is not written anew: what Word put into it, and no other program knows, stays as it is.
Only the texts of controls are replaced, and rows repeated; so controls are known by where their texts stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from sakip_rules.exporters.word.xml import NAMESPACES

STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
DEPTH: Final = 300
PLACEHOLDER: Final = "PlaceholderText"

Span = tuple[int, int]


class DamagedPartError(Exception):
    """A part of a document that is no WordprocessingML, or that no program of ours reads; says why."""


@dataclass(slots=True)
class ContentControl:
    """A content control with a tag: where its texts stand, and what marks them as a placeholder."""

    tag: str = ""
    texts: list[Span] = field(default_factory=list)
    marks: list[Span] = field(default_factory=list)
    row: TaggedRow | None = None


@dataclass(slots=True)
class TaggedRow:
    """A row of a table, with the tagged controls in it; `whole` is where it stands."""

    start: int
    end: int = 0
    controls: list[ContentControl] = field(default_factory=list)
    ids: list[Span] = field(default_factory=list)
    """The numbers of its controls: no two controls of a document may have one number."""
    is_nested: bool = False

    @property
    def whole(self) -> Span:
        """Where the row stands."""
        return self.start, self.end


def find_controls(part: bytes) -> list[ContentControl]:
    """Gives the tagged controls of a part in order; raises `DamagedPartError`."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in part[:4]:
        raise DamagedPartError("UTF-16")
    return _Finder(part).found


class _Finder:
    """Walks through the elements of a part once."""

    def __init__(self, part: bytes) -> None:
        self.part = part
        self.prefix: str | None = None
        self.open: list[tuple[str, int]] = []
        self.controls: list[ContentControl] = []
        self.rows: list[TaggedRow] = []
        self.found: list[ContentControl] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        try:
            self.parser.Parse(part, True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as error:
            raise DamagedPartError(str(error)) from None

    def _doctype(self, *_parts: object) -> None:
        raise DamagedPartError("DOCTYPE")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        if not self.open:
            self.prefix = _prefix_of(attributes)
        if len(self.open) >= DEPTH:
            raise DamagedPartError(f"> {DEPTH}")
        local = self._local(name)
        self.open.append((local, at))
        if local == "sdt":
            self.controls.append(ContentControl(row=self.rows[-1] if self.rows else None))
        elif local == "tag" and self.controls and self._is_in("sdtPr"):
            self.controls[-1].tag = attributes.get(f"{self.prefix}:val", "").strip()
        elif local == "tr":
            for row in self.rows:
                row.is_nested = True
            self.rows.append(TaggedRow(at))

    def _end(self, _name: str) -> None:
        local, start = self.open.pop()
        if local == "t":
            self._innermost_gets(start)
        elif local == "sdt":
            self._close(self.controls.pop())
        elif local == "tr":
            self.rows.pop().end = self._end_of(start)
        elif (local in {"showingPlcHdr", "id"} and self.open and self.open[-1][0] == "sdtPr") or (
            local == "rStyle" and PLACEHOLDER.encode() in self.part[start : self._end_of(start)]
        ):
            self._mark(local, (start, self._end_of(start)))

    def _close(self, control: ContentControl) -> None:
        if control.tag:
            self.found.append(control)
            if control.row is not None:
                control.row.controls.append(control)

    def _innermost_gets(self, start: int) -> None:
        """A text belongs to the innermost control that has a tag."""
        tagged = [control for control in self.controls if control.tag]
        if tagged:
            tagged[-1].texts.append((start, self._end_of(start)))

    def _mark(self, local: str, span: Span) -> None:
        if not self.controls:
            return
        if local != "id":
            self.controls[-1].marks.append(span)
        elif self.rows:
            self.rows[-1].ids.append(span)

    def _local(self, name: str) -> str:
        prefix, _, local = name.rpartition(":")
        return local if prefix == self.prefix else f"{prefix}:{local}"

    def _is_in(self, parent: str) -> bool:
        return len(self.open) > 1 and self.open[-2][0] == parent

    def _end_of(self, start: int) -> int:
        """Where the element ends that has just been closed; `<w:t/>` closes where it opens."""
        end = _tag_end(self.part, start)
        if self.part[end - 2 : end] == b"/>":
            return end
        return self.part.index(b">", self.parser.CurrentByteIndex) + 1


def _prefix_of(attributes: dict[str, str]) -> str:
    """The prefix that the root binds to WordprocessingML."""
    for key, uri in attributes.items():
        if key.startswith("xmlns:") and uri in {NAMESPACES["w"], STRICT}:
            return key.removeprefix("xmlns:")
    raise DamagedPartError("xmlns")


def _tag_end(part: bytes, start: int) -> int:
    """Where a tag ends: `>` may stand within its quotes."""
    quote = 0
    for at in range(start, len(part)):
        sign = part[at]
        if quote:
            quote = 0 if sign == quote else quote
        elif sign in b"\"'":
            quote = sign
        elif sign == ord(">"):
            return at + 1
    raise DamagedPartError(">")
